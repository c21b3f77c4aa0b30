"""Employers' lists over real HTTP: read to their end, page by page, and never believed when something is missing."""

import json
from contextlib import ExitStack

import pytest

from domain.observations import Checkpoint, Gone, LeftOut, Present, Problem, Seen
from domain.runs import ProblemCode
from tests.integration.portals.sites import Site, crawl_portal, kinds, portal_job
from tests.support.crawling import crawl_all

BOARD = "/v1/boards/acme"


def greenhouse(*titles, total=None):
    jobs = [
        {
            "id": 5100000000 + number,
            "absolute_url": f"https://job-boards.greenhouse.io/acme/jobs/{5100000000 + number}",
            "title": title,
            "company_name": "Acme",
            "content": "&lt;p&gt;Text&lt;/p&gt;",
        }
        for number, title in enumerate(titles)
    ]
    return json.dumps({"jobs": jobs, "meta": {"total": len(jobs) if total is None else total}})


def test_titles_decide_and_a_stored_ad_is_read_whatever_it_is_called(tmp_path):
    titles = ("Head of Customer Service", "Clerk", "Renamed", "Åpen søknad")
    with Site({f"{BOARD}/jobs": greenhouse(*titles)}) as server:
        outcome = crawl_portal(tmp_path, "greenhouse", server.url + BOARD, known=["5100000002"])
    assert outcome.titles == ["Head of Customer Service", "Renamed"]
    assert [item.title for item in kinds(outcome, LeftOut)] == ["Clerk", "Åpen søknad"]
    assert outcome.ended.listing_complete
    assert not outcome.problems
    assert [asked.query for asked in server.asked if asked.path.endswith("/jobs")] == [{"content": ["true"]}]


def test_what_is_no_whole_list_is_told_in_words_and_never_complete(tmp_path):
    answers = {
        "greenhouse": (BOARD, "/jobs", (404, '{"status": 404, "error": "Job not found"}'), "Job not found"),
        "lever": ("/v0/postings/acme", "", (404, '{"ok": false, "error": "Document not found"}'), "api.eu.lever.co"),
        "hrmanager": (
            "/jobportal.svc/acme",
            "/positionlist/json/",
            (400, '{"TransactionStatus": {"StatusCode": 1, "Description": "Value cannot be null."}}'),
            "customer=",
        ),
        "ashby": ("/board", "", '{"jobs": null}', "no list called 'jobs'"),
        "workable": ("/accounts/acme", "", 404, "check base_url"),
        "recruitee": ("", "/api/offers/", "<html><h1>404</h1></html>", "HTML"),
        "personio": ("", "/xml", "<?xml version='1.0'?><workzag-jobs><position><id>1</id>", "cut short"),
        "teamtailor": ("", "/jobs.json", '{"items": [', ""),
        "easycruit": ("", "/export/xml/vacancy/list.xml", "<html><body>nei</body></html>", ""),
        "varbi": ("", "/", "<html><h1>Varbi</h1><p>Here is nothing at all.</p></html>", "table-position"),
        "reachmee": ("/feed.ashx", "", "<rss><channel><item><title>x</title></item>", "cut short"),
    }
    with ExitStack() as stack:
        jobs = []
        for platform, (base, path, answer, _) in answers.items():
            site = stack.enter_context(Site({base + path: answer}))
            jobs.append(portal_job(tmp_path, platform, site.url + base))
        outcomes = dict(zip(answers, crawl_all(jobs), strict=True))
    for platform, outcome in outcomes.items():
        assert not kinds(outcome, Seen), platform
        assert not outcome.ended.listing_complete, platform
        (problem,) = kinds(outcome, Problem)
        assert problem.code in (ProblemCode.NOT_A_LISTING, ProblemCode.SOFT_BLOCK, ProblemCode.NOT_AN_AD), platform
        assert answers[platform][3] in problem.message, platform


def test_a_list_with_fewer_ads_than_it_states_is_not_complete(tmp_path):
    with Site({f"{BOARD}/jobs": greenhouse("Customer Service Manager", total=37)}) as server:
        outcome = crawl_portal(tmp_path, "greenhouse", server.url + BOARD)
    assert outcome.titles == ["Customer Service Manager"]
    assert not outcome.ended.listing_complete
    assert "1 ads where it states 37" in outcome.messages


