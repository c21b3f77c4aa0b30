"""Versions of an ad side by side: which sentences came and went, and that nobody is named."""

import time
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alerts.languages import CATALOGUES
from domain.postings import Contact, Draft, PostingStatus, SafeHtml, content_hash
from operations.history import changes, diff, told
from storage.postings import PostingVersion, StoredPosting

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
NB = CATALOGUES["nb"]


def version(number, **facts):
    """As storage gives it: the hash counts the contact persons, the draft has none."""
    draft = Draft("1", "https://jobb.eksempel.no/1", facts.pop("title", "Leder"), **facts)
    digest = content_hash(draft)
    bare = Draft(**{name: getattr(draft, name) for name in Draft.__slots__ if name != "contacts"})
    return PostingVersion(number, digest, None, NOON + timedelta(days=number), bare)


def posting(versions):
    last = versions[-1]
    status, moments = PostingStatus.ACTIVE, (NOON, NOON, NOON, None)
    return StoredPosting(
        1, "nav_feed", "1", last.draft, status, "", None, 0, last.content_hash, len(versions), *moments
    )


def history(*versions):
    return changes(posting(versions), versions)


def test_changes_come_newest_first_with_their_day():
    found = history(version(1), version(2, title="Sjef"), version(3, title="Sjef", employer="Havbris"))
    assert [change.number for change in found] == [3, 2]
    assert told(found[1], NB) == ["tittelen er endret fra «Leder» til «Sjef»"]
    assert history(version(1)) == []


def test_a_changed_item_of_a_list_is_one_sentence_and_not_the_whole_list():
    before = SafeHtml("<p>Du leder.</p><ul><li>Zendesk</li><li>Excel</li><li>CRM</li></ul>")
    after = SafeHtml("<p>Du leder.</p><ul><li>Zendesk</li><li>Dynamics 365</li><li>CRM</li></ul>")
    (change,) = history(version(1, description_html=before), version(2, description_html=after))
    pieces = [(piece.kind, piece.text.strip()) for piece in change.text if piece.kind in ("added", "removed")]
    assert pieces == [("removed", "Excel"), ("added", "Dynamics 365")]
    assert told(change, NB) == ["teksten er endret: 1 setning er ny og 1 setning er tatt ut"]


def test_other_white_space_and_fields_that_nobody_sees_are_no_change():
    assert diff("Du leder.  Du bygger.", "Du leder. Du bygger.") == ()
    assert history(version(1, sector="Privat"), version(2, sector="Offentlig")) == []


def test_other_contact_persons_are_told_without_a_name():
    first, second = version(1, contacts=(Contact("Kari Nordmann"),)), version(2, contacts=(Contact("Ola Nordmann"),))
    (change,) = history(first, second)
    assert told(change, NB) == ["kontaktpersonene er endret"]
    assert "Nordmann" not in repr(change)


def test_a_text_without_end_is_compared_in_no_time():
    before, after = "Ja. " * 20_000, "Ja. " * 20_000 + "Nei."
    began = time.process_time()
    (piece,) = diff(before, after)
    assert (piece.kind, piece.text) == ("added", "Nei.")
    assert time.process_time() - began < 3


@given(*[st.lists(st.sampled_from(["Du leder.", "Fast stilling!", "CRM\n", "Oslo"]), max_size=12)] * 2)
def test_what_is_added_stands_in_the_new_text_and_what_is_removed_in_the_old(before, after):
    old, new = " ".join(before), " ".join(after)
    for piece in diff(old, new):
        assert piece.kind != "added" or piece.text.strip() in new
        assert piece.kind != "removed" or piece.text.strip() in old
