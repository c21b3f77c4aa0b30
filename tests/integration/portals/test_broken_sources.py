"""Sources that lie, by command: each fault gives its run state in words, and nothing stored is lost or withdrawn.

One server a source; what it answers changes from run to run, and each run fetches robots.txt once.
"""

import json
from contextlib import ExitStack

import pytest

from domain.postings import PostingStatus
from storage import postings
from storage import sources as source_states
from tests.support.command import Home
from tests.support.fault_server import CAPTCHA, FaultServer, packed, page

JSON = {"Content_Type": "application/json"}
HTML_OF_NO_AD = "<html><title>Om oss</title><h1>Om oss</h1><p>Vi selger strøm.</p></html>"
REFS = [f"6f1d7c1e-0000-4000-8000-{number:012d}" for number in range(6)]


def run_by_run(server, *behaviours):
    """The first behaviour in the first run, and so on; the last one stays."""

    async def answer(arrival, writer):
        runs = sum(item.path == "/robots.txt" for item in server.arrivals)
        await behaviours[min(runs, len(behaviours)) - 1](arrival, writer)

    return answer


def jobs(*numbers, employer="Fjellheimen Strøm AS"):
    listed = [
        {"id": number, "title": f"Kundeservicesjef {number}", "employer": employer, "summary": "Du leder."}
        for number in numbers
    ]
    return json.dumps({"jobs": listed, "meta": {"jobCountTotal": len(listed)}})


BEFORE, AFTER = range(1, 9), range(9, 17)
"""Eight ads are enough to know a source by; three would be chance (docs/decisions/0013)."""
JOBBNORGE = {
    "healthy": ("complete", "", page(jobs(*BEFORE), **JSON)),
    "captcha": ("blocked", "captcha", page(CAPTCHA)),
    "cut gzip": ("failed", "asked again next time", packed(jobs(*BEFORE).encode(), "gzip", 70)),
    "broken JSON": ("failed", "open the address in a browser", page(jobs(*BEFORE)[:-9], **JSON)),
    "other JSON": ("failed", "is base_url right?", page('{"error": "maintenance"}', **JSON)),
    "HTML of no list": ("blocked", "an HTML page where JSON was expected", page(HTML_OF_NO_AD)),
    "an empty list": ("degraded", "not believed", page('{"jobs": [], "meta": {"jobCountTotal": 0}}', **JSON)),
    "records of no ads": ("failed", "without id or title", page('{"jobs": [{"id": null}, 7, "x"]}', **JSON)),
    "healthy again": ("complete", "", page(jobs(*BEFORE), **JSON)),
    "ads without employer": (
        "degraded",
        "employer is stated by 0 of 8",
        page(jobs(*AFTER, employer=None), **JSON),
    ),
}


def feed_page(name, following, *numbers, status="ACTIVE"):
    items = [
        {
            "id": REFS[number],
            "_feed_entry": {
                "uuid": REFS[number],
                "status": status,
                "title": "Kundeservicesjef",
                "sistEndret": f"2026-11-10T10:0{number}:00+01:00",
            },
        }
        for number in numbers
    ]
    return json.dumps({"id": name, "next_id": following, "items": items})


def entry(number, **content):
    ad = {"title": "Kundeservicesjef", "description": "<p>Du leder kundeservice.</p>", **content}
    return json.dumps({"uuid": REFS[number], "status": "ACTIVE", "ad_content": ad})


NAV = {
    "healthy": ("complete", "", page(feed_page("tip", None, 0, 1), **JSON)),
    "the same page for ever": ("capped", "in a circle", page(feed_page("tip", "tip", 0, 1), **JSON)),
    "no event that is new": ("capped", "in a circle", page(feed_page("tip", "b", 0, 1), **JSON)),
    "broken JSON": ("failed", "open the address in a browser", page(feed_page("tip", None, 0)[:-5], **JSON)),
    "entry of nonsense": ("degraded", "read again in the next run", page(feed_page("tip", None, 0, 2), **JSON)),
    "healthy again": ("complete", "", page(feed_page("tip", None, 0, 1, 3), **JSON)),
}


def ad_page(title):
    node = {"@context": "https://schema.org", "@type": "JobPosting", "title": title, "description": "Du leder."}
    return f"<html><h1>{title}</h1><script type='application/ld+json'>{json.dumps(node)}</script></html>"