def test_an_employer_without_open_jobs_is_a_whole_list(tmp_path):
    with Site({f"{BOARD}/jobs": greenhouse()}) as server:
        outcome = crawl_portal(tmp_path, "greenhouse", server.url + BOARD)
    assert outcome.ended.listing_complete
    assert not outcome.problems


def webcruiter(total, size=100):
    """A company search that answers ``take`` and ``skip`` in its body, and nothing without them."""

    def answer(asked):
        if asked.method != "POST":
            return 405
        wanted = json.loads(asked.body)
        numbers = range(wanted["skip"], min(wanted["skip"] + min(size, wanted["take"]), total))
        data = [
            {"Id": f"41002{number:05}", "TenantId": "41002", "Heading": f"Kundeservice {number}"} for number in numbers
        ]
        return json.dumps({"Data": data, "Total": total})

    return answer


def test_webcruiter_is_asked_until_the_stated_total_has_been_met(tmp_path):
    path = "/api/odvert/companysearch/41002"
    with Site({path: webcruiter(230)}) as server:
        outcome = crawl_portal(tmp_path, "webcruiter", server.url + path)
    assert len(outcome.ads) == 230
    assert outcome.ended.listing_complete
    bodies = [json.loads(asked.body) for asked in server.asked if asked.method == "POST"]
    assert bodies == [{"take": 100, "skip": skip} for skip in (0, 100, 200)]


def test_an_unknown_webcruiter_company_gives_nothing_which_the_judge_does_not_believe(tmp_path):
    path = "/api/odvert/companysearch/9999999"
    with Site({path: webcruiter(0)}) as server:
        job = portal_job(tmp_path, "webcruiter", server.url + path)
        (outcome,) = crawl_all([job])
    assert not outcome.ads
    assert outcome.ended.listing_complete
    assert job.source.portal.minimum_ads == 1, "a run without ads is degraded"


def workday(total, served=None):
    jobs = [
        {
            "title": f"Customer Service Lead {number}",
            "externalPath": f"/job/Oslo/Lead_JR{number}",
            "locationsText": "2 Locations",
            "postedOn": "Posted Today",
            "bulletFields": [f"JR{number}"],
        }
        for number in range(served or total)
    ]

    def answer(asked):
        wanted = json.loads(asked.body)
        if wanted["limit"] > 20:
            return 400
        offset = wanted["offset"]
        return json.dumps({"total": total if not offset else 0, "jobPostings": jobs[offset : offset + 20]})

    return answer


def workday_site(total, served=None):
    base = "/wday/cxs/acme/Careers"
    detail = {
        "jobPostingInfo": {
            "title": "Customer Service Lead",
            "jobDescription": "<p>Lead the phones.</p>",
            "location": "Oslo",
            "additionalLocations": ["Bergen"],
            "country": {"descriptor": "Norway"},
            "startDate": "2026-11-20",
            "timeType": "Full time",
        },
        "hiringOrganization": {"name": "Acme AS"},
    }
    pages = {f"{base}/job/Oslo/Lead_JR{number}": json.dumps(detail) for number in range(total)}
    return base, Site({f"{base}/jobs": workday(total, served), **pages})


def test_workday_pages_by_twenty_and_reads_each_ad(tmp_path):
    base, site = workday_site(45)
    with site as server:
        outcome = crawl_portal(tmp_path, "workday", server.url + base)
    drafts = [item.draft for item in kinds(outcome, Seen)]
    assert len(drafts) == 45
    assert drafts[0].description_html == "<p>Lead the phones.</p>"
    assert [(place.city, place.country) for place in drafts[0].places] == [("Oslo", "NO"), ("Bergen", "NO")]
    assert (drafts[0].employer, str(drafts[0].date_posted.date())) == ("Acme AS", "2026-11-20")
    assert outcome.ended.listing_complete


def test_workday_that_stops_early_is_no_whole_list(tmp_path):
    base, site = workday_site(45, served=30)
    with site as server:
        outcome = crawl_portal(tmp_path, "workday", server.url + base)
    assert len(outcome.ads) == 30
    assert not outcome.ended.listing_complete
    assert "30 ads where it states 45" in outcome.messages


