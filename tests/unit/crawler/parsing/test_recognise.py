"""From an employer's address to its platform: careers pages, jobs and APIs lead to the same table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsing.recognise import better_address, recognise

GREENHOUSE = ("greenhouse", "https://boards-api.greenhouse.io/v1/boards/tindra")
WORKDAY = ("workday", "https://lumo.wd3.myworkdayjobs.com/wday/cxs/lumo/Careers")
WEBCRUITER = ("webcruiter", "https://candidate.webcruiter.com/api/odvert/companysearch/5190417")
SMARTRECRUITERS = ("smartrecruiters", "https://api.smartrecruiters.com/v1/companies/Havblikk")
WORKABLE = ("workable", "https://apply.workable.com/api/v1/widget/accounts/bryggen")
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
        ("https://boards.eu.greenhouse.io/tindra", GREENHOUSE),
        (
            "https://jobs.ashbyhq.com/Kaldvik%20AS",
            ("ashby", "https://api.ashbyhq.com/posting-api/job-board/Kaldvik%20AS"),
        ),
        ("https://bryggen.workable.com", WORKABLE),
        ("https://www.workable.com/api/accounts/bryggen?details=true", WORKABLE),
        ("https://karriere.ringsvar.example/o/kundeservicesjef", ("recruitee", "https://karriere.ringsvar.example")),
        ("https://skiferhav.jobs.personio.de/xml", ("personio", "https://skiferhav.jobs.personio.de")),
        ("https://jobs.smartrecruiters.com/oneclick-ui/company/Havblikk/publication/1", SMARTRECRUITERS),
        ("https://api.smartrecruiters.com/v1/companies/Havblikk/postings", SMARTRECRUITERS),
        (
            "https://wd3.myworkdaysite.com/nb-NO/recruiting/lumo/Careers/job/Oslo/x",
            ("workday", "https://wd3.myworkdaysite.com/wday/cxs/lumo/Careers"),
        ),
        ("https://www.webcruiter.no/wcmain/advertviewpublic.aspx?oppdragsnr=47&company_id=5190417", WEBCRUITER),
        ("https://havgard.easycruit.com/vacancy/3663833/243565?iso=no", ("easycruit", "https://havgard.easycruit.com")),
        (
            "https://site103.reachmee.com/Public/rssfeed/external.ashx?id=7&InstallationID=I003&CustomerName=havbris",
            (
                "reachmee",
                "https://site103.reachmee.com/Public/rssfeed/external.ashx?id=7&InstallationID=I003&CustomerName=havbris",
            ),
        ),
        ("https://havn.recman.page/job.php?job_id=1", ("recman", "https://havn.recman.page")),
        (
            "https://www.fjordvatn.example/ledige-stillinger/feed/",
            ("rss", "https://www.fjordvatn.example/ledige-stillinger/feed/"),
        ),
        ("https://www.fjordvatn.example/jobs.atom", ("rss", "https://www.fjordvatn.example/jobs.atom")),
        ("https://www.fjordvatn.example/sitemap.xml", ("schema_org", "https://www.fjordvatn.example")),
        ("https://www.fjordvatn.example/robots.txt", ("schema_org", "https://www.fjordvatn.example")),
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


def test_a_sitemap_is_read_as_one_and_not_as_a_feed():
    address = "https://www.fjordvatn.example/sitemaps/jobs-sitemap.xml.gz"
    assert recognise(address).options == {"sitemap": address}
    assert recognise("https://www.fjordvatn.example/robots.txt").options == {}


@pytest.mark.parametrize(
    ("url", "like"),
    [
        ("https://candidate.hr-manager.net/ApplicationInit.aspx?cid=1234&ProjectId=150000", "list.aspx?customer="),
        ("https://web103.reachmee.com/ext/I003/1234/job?site=7&job_id=44", "rssfeed/external.ashx"),
        ("https://www.webcruiter.no/", "companylock="),
        ("https://jobs.lever.co/", "jobs.lever.co/EMPLOYER"),
        ("https://www.tindra.example/careers?gh_jid=4820117101", "boards.greenhouse.io/EMPLOYER"),
        ("https://candidate.varbi.com/no/", "EMPLOYER.varbi.com"),
        ("https://jobs.recman.no/job.php?id=1", "recman.page"),
    ],
)
def test_an_address_that_many_employers_share_is_asked_for_in_a_better_form(url, like):
    assert like in better_address(url)


@pytest.mark.parametrize(
    "url", ["https://jobs.lever.co/acme", "https://fjordnett.example", "not one", "https://notlever.co.example/"]
)
def test_an_address_that_will_do_needs_no_better_one(url):
    assert better_address(url) == ""


@pytest.mark.parametrize(
    "url", ["", "leder", "mailto:a@b.no", "ftp://a.no/x", "http://[", "file:///etc/passwd", "a b.no"]
)
def test_what_is_no_web_address_is_none(url):
    assert recognise(url) is None


@given(st.text(max_size=200))
def test_it_never_raises_and_always_gives_a_web_address(text):
    found = recognise(text)
    assert found is None or found.base_url.startswith(("http://", "https://"))
    better_address(text)
