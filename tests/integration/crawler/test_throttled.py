"""429, 503 and Retry-After: nothing is sent before the allowed time (RELIABILITY P4)."""

import asyncio
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.support.crawling import crawl, crawl_all, job_for, limits
from tests.support.fault_server import Arrival, Behaviour, FaultServer, in_turn, page


@pytest.mark.parametrize("status", [429, 503])
def test_a_short_wait_is_kept_by_the_whole_host(tmp_path: Path, status: int) -> None:
    busy = in_turn(page("busy", status, Retry_After="1"), page("there"))
    routes = {"/busy": busy} | {f"/{number}": page("x") for number in range(6)}
    with FaultServer(routes) as server:
        outcome = crawl(job_for(tmp_path, server.url(), paths=[*routes], parallel=2, delay_seconds=0.2))
    assert len(outcome.ads) == 7
    assert not outcome.problems
    # All that arrives after the refusal has been read comes a second later; one request may already be on its way.
    refused = next(arrival.at for arrival in server.arrivals if arrival.path == "/busy")
    later = [arrival.at - refused for arrival in server.arrivals if arrival.at > refused]
    assert sum(wait < 1 for wait in later) <= 1
    assert len(server.paths()) == 8


def test_a_date_is_waited_for(tmp_path: Path) -> None:
    async def busy(arrival: Arrival, writer: asyncio.StreamWriter) -> None:
        when = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
        await page("busy", 429, Retry_After=when)(arrival, writer)

    with FaultServer({"/": in_turn(busy, busy, page("there"))}) as server:
        outcome = crawl(job_for(tmp_path, server.url(), limits=limits(max_wait_seconds=5, retries=2)))
    assert len(outcome.ads) == 1
    # An HTTP date has whole seconds: "in 2 seconds" may be just over 1 second away.
    assert min(server.gaps()[1:]) >= 1


def test_a_long_wait_ends_the_run_as_throttled(tmp_path: Path) -> None:
    with ExitStack() as stack:
        servers = [
            stack.enter_context(
                FaultServer({"/busy": page("busy", 429, Retry_After=value), "/1": page("x"), "/2": page("x")})
            )
            for value in ("3600", "1000000000", "Mon, 23 Nov 2099 11:00:00 GMT")
        ]
        outcomes = crawl_all([job_for(tmp_path, server.url(), paths=["/busy", "/1", "/2"]) for server in servers])
    for server, outcome in zip(servers, outcomes, strict=True):
        assert outcome.problems == {"throttled": 1}
        assert "3600 seconds" in outcome.messages
        assert server.paths() == ["/busy"]
        assert outcome.ended is not None
        assert not outcome.ended.listing_complete


def test_without_a_word_that_can_be_read_we_back_off_and_give_up(tmp_path: Path) -> None:
    with ExitStack() as stack:
        servers = [
            stack.enter_context(FaultServer({"/": page("busy", 429, **headers)}))
            for headers in (
                {},
                {"Retry_After": "garbage"},
                {"Retry_After": "-5"},
                {"Retry_After": "Mon, 23 Nov 1999 11:00:00 GMT"},
            )
        ]
        patience = limits(backoff_seconds=0.3, retries=2)
        outcomes = crawl_all([job_for(tmp_path, server.url(), limits=patience) for server in servers])
    for server, outcome in zip(servers, outcomes, strict=True):
        assert outcome.problems == {"throttled": 1}
        first, second = server.gaps()[1:]
        assert first >= 0.3
        assert second >= 0.6


def _in_two_seconds(status: int) -> Behaviour:
    async def busy(arrival: Arrival, writer: asyncio.StreamWriter) -> None:
        when = format_datetime(datetime.now(UTC) + timedelta(seconds=2.5), usegmt=True)
        await page("busy", status, Retry_After=when)(arrival, writer)

    return busy


def test_robots_txt_itself_may_ask_for_a_pause_and_nobody_slips_through(tmp_path: Path) -> None:
    """429 and 503, seconds and dates, for 1, 2 and 16 requests that wait for it."""
    cases = [(status, form, many) for status in (429, 503) for form in ("seconds", "date") for many in (1, 2, 16)]
    with ExitStack() as stack:
        servers = []
        for status, form, many in cases:
            busy = page("busy", status, Retry_After="1") if form == "seconds" else _in_two_seconds(status)
            routes = {f"/{number}": page("x") for number in range(many)}
            robots = in_turn(busy, page("User-agent: *\nAllow: /"))
            servers.append(stack.enter_context(FaultServer({**routes, "/robots.txt": robots})))
        patience = limits(max_wait_seconds=5, retries=1)
        jobs = [
            job_for(tmp_path, server.url(), limits=patience, parallel=many, paths=[f"/{n}" for n in range(many)])
            for server, (_, _, many) in zip(servers, cases, strict=True)
        ]
        outcomes = crawl_all(jobs)
    for case, server, outcome in zip(cases, servers, outcomes, strict=True):
        first, *later = [(arrival.path, arrival.at) for arrival in server.arrivals]
        assert (first[0], later[0][0]) == ("/robots.txt", "/robots.txt")
        assert min(at for _, at in later) - first[1] >= 1, case
        assert (len(outcome.ads), dict(outcome.problems)) == (case[2], {}), case


def test_a_refusal_holds_back_all_but_what_was_on_its_way(tmp_path: Path) -> None:
    cases = [(status, many) for status in (429, 503) for many in (1, 2, 16)]
    with ExitStack() as stack:
        servers = []
        for status, _ in cases:
            routes = {f"/{number}": page("x") for number in range(1, 17)}
            busy = in_turn(page("busy", status, Retry_After="2"), page("there"))
            servers.append(stack.enter_context(FaultServer({"/busy": busy, **routes})))
        jobs = [
            job_for(tmp_path, server.url(), limits=limits(max_wait_seconds=5), parallel=many, paths=[*server.routes])
            for server, (_, many) in zip(servers, cases, strict=True)
        ]
        outcomes = crawl_all(jobs)
    for case, server, outcome in zip(cases, servers, outcomes, strict=True):
        refused = next(arrival.at for arrival in server.arrivals if arrival.path == "/busy")
        early = [arrival for arrival in server.arrivals if refused < arrival.at < refused + 2]
        # At most four requests to one host are under way at once (Limits.parallel).
        assert len(early) <= min(case[1], 4) - 1, case
        assert len(outcome.ads) == 17, case