def test_a_list_that_repeats_itself_is_a_circle(tmp_path):
    posting = {"id": "1", "name": "Customer Service Manager", "company": {"identifier": "Acme", "name": "Acme"}}
    page = json.dumps({"totalFound": 300, "content": [posting]})
    detail = json.dumps({"jobAd": {"sections": {"jobDescription": {"title": "Job", "text": "<p>Lead.</p>"}}}})
    base = "/v1/companies/acme"
    with Site({f"{base}/postings": page, f"{base}/postings/1": detail}) as server:
        outcome = crawl_portal(tmp_path, "smartrecruiters", server.url + base)
    assert outcome.problems == {ProblemCode.LOOP: 1}
    assert kinds(outcome, Seen)[0].draft.description_html == "<h3>Job</h3><p>Lead.</p>"
    assert not outcome.ended.listing_complete


def test_robots_txt_keeps_smartrecruiters_closed_even_when_it_is_switched_on(tmp_path):
    with Site({"/robots.txt": "User-agent: *\nDisallow: /", "/v1/companies/acme/postings": "{}"}) as server:
        outcome = crawl_portal(tmp_path, "smartrecruiters", server.url + "/v1/companies/acme")
    assert outcome.problems == {ProblemCode.ROBOTS: 1}
    assert server.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    ("status", "known", "kind"), [(404, [], Seen), (404, ["3801182"], Present), (500, [], Problem)]
)
def test_an_ad_whose_text_cannot_be_had_is_still_in_the_list(tmp_path, status, known, kind):
    vacancy = (
        '<VacancyList xmlns="urn:EasyCruit"><Vacancy id="3801182"><Versions><Version language="no">'
        "<Title>Kundesenterleder</Title></Version></Versions><Departments><Department>"
        "<VacancyURL>https://acme.easycruit.com/vacancy/3801182/1</VacancyURL>"
        "</Department></Departments></Vacancy></VacancyList>"
    )
    pages = {"/export/xml/vacancy/list.xml": vacancy, "/export/xml/vacancy/3801182.xml": status}
    with Site(pages) as server:
        outcome = crawl_portal(tmp_path, "easycruit", server.url, known=known)
    assert len(kinds(outcome, kind)) == 1
    assert outcome.ended.listing_complete


def test_easycruits_text_comes_from_the_vacancys_own_file(tmp_path):
    version = '<Versions><Version language="no"><Title>Kundesenterleder</Title>{}</Version></Versions>'
    link = "<Departments><Department><VacancyURL>https://a.easycruit.com/vacancy/38011/1</VacancyURL></Department></Departments>"
    listed = f'<VacancyList><Vacancy id="38011">{version.format("")}{link}</Vacancy></VacancyList>'
    text = "<Description><![CDATA[<p>Du leder <b>alt</b>.</p>]]></Description>"
    own = f'<Vacancy id="38011">{version.format(text)}{link}</Vacancy>'
    pages = {"/export/xml/vacancy/list.xml": listed, "/export/xml/vacancy/38011.xml": own}
    with Site(pages) as server:
        outcome = crawl_portal(tmp_path, "easycruit", server.url)
    assert kinds(outcome, Seen)[0].draft.description_html == "<p>Du leder <b>alt</b>.</p>"


def test_varbis_facts_come_from_the_jobs_page_without_persons(tmp_path):
    row = '<tr><td class="pos-title"><a href="/no/what:job/jobID:77/">Leder kundeservice</a></td></tr>'
    page = (
        '<h1>Leder kundeservice</h1><div class="job-desc mb"><p>Du leder.</p></div><table class="quick-info">'
        '<tr class="quick-info-type-of-employment"><td>Type</td><td>Fast</td></tr>'
        '<tr class="quick-info-number-of-positions"><td>Antall</td><td>2</td></tr>'
        '<tr class="quick-info-town"><td>By</td><td>Tromsø</td></tr>'
        '<tr class="quick-info-country"><td>Land</td><td>Norge</td></tr>'
        '<tr class="quick-info-ends"><td>Frist</td><td>10.12.2026</td></tr>'
        '<tr class="quick-info-contact-persons"><td>Kontakt</td><td>Ola Oppdikt</td></tr></table>'
    )
    with Site({"/": f'<table id="table-position">{row}</table>', "/no/what:job/jobID:77/": page}) as server:
        outcome = crawl_portal(tmp_path, "varbi", server.url, employer="Nordlyslab")
    (draft,) = [item.draft for item in kinds(outcome, Seen)]
    assert (draft.employer, draft.employment_type_raw, draft.positions_raw) == ("Nordlyslab", "Fast", "2")
    assert (str(draft.deadline), draft.places[0].city, draft.places[0].country) == ("2026-12-10", "Tromsø", "NO")
    assert draft.description_html == "<div><p>Du leder.</p></div>"
    assert "Oppdikt" not in str(draft)


