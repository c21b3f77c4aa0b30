"""The ledger under random merges, splits, closings and sendings: nobody is told of a posting's opening twice."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.lifecycle import Change, Decision
from domain.postings import PostingStatus
from storage import deliveries, matches, openings, postings
from storage.engine import Store
from tests.unit.storage.samples import NOON, ad, mail, match, new_alert, one_opening_each, see

OCCUPATION = "occupation:customer_service_manager"
REFS = "abcdef"
LABELS = st.lists(st.integers(0, 3), min_size=len(REFS), max_size=len(REFS))

steps = st.lists(
    st.one_of(
        st.tuples(st.just("group"), LABELS),
        st.tuples(st.just("send"), st.integers(1, 4)),
        st.tuples(st.just("close"), st.sampled_from(REFS)),
        st.tuples(st.just("see"), st.sampled_from(REFS)),
    ),
    min_size=4,
    max_size=14,
)


def regroup(session, ids, labels):
    """As the matcher does: only open postings are sorted, everything that has no group is one of its own."""
    active = {posting.source_ref for posting in postings.active(session)}
    groups = {}
    for ref, label in zip(REFS, labels, strict=True):
        if ref in active:
            groups.setdefault(ref if label == 3 else label, []).append(ids[ref])
    return openings.save_groups(session, list(groups.values()), {}, NOON)


def unsent(session, alert_id):
    """Every opening scored afresh, ranked, and without what the alert has been told."""
    for record in openings.groups(session):
        matches.save(session, record.id, OCCUPATION, match(), NOON)
    return deliveries.unsent_openings(session, alert_id, matches.ranked(session, OCCUPATION))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=steps)
def test_no_alert_is_told_of_a_postings_opening_twice(store: Store, history):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad(ref) for ref in REFS]})
        ids = {posting.source_ref: posting.id for posting in postings.active(session)}
        alert_id, told, sent_ids, day = new_alert(session), set(), set(), date(2026, 11, 23)
        for verb, what in history:
            if verb == "group":
                regroup(session, ids, what)
            elif verb == "close":
                gone = Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, 2, "gone")
                postings.apply(session, "nav", {what: gone}, 1, NOON)
            elif verb == "see":
                see(session, "nav", ad(what))
            else:
                cards = unsent(session, alert_id)[:what]
                day += timedelta(days=1)
                members = [set(openings.members(session, card.opening)) for card in cards]
                for card, inside in zip(cards, members, strict=True):
                    assert not inside & told, "a posting of this opening has been told before"
                    assert card.opening not in sent_ids, "this opening's id has been told before"
                # Never refused by a rule of the schema: what was filtered can be committed.
                chosen = {card.opening: [] for card in cards}
                deliveries.commit_digest(session, mail(alert_id, day), chosen, NOON)
                told |= set().union(*members)
                sent_ids |= set(chosen)
        session.rollback()


def test_a_merge_and_a_split_after_sending_make_nothing_new(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad(ref) for ref in "ab"], "finn": [ad("c")]})
        number = new_alert(session)
        openings.save_groups(session, [[1, 2], [3]], {}, NOON)
        (first, _second) = unsent(session, number)
        deliveries.commit_digest(session, mail(number), {first.opening: [1]}, NOON)
        # Posting 2 was not shown, but belongs to what was told.
        openings.save_groups(session, [[1], [2, 3]], {}, NOON)
        assert unsent(session, number) == []
        openings.save_groups(session, [[1, 2, 3]], {}, NOON)
        assert unsent(session, number) == []
        openings.save_groups(session, [[1, 2], [3]], {}, NOON)
        assert [card.listings[0].source for card in unsent(session, number)] == ["finn"]


def test_an_opening_merged_after_its_card_was_made_is_entered_under_its_new_id(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("a"), ad("b")]})
        number = new_alert(session)
        cards = unsent(session, number)
        assert [card.opening for card in cards] == [1, 2]
        openings.save_groups(session, [[1, 2]], {}, NOON)
        deliveries.commit_digest(session, mail(number), {card.opening: [] for card in cards}, NOON)
        assert deliveries.told_openings(session, number, [1, 2]) == {1}
        assert deliveries.already_sent(session, number, [1, 2]) == {1, 2}
