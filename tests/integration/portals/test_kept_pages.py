"""Every platform crawled over real HTTP, its pages kept, and each ad read again from them: word for word the same."""

import json
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.parsing.page import PageError
from crawler.pipelines.stages import process
from crawler.raw_pages import RawPages, every_page
from domain.observations import Problem, Seen
from domain.postings import Draft
from tests.integration.portals.sites import Nav, Site, kinds, portal_job
from tests.integration.portals.test_list_platforms import webcruiter, workday_site
from tests.integration.portals.test_national_portals import Finn, JobTech
from tests.portals.cases import CASES, SPIDERS, parser_of
from tests.support.crawling import crawl_all

BOARD, KEY = "/v1/boards/acme", "s3cr3tk3y"
TOKEN = "eyJhbGciOi.eyJzdWIiOi.zzzz"


def fixture(name):
    """The page of a fixture case, as it is served."""
    return CASES[name].page.body


class Nameless(Nav):
    """One of its entries has no title of its own: the feed names it."""

    def entry(self, ref):
        found = super().entry(ref)
        return found.replace('"title": "Kundesenterleder"', '"title": ""') if isinstance(found, str) else found


def nav():
    site = Nameless(token=TOKEN)
    for number, title in enumerate(("Kundeserviceleder", "Kundesenterleder", "Teamleder", "Kundeservicesjef", "Siste")):
        site.event(number, title)
    return site


def career_site(slug, path, name):
    """A site with a sitemap that names one page."""

    class WithSitemap(Site):
        def answer(self, asked):
            if asked.path == "/sitemap.xml":
                return f"<urlset><url><loc>{self.url}{path}</loc></url></urlset>"
            return super().answer(asked)

    return WithSitemap({path: fixture(name)})


def smartrecruiters():
    posting = {"id": "1", "name": "Customer Service Manager", "company": {"identifier": "Acme", "name": "Acme"}}
    text = {"jobAd": {"sections": {"jobDescription": {"title": "Job", "text": "<p>Lead.</p>"}}}}
    base = "/v1/companies/acme/postings"
    return Site({base: json.dumps({"totalFound": 1, "content": [posting]}), f"{base}/1": json.dumps(text)})


def easycruit():
    head = '<Versions><Version language="no"><Title>Kundesenterleder</Title>'
    link = "<Departments><Department><VacancyURL>https://a.easycruit.com/vacancy/38011/1</VacancyURL>"
    link += "</Department></Departments>"
    listed = f'<VacancyList><Vacancy id="38011">{head}</Version></Versions>{link}</Vacancy></VacancyList>'
    text = "<Description><![CDATA[<p>Du leder <b>alt</b>, også på nynorsk.</p>]]></Description>"
    own = f'<Vacancy id="38011">{head}{text}</Version></Versions>{link}</Vacancy>'
    return Site({"/export/xml/vacancy/list.xml": listed, "/export/xml/vacancy/38011.xml": own})


def varbi():
    row = '<tr><td class="pos-title"><a href="/no/what:job/jobID:77/">Leder kundeservice</a></td></tr>'
    page = '<h1>Leder kundeservice</h1><div class="job-desc mb"><p>Du leder.</p></div>'
    return Site({"/": f'<table id="table-position">{row}</table>', "/no/what:job/jobID:77/": page})


def hrmanager():
    class Bare(Site):
        def answer(self, asked):
            link = f"{self.url}/ApplicationInit.aspx?ProjectId=1824"
            position = {"Id": 1824, "Name": "Kundeserviceleder", "AdvertisementUrlSecure": link}
            listed = {"Items": [position], "PositionCountCustomer": 1, "TransactionStatus": {"StatusCode": 0}}
            self.pages["/jobportal.svc/acme/positionlist/json/"] = json.dumps(listed)
            return super().answer(asked)

    page = '<h1 class="ProjectName">x</h1><div id="AdvertisementInnerContent"><p>Du leder.</p></div>'
    return Bare({"/ApplicationInit.aspx": page})


