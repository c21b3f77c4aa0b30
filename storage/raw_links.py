"""Which kept pages gave which posting: their keys, by source and id."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from domain.postings import PostingStatus
from storage.tables import CONTACT, POSTING

_LINKED = POSTING.c.raw_pages.is_not(None)


def of_source(session: Session, source: str) -> dict[str, tuple[str, ...]]:
    """source_ref → keys, in the order in which they were read; every posting that was read from kept pages."""
    rows = session.execute(select(POSTING.c.source_ref, POSTING.c.raw_pages).where(POSTING.c.source == source, _LINKED))
    return {row.source_ref: tuple(row.raw_pages.split()) for row in rows}


def counts(session: Session) -> dict[str, tuple[int, int]]:
    """Source → (postings, those of them that were read from kept pages)."""
    rows = session.execute(
        select(POSTING.c.source, func.count(), func.count(POSTING.c.raw_pages)).group_by(POSTING.c.source)
    )
    return {source: (every, linked) for source, every, linked in rows}


def of_active(session: Session) -> dict[str, set[str]]:
    """Source → keys that active postings were read from."""
    return _by_source(session, POSTING.c.status == PostingStatus.ACTIVE.value)


def of_any(session: Session) -> dict[str, set[str]]:
    """Source → keys that any posting was read from last."""
    return _by_source(session)


def of_closed(session: Session, before: datetime) -> dict[str, set[str]]:
    """Source → keys of postings closed before ``before``, whose contact persons are to be gone."""
    return _by_source(session, *_closed(before))


def unlink_closed(session: Session, before: datetime) -> None:
    """Postings closed before ``before`` have no kept pages any more."""
    session.execute(update(POSTING).where(*_closed(before), _LINKED).values(raw_pages=None))


def of_contact(session: Session, email: str) -> dict[str, set[str]]:
    """Source → keys of postings that name this person as a contact."""
    named = select(CONTACT.c.posting_id).where(func.lower(func.trim(CONTACT.c.email)) == email.strip().lower())
    return _by_source(session, POSTING.c.id.in_(named))


def _closed(before: datetime) -> tuple[ColumnElement[bool], ...]:
    return POSTING.c.status != PostingStatus.ACTIVE.value, POSTING.c.closed_at < before


def _by_source(session: Session, *where: ColumnElement[bool]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for source, keys in session.execute(select(POSTING.c.source, POSTING.c.raw_pages).where(_LINKED, *where)):
        found[source].update(keys.split())
    return found
