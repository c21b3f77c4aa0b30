"""What `jobbvakt sources list` and `doctor` say of sources that are well, failing, waiting, paused and off; and the
wait of a failing source: longer each time, never for ever, gone when somebody wants it gone.
"""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.source_table import ago, ahead, source_lines
from domain.clock import FixedClock
from domain.runs import RunState, Tally, Verdict
from operations.context import open_context
from operations.doctor import examine
from operations.refresh import LONGEST_WAIT, SourceClock, due_sources, failures_in_a_row, next_refresh
from operations.source_health import health, retry
from settings import Settings
from storage import audit, flags, runs
from storage import sources as source_states
from tests.integration.portals.sites import Site
from tests.support import stores
from tests.support.command import Home

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def context(tmp_path):
    with open_context(Settings(data_dir=stores.place(tmp_path)), FixedClock(NOON)) as found:
        yield found


def ran(context, name, state, began, reason="", **counts):
    with context.store.write() as session:
        number = runs.begin(session, name, began, pid=1, host="h", trigger="test")
        runs.add_progress(session, number, began, tally=Tally(**counts))
        runs.finish(session, number, Verdict(state, reason), began)


def of(context, name):
    return next(one for one in health(context) if one.source.name == name)


def shown(context, width=80, contact="a@example.org"):
    return list(source_lines(health(context), context.clock.now(), width, contact))


def test_an_empty_store_says_how_to_begin_and_that_finns_ads_are_missing(context):
    lines = shown(context)
    assert "Nothing has been crawled yet. Begin with: jobbvakt crawl --all" in lines
    assert any("no ads published through FINN" in line for line in lines)
    assert "To set one: jobbvakt init" in shown(context, contact="")[-2]
    assert all(len(line) <= 80 for line in lines[:-1])


def test_a_source_that_is_well_tells_what_it_brought_and_when_it_is_asked_next(context):
    ran(context, "jobbnorge", RunState.COMPLETE, NOON - timedelta(minutes=20), seen=41, new=3, withdrawn=1)
    (line,) = [line for line in shown(context) if line.startswith("jobbnorge")]
    assert line.split("  ")[0] == "jobbnorge"
    for words in ("official", "complete", "20 min ago", "41 ads, 3 new, 1 withdrawn"):
        assert words in line
    assert re.search("in 4[0-6] min$", line.rstrip())  # the hour, and up to a tenth of it


def test_a_failing_source_stands_first_with_its_reason_its_wait_and_what_ends_it(context):
    for number in range(3, 0, -1):
        ran(context, "jobbnorge", RunState.BLOCKED, NOON - number * HOUR, "robots.txt answers 503", seen=0)
    lines = shown(context)
    assert lines[1].startswith("jobbnorge")
    assert "waits: in 7 h" in lines[1]
    assert lines[2] == "    ! robots.txt answers 503"
    assert "jobbvakt sources retry jobbnorge" in " ".join(line.strip() for line in lines[3:5])
    told = next(item for item in examine(context.settings, context.clock) if item.what == "source jobbnorge")
    assert not told.ok
    assert "3 times in a row, left alone until 2026-11-24 18:0" in told.told
    assert told.remedy.endswith("jobbvakt sources retry jobbnorge")


def newest_event(context, moment):
    with context.store.write() as session:
        source_states.set_cursor(session, "nav_feed", {"page_id": "p", "newest_event": moment}, NOON)


def test_a_feed_that_stands_still_is_told_though_its_runs_are_complete(context):
    ran(context, "nav_feed", RunState.COMPLETE, NOON, seen=0)
    newest_event(context, "2026-11-22T12:00:01+01:00")
    assert of(context, "nav_feed").error == "", "47 hours are a quiet weekend"
    newest_event(context, "2026-11-22T11:59:00+01:00")
    assert "48 hours old" in of(context, "nav_feed").error
    assert any("has the feed stalled?" in line for line in shown(context))
    (told,) = [item for item in examine(context.settings, context.clock) if item.what == "source nav_feed"]
    assert not told.ok
    assert "48 hours old" in told.told
    newest_event(context, "no date at all")
    assert of(context, "nav_feed").error == ""