def test_hrmanagers_text_comes_from_the_ads_page_where_the_list_has_none(tmp_path):
    with Site() as server:
        position = {
            "Id": 1824,
            "Name": "Kundeserviceleder",
            "AdvertisementUrlSecure": f"{server.url}/ApplicationInit.aspx?ProjectId=1824",
        }
        listed = {"Items": [position], "PositionCountCustomer": 1, "TransactionStatus": {"StatusCode": 0}}
        server.pages["/jobportal.svc/acme/positionlist/json/"] = json.dumps(listed)
        server.pages["/ApplicationInit.aspx"] = (
            '<h1 class="ProjectName">x</h1><div id="AdvertisementInnerContent"><p>Du leder.</p>'
            '<div class="contact">Ola Oppdikt</div></div>'
        )
        outcome = crawl_portal(tmp_path, "hrmanager", server.url + "/jobportal.svc/acme")
    (draft,) = [item.draft for item in kinds(outcome, Seen)]
    assert draft.description_html == "<div><p>Du leder.</p></div>"


def test_recmans_key_is_sent_and_written_nowhere(tmp_path):
    key = "s3cr3tk3y"

    def answer(asked):
        if asked.query.get("key") != [key]:
            return 403
        ads = {"7": {"title": "Kundeserviceleder", "applyUrl": "https://acme.example/7"}}
        return json.dumps({"success": True, "data": ads})

    with Site({"/v2/get/": answer}) as server:
        outcome = crawl_portal(tmp_path, "recman", server.url, api_key=key)
        refused = crawl_portal(tmp_path, "recman", server.url, api_key="wr0ngk3y")
    assert outcome.titles == ["Kundeserviceleder"]
    assert outcome.ended.listing_complete
    assert refused.problems == {ProblemCode.FORBIDDEN: 1}
    spools = "".join(path.read_text() for path in tmp_path.glob("*.jsonl"))
    assert key not in spools
    assert "wr0ngk3y" not in spools


def feed(*items):
    entries = "".join(
        f"<item><title>{title}</title><link>https://a.example/{ref}</link><guid isPermaLink='false'>{ref}</guid>"
        f"<pubDate>{day:02} Nov 2026 08:00:00 +0100</pubDate></item>"
        for ref, title, day in items
    )
    return f"<rss version='2.0'><channel><title>Jobs - Acme</title>{entries}</channel></rss>"


def test_a_feed_withdraws_only_what_it_dropped_from_among_older_ads_twice(tmp_path):
    a, b, c = ("a", "Kundeservice A", 3), ("b", "Kundeservice B", 9), ("c", "Kundeservice C", 12)
    known = ["a", "b", "c"]
    with Site({"/feed": feed(a, b, c)}) as server:

        def run(cursor=None):
            return crawl_portal(tmp_path, "rss", server.url + "/feed", known=known, cursor=cursor)

        first = run()
        server.pages["/feed"] = feed(a, c)  # b was taken out: a, which is older, is still there
        second = run(kinds(first, Checkpoint)[-1].cursor)
        third = run(kinds(second, Checkpoint)[-1].cursor)
        server.pages["/feed"] = feed(b, c)  # a may have been pushed out at the end
        pushed = run(kinds(first, Checkpoint)[-1].cursor)
        pushed = run(kinds(pushed, Checkpoint)[-1].cursor)
    assert not kinds(first, Gone)
    assert not kinds(second, Gone), "once is not enough"
    assert [item.source_ref for item in kinds(third, Gone)] == ["b"]
    assert not kinds(pushed, Gone)
    assert first.ended.listing_complete


def test_every_list_platform_asks_its_employer_by_the_address_in_the_table(tmp_path):
    asked = {
        "ashby": ("/posting-api/job-board/acme", '{"jobs": []}'),
        "workable": ("/api/v1/widget/accounts/acme", '{"jobs": []}'),
        "lever": ("/v0/postings/acme", "[]"),
    }
    with ExitStack() as stack:
        sites = [stack.enter_context(Site({path: body})) for path, body in asked.values()]
        jobs = [portal_job(tmp_path, name, site.url + asked[name][0]) for name, site in zip(asked, sites, strict=True)]
        outcomes = crawl_all(jobs)
    assert all(outcome.ended.listing_complete and not outcome.problems for outcome in outcomes)
