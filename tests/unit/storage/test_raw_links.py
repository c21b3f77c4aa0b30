"""Which kept pages gave which posting, what reading again stores, and whom the store knows as erased."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.lifecycle import Change, Decision
from domain.postings import Contact, PostingStatus, content_hash
from storage import forgotten, postings, raw_links
from storage.engine import Store
from storage.postings import SeenPosting
from storage.rereading import RereadPosting, save_reread
from tests.unit.storage.samples import FULL, NOON, ad

NEW = Decision(Change.NEW, PostingStatus.ACTIVE)
SAME = Decision(Change.UNCHANGED, PostingStatus.ACTIVE)
GONE = Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, reason="INACTIVE")
KARI = Contact("Kari Oppdikt", email=" Kari@Example.no")


def seen(store: Store, draft, *pages: str, decision=NEW, source="nav"):
    with store.write() as session:
        item = SeenPosting(draft, content_hash(draft), decision, pages)
        return postings.save_seen(session, source, None, [item], NOON)[draft.source_ref]


def links(store: Store, source="nav"):
    with store.read() as session:
        return raw_links.of_source(session, source)


def test_an_ad_names_the_pages_that_gave_it_last(store: Store):
    seen(store, ad("a"), "list1", "own1")
    seen(store, ad("b"), "list1")
    seen(store, ad("c"))
    assert links(store) == {"a": ("list1", "own1"), "b": ("list1",)}
    seen(store, ad("a"), "list2", "own1", decision=SAME)
    seen(store, ad("b", title="Ny tittel"), "list2")
    assert links(store) == {"a": ("list2", "own1"), "b": ("list2",)}


def test_the_same_words_without_pages_leave_the_link_and_other_words_take_it_away(store: Store):
    seen(store, ad("a"), "list1")
    seen(store, ad("a"), decision=SAME)
    assert links(store) == {"a": ("list1",)}
    seen(store, ad("a", title="Fra en lagret side"))
    assert links(store) == {}


def test_pages_by_what_they_are_needed_for(store: Store):
    for ref, page in (("open", "p1"), ("closed", "p2"), ("lately", "p3")):
        seen(store, ad(ref, contacts=(KARI,) if ref == "closed" else ()), "list", page)
    seen(store, ad("x"), "p1", source="other")
    seen(store, ad("y"), source="other")
    with store.write() as session:
        postings.apply(session, "nav", {"closed": GONE}, None, NOON - timedelta(days=31))
        postings.apply(session, "nav", {"lately": GONE}, None, NOON)
    before = NOON - timedelta(days=30)
    with store.write() as session:
        assert raw_links.of_active(session) == {"nav": {"list", "p1"}, "other": {"p1"}}
        assert raw_links.of_any(session) == {"nav": {"list", "p1", "p2", "p3"}, "other": {"p1"}}
        assert raw_links.of_closed(session, before) == {"nav": {"list", "p2"}}
        assert raw_links.of_contact(session, "kari@example.NO ") == {"nav": {"list", "p2"}}
        assert raw_links.counts(session) == {"nav": (3, 3), "other": (2, 1)}
        raw_links.unlink_closed(session, before)
        assert raw_links.of_source(session, "nav") == {"open": ("list", "p1"), "lately": ("list", "p3")}
        assert raw_links.counts(session)["nav"] == (3, 2)


def reread(store: Store, number: int, decision=None, digest="", **changes):
    with store.write() as session:
        before = postings.get(session, number)
        draft = replace(before.draft, **changes)
        digest = digest or content_hash(draft)
        save_reread(session, [RereadPosting(before, draft, digest, decision)], NOON + timedelta(days=1))
        return before, postings.get(session, number), postings.versions(session, number)


def test_what_is_read_again_is_a_version_of_its_own_kind_and_no_sighting(store: Store):
    number = seen(store, FULL, "p")
    before, after, versions = reread(store, number, title="Bedre lest", contacts=(KARI,))
    assert after.draft == replace(FULL, title="Bedre lest", contacts=())
    assert [(one.number, one.reread) for one in versions] == [(1, False), (2, True)]
    assert (after.last_seen, after.status, after.absences) == (before.last_seen, before.status, before.absences)
    assert after.changed_at == NOON + timedelta(days=1)
    with store.read() as session:
        assert postings.contacts(session, [number]) == {number: (KARI,)}
    assert links(store) == {FULL.source_ref: ("p",)}


def test_a_remark_beside_the_ad_is_set_right_without_a_version(store: Store):
    number = seen(store, FULL)
    before, after, versions = reread(store, number, digest=content_hash(FULL), employer_description="Et kraftlag.")
    assert after.draft.employer_description == "Et kraftlag."
    assert len(versions) == 1
    assert after.changed_at == before.changed_at
    with store.read() as session:
        assert postings.contacts(session, [number]) == {number: FULL.contacts}, "those stored stay"


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        (None, PostingStatus.EXPIRED),
        (Decision(Change.REVIVED, PostingStatus.ACTIVE, reason="its deadline had been misread"), PostingStatus.ACTIVE),
    ],
)
def test_only_a_decision_turns_the_status(store: Store, decision, status):
    number = seen(store, ad("a"), decision=Decision(Change.NEW, PostingStatus.EXPIRED))
    _, after, _ = reread(store, number, decision, title="Bedre lest")
    assert after.status is status
    assert (after.closed_at is None) is (status is PostingStatus.ACTIVE)


def test_a_person_is_known_by_a_digest_alone_and_once(store: Store):
    with store.write() as session:
        assert forgotten.known(session) == frozenset()
        for _ in range(2):
            forgotten.remember(session, "0f" * 32, NOON)
        assert forgotten.known(session) == {"0f" * 32}
