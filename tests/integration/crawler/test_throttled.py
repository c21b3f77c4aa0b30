"""429, 503 and Retry-After: nothing is sent before the allowed time (RELIABILITY P4)."""

import asyncio
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.support.crawling import crawl, crawl_all, job_for, limits
from tests.support.fault_server import Arrival, FaultServer, in_turn, page


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