def searched(path, hits, own):
    """A search with one page of hits; every ad's own page is the same."""

    class Searched(Site):
        def answer(self, asked):
            if asked.path == "/robots.txt":
                return 404
            first = all(asked.query.get(name, ["0"]) == ["0"] for name in ("start", "from"))
            return fixture(hits if asked.path == path and first else own)

    return Searched()


LINKEDIN_SEARCH = "/jobs-guest/jobs/api/seeMoreJobPostings/search"
NAV_SEARCH = "/stillinger/api/search"
ONE_QUERY = {"queries": ["x"], "max_pages": 1}
SITES = {
    "arbeidsplassen": (
        "",
        lambda: searched(NAV_SEARCH, "arbeidsplassen/search_hits", "arbeidsplassen/saved_page"),
        ONE_QUERY,
    ),
    "ashby": ("/board", lambda: Site({"/board": fixture("ashby/one_job")}), {}),
    "easycruit": ("", easycruit, {}),
    "eures": ("", lambda: Site({"/jv-search/search": fixture("eures/hits")}), ONE_QUERY),
    "finn": ("", Finn, {"api_key": "k3y"}),
    "greenhouse": (BOARD, lambda: Site({f"{BOARD}/jobs": fixture("greenhouse/one_job")}), {}),
    "hrmanager": ("/jobportal.svc/acme", hrmanager, {}),
    "indeed": ("", lambda: searched("/jobs", "indeed/hits", "indeed/saved_job"), ONE_QUERY),
    "jobbnorge": ("", lambda: Site({"/v3/jobs": fixture("jobbnorge/two_places")}), {}),
    "jobtech": ("", JobTech, {"queries": ["chef"]}),
    "karriere_no": ("", lambda: career_site("karriere_no", "/jobb/1.html", "karriere_no/json_ld"), {}),
    "karrierestart": ("", lambda: career_site("karrierestart", "/ledig-stilling/1", "karrierestart/visible_ad"), {}),
    "lever": ("/v0/postings/acme", lambda: Site({"/v0/postings/acme": fixture("lever/salary")}), {"employer": "Acme"}),
    "linkedin": ("", lambda: searched(LINKEDIN_SEARCH, "linkedin/cards", "linkedin/saved_job"), ONE_QUERY),
    "nav_feed": ("", nav, {}),
    "personio": ("", lambda: Site({"/xml": fixture("personio/further_offices")}), {}),
    "reachmee": ("/feed.ashx", lambda: Site({"/feed.ashx": fixture("reachmee/one_vacancy")}), {"employer": "Acme"}),
    "recman": ("", lambda: Site({"/v2/get/": fixture("recman/api")}), {"api_key": KEY}),
    "recruitee": ("", lambda: Site({"/api/offers/": fixture("recruitee/pay_and_deadline")}), {}),
    "rss": ("/feed", lambda: Site({"/feed": fixture("rss/full_text")}), {"employer": "Acme"}),
    "schema_org": ("", lambda: career_site("schema_org", "/jobs/1", "karriere_no/json_ld"), {}),
    "smartrecruiters": ("/v1/companies/acme", smartrecruiters, {}),
    "teamtailor": ("", lambda: Site({"/jobs.json": fixture("teamtailor/two_places")}), {}),
    "varbi": ("", varbi, {"employer": "Nordlyslab"}),
    "webcruiter": ("/search/41002", lambda: Site({"/search/41002": webcruiter(130)}), {}),
    "workable": ("/accounts/acme", lambda: Site({"/accounts/acme": fixture("workable/one_job_two_places")}), {}),
    "workday": ("/wday/cxs/acme/Careers", lambda: workday_site(25)[1], {}),
}
"""Platform → path of its base address, its site, options."""
TWO_PAGES = {"easycruit", "finn", "hrmanager", "indeed", "linkedin", "smartrecruiters", "varbi", "workday"}
"""The list names the ad, its own page tells of it."""


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """Platform → (job, outcome), after the sites have gone."""
    folder = tmp_path_factory.mktemp("kept")
    with ExitStack() as stack:
        jobs = {}
        for platform, (base, make, options) in SITES.items():
            site = stack.enter_context(make())
            more = {"search_url": site.url} if platform == "jobtech" else {}
            job = portal_job(folder, platform, site.url + base, terms=(), **options, **more)
            source = replace(job.source, name=platform)
            jobs[platform] = replace(job, source=source, raw=str(folder / "raw"))
        outcomes = crawl_all(list(jobs.values()))
    return {platform: (jobs[platform], outcome) for platform, outcome in zip(jobs, outcomes, strict=True)}


