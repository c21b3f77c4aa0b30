"""From an employer's address to its platform: careers pages, jobs and APIs lead to the same table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsing.recognise import recognise

GREENHOUSE = ("greenhouse", "https://boards-api.greenhouse.io/v1/boards/tindra")
WORKDAY = ("workday", "https://lumo.wd3.myworkdayjobs.com/wday/cxs/lumo/Careers")
WEBCRUITER = ("webcruiter", "https://candidate.webcruiter.com/api/odvert/companysearch/5190417")
HRMANAGER = ("hrmanager", "https://api.hr-manager.net/jobportal.svc/fjordby")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://job-boards.eu.greenhouse.io/tindra/jobs/4820117101", GREENHOUSE),
        ("https://boards.greenhouse.io/tindra", GREENHOUSE),
        ("https://boards.greenhouse.io/embed/job_board?for=tindra", GREENHOUSE),
        ("https://boards-api.greenhouse.io/v1/boards/tindra/jobs?content=true", GREENHOUSE),
        ("https://jobs.lever.co/skyhavn/6f1d", ("lever", "https://api.lever.co/v0/postings/skyhavn")),
        ("https://jobs.eu.lever.co/skyhavn", ("lever", "https://api.eu.lever.co/v0/postings/skyhavn")),
        (
            "https://api.eu.lever.co/v0/postings/skyhavn?mode=json",
            ("lever", "https://api.eu.lever.co/v0/postings/skyhavn"),
        ),
        ("https://jobs.ashbyhq.com/kaldvik/9", ("ashby", "https://api.ashbyhq.com/posting-api/job-board/kaldvik")),
        (
            "https://apply.workable.com/bryggen/j/AB12/",
            ("workable", "https://apply.workable.com/api/v1/widget/accounts/bryggen"),
        ),
        ("https://ringsvar.recruitee.com/o/leder", ("recruitee", "https://ringsvar.recruitee.com")),
        ("https://skiferhav.jobs.personio.com/job/1", ("personio", "https://skiferhav.jobs.personio.com")),
        (
            "https://careers.smartrecruiters.com/Havblikk",
            ("smartrecruiters", "https://api.smartrecruiters.com/v1/companies/Havblikk"),
        ),
        ("https://lumo.wd3.myworkdayjobs.com/nb-NO/Careers/job/Oslo/x_JR1", WORKDAY),
        ("https://lumo.wd3.myworkdayjobs.com/Careers", WORKDAY),
        ("https://lumo.wd3.myworkdayjobs.com/wday/cxs/lumo/Careers/jobs", WORKDAY),
        ("https://5190417.webcruiter.no/Main/Recruit/Public/5190417731?language=nb", WEBCRUITER),
        ("https://candidate.webcruiter.com/nb-no/home/companyadverts?companylock=5190417", WEBCRUITER),
        ("https://candidate.webcruiter.com/api/odvert/companysearch/5190417?language=nb", WEBCRUITER),
        ("havgard.easycruit.com", ("easycruit", "https://havgard.easycruit.com")),
        ("https://candidate.hr-manager.net/vacancies/list.aspx?customer=fjordby", HRMANAGER),
        ("https://api.hr-manager.net/jobportal.svc/fjordby/positionlist/json/", HRMANAGER),
        ("https://nordlys.varbi.com/no/what:job/jobID:9/", ("varbi", "https://nordlys.varbi.com")),
        ("https://havn.recman.page/jobs", ("recman", "https://havn.recman.page")),
        ("https://fjellpakka.teamtailor.com/jobs", ("teamtailor", "https://fjellpakka.teamtailor.com")),
        ("https://jobb.fjellpakka.example/jobs/8397011-leder", ("teamtailor", "https://jobb.fjellpakka.example")),
        (
            "https://www.fjordvatn.example/rss/stillingar.xml",
            ("rss", "https://www.fjordvatn.example/rss/stillingar.xml"),
        ),
        ("https://karriere.fjordnett.example/stillinger", ("schema_org", "https://karriere.fjordnett.example")),
    ],
)
def test_the_address_tells_the_platform(url, expected):
    found = recognise(url)
    assert (found.platform, found.base_url) == expected


def test_a_guess_is_called_one():
    assert recognise("https://boards.greenhouse.io/tindra").sure
    assert not recognise("https://karriere.fjordnett.example").sure
    assert recognise("https://karriere.fjordnett.example/a/b").options == {
        "start_url": "https://karriere.fjordnett.example/a/b"
    }


@pytest.mark.parametrize(
    "url", ["", "leder", "mailto:a@b.no", "ftp://a.no/x", "http://[", "file:///etc/passwd", "a b.no"]
)
def test_what_is_no_web_address_is_none(url):
    assert recognise(url) is None


@given(st.text(max_size=200))
def test_it_never_raises_and_always_gives_a_web_address(text):
    found = recognise(text)
    assert found is None or found.base_url.startswith(("http://", "https://"))
