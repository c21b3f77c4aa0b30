"""Openings: which postings are one vacancy. An opening's id never changes its meaning.

An opening stays where its *founder* is, the posting it began with, for as long as it is not merged into another one.
So a merge keeps the oldest id, a split gives the part that leaves a new one, and whoever was told of an opening was
told of its founder.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, insert, select, update
from sqlalchemy.orm import Session

from domain.matching import lead_rank
from domain.postings import PostingStatus
from storage.base import chunks, insert_into, insert_many
from storage.errors import NotStoredError
from storage.staleness import mark_stale
from storage.tables import POSTING
from storage.tables_matching import OPENING, OPENING_MEMBER, READING


@dataclass(frozen=True, slots=True)
class OpeningRecord:
    """An opening with its postings."""

    id: int
    postings: tuple[int, ...]
    """Posting ids, the founder first; empty once it is merged into another opening."""
    explanations: Mapping[int, str]
    """Posting id → why it belongs here; no entry where nothing had to be explained."""
    first_seen: datetime
    """When the first of its postings was seen."""
    merged_into: int | None
    """The opening that took its postings over."""


def save_groups(
    session: Session, groups: Sequence[Sequence[int]], explanations: Mapping[int, str], now: datetime
) -> dict[int, int]:
    """Store which postings (ids) are one opening; posting id → opening id.

    ``groups`` are disjoint. Postings that are in none of them (closed ones) stay where they are, or follow their
    opening when it is merged. ``explanations``: posting id → why it is in its group. A group keeps the oldest of the
    openings that are its own, the others are merged into that one; a group without one becomes a new opening. Scores
    of openings that changed are marked stale.
    """
    before = _members(session, [posting for group in groups for posting in group])
    owned = _owned(session, groups, before)
    after: dict[int, int] = {}
    for number, group in enumerate(groups):
        if not group:
            continue
        kept, *merged = sorted(owned.get(number, ())) or [_new(session, min(group), now)]
        _merge(session, merged, kept)
        after |= dict.fromkeys(group, kept)
    _move(session, before, after, explanations, now)
    return after


def groups(session: Session) -> list[OpeningRecord]:
    """Every opening that has postings, by id."""
    return _records(session, select(OPENING).where(OPENING.c.merged_into.is_(None)).order_by(OPENING.c.id))


def get(session: Session, opening_id: int) -> OpeningRecord:
    """The opening; of a merged one the opening that took it over, so that old links go on working.

    Raises NotStoredError when there is none with that id.
    """
    current: int | None = opening_id
    while current is not None:
        found = _records(session, select(OPENING).where(OPENING.c.id == current))
        if not found:
            break
        if found[0].merged_into is None:
            return found[0]
        current = found[0].merged_into
    raise NotStoredError("there is no such opening", which=str(opening_id), remedy="see: jobbvakt search")


def get_all(session: Session, opening_ids: Collection[int]) -> dict[int, OpeningRecord]:
    """Id → what ``get`` gives for it, in one go for those that are not merged. Raises NotStoredError."""
    whole = select(OPENING).where(OPENING.c.merged_into.is_(None))
    found = {
        record.id: record
        for chunk in chunks(opening_ids)
        for record in _records(session, whole.where(OPENING.c.id.in_(chunk)))
    }
    return {number: found.get(number) or get(session, number) for number in opening_ids}


def members(session: Session, opening_id: int) -> tuple[int, ...]:
    """Ids of the opening's postings, the founder first; empty when it is merged or unknown."""
    found = _records(session, select(OPENING).where(OPENING.c.id == opening_id))
    return found[0].postings if found else ()


def get_by_posting(session: Session, posting_id: int) -> OpeningRecord | None:
    """The opening a posting belongs to; None while it has not been sorted in."""
    ids = select(OPENING_MEMBER.c.opening_id).where(OPENING_MEMBER.c.posting_id == posting_id)
    found = _records(session, select(OPENING).where(OPENING.c.id.in_(ids)))
    return found[0] if found else None


