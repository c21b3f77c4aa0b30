"""What is kept of postings that were compared with each other, so that the next crawl compares only what is new."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from domain.postings import PostingStatus
from storage.base import chunks, insert_many
from storage.tables import POSTING
from storage.tables_matching import COMPARED, COMPARED_KEY, LIKENESS, READING

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pending:
    """Ids of postings to compare (new, read anew, ruled on), and of those compared that take no part any more."""

    fresh: tuple[int, ...]
    gone: tuple[int, ...]


def pending(session: Session, since: datetime, rules: str) -> Pending:
    """What is to be done. Postings take part that were read, and are active or were until ``since`` or later.

    ``rules``: version of the rules of comparing; what was compared by others is to be compared again.
    """
    not_long_ago = and_(POSTING.c.closed_at.is_not(None), POSTING.c.closed_at >= since)
    shown = or_(POSTING.c.status == PostingStatus.ACTIVE.value, not_long_ago)
    part = and_(shown, READING.c.posting_id.is_not(None))
    behind = or_(COMPARED.c.posting_id.is_(None), COMPARED.c.settled.is_(False), COMPARED.c.rules != rules)
    read = select(POSTING.c.id).outerjoin(READING, READING.c.posting_id == POSTING.c.id)
    fresh = read.outerjoin(COMPARED, COMPARED.c.posting_id == POSTING.c.id).where(part, behind).order_by(POSTING.c.id)
    gone = read.join(COMPARED, COMPARED.c.posting_id == POSTING.c.id).where(~part).order_by(POSTING.c.id)
    return Pending(tuple(session.execute(fresh).scalars()), tuple(session.execute(gone).scalars()))


def keys_of(session: Session, ids: Iterable[int]) -> dict[int, set[int]]:
    """Posting id → its keys, for those compared."""
    found: dict[int, set[int]] = {}
    for chunk in chunks(ids):
        for row in session.execute(select(COMPARED_KEY).where(COMPARED_KEY.c.posting_id.in_(chunk))):
            found.setdefault(row.posting_id, set()).add(row.key)
    return found


def holders(session: Session, keys: Iterable[int]) -> dict[int, list[int]]:
    """Key → ids of the postings compared under it, lowest first."""
    found: dict[int, list[int]] = {}
    for chunk in chunks(keys):
        statement = select(COMPARED_KEY).where(COMPARED_KEY.c.key.in_(chunk)).order_by(COMPARED_KEY.c.posting_id)
        for row in session.execute(statement):
            found.setdefault(row.key, []).append(row.posting_id)
    return found


def likenesses(session: Session, ids: Iterable[int]) -> dict[Pair, str]:
    """The likenesses that have one of ``ids`` in them: pair (lower id first) → why, in words."""
    return {
        (row.first, row.second): row.words
        for chunk in chunks(ids)
        for side in (LIKENESS.c.first, LIKENESS.c.second)
        for row in session.execute(select(LIKENESS).where(side.in_(chunk)))
    }


def compared(session: Session, ids: Iterable[int]) -> set[int]:
    """Those of ``ids`` that were compared."""
    return {
        number
        for chunk in chunks(ids)
        for number in session.execute(select(COMPARED.c.posting_id).where(COMPARED.c.posting_id.in_(chunk))).scalars()
    }


def save(
    session: Session,
    rules: str,
    keys: Mapping[int, Collection[int]],
    gone: Collection[int],
    redone: Collection[int],
    found: Mapping[Pair, str],
) -> None:
    """Keep a comparison. ``keys``: of the postings compared; ``found`` replaces every likeness of ``redone``."""
    for chunk in chunks(redone):
        session.execute(delete(LIKENESS).where(or_(LIKENESS.c.first.in_(chunk), LIKENESS.c.second.in_(chunk))))
    for chunk in chunks([*keys, *gone]):
        for table in (COMPARED_KEY, COMPARED):
            session.execute(delete(table).where(table.c.posting_id.in_(chunk)))
    settled = [{"posting_id": number, "rules": rules, "settled": True} for number in keys]
    insert_many(session, COMPARED, insert(COMPARED), settled)
    held = [{"posting_id": number, "key": key} for number, own in keys.items() for key in sorted(own)]
    insert_many(session, COMPARED_KEY, insert(COMPARED_KEY), held)
    told = [{"first": pair[0], "second": pair[1], "words": words} for pair, words in found.items()]
    insert_many(session, LIKENESS, insert(LIKENESS), told)


def unsettle(session: Session, ids: Iterable[int]) -> None:
    """Have the postings ``ids`` compared again: they were read anew or ruled on."""
    for chunk in chunks(ids):
        session.execute(update(COMPARED).where(COMPARED.c.posting_id.in_(chunk)).values(settled=False))
