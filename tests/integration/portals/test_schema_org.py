"""Career sites over real HTTP: what is listed, what is read, what counts as gone, and what is not believed."""

import gzip
import json

import pytest

from domain.observations import Checkpoint, Gone, LeftOut, Present, Problem, Seen
from domain.runs import ProblemCode
from tests.integration.portals.sites import Site, crawl_portal, kinds, portal_job
from tests.support.crawling import crawl_all, limits

HOST = "https://jobb.fjellheimen.example"
CAPTCHA = "<html><head><title>Et øyeblikk ...</title></head><body><h1>Bekreft at du er et menneske</h1></body></html>"


def ad(title="Kundeservicesjef"):
    node = {
        "@type": "JobPosting",
        "title": title,
        "description": "<p>Du leder kundeservice.</p>",
        "datePosted": "2026-11-02",
        "validThrough": "2026-12-01",
        "hiringOrganization": "Fjellheimen Strøm AS",
    }
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    return f"<html><head><title>{title}</title>{script}</head><body><h1>{title}</h1></body></html>"


def sitemap(*entries, root="urlset", item="url"):
    pages = "".join(
        f"<{item}><loc>{url}</loc>{f'<lastmod>{lastmod}</lastmod>' if lastmod else ''}</{item}>"
        for url, lastmod in entries
    )
    return (
        f'\ufeff<?xml version="1.0" encoding="UTF-8"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{pages}</{root}>"
    )


def site(**pages):
    """A site whose sitemap names three ads and a page about the firm, under the host it has in the world."""
    names = ["/jobb/1", "/jobb/2", "/jobb/3", "/om-oss"]
    return Site(
        {
            "/sitemap.xml": sitemap(*((HOST + name, "2026-11-19") for name in names), (HOST + "/", "")),
            "/jobb/1": ad(),
            "/jobb/2": ad("Lagermedarbeider"),
            "/jobb/3": ad("Selger"),
            "/om-oss": "<html><head><title>Om oss</title></head><body><h1>Om oss</h1></body></html>",
            **{path.replace("_", "/"): answer for path, answer in pages.items()},
        }
    )


def refs(outcome, kind):
    return [item.draft.source_ref if isinstance(item, Seen) else item.source_ref for item in kinds(outcome, kind)]


def cursor(outcome):
    return kinds(outcome, Checkpoint)[-1].cursor


def test_a_sitemap_is_read_and_every_page_accounted_for(tmp_path):
    with site() as server:
        outcome = crawl_portal(tmp_path, "schema_org", server.url)
    assert refs(outcome, Seen) == ["/jobb/1", "/jobb/2", "/jobb/3"]
    assert [(item.source_ref, item.title, item.reason) for item in kinds(outcome, LeftOut)] == [
        ("/om-oss", "Om oss", "no JobPosting on the page")
    ]
    assert outcome.ended.listing_complete
    assert not outcome.problems
    assert "/" not in server.paths, "the front page is no ad"


def test_robots_names_the_sitemap_which_may_be_an_index_and_gzipped(tmp_path):
    index = sitemap((HOST + "/kart.xml.gz", ""), root="sitemapindex", item="sitemap")
    pages = {
        "/robots.txt": f"\ufeffUser-agent: *\nDisallow: /admin\n\nSITEMAP: {HOST}/kart_index.xml\n",
        "/kart_index.xml": index,
        "/kart.xml.gz": gzip.compress(sitemap((HOST + "/jobb/1", "2026-11-19")).encode(), mtime=0),
        "/jobb/1": ad(),
    }
    with Site(pages) as server:
        outcome = crawl_portal(tmp_path, "schema_org", server.url)
    assert refs(outcome, Seen) == ["/jobb/1"]
    assert not outcome.problems


def test_what_has_not_changed_is_present_without_a_request(tmp_path):
    with site() as server:
        first = crawl_portal(tmp_path, "schema_org", server.url)
        server.asked.clear()
        listed = ["/jobb/1", "/jobb/2", "/jobb/3", "/om-oss"]
        server.pages["/sitemap.xml"] = sitemap(
            *((HOST + name, "2026-11-20" if name == "/jobb/2" else "2026-11-19") for name in listed)
        )
        known = refs(first, Seen)
        second = crawl_portal(tmp_path, "schema_org", server.url, cursor=cursor(first), known=known)
    assert refs(second, Present) == ["/jobb/1", "/jobb/3"]
    assert refs(second, Seen) == ["/jobb/2"]
    assert [item.reason for item in kinds(second, LeftOut)] == ["no JobPosting on the page (unchanged)"]
    assert [path for path in server.paths if path.startswith(("/jobb", "/om"))] == ["/jobb/2"]


