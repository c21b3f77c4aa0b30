"""Matches: how well each opening fits a target (``occupation:<id>`` or ``profile:<name>``)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, or_, select
from sqlalchemy.orm import Session

from domain.matching import Match
from domain.postings import PostingStatus
from storage.base import chunks, insert_into, insert_many
from storage.cards import card, ranked
from storage.codec import dump_json
from storage.tables import POSTING
from storage.tables_matching import OPENING_MATCH, OPENING_MEMBER, READING

__all__ = ["Kept", "card", "kept", "ranked", "renew", "save", "stale"]


def save(session: Session, opening_id: int, target: str, match: Match, now: datetime) -> None:
    """Store one score; an older one is replaced, and it is fresh again."""
    _save(session, [(opening_id, target, match)], now)


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored score, without its reasons."""

    score: int
    version: str
    stale: bool
    matched_at: datetime


def kept(session: Session, target: str) -> dict[int, Kept]:
    """Opening → its score against ``target``; without closed openings, whose scores stay as they were."""
    closed = select(OPENING_MEMBER.c.opening_id).where(OPENING_MEMBER.c.opening_id.not_in(_open()))
    columns = [OPENING_MATCH.c[name] for name in ("opening_id", "score", "version", "stale", "matched_at")]
    own = select(*columns).where(OPENING_MATCH.c.target == target, OPENING_MATCH.c.opening_id.not_in(closed))
    return {row[0]: Kept(*row[1:]) for row in session.execute(own)}


def renew(
    session: Session, target: str, rows: Sequence[tuple[int, str, Match]], gone: Collection[int], now: datetime
) -> None:
    """Store (opening id, target, match), and drop the scores of ``gone`` against ``target``."""
    _save(session, rows, now)
    for chunk in chunks(gone):
        own = OPENING_MATCH.c.target == target
        session.execute(delete(OPENING_MATCH).where(own, OPENING_MATCH.c.opening_id.in_(chunk)))


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
