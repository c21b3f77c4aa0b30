"""No way leads a crawl to an address that it may not reach (RELIABILITY P8)."""

from collections.abc import Iterator
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
