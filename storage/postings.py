"""Postings: one ad as one source shows it, with every version of its words.

The decisions come from ``domain.lifecycle``; this file stores them. All functions take the session of one unit.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.orm import Session

from domain.lifecycle import Decision, Standing
from domain.postings import Contact, DeadlineKind, PostingStatus
from storage import search_index
from storage.base import among, chunks, listed, rows_changed
from storage.codec import draft_from
from storage.errors import NotStoredError
from storage.posting_records import Expiring, PostingChange, PostingVersion, SeenPosting, StoredPosting, stored
from storage.posting_writes import save_seen, turn
from storage.tables import CONTACT, POSTING, POSTING_VERSION
from storage.tables_matching import READING

__all__ = [
    "Expiring",
    "PostingChange",
    "PostingVersion",
    "SeenPosting",
    "StoredPosting",
    "absent",
    "active",
    "active_refs",
    "ads_of_contact",
    "apply",
    "by_ids",
    "by_refs",
    "changes",
    "contacts",
    "count_changes",
    "forget_contact",
    "get",
    "mark_present",
    "save_seen",
    "standings",
    "to_expire",
    "to_read",
    "versions",
    "wipe_contacts",
]

_STANDING = (POSTING.c.source_ref, POSTING.c.status, POSTING.c.content_hash, POSTING.c.absences)
_CURRENT = (POSTING_VERSION.c.posting_id == POSTING.c.id) & (POSTING_VERSION.c.number == POSTING.c.versions)
_SHOWN = (PostingStatus.ACTIVE.value, PostingStatus.EXPIRED.value)


def standings(session: Session, source: str, refs: Iterable[str]) -> dict[str, Standing]:
    """source_ref → standing, for those of ``refs`` that are stored."""
    dialect = session.get_bind().dialect.name
    found = session.execute(_standings(dialect), {"of": source, "refs": listed(refs, dialect)})
    return {row.source_ref: _standing(row) for row in found}


@cache
def _standings(dialect: str) -> Select[Any]:
    wanted = among(POSTING.c.source_ref, "refs", dialect)
    return select(*_STANDING).where(POSTING.c.source == bindparam("of"), wanted)


def active_refs(session: Session, source: str) -> tuple[str, ...]:
    """Ids of the source's postings that are active: a crawl reads these again whatever their title says."""
    wanted = select(POSTING.c.source_ref).where(
        POSTING.c.source == source, POSTING.c.status == PostingStatus.ACTIVE.value
    )
    return tuple(session.execute(wanted.order_by(POSTING.c.source_ref)).scalars())


def active(session: Session) -> list[StoredPosting]:
    """Every posting that is active, oldest first."""
    return _postings(session, _whole().where(POSTING.c.status == PostingStatus.ACTIVE.value).order_by(POSTING.c.id))


def active_or_closed_since(session: Session, moment: datetime) -> list[StoredPosting]:
    """Every posting that is active, or was until ``moment`` or later; oldest first."""
    shown = or_(POSTING.c.status == PostingStatus.ACTIVE.value, POSTING.c.closed_at >= moment)
    return _postings(session, _whole().where(shown).order_by(POSTING.c.id))


def absent(session: Session, source: str, run_id: int) -> dict[str, Standing]:
    """source_ref → standing of the source's active and expired postings that ``run_id`` did not meet."""
    unmet = or_(POSTING.c.last_seen_run.is_(None), POSTING.c.last_seen_run != run_id)
    statement = select(*_STANDING).where(POSTING.c.source == source, POSTING.c.status.in_(_SHOWN), unmet)
    return {row.source_ref: _standing(row) for row in session.execute(statement)}


def mark_present(session: Session, source: str, refs: Iterable[str], run_id: int, now: datetime) -> int:
    """Postings that are still listed: ``absences`` 0, seen now; how many of ``refs`` are stored.

    Their status stays; bring a withdrawn one back with ``apply`` and a REVIVED decision.
    """
    values = {"absences": 0, "last_seen": now, "last_seen_run": run_id}
    return sum(
        rows_changed(
            session,
            update(POSTING).where(POSTING.c.source == source, POSTING.c.source_ref.in_(chunk)).values(values),
        )
        for chunk in chunks(refs)
    )


def apply(session: Session, source: str, decisions: Mapping[str, Decision], run_id: int | None, now: datetime) -> None:
    """Store decisions that bring no new words (withdrawn, missed, expired, revived), by source_ref.

    ``run_id`` is the run that took them; None for a date or a person. Refs that are not stored are ignored. What is
    over leaves the search in the same unit.
    """
    groups: dict[Decision, list[str]] = {}
    for ref, decision in decisions.items():
        groups.setdefault(decision, []).append(ref)
    for decision, refs in groups.items():
        for chunk in chunks(refs):
            chosen = update(POSTING).where(POSTING.c.source == source, POSTING.c.source_ref.in_(chunk))
            turned = chosen.where(POSTING.c.status != decision.status.value)
            session.execute(turned.values(turn(decision, run_id, now)))
            session.execute(chosen.values(absences=decision.absences))
            if decision.status is not PostingStatus.ACTIVE:
                search_index.close(session, source, chunk, now)


def to_expire(session: Session, today: date) -> dict[tuple[str, str], Expiring]:
    """(source, source_ref) → active postings whose dated deadline lies before ``today``."""
    over = (
        POSTING.c.status == PostingStatus.ACTIVE.value,
        POSTING.c.deadline_kind == DeadlineKind.DATE.value,
        POSTING.c.deadline < today,
    )
    statement = select(*_STANDING, POSTING.c.source, POSTING.c.deadline, POSTING.c.deadline_kind).where(*over)
    return {
        (row.source, row.source_ref): Expiring(_standing(row), row.deadline, DeadlineKind(row.deadline_kind))
        for row in session.execute(statement)
    }