def test_an_ad_the_store_has_lost_is_read_again_though_unchanged(tmp_path):
    with site() as server:
        first = crawl_portal(tmp_path, "schema_org", server.url)
        second = crawl_portal(tmp_path, "schema_org", server.url, cursor=cursor(first), known=["/jobb/1"])
    assert refs(second, Present) == ["/jobb/1"]
    assert refs(second, Seen) == ["/jobb/2", "/jobb/3"]


@pytest.mark.parametrize("status", [404, 410])
def test_a_stored_ad_whose_page_is_gone_is_asked_twice_and_then_gone(tmp_path, status):
    with site(_jobb_2=status) as server:
        outcome = crawl_portal(tmp_path, "schema_org", server.url, known=["/jobb/1", "/jobb/2", "/jobb/3"])
    assert [(item.source_ref, item.reason) for item in kinds(outcome, Gone)] == [
        ("/jobb/2", f"its page answers {status}")
    ]
    assert server.paths.count("/jobb/2") == 2
    assert not outcome.problems


def test_a_page_that_comes_back_within_the_run_is_not_gone(tmp_path):
    answers = iter([404, ad("Lagermedarbeider")])
    with site(_jobb_2=lambda _: next(answers)) as server:
        outcome = crawl_portal(tmp_path, "schema_org", server.url, known=["/jobb/2"])
    assert not kinds(outcome, Gone)
    assert "/jobb/2" in refs(outcome, Seen)


def test_a_stored_ad_that_is_no_longer_listed_is_asked_itself(tmp_path):
    with site(_jobb_4=ad("Telefonist"), _jobb_5=404) as server:
        known = ["/jobb/1", "/jobb/2", "/jobb/3", "/jobb/4", "/jobb/5"]
        outcome = crawl_portal(tmp_path, "schema_org", server.url, known=known)
    assert "/jobb/4" in refs(outcome, Seen)
    assert refs(outcome, Gone) == ["/jobb/5"]


def test_a_site_that_loses_most_of_its_ads_at_once_is_not_believed(tmp_path):
    with site(_jobb_1=404, _jobb_2=404, _jobb_3=404) as server:
        known = [f"/jobb/{number}" for number in range(1, 7)]
        outcome = crawl_portal(tmp_path, "schema_org", server.url, known=known)
    assert not kinds(outcome, Gone)
    assert [item.code for item in kinds(outcome, Problem)] == [ProblemCode.UNREADABLE]
    assert "not believed" in outcome.messages


def test_a_page_without_its_ad_says_nothing_of_a_stored_one(tmp_path):
    with site(_jobb_2="<html><body><h1>Stillingen er besatt</h1></body></html>") as server:
        outcome = crawl_portal(tmp_path, "schema_org", server.url, known=["/jobb/2"])
    assert "/jobb/2" not in refs(outcome, Seen) + refs(outcome, LeftOut) + refs(outcome, Gone)
    assert not outcome.problems


def test_a_captcha_stops_the_crawl(tmp_path):
    with site(_jobb_1=CAPTCHA) as server:
        outcome = crawl_portal(tmp_path, "schema_org", server.url)
    assert set(outcome.problems) == {ProblemCode.SOFT_BLOCK}
    assert not outcome.ended.listing_complete


def test_a_start_page_and_those_after_it_are_read_where_there_is_no_sitemap(tmp_path):
    pages = {
        "/ledige": '<a href="/jobb/1#top">1</a><a href="/fil.pdf">x</a><a href="mailto:a@b.example">y</a>'
        '<a href="https://annet.example/jobb/9">z</a><a href="http://[">?</a>'
        '<a rel="next" href="/ledige?side=2">neste</a>',
        "/jobb/1": ad(),
        "/jobb/2": ad("Lagermedarbeider"),
    }

    def listing(asked):
        return '<a href="/jobb/2">2</a>' if asked.query else pages["/ledige"]

    with Site({**pages, "/ledige": listing}) as server:
        outcome = crawl_portal(tmp_path, "schema_org", server.url, start_url=server.url + "/ledige")
    assert refs(outcome, Seen) == ["/jobb/1", "/jobb/2"]
    assert "/fil.pdf" not in server.paths
    assert outcome.ended.listing_complete


