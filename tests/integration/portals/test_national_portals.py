"""Portals of a country over real HTTP: FINN's partner interface, JobTech's stream, and those that stay closed."""

import json
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest

from domain.observations import Checkpoint, Gone, LeftOut, Seen
from domain.runs import ProblemCode
from tests.integration.portals.sites import Site, crawl_portal, kinds, portal_job
from tests.support.crawling import crawl_all

NS = (
    'xmlns="http://www.w3.org/2005/Atom" xmlns:os="http://a9.com/-/spec/opensearch/1.1/" '
    'xmlns:finn="http://xmlns.finn.no/atom-ad-extensions/1.0"'
)


def entry(code, title, extra="", disposed="false"):
    return (
        f"<entry {NS}><id>urn:id:{code}</id><title>{title}</title>"
        f'<category scheme="urn:finn:ad:disposed" term="{disposed}"/>{extra}</entry>'
    )


def full(code, title):
    text = '<finn:field name="general_text"><finn:value><finn:field name="value">&lt;p&gt;Du leder.&lt;/p&gt;'
    return entry(code, title, f"<finn:adata>{text}</finn:field></finn:value></finn:field></finn:adata>")


class Finn(Site):
    """Two pages of hits in one market; the others are empty."""

    stated = 3

    def answer(self, asked):
        if asked.headers.get("x-finn-apikey") != "k3y":
            return 401
        if asked.path.startswith("/ad/"):
            return full(asked.path.rpartition("/")[2], "Kundeserviceleder")
        if asked.path != "/search/job-full-time":
            return f"<feed {NS}><os:totalResults>0</os:totalResults></feed>"
        if asked.query.get("page") == ["2"]:
            return f"<feed {NS}><os:totalResults>9</os:totalResults>{entry(480000003, 'Kundesenterleder')}</feed>"
        following = f'<link rel="next" href="{self.url}/search/job-full-time?rows=400&amp;page=2"/>'
        entries = entry(480000001, "Kundeserviceleder") + entry(480000002, "Kundeserviceleder", disposed="true")
        return f"<feed {NS}><os:totalResults>{self.stated}</os:totalResults>{following}{entries}</feed>"


def test_finns_markets_are_read_to_their_ends_with_the_key(tmp_path):
    with Finn() as server:
        outcome = crawl_portal(tmp_path, "finn", server.url, api_key="k3y")
    assert sorted(outcome.ads) == ["480000001", "480000003"]
    assert [item.source_ref for item in kinds(outcome, Gone)] == ["480000002"]
    assert kinds(outcome, Seen)[0].draft.description_html == "<p>Du leder.</p>"
    assert outcome.ended.listing_complete
    assert not outcome.problems
    markets = [path for path in server.paths if path.startswith("/search/")]
    assert markets[0] == markets[1] == "/search/job-full-time"
    assert set(markets[2:]) == {"/search/job-part-time", "/search/job-management"}


def test_a_finn_market_with_fewer_ads_than_stated_is_not_complete(tmp_path):
    with Finn() as server:
        server.stated = 40
        outcome = crawl_portal(tmp_path, "finn", server.url, api_key="k3y")
    assert not outcome.ended.listing_complete
    assert "3 ads in job-full-time where it states 40" in outcome.messages


def test_without_a_key_finn_is_not_asked_at_all(tmp_path):
    with Finn() as server:
        outcome = crawl_portal(tmp_path, "finn", server.url)
    assert outcome.problems == {ProblemCode.UNAUTHORIZED: 1}
    assert "jobbvakt import" in outcome.messages
    assert server.paths == []


def ad(number, headline, **changes):
    return {"id": str(number), "headline": headline, "description": {"text": "Du leder."}, **changes}


class JobTech(Site):
    """A search with one page and a stream that remembers what it was asked."""

    open_now = (ad(1, "Customer Service Manager"), ad(2, "Säljare"))
    changed = (ad(3, "Customer Service Lead"), {"id": "1", "removed": True}, {"id": "9", "removed": True})

    def answer(self, asked):
        if asked.path == "/search":
            return json.dumps({"total": {"value": len(self.open_now)}, "hits": self.open_now})
        if asked.path == "/v2/stream":
            return json.dumps(self.changed)
        return 404


