"""Postings: what is stored comes back, versions only for new words, absence and presence, contact persons apart."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select

from domain.clock import FixedClock
from domain.lifecycle import Change, Decision, Standing
from domain.postings import Contact, DeadlineKind, Draft, PostingStatus, content_hash
from storage import postings, readings
from storage.engine import Store
from storage.errors import NotStoredError
from storage.postings import SeenPosting
from storage.tables import POSTING
from tests.unit.storage.samples import FULL, NOON, TODAY, ad, drafts, reading, see

NEW = Decision(Change.NEW, PostingStatus.ACTIVE)


def stored(store: Store, ref: str, source: str = "nav"):
    with store.read() as session:
        return postings.by_refs(session, source, [ref])[ref]


def test_every_field_of_a_draft_comes_back(store: Store):
    with store.write() as session:
        number = see(session, "nav", FULL)[FULL.source_ref]
    with store.read() as session:
        posting = postings.get(session, number)
        assert posting.draft == replace(FULL, contacts=())
        assert posting.draft.issues == FULL.issues
        assert postings.contacts(session, [number]) == {number: FULL.contacts}
    assert (posting.source, posting.source_ref, posting.content_hash) == ("nav", FULL.source_ref, content_hash(FULL))
    assert (posting.first_seen, posting.last_seen, posting.changed_at, posting.closed_at) == (NOON, NOON, NOON, None)
    assert (posting.status, posting.versions, posting.absences) == (PostingStatus.ACTIVE, 1, 0)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draft=drafts())
def test_any_draft_comes_back(store: Store, draft: Draft):
    with store.write() as session:
        number = postings.save_seen(session, "any", None, [SeenPosting(draft, "h", NEW)], NOON)[draft.source_ref]
        assert postings.get(session, number).draft in (
            replace(draft, contacts=()),
            # A stored description outlives a draft that has none.
            replace(draft, contacts=(), description_html=postings.get(session, number).draft.description_html),
        )
        assert postings.contacts(session, [number]).get(number, ()) == draft.contacts
        session.rollback()


def test_characters_that_no_database_takes_do_not_cost_the_batch(store: Store):
    poison = ad(
        "x\x00y", title="Leder\x00 \ud800søkes", contacts=(Contact("Ola\x00"),), description_html="<p>\udfff!</p>"
    )
    with store.write() as session:
        ids = see(session, "nav", ad("good")) | postings.save_seen(
            session, "nav", None, [SeenPosting(poison, "h", NEW)], NOON
        )
        assert sorted(ids) == ["good", "xy"]
        assert postings.contacts(session, [ids["xy"]]) == {ids["xy"]: (Contact("Ola"),)}
        draft = postings.get(session, ids["xy"]).draft
    assert (draft.title, draft.description_html) == ("Leder søkes", "<p>!</p>")


def test_the_same_words_again_add_no_version(store: Store, clock: FixedClock):
    with store.write() as session:
        number = see(session, "nav", FULL, run=1)[FULL.source_ref]
    before = stored(store, FULL.source_ref)
    later = clock.now() + timedelta(hours=3)
    with store.write() as session:
        moved = replace(FULL, date_modified=later, issues=())
        assert see(session, "nav", moved, run=2, now=later) == {FULL.source_ref: number}
    assert stored(store, FULL.source_ref) == replace(before, last_seen=later)
    with store.read() as session:
        assert len(postings.versions(session, number)) == 1
        assert postings.changes(session, later) == []


def test_other_words_make_a_new_version(store: Store):
    later = NOON + timedelta(days=1)
    with store.write() as session:
        number = see(session, "nav", ad(), run=1)["a"]
        see(session, "nav", ad(title="Sjef for kundeservice"), run=2, now=later)
        first, second = postings.versions(session, number)
        posting = postings.get(session, number)
    assert (first.number, first.draft.title, first.run_id, first.seen_at) == (1, "Kundeservicesjef a", 1, NOON)
    assert (second.number, second.draft.title, second.run_id, second.seen_at) == (2, "Sjef for kundeservice", 2, later)
    assert (posting.versions, posting.draft, posting.first_seen) == (2, second.draft, NOON)
    assert posting.content_hash == second.content_hash != first.content_hash


def test_a_teaser_never_overwrites_a_description(store: Store):
    with store.write() as session:
        number = see(session, "nav", ad(description_html="<p>Hele annonsen</p>"))["a"]
        see(session, "nav", ad(description_html=None, summary="Kort", title="Ny tittel"))
        draft = postings.get(session, number).draft
        assert (draft.description_html, draft.summary, draft.title) == ("<p>Hele annonsen</p>", "Kort", "Ny tittel")
        see(session, "nav", ad(description_html="<p>Ny</p>"))
        assert postings.get(session, number).draft.description_html == "<p>Ny</p>"


def test_of_two_items_with_one_ref_the_last_counts(store: Store):
    with store.write() as session:
        number = see(session, "nav", ad(title="første"), ad(title="siste"))["a"]
        assert postings.get(session, number).draft.title == "siste"
        assert len(postings.versions(session, number)) == 1


def test_one_ref_in_two_sources_is_two_postings(store: Store):
    with store.write() as session:
        assert see(session, "nav", ad())["a"] != see(session, "finn", ad())["a"]
        assert postings.standings(session, "nav", ["a", "b"]) == {
            "a": Standing(PostingStatus.ACTIVE, content_hash(ad()))
        }


def test_contact_persons_are_in_no_payload_and_follow_the_ad(store: Store):
    first, second = ad(contacts=(Contact("Kari Hemmelig"), Contact("Per"))), ad(contacts=(Contact("Ny Person"),))
    with store.write() as session:
        number = see(session, "nav", first)["a"]
        see(session, "nav", second)
        assert postings.contacts(session, [number]) == {number: (Contact("Ny Person"),)}
        told = repr([postings.get(session, number), postings.versions(session, number)])
    assert not [name for name in ("Kari", "Per", "Ny Person") if name in told]


def test_contact_persons_are_wiped_some_time_after_the_ad_has_closed(store: Store):
    closed = NOON + timedelta(days=1)
    kept, gone = ad("kept", contacts=(Contact("Kari"),)), ad("gone", contacts=(Contact("Per"), Contact("Pål")))
    withdrawn = Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, 2, "absent")
    with store.write() as session:
        ids = see(session, "nav", kept, gone)
        postings.apply(session, "nav", {"gone": withdrawn}, 1, closed)
        assert postings.wipe_contacts(session, closed) == 0
        assert postings.wipe_contacts(session, closed + timedelta(days=30)) == 2
        assert list(postings.contacts(session, list(ids.values()))) == [ids["kept"]]
        # It comes back with the same words: so do its contact persons.
        see(session, "nav", gone, now=closed + timedelta(days=40))
        assert postings.contacts(session, [ids["gone"]])[ids["gone"]] == gone.contacts


def test_an_ad_that_comes_back_is_revived_and_not_new(store: Store):
    later = NOON + timedelta(days=9)
    with store.write() as session:
        number = see(session, "nav", ad())["a"]
        postings.apply(session, "nav", {"a": Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, 2, "x")}, 7, NOON)
        closed = postings.get(session, number)
        assert (closed.status, closed.closed_at, closed.status_reason, closed.status_run) == (
            PostingStatus.WITHDRAWN,
            NOON,
            "x",
            7,
        )
        assert see(session, "nav", ad(), now=later, run=8) == {"a": number}
        back = postings.get(session, number)
    assert (back.status, back.closed_at, back.changed_at, back.versions) == (PostingStatus.ACTIVE, None, later, 1)
    assert (back.absences, back.status_run, back.first_seen) == (0, 8, NOON)


def test_an_ad_expires_and_is_then_withdrawn_but_closed_since_the_first(store: Store):
    expired, later = Decision(Change.EXPIRED, PostingStatus.EXPIRED, 0, "over"), NOON + timedelta(days=5)
    with store.write() as session:
        number = see(session, "nav", ad())["a"]
        postings.apply(session, "nav", {"a": expired}, None, NOON)
        postings.apply(session, "nav", {"a": Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, 1, "")}, 3, later)
        posting = postings.get(session, number)
    assert (posting.closed_at, posting.changed_at, posting.status_run) == (NOON, later, 3)


def test_absent_are_those_that_the_run_did_not_meet(store: Store):
    with store.write() as session:
        see(session, "nav", ad("read"), ad("listed"), ad("missing"), ad("withdrawn"), ad("expired"), run=1)
        see(session, "finn", ad("elsewhere"), run=1)
        postings.apply(session, "nav", {"withdrawn": Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN)}, 1, NOON)
        postings.apply(session, "nav", {"expired": Decision(Change.EXPIRED, PostingStatus.EXPIRED)}, None, NOON)
        postings.apply(session, "nav", {"missing": Decision(Change.MISSED, PostingStatus.ACTIVE, 1)}, 1, NOON)
        see(session, "nav", ad("read"), run=2)
        assert postings.mark_present(session, "nav", ["listed", "unknown"], 2, NOON) == 1
        absent = postings.absent(session, "nav", 2)
    assert {ref: (one.status, one.absences) for ref, one in absent.items()} == {
        "missing": (PostingStatus.ACTIVE, 1),
        "expired": (PostingStatus.EXPIRED, 0),
    }


def test_a_missed_ad_is_counted_and_a_sighting_sets_it_back(store: Store):
    missed = Decision(Change.MISSED, PostingStatus.ACTIVE, 1, "not in the list")
    for sighting in ("read", "listed"):
        with store.write() as session:
            number = see(session, "nav", ad(), run=1)["a"]
            postings.apply(session, "nav", {"a": missed, "never stored": missed}, 2, NOON + timedelta(1))
            assert postings.get(session, number).absences == 1
            if sighting == "read":
                see(session, "nav", ad(), run=3)
            else:
                postings.mark_present(session, "nav", ["a"], 3, NOON)
            posting = postings.get(session, number)
        # A missed run is no change of the ad.
        assert (posting.absences, posting.changed_at, posting.status_reason) == (0, NOON, "")


def test_only_dated_and_active_ads_expire(store: Store):
    over, coming = TODAY - timedelta(days=1), TODAY
    with store.write() as session:
        dated = {"deadline_kind": DeadlineKind.DATE}
        yesterday = TODAY - timedelta(days=9)
        see(session, "nav", ad("over", deadline=over, **dated), ad("today", deadline=coming, **dated), today=yesterday)
        see(session, "nav", ad("asap", deadline=over, deadline_kind=DeadlineKind.ASAP), today=yesterday)
        see(session, "nav", ad("was over", deadline=over, **dated))
        found = postings.to_expire(session, TODAY)
        assert stored_status(session, "was over") is PostingStatus.EXPIRED
    assert list(found) == [("nav", "over")]
    expiring = found["nav", "over"]
    assert (expiring.deadline, expiring.deadline_kind, expiring.standing.status) == (
        over,
        DeadlineKind.DATE,
        PostingStatus.ACTIVE,
    )


def stored_status(session, ref):
    return postings.by_refs(session, "nav", [ref])[ref].status


def test_ads_are_read_once_for_each_text_and_vocabulary(store: Store):
    with store.write() as session:
        ids = see(session, "nav", ad("a"), ad("b"), ad("c"))
        postings.apply(session, "nav", {"c": Decision(Change.EXPIRED, PostingStatus.EXPIRED)}, None, NOON)

        def waiting(version="v1", limit=10):
            return [posting.source_ref for posting in postings.to_read(session, version, limit)]

        assert waiting() == ["a", "b"]
        assert waiting(limit=1) == ["a"]
        readings.save(session, ids["a"], content_hash(ad("a")), reading(), NOON)
        assert waiting() == ["b"]
        assert waiting("v2") == ["a", "b"]
        see(session, "nav", ad("a", title="annet"))
        assert waiting() == ["a", "b"]


def test_changes_are_told_in_order_since_a_moment(store: Store):
    with store.write() as session:
        see(session, "nav", ad("a"), ad("b"))
        see(session, "nav", ad("a"), ad("c"), now=NOON + timedelta(hours=1))
        gone = Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, 2, "absent")
        postings.apply(session, "nav", {"b": gone}, 3, NOON + timedelta(hours=2))
        told = postings.changes(session, NOON + timedelta(hours=1))
        assert [(change.source_ref, change.status) for change in told] == [
            ("c", PostingStatus.ACTIVE),
            ("b", PostingStatus.WITHDRAWN),
        ]
        assert len(postings.changes(session, NOON)) == 3
        assert [change.source_ref for change in postings.changes(session, NOON, limit=1)] == ["a"]


def test_active_ads_and_their_refs(store: Store):
    with store.write() as session:
        see(session, "nav", ad("b"), ad("a"), ad("c"))
        postings.apply(session, "nav", {"c": Decision(Change.EXPIRED, PostingStatus.EXPIRED)}, None, NOON)
        assert postings.active_refs(session, "nav") == ("a", "b")
        assert [posting.source_ref for posting in postings.active(session)] == ["b", "a"]


def test_more_ads_than_one_statement_takes(store: Store):
    many = [ad(f"{number:05}") for number in range(1_100)]
    refs = [draft.source_ref for draft in many]
    with store.write() as session:
        assert len(see(session, "nav", *many, run=1)) == 1_100
        assert len(postings.standings(session, "nav", refs)) == 1_100
        assert postings.mark_present(session, "nav", refs, 2, NOON) == 1_100
        assert len(see(session, "nav", *many, run=3)) == 1_100
        assert postings.absent(session, "nav", 3) == {}


def test_new_and_changed_ads_of_one_batch_keep_their_own_words(store: Store):
    for batch in ([ad("a"), ad("b")], [ad("c", title="Ny"), ad("a", title="Endret"), ad("d"), ad("b")]):
        with store.write() as session:
            see(session, "nav", *batch)
    with store.read() as session:
        titles = {ref: found.draft.title for ref, found in postings.by_refs(session, "nav", "abcd").items()}
        standings = postings.standings(session, "nav", "abcdx")
    assert titles == {"a": "Endret", "b": ad("b").title, "c": "Ny", "d": ad("d").title}
    assert set(standings) == set("abcd")


def test_a_moment_of_the_hour_that_comes_twice_stays_its_own(store: Store):
    oslo = ZoneInfo("Europe/Oslo")
    moments = [datetime(2026, 10, 25, 2, 30, tzinfo=oslo, fold=fold) for fold in (0, 1, 0)]
    with store.write() as session:
        see(session, "nav", *(ad(str(number), date_posted=moment) for number, moment in enumerate(moments)))
    with store.read() as session:
        first, second, third = session.execute(select(POSTING.c.date_posted).order_by(POSTING.c.source_ref)).scalars()
    assert second - first == timedelta(hours=1)
    assert third == first


def test_an_unknown_posting_is_told_apart(store: Store):
    with store.read() as session, pytest.raises(NotStoredError, match="404"):
        postings.get(session, 404)


def test_a_date_that_is_no_moment_is_refused_by_name(store: Store):
    naive = ad(date_posted=NOON.replace(tzinfo=None))
    with pytest.raises(ValueError, match="date_posted of a"), store.write() as session:
        see(session, "nav", naive)
    with store.read() as session:
        assert postings.standings(session, "nav", ["a"]) == {}


def test_nothing_seen_is_nothing_stored(store: Store):
    with store.write() as session:
        assert postings.save_seen(session, "nav", 1, [], NOON) == {}
        assert postings.changes(session, NOON - timedelta(days=1)) == []
    assert date(2026, 11, 23) == TODAY