@pytest.mark.parametrize("platform", SPIDERS)
def test_every_platform_reads_ads_again_from_its_fixture_pages(tmp_path, platform):
    """Also of a portal that came after this was written, and has no site above."""
    spider = SPIDERS[platform](portal_job(tmp_path, platform, "http://127.0.0.1:9"))
    found = [again for case in CASES.values() if case.slug == platform if (again := drafts(spider, case))]
    assert found, "ads_of, or the parser behind it, finds no ad on any of them"


def drafts(spider, case):
    """What ``ads_of`` finds must be what the parser finds; a page of another kind (an ad of a list) is none."""
    try:
        found = [item for item in spider.ads_of(case.page) if isinstance(item, Draft)]
    except PageError:
        return []
    assert found == [item for item in parser_of(case.slug)(case.page) if isinstance(item, Draft)]
    return found


@pytest.mark.parametrize("platform", SITES)
def test_an_ad_read_again_from_its_kept_pages_is_the_ad_that_was_crawled(crawled, tmp_path, platform):
    job, outcome = crawled[platform]
    seen = kinds(outcome, Seen)
    assert seen, (outcome.messages, outcome.log)
    spider = SPIDERS[platform](replace(job, spool=str(tmp_path / "again.jsonl")))
    kept = RawPages(Path(job.raw), platform)
    assert all(item.pages for item in seen), "every ad names the pages that gave it"
    for item in seen:
        again = spider.again(item.draft.source_ref, [kept.read(key) for key in item.pages])
        assert process(again) == item.draft
    if platform in TWO_PAGES:
        assert {len(item.pages) for item in seen} == {2}


def test_an_entry_without_a_title_is_named_by_its_page_of_the_feed(crawled):
    seen = {item.draft.title: item for item in kinds(crawled["nav_feed"][1], Seen)}
    assert len(seen["Kundesenterleder"].pages) == 2
    assert len(seen["Kundeserviceleder"].pages) == 1


def test_no_secret_is_kept_and_no_header_but_the_content_type(crawled):
    folder = Path(crawled["recman"][0].raw)
    for file in every_page(folder):
        kept = RawPages(folder, file.source)
        page = kept.read(file.key)
        whole = page.body + page.url.encode() + page.content_type.encode()
        assert not any(secret in whole for secret in (KEY.encode(), TOKEN.encode(), b"k3y"))
    asked = {file.source: json.loads(head(folder, file)) for file in every_page(folder)}
    assert "key=***" in asked["recman"]["asked"]
    assert set(asked["recman"]) == {"asked", "content_type", "kind", "source", "status", "url"}
    assert not kinds(crawled["recman"][1], Problem)


def head(folder, file):
    return RawPages(folder, file.source).whole(file.key).partition(b"\n")[0]


@pytest.mark.parametrize("name", CASES)
def test_a_fixture_page_says_the_same_after_it_was_kept(tmp_path, name):
    case = CASES[name]
    kept, parse = RawPages(tmp_path / "raw", case.slug), parser_of(case.slug)
    page = kept.read(kept.keep(case.page, case.page.url, "ad"))
    assert replace(page, key="") == case.page
    assert parse(page) == parse(case.page)
