"""Runs: one live run for each source, figures that add up, and no word after the verdict."""

from dataclasses import replace

import pytest

from domain.clock import FixedClock
from domain.runs import RunState, Tally, Verdict
from storage import runs
from storage.engine import Store
from storage.errors import NotStoredError, RunAlreadyLiveError, RunEndedError

COMPLETE = Verdict(RunState.COMPLETE, "")


def begin(store, clock, source="nav"):
    with store.write() as session:
        return runs.begin(session, source, clock.now(), pid=17, host="here", trigger="cli")


def end(store, clock, run_id, verdict=COMPLETE):
    with store.write() as session:
        runs.finish(session, run_id, verdict, clock.now())


def record(store, run_id):
    with store.read() as session:
        return runs.get(session, run_id)


def test_a_run_begins_live_and_empty(store: Store, clock: FixedClock):
    run = record(store, begin(store, clock))
    assert (run.state, run.source, run.pid, run.host, run.trigger) == (RunState.RUNNING, "nav", 17, "here", "cli")
    assert run.started_at == run.heartbeat_at == clock.now()
    assert (run.tally, run.problems, run.spool_offset, run.finished_at) == (Tally(), {}, 0, None)


def test_a_second_live_run_of_a_source_is_refused_with_the_first_ones_id(store: Store, clock: FixedClock):
    first = begin(store, clock)
    with pytest.raises(RunAlreadyLiveError) as refused:
        begin(store, clock)
    assert refused.value.run_id == first
    assert str(first) in refused.value.remedy
    begin(store, clock, "another")


def test_a_source_is_free_again_after_the_verdict(store: Store, clock: FixedClock):
    first = begin(store, clock)
    end(store, clock, first, Verdict(RunState.BLOCKED, "robots.txt says no"))
    second = begin(store, clock)
    assert second > first
    assert record(store, first).reason == "robots.txt says no"
    with store.read() as session:
        assert runs.live(session, "nav").id == second
        assert [run.id for run in runs.live_all(session)] == [second]
        assert [run.id for run in runs.recent(session)] == [second, first]
        assert runs.recent(session, "other") == []
        assert runs.latest(session) == {"nav": record(store, second)}


def test_progress_is_added_up_and_beats_the_heart(store: Store, clock: FixedClock):
    run_id = begin(store, clock)
    clock.sleep(5)
    for number in (1, 2):
        with store.write() as session:
            runs.add_progress(
                session,
                run_id,
                clock.now(),
                pages=2,
                requests=3,
                size=10**10,
                tally=Tally(seen=4, new=3, unchanged=1, not_relevant=2),
                problems={"unreadable": number},
                first_problem={"unreadable": f"message {number}"},
                spool_offset=100 * number,
            )
    run = record(store, run_id)
    assert (run.pages, run.requests, run.bytes, run.spool_offset) == (4, 6, 2 * 10**10, 200)
    assert run.tally == Tally(seen=8, new=6, unchanged=2, not_relevant=4)
    assert run.ads_met == 12
    assert (run.problems, run.first_problem) == ({"unreadable": 3}, {"unreadable": "message 1"})
    assert run.heartbeat_at == clock.now()


def test_nothing_is_stored_for_a_run_that_somebody_else_has_ended(store: Store, clock: FixedClock):
    run_id = begin(store, clock)
    end(store, clock, run_id, Verdict(RunState.ABORTED, "no heartbeat"))
    before = record(store, run_id)
    late = (
        lambda session: runs.add_progress(session, run_id, clock.now(), pages=1),
        lambda session: runs.heartbeat(session, run_id, clock.now()),
        lambda session: runs.set_child(session, run_id, 99),
        lambda session: runs.finish(session, run_id, COMPLETE, clock.now()),
    )
    clock.sleep(60)
    for word in late:
        with pytest.raises(RunEndedError), store.write() as session:
            word(session)
    assert record(store, run_id) == before


def test_a_cancel_is_a_request_that_the_parent_reads(store: Store, clock: FixedClock):
    run_id = begin(store, clock)
    with store.write() as session:
        runs.set_child(session, run_id, 4711)
        assert runs.request_cancel(session, run_id)
    run = record(store, run_id)
    assert run == replace(run, cancel_requested=True, child_pid=4711, state=RunState.RUNNING)
    end(store, clock, run_id, Verdict(RunState.CANCELLED, "stopped on request"))
    with store.write() as session:
        assert not runs.request_cancel(session, run_id)


def test_the_baseline_is_the_newest_complete_run(store: Store, clock: FixedClock):
    with store.read() as session:
        assert runs.complete(session, "nav", 1) == []
    good = begin(store, clock)
    end(store, clock, good)
    end(store, clock, begin(store, clock), Verdict(RunState.DEGRADED, "cut short"))
    with store.read() as session:
        assert runs.complete(session, "nav", 1)[0].id == good


def test_an_unknown_run_is_told_apart(store: Store):
    with pytest.raises(NotStoredError, match="404"):
        record(store, 404)
