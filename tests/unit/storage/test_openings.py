"""Openings: ids that keep their meaning through every merge and split."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.postings import PostingStatus
from storage import matches, openings
from storage.check import check
from storage.engine import Store
from storage.errors import NotStoredError
from tests.unit.storage.samples import NOON, ad, match, one_opening_each, see

OCCUPATION = "occupation:customer_service_manager"


def five(session):
    ids = one_opening_each(session, {"nav": [ad(ref) for ref in "abcde"]})
    assert ids == {number: number for number in range(1, 6)}


def test_a_merge_keeps_the_oldest_id_and_old_links_lead_there(store: Store):
    with store.write() as session:
        five(session)
        assert openings.save_groups(session, [[3, 4], [5]], {4: "same text"}, NOON) == {3: 3, 4: 3, 5: 5}
        assert openings.save_groups(session, [[2, 4, 3]], {}, NOON) == {2: 2, 3: 2, 4: 2}
        assert openings.get(session, 4).id == openings.get(session, 3).id == openings.get(session, 2).id == 2
        assert openings.members(session, 2) == (2, 3, 4)
        assert openings.members(session, 4) == ()
        assert [record.id for record in openings.groups(session)] == [1, 2, 5]


def test_a_split_gives_the_part_that_leaves_a_new_id(store: Store):
    with store.write() as session:
        five(session)
        openings.save_groups(session, [[1, 2, 3]], {2: "a", 3: "b"}, NOON)
        after = openings.save_groups(session, [[3, 2], [1]], {3: "c"}, NOON)
        assert after == {1: 1, 2: 6, 3: 6}
        record = openings.get(session, 6)
        assert (record.postings, record.explanations, record.merged_into) == ((2, 3), {3: "c"}, None)
        assert openings.get(session, 1).explanations == {}


def test_the_opening_stays_with_its_founder_when_parts_change_places(store: Store):
    with store.write() as session:
        five(session)
        openings.save_groups(session, [[1, 2], [3, 4]], {}, NOON)
        assert openings.save_groups(session, [[1, 4], [3, 2]], {}, NOON) == {1: 1, 4: 1, 3: 3, 2: 3}


def test_closed_postings_stay_in_their_opening_and_follow_it(store: Store):
    with store.write() as session:
        five(session)
        openings.save_groups(session, [[1, 2], [3, 4]], {}, NOON)
        # Founder 3 has closed, so that it is in no group: its opening goes on with 4.
        assert openings.save_groups(session, [[1], [2], [4]], {}, NOON) == {1: 1, 2: 6, 4: 3}
        assert openings.members(session, 3) == (3, 4)
        openings.save_groups(session, [[1, 4]], {}, NOON)
        assert openings.members(session, 1) == (1, 3, 4)
        assert openings.get_by_posting(session, 3).id == 1


def test_an_opening_was_seen_first_when_its_first_posting_was(store: Store):
    later = NOON + timedelta(days=3)
    with store.write() as session:
        new = see(session, "nav", ad("new"), now=later)["new"]
        old = see(session, "nav", ad("old"), now=NOON)["old"]
        assert openings.get_by_posting(session, new) is None
        opening = openings.save_groups(session, [[new, old], []], {}, later)[new]
        assert openings.get(session, opening).first_seen == NOON


def test_an_unknown_opening_is_told_apart(store: Store):
    with store.read() as session:
        assert openings.members(session, 404) == ()
        with pytest.raises(NotStoredError, match="404"):
            openings.get(session, 404)


def test_scores_of_openings_that_changed_are_stale_and_only_those(store: Store):
    with store.write() as session:
        five(session)
        for number in range(1, 6):
            matches.save(session, number, OCCUPATION, match(), NOON)
        openings.save_groups(session, [[1], [2, 3], [4], [5]], {}, NOON)
        assert matches.stale(session, OCCUPATION, "v1") == [2]


partitions = st.lists(st.integers(0, 3), min_size=6, max_size=6)
"""For six postings the number of their group; 3 means in none."""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=st.lists(partitions, min_size=1, max_size=6))
def test_whatever_is_regrouped_every_posting_has_one_opening_that_holds_its_founder(store: Store, history):
    with store.write() as session:
        numbers = list(see(session, "nav", *(ad(ref) for ref in "abcdef")).values())
        for labels in history:
            groups = [[number for number, label in zip(numbers, labels, strict=True) if label == g] for g in range(3)]
            before = {number: openings.get_by_posting(session, number) for number in numbers}
            after = openings.save_groups(session, groups, {}, NOON)
            for group in filter(None, groups):
                assert len({after[number] for number in group}) == 1
            records = openings.groups(session)
            placed = [number for record in records for number in record.postings]
            assert len(placed) == len(set(placed))
            for record in records:
                assert record.postings
                # Unless it was merged, whoever founded it is still in it: its id means what it meant.
                was = [one for one in before.values() if one and one.id == record.id]
                assert all(one.postings[0] == record.postings[0] for one in was)
        session.rollback()


def test_the_store_check_finds_nothing_after_merges_and_splits(store: Store):
    with store.write() as session:
        five(session)
        openings.save_groups(session, [[1, 2], [3, 4, 5]], {}, NOON)
        openings.save_groups(session, [[1, 3], [2, 4], [5]], {}, NOON)
    assert [finding for finding in check(store) if not finding.ok] == []
    assert PostingStatus.ACTIVE == "active"
