"""Matches: how well each opening fits a target (``occupation:<id>`` or ``profile:<name>``)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, or_, select, tuple_
from sqlalchemy.orm import Session

from domain.matching import Match
from domain.postings import PostingStatus
from storage.base import chunks, insert_into, insert_many
from storage.cards import card, ranked
from storage.codec import dump_json
from storage.tables import POSTING
from storage.tables_matching import OPENING_MATCH, OPENING_MEMBER, READING

__all__ = ["card", "ranked", "replace_all", "save", "stale"]


def save(session: Session, opening_id: int, target: str, match: Match, now: datetime) -> None:
    """Store one score; an older one is replaced, and it is fresh again."""
    _save(session, [(opening_id, target, match)], now)


def replace_all(session: Session, rows: Sequence[tuple[int, str, Match]], now: datetime) -> None:
    """Store (opening id, target, match) for everything that is open and relevant now.

    Other scores of open or merged openings are dropped; those of closed ones stay as they were.
    """
    _save(session, rows, now)
    wanted = {(opening, target) for opening, target, _match in rows}
    closed = select(OPENING_MEMBER.c.opening_id).where(OPENING_MEMBER.c.opening_id.not_in(_open()))
    stored = select(OPENING_MATCH.c.opening_id, OPENING_MATCH.c.target)
    others = session.execute(stored.where(OPENING_MATCH.c.opening_id.not_in(closed)))
    unwanted = [(row.opening_id, row.target) for row in others if (row.opening_id, row.target) not in wanted]
    for chunk in chunks(unwanted):
        key = tuple_(OPENING_MATCH.c.opening_id, OPENING_MATCH.c.target)
        session.execute(delete(OPENING_MATCH).where(key.in_(chunk)))


def stale(session: Session, target: str, version: str) -> list[int]:
    """Open openings, read, whose score against ``target`` is missing, stale, or of another ``version``; by id."""
    behind = or_(OPENING_MATCH.c.opening_id.is_(None), OPENING_MATCH.c.stale, OPENING_MATCH.c.version != version)
    own = (OPENING_MATCH.c.opening_id == OPENING_MEMBER.c.opening_id) & (OPENING_MATCH.c.target == target)
    statement = _open().join(READING, READING.c.posting_id == POSTING.c.id).outerjoin(OPENING_MATCH, own)
    ordered = statement.where(behind).distinct().order_by(OPENING_MEMBER.c.opening_id)
    return list(session.execute(ordered).scalars())


def _open() -> Select[Any]:
    """Ids of openings with an active posting."""
    return (
        select(OPENING_MEMBER.c.opening_id)
        .join(POSTING, POSTING.c.id == OPENING_MEMBER.c.posting_id)
        .where(POSTING.c.status == PostingStatus.ACTIVE.value)
    )


def _save(session: Session, rows: Iterable[tuple[int, str, Match]], now: datetime) -> None:
    values = [
        {
            "opening_id": opening_id,
            "target": target,
            "score": match.score,
            "version": match.version,
            "stale": False,
            "matched_at": now,
            "payload": dump_json(match),
        }
        for opening_id, target, match in rows
    ]
    if not values:
        return
    statement = insert_into(session, OPENING_MATCH)
    renewed = {name: statement.excluded[name] for name in values[0] if name not in ("opening_id", "target")}
    upsert = statement.on_conflict_do_update(index_elements=["opening_id", "target"], set_=renewed)
    insert_many(session, OPENING_MATCH, upsert, values)
