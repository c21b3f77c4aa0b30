"""robots.txt before the first page, whatever it answers and however many ask at once (RELIABILITY P1 to P3)."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.crawling import Outcome, crawl, crawl_all, job_for, limits
from tests.support.fault_server import Behaviour, FaultServer, hang_up, packed, page, redirect, silence

ALLOW = "User-agent: *\nAllow: /\n"
FORBID = "User-agent: *\nDisallow: /\n"
LONG = "# " + "x" * 600 * 1024 + "\n"


def chain(steps: int) -> dict[str, Behaviour]:
    """So many redirects one after another; the page at their end is not among them."""
    places = ["/robots.txt", *(f"/r{number}" for number in range(1, steps + 1))]
    return {place: redirect(to, 301) for place, to in pairwise(places)}


# What robots.txt answers, and whether a page may then be fetched.
TABLE: dict[str, tuple[dict[str, Behaviour], bool]] = {
    "200 allow": ({"/robots.txt": page(ALLOW)}, True),
    "200 forbid": ({"/robots.txt": page(FORBID)}, False),
    "200 forbid us": ({"/robots.txt": page("User-agent: Jobbvakt\nDisallow: /\nUser-agent: *\nAllow: /")}, False),
    "200 forbid in gzip": ({"/robots.txt": packed(FORBID.encode(), "gzip")}, False),
    "200 cut gzip": ({"/robots.txt": packed(ALLOW.encode() * 50, "gzip", 30)}, False),
    "200 empty": ({"/robots.txt": page("")}, True),
    "200 html": ({"/robots.txt": page("<!doctype html><h1>Hei</h1>")}, True),
    "200 long, forbids first": ({"/robots.txt": page(FORBID + LONG)}, False),
    "200 long, forbids last": ({"/robots.txt": page(LONG + FORBID)}, True),
    "200 bom": ({"/robots.txt": page("\ufeff" + FORBID)}, False),
    "204": ({"/robots.txt": page("", 204)}, True),
    "301 chain to allow": (
        {"/robots.txt": redirect("/r1", 301), "/r1": redirect("/r2", 308), "/r2": page(ALLOW)},
        True,
    ),
    "301 chain to forbid": (
        {"/robots.txt": redirect("/r1", 301), "/r1": redirect("/r2", 308), "/r2": page(FORBID)},
        False,
    ),
    "301 five times": ({**chain(5), "/r5": page(ALLOW)}, True),
    "301 five times to forbid": ({**chain(5), "/r5": page(FORBID)}, False),
    "301 six times": ({**chain(6), "/r6": page(ALLOW)}, False),
    "301 to no address": ({"/robots.txt": redirect("javascript:alert(1)", 301)}, False),
    "301 without end": ({"/robots.txt": redirect("/robots.txt", 301)}, False),
    "401": ({"/robots.txt": page(FORBID, 401)}, True),
    "403": ({"/robots.txt": page(FORBID, 403)}, True),
    "404": ({"/robots.txt": page(FORBID, 404)}, True),
    "410": ({"/robots.txt": page(FORBID, 410)}, True),
    "429": ({"/robots.txt": page(ALLOW, 429)}, False),
    "429 for an hour": ({"/robots.txt": page(ALLOW, 429, Retry_After="3600")}, False),
    "500": ({"/robots.txt": page(ALLOW, 500)}, False),
    "503": ({"/robots.txt": page(ALLOW, 503)}, False),
    "time-out": ({"/robots.txt": silence()}, False),
    "closed connection": ({"/robots.txt": hang_up()}, False),
}
CODES = {"closed connection": "unreachable"}
"""Where the host as a whole cannot be had, that is what is told."""
PARALLEL = (1, 2, 16)


@dataclass
class Case:
    """One answer of robots.txt met by so many requests at once."""

    server: FaultServer
    outcome: Outcome
    parallel: int


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, int], Case]]:
    """The whole table, crawled at once in one process."""
    folder = tmp_path_factory.mktemp("robots")
    with ExitStack() as stack:
        servers = {}
        for name, (routes, _) in TABLE.items():
            for parallel in PARALLEL:
                pages = {f"/{number}": page("Kundeservicesjef") for number in range(parallel)}
                servers[name, parallel] = stack.enter_context(FaultServer({**pages, **routes}))
        jobs = [
            job_for(
                folder,
                server.url(),
                limits=limits(timeout_seconds=2, retries=0) if name == "time-out" else limits(retries=1),
                paths=[f"/{number}" for number in range(parallel)],
                parallel=parallel,
            )
            for (name, parallel), server in servers.items()
        ]
        outcomes = crawl_all(jobs)
        yield {
            key: Case(server, outcome, key[1]) for (key, server), outcome in zip(servers.items(), outcomes, strict=True)
        }


@pytest.mark.parametrize("parallel", PARALLEL)
@pytest.mark.parametrize("name", TABLE)
def test_no_page_is_fetched_unless_robots_txt_allows_it(
    cases: dict[tuple[str, int], Case], name: str, parallel: int
) -> None:
    case = cases[name, parallel]
    asked = [path for path in case.server.paths() if not path.startswith("/r")]
    outcome = case.outcome
    assert outcome.ended is not None, outcome.log
    if TABLE[name][1]:
        assert (len(asked), len(outcome.ads), dict(outcome.problems)) == (parallel, parallel, {})
    else:
        assert (asked, outcome.ads, dict(outcome.problems)) == ([], [], {CODES.get(name, "robots"): parallel})


@pytest.mark.parametrize("name", TABLE)
def test_robots_txt_is_asked_for_first_and_once_a_try(cases: dict[tuple[str, int], Case], name: str) -> None:
    arrivals = [arrival.path for arrival in cases[name, 16].server.arrivals]
    assert arrivals[0] == "/robots.txt"
    assert arrivals.count("/robots.txt") <= (6 if name == "301 without end" else 2)


def test_the_reason_is_told(cases: dict[tuple[str, int], Case]) -> None:
    assert "robots.txt answered 503" in cases["503", 1].outcome.messages
    assert "longer than 2" in cases["time-out", 1].outcome.messages
    assert "disallows this page for Jobbvakt" in cases["200 forbid", 1].outcome.messages
    assert "ask the site's owner" in cases["200 forbid", 1].outcome.messages


def test_only_the_forbidden_pages_are_left_out(tmp_path: Path) -> None:
    routes = {"/robots.txt": page("User-agent: *\nDisallow: /intern\n"), "/a": page("a"), "/intern/b": page("b")}
    with FaultServer({**routes, "/to-intern": redirect("/intern/b")}) as server:
        outcome = crawl(job_for(tmp_path, server.url(), paths=["/a", "/intern/b", "/to-intern"]))
    assert outcome.ads == [server.url("/a")]
    assert outcome.problems == {"robots": 2}
    assert "/intern/b" not in server.paths()


def test_a_host_that_is_not_there_is_unreachable_not_forbidden(tmp_path: Path) -> None:
    with FaultServer() as server:
        base_url = server.url()
    outcome = crawl(job_for(tmp_path, base_url, limits=limits(retries=0)))
    assert outcome.problems == {"unreachable": 1}
    assert "refused" in outcome.messages


def test_a_host_that_hangs_up_is_unreachable(tmp_path: Path) -> None:
    with FaultServer({"/robots.txt": hang_up()}) as server:
        outcome = crawl(job_for(tmp_path, server.url(), limits=limits(retries=0)))
    assert outcome.problems == {"unreachable": 1}
    assert not server.paths()


def test_crawl_delay_is_the_least_gap_also_between_parallel_requests(tmp_path: Path) -> None:
    routes = {f"/{number}": page("x") for number in range(4)}
    robots = page("User-agent: *\nCrawl-delay: 0.6\n")
    with FaultServer({**routes, "/robots.txt": robots}) as server:
        outcome = crawl(job_for(tmp_path, server.url(), paths=[*routes], parallel=4))
    assert len(outcome.ads) == 4
    assert min(server.gaps()) >= 0.55


def test_the_sources_own_delay_is_kept(tmp_path: Path) -> None:
    routes = {f"/{number}": page("x") for number in range(4)}
    with FaultServer(routes) as server:
        outcome = crawl(job_for(tmp_path, server.url(), paths=[*routes], parallel=4, delay_seconds=0.4))
    assert len(outcome.ads) == 4
    assert min(server.gaps()) >= 0.35


def test_a_forbidden_page_is_forbidden_however_its_path_is_written(tmp_path: Path) -> None:
    paths = [
        "/intern/b",
        "/%69ntern/b",
        "/intern%2Fb",
        "/x/../intern/b",
        "/./intern/b",
        "//intern/b",
        "/x/%2E%2e/intern/b",
    ]
    routes = {"/robots.txt": page("User-agent: *\nDisallow: /intern\n")}
    with FaultServer(routes) as server:
        server.fallback = page("b")
        outcome = crawl(job_for(tmp_path, server.url(), paths=[server.url("").rstrip("/") + path for path in paths]))
    assert server.paths() == []
    assert outcome.problems == {"robots": len(paths)}
