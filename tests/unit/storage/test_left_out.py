"""Ads left out: kept once with the latest reason, counted, and forgotten when they are stored after all."""

from datetime import timedelta

from domain.observations import LeftOut
from storage import left_out
from storage.engine import Store
from tests.unit.storage.samples import NOON


def test_an_ad_left_out_is_kept_once_with_its_latest_reason(store: Store):
    later = NOON + timedelta(days=1)
    with store.write() as session:
        left_out.save(session, "nav", 1, [LeftOut("a", "Kokk", "title"), LeftOut("b", "Lærer", "title")], NOON)
        left_out.save(session, "nav", 2, [LeftOut("a", "Kokk\x00 II", "text")], later)
        left_out.save(session, "nav", 2, [], later)
        (first,) = left_out.of_run(session, 2)
        assert (first.title, first.reason, first.first_seen, first.last_seen) == ("Kokk II", "text", NOON, later)
        assert [record.source_ref for record in left_out.of_run(session, 1)] == ["b"]
        assert [record.source_ref for record in left_out.of_source(session, "nav")] == ["a", "b"]
        assert left_out.of_source(session, "nav", limit=1) == [first]


def test_ads_left_out_are_counted_by_reason(store: Store):
    with store.write() as session:
        left_out.save(session, "nav", 1, [LeftOut(ref, "t", "title") for ref in "ab"] + [LeftOut("c", "t", "x")], NOON)
        left_out.save(session, "finn", 2, [LeftOut("a", "t", "title")], NOON)
        assert left_out.counts(session) == {"title": 3, "x": 1}
        assert left_out.counts(session, "nav") == {"title": 2, "x": 1}
        assert left_out.counts(session, run_id=2) == {"title": 1}


def test_an_ad_that_is_stored_after_all_is_forgotten_here(store: Store):
    with store.write() as session:
        left_out.save(session, "nav", 1, [LeftOut("a", "t", "r"), LeftOut("b", "t", "r")], NOON)
        left_out.save(session, "finn", 1, [LeftOut("a", "t", "r")], NOON)
        assert left_out.remove(session, "nav", ["a", "unknown"]) == 1
        assert left_out.counts(session, "nav") == {"r": 1}
        assert left_out.counts(session, "finn") == {"r": 1}