def get(session: Session, posting_id: int) -> StoredPosting:
    """The posting. Raises NotStoredError when there is none with that id."""
    found = by_ids(session, [posting_id])
    if not found:
        raise NotStoredError("there is no such posting", which=str(posting_id), remedy="see: jobbvakt search")
    return found[posting_id]


def by_ids(session: Session, posting_ids: Iterable[int]) -> dict[int, StoredPosting]:
    """Id → posting, for those that are stored."""
    return {
        posting.id: posting
        for chunk in chunks(posting_ids)
        for posting in _postings(session, _whole().where(POSTING.c.id.in_(chunk)))
    }


def by_refs(session: Session, source: str, refs: Iterable[str]) -> dict[str, StoredPosting]:
    """source_ref → posting of ``source``, for those that are stored."""
    return {
        posting.source_ref: posting
        for chunk in chunks(refs)
        for posting in _postings(session, _whole().where(POSTING.c.source == source, POSTING.c.source_ref.in_(chunk)))
    }


def to_read(session: Session, version: str, limit: int) -> list[StoredPosting]:
    """Active postings that were never read, have other words since, or were read with another vocabulary version."""
    behind = or_(
        READING.c.posting_id.is_(None),
        READING.c.content_hash != POSTING.c.content_hash,
        READING.c.vocabulary_version != version,
    )
    statement = _whole().outerjoin(READING, READING.c.posting_id == POSTING.c.id)
    active = POSTING.c.status == PostingStatus.ACTIVE.value
    return _postings(session, statement.where(active, behind).order_by(POSTING.c.id).limit(limit))


def changes(
    session: Session, since: datetime, limit: int | None = None, *, after: tuple[datetime, int] | None = None
) -> list[PostingChange]:
    """Postings whose words or status changed at or after ``since``, oldest change first.

    ``after``: (changed_at, id) of the last one of the page before. A crawl changes many at one moment, so the moment
    alone would not tell where to go on.
    """
    columns = [POSTING.c[name] for name in PostingChange.__slots__]
    statement = select(*columns).where(POSTING.c.changed_at >= since)
    if after is not None:
        later = POSTING.c.changed_at > after[0]
        statement = statement.where(or_(later, and_(POSTING.c.changed_at == after[0], POSTING.c.id > after[1])))
    ordered = statement.order_by(POSTING.c.changed_at, POSTING.c.id).limit(limit)
    return [
        PostingChange(**{**row, "status": PostingStatus(row["status"])}) for row in session.execute(ordered).mappings()
    ]


def count_changes(session: Session, since: datetime) -> int:
    """How many postings changed at or after ``since``."""
    return int(session.execute(select(func.count()).where(POSTING.c.changed_at >= since)).scalar_one())


def versions(session: Session, posting_id: int) -> list[PostingVersion]:
    """All versions of a posting, oldest first; none when it is not stored."""
    statement = select(POSTING_VERSION).where(POSTING_VERSION.c.posting_id == posting_id)
    return [
        PostingVersion(
            row.number,
            row.content_hash,
            row.run_id,
            row.seen_at,
            draft_from(row.payload, row.description_html),
            bool(row.reread),
        )
        for row in session.execute(statement.order_by(POSTING_VERSION.c.number))
    ]


def contacts(session: Session, posting_ids: Sequence[int]) -> dict[int, tuple[Contact, ...]]:
    """Posting id → its contact persons, in the ad's order; personal data, so only where they are asked for."""
    found: dict[int, tuple[Contact, ...]] = {}
    for chunk in chunks(posting_ids):
        statement = select(CONTACT).where(CONTACT.c.posting_id.in_(chunk))
        for row in session.execute(statement.order_by(CONTACT.c.posting_id, CONTACT.c.position)):
            person = Contact(row.name, row.title, row.email, row.phone)
            found[row.posting_id] = (*found.get(row.posting_id, ()), person)
    return found


def ads_of_contact(session: Session, email: str) -> list[str]:
    """Addresses of the ads that name this person as a contact."""
    named = select(CONTACT.c.posting_id).where(_is_contact(email))
    return list(session.execute(select(POSTING.c.url).where(POSTING.c.id.in_(named)).order_by(POSTING.c.id)).scalars())


def forget_contact(session: Session, email: str) -> int:
    """Erase a contact person from every ad that names them; how often they were named."""
    return rows_changed(session, delete(CONTACT).where(_is_contact(email)))


def _is_contact(email: str) -> ColumnElement[bool]:
    return func.lower(func.trim(CONTACT.c.email)) == email.strip().lower()


def wipe_contacts(session: Session, withdrawn_before: datetime) -> int:
    """Erase the contact persons of postings closed before ``withdrawn_before``; how many persons."""
    closed = select(POSTING.c.id).where(
        POSTING.c.status != PostingStatus.ACTIVE.value, POSTING.c.closed_at < withdrawn_before
    )
    return rows_changed(session, delete(CONTACT).where(CONTACT.c.posting_id.in_(closed)))


def _whole() -> Select[Any]:
    return select(POSTING, POSTING_VERSION.c.payload, POSTING_VERSION.c.description_html).join(
        POSTING_VERSION, _CURRENT
    )


def _postings(session: Session, statement: Select[Any]) -> list[StoredPosting]:
    return [stored(row) for row in session.execute(statement).mappings()]


def _standing(row: Any) -> Standing:
    return Standing(PostingStatus(row.status), row.content_hash, row.absences)
