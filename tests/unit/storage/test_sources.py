"""Sources: cursors belong to the write unit of their ads; states gather what is known."""

import pytest

from domain.clock import FixedClock
from domain.runs import RunState, Verdict
from storage import runs, sources
from storage.engine import Store
from tests.unit.storage.samples import NOON, ad, see


def test_a_cursor_is_kept_and_replaced(store: Store, clock: FixedClock):
    with store.write() as session:
        assert sources.cursor(session, "nav") is None
        sources.set_cursor(session, "nav", {"page": "å/1", "etag": None, "seen": [1, 2]}, clock.now())
        sources.set_cursor(session, "jobbnorge", {}, clock.now())
    with store.write() as session:
        assert sources.cursor(session, "nav") == {"page": "å/1", "etag": None, "seen": [1, 2]}
        assert sources.cursor(session, "jobbnorge") == {}
        sources.set_cursor(session, "nav", {"page": "2"}, clock.now())
        assert sources.cursor(session, "nav") == {"page": "2"}


def interrupted(store, clock):
    with store.write() as session:
        see(session, "nav", ad())
        sources.set_cursor(session, "nav", {"page": 9}, clock.now())
        raise InterruptedError


def test_a_cursor_is_not_stored_without_its_ads(store: Store, clock: FixedClock):
    # Not told as a failure of the store: it is the unit's own.
    with pytest.raises(InterruptedError):
        interrupted(store, clock)
    with store.read() as session:
        assert sources.cursor(session, "nav") is None
        assert sources.all_states(session) == {}


def test_states_gather_counts_cursor_and_the_newest_run(store: Store, clock: FixedClock):
    with store.write() as session:
        see(session, "nav", ad("a"), ad("b"))
        see(session, "finn", ad("c"))
        sources.set_cursor(session, "nav", {"page": 1}, clock.now())
        for _ in range(2):
            run = runs.begin(session, "blocked", clock.now(), pid=1, host="h", trigger="cli")
            runs.finish(session, run, Verdict(RunState.BLOCKED, "robots"), clock.now())
        states = sources.all_states(session)
    assert list(states) == ["blocked", "finn", "nav"]
    assert (states["nav"].active, states["nav"].postings, states["nav"].cursor) == (2, 2, {"page": 1})
    assert (states["nav"].cursor_at, states["nav"].last_run) == (NOON, None)
    assert (states["blocked"].last_run.id, states["blocked"].active, states["blocked"].cursor) == (run, 0, None)
