"""No way leads a crawl to an address that it may not reach (RELIABILITY P8)."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.crawling import crawl, crawl_all, job_for, limits
from tests.support.fault_server import FaultServer, page, redirect

LOOPBACK_FORMS = [
    "localhost",
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "127.0.0.2",
    "0.0.0.0",
    "0",
]


@pytest.fixture
def inner() -> Iterator[FaultServer]:
    """What must not be reached: listens on every address of this machine."""
    with FaultServer({"/": page("inner secret")}, host="0.0.0.0") as server:
        yield server


def test_no_spelling_of_loopback_is_reached_unless_the_source_allows_it(tmp_path: Path, inner: FaultServer) -> None:
    jobs = [
        job_for(tmp_path, f"http://{host}:{inner.port}/", allow_loopback=False, limits=limits(retries=0))
        for host in LOOPBACK_FORMS
    ]
    outcomes = crawl_all(jobs)
    assert [dict(outcome.problems) for outcome in outcomes] == [{"address": 1}] * len(jobs)
    assert all("allow_loopback = true" in outcome.messages for outcome in outcomes)
    assert not inner.arrivals


@pytest.mark.parametrize(("address", "allow_loopback"), [("127.0.0.1", False), ("10.0.0.1", True), ("127.0.0.1", True)])
def test_a_name_is_judged_by_the_address_that_it_resolves_to(
    tmp_path: Path, inner: FaultServer, address: str, allow_loopback: bool
) -> None:

    url = f"http://portal.example:{inner.port}/"
    job = job_for(tmp_path, url, allow_loopback=allow_loopback, limits=limits(retries=0))
    (outcome,) = crawl_all([job], names={"portal.example": address})
    if address == "127.0.0.1" and allow_loopback:
        assert outcome.titles == ["ad inner secret"]
    else:
        assert outcome.problems == {"address": 1}
        assert address in outcome.messages
        assert not inner.arrivals


def test_a_name_that_nobody_knows_is_told(tmp_path: Path) -> None:
    (outcome,) = crawl_all([job_for(tmp_path, "http://portal.example/", limits=limits(retries=0))], names={})
    assert outcome.problems == {"unreachable": 1}
    assert "the host was not found" in outcome.messages


def test_a_redirect_does_not_lead_to_another_address_of_this_machine(tmp_path: Path, inner: FaultServer) -> None:
    targets = [f"http://{host}:{inner.port}/" for host in LOOPBACK_FORMS]
    targets += ["http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[fe80::1]/"]
    targets += ["file:///etc/passwd", "ftp://127.0.0.1/", "data:text/html,hello", "gopher://127.0.0.1:70/"]
    routes = {f"/{number}": redirect(target) for number, target in enumerate(targets)}
    with FaultServer({**routes, "/good": page("good")}) as server:
        outcome = crawl(job_for(tmp_path, server.url(), paths=[*routes, "/good"]))
    assert outcome.problems == {"address": len(targets)}
    assert outcome.ads == [server.url("/good")]
    assert not inner.arrivals


def test_links_of_other_schemes_hosts_and_ports_are_not_followed(tmp_path: Path, inner: FaultServer) -> None:
    paths = [
        "file:///etc/passwd",
        "data:text/html,hello",
        "ftp://127.0.0.1/x",
        "s3://bucket/key",
        f"http://127.0.0.1:{inner.port}/",
        "http://127.0.0.1/",
        "http://example.org/",
        "http://user:pass@127.0.0.1/",
        "http://",
        "http://[::1",
        "not an address",
    ]
    with FaultServer({"/good": page("good")}) as server:
        outcome = crawl(job_for(tmp_path, server.url(), paths=[*paths, "/good"]))
    assert outcome.problems == {"address": len(paths)}
    assert len(outcome.ads) == 1
    assert not inner.arrivals


# Every one of these is another way to say an address inside; {port} is where the canary listens.
VECTORS = [
    *(f"http://{host}:{{port}}/" for host in LOOPBACK_FORMS),
    "http://0x7f.1:{port}/",
    "http://0x7f.0x0.0x0.0x1:{port}/",
    "http://017700000001:{port}/",
    "http://0177.1:{port}/",
    "http://127.0.1:{port}/",
    "http://127.255.255.254:{port}/",
    "http://LOCALHOST:{port}/",
    "http://localhost.:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://localhost.localdomain:{port}/",
    "http://metadata.google.internal/computeMetadata/v1/",
    "http://printer.local/",
    "http://db.internal:{port}/",
    "http://[0:0:0:0:0:0:0:1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[::ffff:0:127.0.0.1]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "http://[64:ff9b:1::7f00:1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://[fe80::1%25lo]:{port}/",
    "http://[fc00::1]/",
    "http://[ff02::1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://0xa9fea9fe/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://100.64.0.1/",
    "http://100.100.100.200/latest/meta-data/",
    "http://10.1/",
    "http://172.16.0.1/",
    "http://192.168.257/",
    "http://192.0.0.192/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://user:secret@127.0.0.1:{port}/",
    "http://public.example@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}#@public.example/",
    "http://１２７.０.０.１:{port}/",
    "http://①②⑦.⓪.⓪.①:{port}/",
    "http://127。0。0。1:{port}/",
    "http://ⓛocalhost:{port}/",
    "http://127.0.0.1:{port}\\@public.example/",
    "http:\\\\127.0.0.1:{port}\\",
    "//127.0.0.1:{port}/",
    "http://127.0.0.1:{port}/%0d%0aX-Injected:%20yes",
    "http://127.0.0.1%09:{port}/",
    "http://127.0.0.1%00.public.example:{port}/",
    "http://127.0.0.1:22/",
    "http://127.0.0.1:0/",
    "https://127.0.0.1:{port}/",
    "file:///etc/passwd",
    "file://127.0.0.1/etc/passwd",
    "ftp://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/_x",
    "dict://127.0.0.1:{port}/x",
    "data:text/html,hello",
    "javascript:alert(1)",
    "s3://bucket/key",
    "ws://127.0.0.1:{port}/",
    "view-source:http://127.0.0.1:{port}/",
]


def _vectors(canary: FaultServer) -> list[str]:
    return [vector.replace("{port}", str(canary.port)) for vector in VECTORS]


def _touched(canary: FaultServer) -> list[str]:
    return [f"{arrival.headers.get('host')}{arrival.path}" for arrival in canary.arrivals]


def test_forty_and_more_ways_to_say_an_inner_address_lead_nowhere_as_a_link(tmp_path: Path, inner: FaultServer) -> None:
    assert len(VECTORS) >= 40
    # "//host" is a link as a page writes it; beside a base address it is what a spider would make of it.
    links = [f"http:{vector}" if vector.startswith("//") else vector for vector in _vectors(inner)]
    with FaultServer({"/good": page("good")}) as server:
        outcome = crawl(job_for(tmp_path, server.url(), paths=[*links, server.url("/good")]))
    assert _touched(inner) == []
    assert outcome.ads == [server.url("/good")]
    assert outcome.problems == {"address": len(VECTORS)}


@pytest.mark.parametrize("statuses", [(301, 302), (303, 307, 308)], ids=str)
def test_nor_as_a_redirect_of_any_kind(tmp_path: Path, inner: FaultServer, statuses: tuple[int, ...]) -> None:
    targets = [target for target in _vectors(inner) if target.isascii()]
    routes = {f"/{n}-{status}": redirect(target, status) for n, target in enumerate(targets) for status in statuses}
    with FaultServer({**routes, "/good": page("good")}) as server:
        outcome = crawl(job_for(tmp_path, server.url(), paths=[*routes, "/good"], parallel=4))
    assert _touched(inner) == []
    assert outcome.ads == [server.url("/good")], outcome.messages
    assert outcome.problems == {"address": len(routes)}


def test_nor_through_robots_txt_a_sitemap_or_a_link_to_the_next_page(tmp_path: Path, inner: FaultServer) -> None:
    away = inner.url("/", "127.0.0.1")
    feed = json.dumps({"title": "x", "items": [{"url": "/jobs/1-x"}], "next_url": away})
    routes = {
        "robots": ("pages", {"/robots.txt": redirect(away), "/": page("x")}),
        "sitemap": ("schema_org", {"/robots.txt": page(f"Sitemap: {away}sitemap.xml")}),
        "index": (
            "schema_org",
            {"/sitemap.xml": page(f"<sitemapindex><sitemap><loc>{away}s.xml</loc></sitemap></sitemapindex>")},
        ),
        "rel=next": ("schema_org", {"/": page(f"<a href='/jobb/1'>x</a><a rel=next href='{away}'>2</a>")}),
        "next_url": ("teamtailor", {"/jobs.json": page(feed, Content_Type="application/json")}),
    }
    with ExitStack() as stack:
        servers = [stack.enter_context(FaultServer(answers)) for _, answers in routes.values()]
        jobs = [
            replace(
                job_for(tmp_path, server.url("").rstrip("/"), platform, limits=limits(retries=0)),
                spider_modules=("crawler.platforms", "tests.support.spiders"),
            )
            for server, (platform, _) in zip(servers, routes.values(), strict=True)
        ]
        outcomes = crawl_all(jobs)
    assert _touched(inner) == []
    assert [bool(outcome.problems) for outcome in outcomes] == [True] * len(routes)


@pytest.mark.parametrize("answers", ["127.0.0.1|169.254.169.254|10.0.0.1", "10.0.0.1,127.0.0.1", "127.0.0.1,10.0.0.1"])
def test_a_name_that_changes_its_mind_or_has_two_faces_leads_only_where_the_source_may_go(
    tmp_path: Path, inner: FaultServer, answers: str
) -> None:
    url = f"http://portal.example:{inner.port}/"
    jobs = [job_for(tmp_path, url, paths=["/", "/2", "/3"], limits=limits(retries=0)) for _ in range(2)]
    inner.fallback = page("inner secret")
    for outcome in crawl_all(jobs, names={"portal.example": answers}):
        assert outcome.titles == ["ad inner secret"] * 3


def test_a_name_with_a_loopback_face_is_not_reached_by_a_source_that_may_not(
    tmp_path: Path, inner: FaultServer
) -> None:
    names = {"a.example": "127.0.0.1", "b.internal": "10.0.0.1,127.0.0.1", "c.local": "127.0.0.2|127.0.0.1"}
    jobs = [
        job_for(
            tmp_path, f"http://{name}:{inner.port}/", paths=["/", "/2"], allow_loopback=False, limits=limits(retries=0)
        )
        for name in names
    ]
    for outcome in crawl_all(jobs, names=names):
        assert outcome.problems == {"address": 2}
    assert _touched(inner) == []