def test_trying_again_forgets_the_failures_and_is_in_the_audit_log(context):
    for number in range(6, 0, -1):
        ran(context, "jobbnorge", RunState.THROTTLED, NOON - number * HOUR, "429")
    assert of(context, "jobbnorge").waits
    retry(context, "jobbnorge", "command line")
    well = of(context, "jobbnorge")
    assert (well.failures, well.waits, well.next) == (0, False, NOON)
    assert well.error == "429", "what went wrong last stays told"
    with context.store.read() as session:
        assert [(entry.action, entry.subject) for entry in audit.recent(session)] == [("source.retry", "jobbnorge")]
    ran(context, "jobbnorge", RunState.THROTTLED, NOON, "429")
    assert of(context, "jobbnorge").failures == 1, "from here on it counts anew"


def test_an_on_demand_crawl_that_ends_well_ends_the_wait(context):
    for number in range(6, 1, -1):
        ran(context, "jobbnorge", RunState.FAILED, NOON - number * HOUR)
    ran(context, "jobbnorge", RunState.COMPLETE, NOON - timedelta(minutes=1), seen=2)
    assert (of(context, "jobbnorge").failures, of(context, "jobbnorge").waits) == (0, False)


def test_a_run_under_way_or_stopped_by_hand_neither_fails_nor_heals(context):
    failed, stopped, running = RunState.FAILED, RunState.CANCELLED, RunState.RUNNING
    assert failures_in_a_row([running, stopped, failed, failed, RunState.COMPLETE, failed]) == 2
    assert failures_in_a_row([RunState.DEGRADED, failed]) == 0


@given(st.integers(0, 10**6), st.integers(1, 60 * 24 * 14))
def test_the_wait_has_a_ceiling_however_often_a_source_failed(failures, minutes):
    own = timedelta(minutes=minutes)
    state = SourceClock("x", last_began=NOON, failures=failures)
    wait = next_refresh(state, NOON, own) - NOON
    most = max(own * 1.1, LONGEST_WAIT)
    assert own <= wait <= most
    assert due_sources([state], NOON + most, own) == ["x"], "never for ever"
    assert wait >= next_refresh(replace(state, failures=max(0, failures - 1)), NOON, own) - NOON


def test_paused_and_running_sources_say_so(context):
    with context.store.write() as session:
        flags.set_flag(session, f"{flags.PAUSED}jobbnorge", "the portal asked us to", NOON)
        runs.begin(session, "nav_feed", NOON - timedelta(minutes=3), pid=1, host="h", trigger="test")
    text = "\n".join(shown(context))
    assert "paused: the portal asked us to" in text
    assert of(context, "jobbnorge").next is None
    assert of(context, "nav_feed").state == "running"


@pytest.mark.parametrize(
    ("span", "past", "future"),
    [
        (timedelta(seconds=-5), "just now", "due"),
        (timedelta(seconds=20), "just now", "in 1 min"),
        (timedelta(minutes=90), "90 min ago", "in 90 min"),
        (timedelta(hours=20), "20 h ago", "in 20 h"),
        (timedelta(days=9), "9 days ago", "in 9 days"),
    ],
)
def test_times_are_told_as_a_person_would(span, past, future):
    assert (ago(span), ahead(span)) == (past, future)


def test_by_command_the_list_is_json_too_and_a_failing_source_can_be_tried_again(tmp_path):
    with Site({"/robots.txt": (503, "")}) as server:
        home = Home(tmp_path, {"minkilde": {"platform": "schema_org", "base_url": server.url}})
        home.crawl("minkilde")
        one = next(one for one in home.jobbvakt("sources", "list") if one["name"] == "minkilde")
        assert (one["state"], one["failures"], one["waits"]) == ("blocked", 1, True)
        assert "robots.txt" in one["last_error"]
        assert one["last_yield"]["seen"] == 0
        assert datetime.fromisoformat(one["next_run"]) > datetime.fromisoformat(one["last_run"]["started_at"]) + HOUR
        home.jobbvakt("sources", "retry", "minkilde")
        assert home.code == 0
        one = next(one for one in home.jobbvakt("sources", "list") if one["name"] == "minkilde")
        assert (one["failures"], one["waits"]) == (0, False)
        home.jobbvakt("sources", "retry", "minkild")
        assert home.code == 3
        assert "did you mean minkilde" in home.errors