def active_leads(session: Session) -> dict[int, int]:
    """Opening id → which of its postings that are active and were read leads (:func:`lead_rank`); by opening."""
    columns = (POSTING.c.id, POSTING.c.description_length, READING.c.relevance, OPENING_MEMBER.c.opening_id)
    statement = (
        select(*columns)
        .join(POSTING, POSTING.c.id == OPENING_MEMBER.c.posting_id)
        .join(READING, READING.c.posting_id == OPENING_MEMBER.c.posting_id)
        .where(POSTING.c.status == PostingStatus.ACTIVE.value)
        .order_by(OPENING_MEMBER.c.opening_id)
    )
    best: dict[int, tuple[bool, int, int]] = {}
    for row in session.execute(statement):
        rank = lead_rank(row.relevance, row.description_length, row.id)
        best[row.opening_id] = min(rank, best.get(row.opening_id, rank))
    return {opening: posting for opening, (_, _, posting) in best.items()}


def _members(session: Session, postings: Iterable[int]) -> dict[int, int]:
    return {
        row.posting_id: row.opening_id
        for chunk in chunks(postings)
        for row in session.execute(
            select(OPENING_MEMBER.c.posting_id, OPENING_MEMBER.c.opening_id).where(
                OPENING_MEMBER.c.posting_id.in_(chunk)
            )
        )
    }


def _owned(session: Session, groups: Sequence[Sequence[int]], before: Mapping[int, int]) -> dict[int, list[int]]:
    """Number of the group → openings that are its own: those whose founder it holds.

    An opening whose founder is in no group goes to the group that holds the oldest of its other postings.
    """
    group_of = {posting: number for number, group in enumerate(groups) for posting in group}
    eldest: dict[int, int] = {}
    for posting, opening in before.items():
        eldest[opening] = min(posting, eldest.get(opening, posting))
    owned: dict[int, list[int]] = {}
    for chunk in chunks(eldest):
        for row in session.execute(select(OPENING.c.id, OPENING.c.founder).where(OPENING.c.id.in_(chunk))):
            anchor = row.founder if row.founder in group_of else eldest[row.id]
            owned.setdefault(group_of[anchor], []).append(row.id)
    return owned


def _new(session: Session, founder: int, now: datetime) -> int:
    statement = insert(OPENING).values(founder=founder, created_at=now).returning(OPENING.c.id)
    return int(session.execute(statement).scalar_one())


def _merge(session: Session, merged: Sequence[int], kept: int) -> None:
    if merged:
        session.execute(update(OPENING).where(OPENING.c.id.in_(merged)).values(merged_into=kept))
        # All of them, so that closed postings follow; those in a group are placed once more below.
        followers = update(OPENING_MEMBER).where(OPENING_MEMBER.c.opening_id.in_(merged))
        session.execute(followers.values(opening_id=kept))
        mark_stale(session, merged)


def _move(
    session: Session,
    before: Mapping[int, int],
    after: Mapping[int, int],
    explanations: Mapping[int, str],
    now: datetime,
) -> None:
    rows = [
        {
            "posting_id": posting,
            "opening_id": opening,
            "explanation": explanations.get(posting, ""),
            "joined_at": now,
        }
        for posting, opening in after.items()
    ]
    if not rows:
        return
    statement = insert_into(session, OPENING_MEMBER)
    renewed = {name: statement.excluded[name] for name in ("opening_id", "explanation")}
    upsert = statement.on_conflict_do_update(index_elements=["posting_id"], set_=renewed)
    insert_many(session, OPENING_MEMBER, upsert, rows)
    moved = [posting for posting, opening in after.items() if before.get(posting) != opening]
    touched = {after[posting] for posting in moved} | {before[posting] for posting in moved if posting in before}
    for chunk in chunks(touched):
        mark_stale(session, chunk)


def _records(session: Session, statement: Select[Any]) -> list[OpeningRecord]:
    rows = session.execute(statement).all()
    inside: dict[int, list[Any]] = {row.id: [] for row in rows}
    for chunk in chunks(inside):
        member = (
            select(OPENING_MEMBER, POSTING.c.first_seen)
            .join(POSTING, POSTING.c.id == OPENING_MEMBER.c.posting_id)
            .where(OPENING_MEMBER.c.opening_id.in_(chunk))
            .order_by(OPENING_MEMBER.c.posting_id)
        )
        for row in session.execute(member):
            inside[row.opening_id].append(row)
    return [_record(row, inside[row.id]) for row in rows]


def _record(row: Any, inside: Sequence[Any]) -> OpeningRecord:
    postings = sorted((one.posting_id for one in inside), key=lambda posting: (posting != row.founder, posting))
    return OpeningRecord(
        id=row.id,
        postings=tuple(postings),
        explanations={one.posting_id: one.explanation for one in inside if one.explanation},
        first_seen=min((one.first_seen for one in inside), default=row.created_at),
        merged_into=row.merged_into,
    )