def test_jobtech_searches_first_and_then_follows_the_stream(tmp_path):
    with JobTech() as server:
        how = {"search_url": server.url, "queries": ["chef"]}
        first = crawl_portal(tmp_path, "jobtech", server.url, **how)
        cursor = kinds(first, Checkpoint)[-1].cursor
        later = {"until": datetime(2026, 11, 22, 23, 0, tzinfo=UTC).isoformat()}
        second = crawl_portal(tmp_path, "jobtech", server.url, cursor=later, known=["1"], **how)
    assert first.titles == ["Customer Service Manager"]
    assert [item.title for item in kinds(first, LeftOut)] == ["Säljare"]
    assert cursor == {"until": "2026-11-23T11:00:00+00:00"}
    assert second.titles == ["Customer Service Lead"] * 2
    assert {item.source_ref for item in kinds(second, Gone)} == {"1", "9"}
    asked = [
        (asked.query["date"][0], asked.query["updated-before-date"][0])
        for asked in server.asked
        if "date" in asked.query
    ]
    assert asked == [("2026-11-22T21:00:00", "2026-11-23T07:00:00"), ("2026-11-23T03:00:00", "2026-11-23T13:00:00")]
    assert kinds(second, Checkpoint)[-1].cursor == cursor
    assert second.ended.listing_complete


def test_jobtech_that_answers_something_else_keeps_its_place(tmp_path):
    later = {"until": datetime(2026, 11, 23, 9, 0, tzinfo=UTC).isoformat()}
    with Site({"/v2/stream": '{"message": "api key missing"}'}) as server:
        outcome = crawl_portal(tmp_path, "jobtech", server.url, cursor=later)
    assert outcome.problems == {ProblemCode.NOT_A_LISTING: 1}
    assert "api key missing" in outcome.messages
    assert not kinds(outcome, Checkpoint)


@pytest.mark.parametrize("platform", ["linkedin", "indeed", "karrierestart", "arbeidsplassen", "eures", "karriere_no"])
def test_robots_txt_stays_in_force_for_portals_that_were_opted_in(tmp_path, platform):
    with Site({"/robots.txt": "User-agent: *\nDisallow: /"}) as server:
        outcome = crawl_portal(tmp_path, platform, server.url)
    assert outcome.problems[ProblemCode.ROBOTS] == 1
    assert set(server.paths) == {"/robots.txt"}
    assert not outcome.ended.listing_complete


def card(number, title):
    return (
        f'<div class="base-card job-search-card" data-entity-urn="urn:li:jobPosting:43000000{number:02}">'
        f'<h3 class="base-search-card__title">{title}</h3><h4 class="base-search-card__subtitle">Lumo</h4></div>'
    )


def test_a_search_is_read_query_by_query_and_each_ad_once(tmp_path):
    job = '<h1 class="topcard__title">Customer Service Manager</h1><div class="show-more-less-html__markup">Lead.</div>'
    path = "/jobs-guest/jobs/api/seeMoreJobPostings/search"

    def search(asked):
        if asked.query["start"] != ["0"]:
            return "<html><body><p>Nothing more here for you today.</p></body></html>"
        more = card(3, "Customer Service Lead") if asked.query["keywords"] == ["b"] else ""
        return f"<html><body>{card(1, 'Customer Service Manager')}{card(2, 'Clerk')}{more}</body></html>"

    def detail(asked):
        return f"<html><head><link rel='canonical' href='https://x/jobs/view/{asked.path.rpartition('/')[2]}'></head>{job}</html>"

    pages = {path: search, **{f"/jobs-guest/jobs/api/jobPosting/43000000{n:02}": detail for n in (1, 3)}}
    with Site(pages) as server:
        outcome = crawl_portal(tmp_path, "linkedin", server.url, queries=["a", "b"])
    assert outcome.ads == ["4300000001", "4300000003"]
    assert outcome.ended.listing_complete
    assert [asked.query["keywords"][0] for asked in server.asked if asked.path == path] == ["a", "a", "b", "b"]


def test_eures_and_arbeidsplassen_page_through_their_hits(tmp_path):
    def eures(asked):
        page = json.loads(asked.body)["page"]
        hits = [{"id": f"e{page}", "title": "Customer Service Manager"}] if page < 3 else []
        return json.dumps({"numberRecords": 2, "jvs": hits})

    def nav(asked):
        start = int(asked.query["from"][0])
        source = {"title": "Kundeserviceleder", "properties": {"adtext": "<p>Du leder.</p>"}}
        uuid = "0f0e0d0c-1111-4222-8333-444455556666"
        return json.dumps(
            {"hits": {"total": {"value": 1}, "hits": [] if start else [{"_id": uuid, "_source": source}]}}
        )

    with ExitStack() as stack:
        sites = [
            stack.enter_context(Site(pages))
            for pages in ({"/jv-search/search": eures}, {"/stillinger/api/search": nav})
        ]
        names = ("eures", "arbeidsplassen")
        jobs = [portal_job(tmp_path, name, site.url, queries=["x"]) for name, site in zip(names, sites, strict=True)]
        outcomes = crawl_all(jobs)
    assert [outcome.ads for outcome in outcomes] == [["e1", "e2"], ["0f0e0d0c-1111-4222-8333-444455556666"]]
    assert all(outcome.ended.listing_complete and not outcome.problems for outcome in outcomes)