def test_without_sitemap_and_start_page_the_front_page_is_read(tmp_path):
    with Site({"/": '<a href="/jobb/1">1</a>', "/jobb/1": ad()}) as server:
        outcome = crawl_portal(tmp_path, "schema_org", server.url)
    assert refs(outcome, Seen) == ["/jobb/1"]
    assert not outcome.problems


def test_a_start_page_that_lists_nothing_is_no_empty_list(tmp_path):
    answers = [
        (CAPTCHA, "soft_block"),
        ("<html><body><h1>Velkommen</h1></body></html>", "not_a_listing"),
        (500, "server_error"),
        (403, "forbidden"),
        (404, "not_a_listing"),
    ]
    pages = {f"/ledige/{number}": answer for number, (answer, _) in enumerate(answers)}
    with Site(pages) as server:
        jobs = [
            portal_job(tmp_path, "schema_org", server.url, start_url=server.url + path, limits=limits(retries=0))
            for path in pages
        ]
        outcomes = crawl_all(jobs)
    assert [dict(outcome.problems) for outcome in outcomes] == [{code: 1} for _, code in answers]
    assert not any(outcome.ended.listing_complete for outcome in outcomes)


def test_a_named_sitemap_that_is_none_is_told(tmp_path):
    whole = sitemap((HOST + "/jobb/1", ""))
    pages = {
        "/cut.xml.gz": gzip.compress(whole.encode() * 50)[:-20],
        "/cut.xml": whole[:-30],
        "/bomb.xml": '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
        "/rss.xml": "<rss><channel/></rss>",
        "/empty.xml": "",
    }
    with Site(pages) as server:
        outcomes = crawl_all(
            [portal_job(tmp_path, "schema_org", server.url, sitemap=server.url + path) for path in pages]
        )
    for outcome in outcomes:
        assert dict(outcome.problems) == {ProblemCode.NOT_A_LISTING: 1}
        assert "sitemap" in outcome.messages
        assert not outcome.ended.listing_complete


def test_a_page_that_robots_forbids_is_left_out(tmp_path):
    with site(_robots_txt=404) as server:
        server.pages["/robots.txt"] = "User-agent: *\nDisallow: /om-oss\n"
        outcome = crawl_portal(tmp_path, "schema_org", server.url)
    assert len(refs(outcome, Seen)) == 3
    assert [item.source_ref for item in kinds(outcome, LeftOut)] == ["/om-oss"]
    assert "robots" in kinds(outcome, LeftOut)[0].reason
    assert "/om-oss" not in server.paths
    assert not outcome.problems


def test_a_site_that_forbids_all_its_ads_is_blocked(tmp_path):
    with site() as server:
        server.pages["/robots.txt"] = "User-agent: *\nDisallow: /jobb/\nDisallow: /om-oss\n"
        outcome = crawl_portal(tmp_path, "schema_org", server.url)
    assert set(outcome.problems) == {ProblemCode.ROBOTS}
    assert not kinds(outcome, Seen)


def test_too_many_pages_are_narrowed_to_those_that_speak_of_jobs_and_then_capped(tmp_path):
    names = [f"/nyheter/{number}" for number in range(20)] + ["/jobb/1", "/jobb/2"]
    with site() as server:
        server.pages["/sitemap.xml"] = sitemap(*((HOST + name, "") for name in names))
        narrowed = crawl_portal(tmp_path, "schema_org", server.url, max_pages=5)
        server.pages["/sitemap.xml"] = sitemap(*((f"{HOST}/jobb/{number}", "") for number in range(20)))
        capped = crawl_portal(tmp_path, "schema_org", server.url, max_pages=5)
    assert refs(narrowed, Seen) == ["/jobb/1", "/jobb/2"]
    assert dict(capped.problems) == {ProblemCode.BUDGET: 1}
    assert "max_pages" in capped.messages


def test_a_page_in_trouble_costs_one_ad_and_not_the_run(tmp_path):
    with site(_jobb_2=500) as server:
        outcome = crawl_portal(tmp_path, "schema_org", server.url)
    assert refs(outcome, Seen) == ["/jobb/1", "/jobb/3"]
    assert dict(outcome.problems) == {ProblemCode.SERVER_ERROR: 1}
    assert "/jobb/2" not in cursor(outcome)["pages"], "it is read again in the next run"