SITE = {
    "healthy": ("complete", "", page(ad_page("Kundeservicesjef"))),
    "captcha": ("blocked", "captcha", page(CAPTCHA)),
    "broken JSON-LD": (
        "failed",
        "broken",
        page('<script type=\'application/ld+json\'>{"@type": "JobPosting",</script>'),
    ),
    "HTML of no ad": ("degraded", "not believed", page(HTML_OF_NO_AD)),
}


def jobbnorge_server(stack):
    server = stack.enter_context(FaultServer())
    server.routes["/v3/jobs"] = run_by_run(server, *(behaviour for _, _, behaviour in JOBBNORGE.values()))
    return server


def nav_server(stack):
    server = stack.enter_context(FaultServer())
    listed = [behaviour for _, _, behaviour in NAV.values()]
    for path in ("/api/v1/feed", "/api/v1/feed/tip"):
        server.routes[path] = run_by_run(server, *listed)
    server.routes["/api/v1/feed/b"] = page(feed_page("b", "tip", 0, 1), **JSON)
    nonsense = page("[[[[", **JSON)
    healthy, before = page(entry(2), **JSON), list(NAV).index("entry of nonsense")
    server.routes[f"/api/v1/feedentry/{REFS[2]}"] = run_by_run(server, *[healthy] * before, nonsense, healthy)
    for number in (0, 1, 3):
        server.routes[f"/api/v1/feedentry/{REFS[number]}"] = page(entry(number), **JSON)
    return server


def site_server(stack):
    server = stack.enter_context(FaultServer())
    server.routes["/jobb/1"] = run_by_run(server, *(behaviour for _, _, behaviour in SITE.values()))
    locations = f"<url><loc>{server.url('/jobb/1')}</loc></url>"
    server.routes["/sitemap.xml"] = page(
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{locations}</urlset>', Content_Type="text/xml"
    )
    return server


SOURCES = {"jobbnorge": (JOBBNORGE, jobbnorge_server), "nav_feed": (NAV, nav_server), "site": (SITE, site_server)}


@pytest.fixture(scope="module")
def stories(tmp_path_factory):
    """Source → what each run should have been, the record of each run, the postings at the end, the cursor."""
    with ExitStack() as stack:
        servers = {name: start(stack) for name, (_, start) in SOURCES.items()}
        tables = {name: {"base_url": server.url("").rstrip("/")} for name, server in servers.items()}
        tables["site"] |= {"platform": "schema_org", "sitemap": servers["site"].url("/sitemap.xml")}
        home = Home(tmp_path_factory.mktemp("broken"), tables)
        order = [name for name, (faults, _) in SOURCES.items() for _ in faults]
        views = home.jobbvakt("crawl", *order, "--no-match")
        with home.store() as store, store.read() as session:
            return {
                name: (
                    faults,
                    [view for view in views if view["source"] == name],
                    postings.by_refs(session, name, [*REFS, *map(str, BEFORE), "/jobb/1"]),
                    source_states.cursor(session, name),
                )
                for name, (faults, _) in SOURCES.items()
            }


@pytest.fixture(params=SOURCES)
def story(request, stories):
    """One source's part."""
    return stories[request.param]


def test_each_fault_has_its_state_and_its_words(story):
    faults, views, _, _ = story
    assert [view["state"] for view in views] == [state for state, _, _ in faults.values()]
    for (name, (_, words, _)), view in zip(faults.items(), views, strict=True):
        assert words in view["reason"], name
        assert bool(view["reason"]) is (view["state"] != "complete"), name


def test_nothing_that_was_stored_is_lost_changed_or_withdrawn(story):
    _, views, stored, _ = story
    assert stored
    assert {posting.status for posting in stored.values()} == {PostingStatus.ACTIVE}
    assert {posting.versions for posting in stored.values()} == {1}
    assert all(view["postings"]["withdrawn"] == view["postings"]["changed"] == 0 for view in views)


def test_an_entry_that_was_nonsense_is_read_once_it_is_well(stories):
    _, _, stored, cursor = stories["nav_feed"]
    assert set(stored) == set(REFS[:4])
    assert cursor["unread"] == {}
