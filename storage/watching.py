"""What people who saved an opening know of it, so that they are told of each change once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from domain.accounts import SavedStatus
from domain.alerts import Known, OpeningCard
from domain.postings import DeadlineKind, PostingStatus
from storage import cards, openings
from storage.base import insert_into, rows_changed
from storage.errors import KnownMeanwhileError
from storage.tables import POSTING
from storage.tables_alerts import SILENCED, WATCH
from storage.tables_matching import OPENING, OPENING_MEMBER
from storage.tables_web import SAVED_OPENING


@dataclass(frozen=True, slots=True)
class Watched:
    """A saved opening."""

    opening: int
    """As it was saved; it may have been merged since."""
    status: SavedStatus
    saved_at: datetime
    known: Known | None
    """None: nobody has looked yet."""


def watched(session: Session, account_id: int) -> list[Watched]:
    """What the account has saved, the oldest first."""
    own = (WATCH.c.account_id == SAVED_OPENING.c.account_id) & (WATCH.c.opening_id == SAVED_OPENING.c.opening_id)
    facts = [WATCH.c[name] for name in Known.__slots__]
    columns = (SAVED_OPENING.c.opening_id, SAVED_OPENING.c.status, SAVED_OPENING.c.saved_at, *facts)
    rows = session.execute(
        select(*columns)
        .outerjoin(WATCH, own)
        .where(SAVED_OPENING.c.account_id == account_id)
        .order_by(SAVED_OPENING.c.saved_at, SAVED_OPENING.c.opening_id)
    )
    found = []
    for opening, status, saved_at, deadline, kind, is_open, reminded_for in rows:
        known = None if kind is None else Known(deadline, DeadlineKind(kind), is_open, reminded_for)
        found.append(Watched(opening, SavedStatus(status), saved_at, known))
    return found


def standing(session: Session, opening_ids: Collection[int], target: str) -> dict[int, tuple[OpeningCard, Known]]:
    """Saved opening → its card and how it stands; merged ones are followed, those without a score left out."""
    current = {opening: openings.get(session, opening).id for opening in opening_ids}
    shown = cards.cards(session, set(current.values()), target)
    members = select(OPENING_MEMBER.c.opening_id).join(POSTING, POSTING.c.id == OPENING_MEMBER.c.posting_id)
    active = members.where(POSTING.c.status == PostingStatus.ACTIVE.value, OPENING_MEMBER.c.opening_id.in_(shown))
    alive = set(session.execute(active).scalars())
    return {
        opening: (shown[now], Known(shown[now].deadline, shown[now].deadline_kind, now in alive))
        for opening, now in current.items()
        if now in shown
    }


def remember(session: Session, account_id: int, opening: int, before: Known | None, after: Known) -> None:
    """The person now knows the opening as ``after``.

    Raises KnownMeanwhileError when they did not know it as ``before`` any more: another process told them.
    """
    values = {name: getattr(after, name) for name in Known.__slots__} | {"deadline_kind": after.deadline_kind.value}
    if before is None:
        row = {"account_id": account_id, "opening_id": opening, **values}
        session.execute(insert_into(session, WATCH).values(row).on_conflict_do_nothing())
        return
    own = [WATCH.c.account_id == account_id, WATCH.c.opening_id == opening]
    own += [WATCH.c[name].is_not_distinct_from(getattr(before, name)) for name in ("deadline", "open", "reminded_for")]
    if not rows_changed(session, update(WATCH).where(*own).values(values)):
        raise KnownMeanwhileError(account_id, opening)


def unwatched(session: Session) -> Mapping[int, list[int]]:
    """Account → the openings it saved that nobody has looked at."""
    own = (WATCH.c.account_id == SAVED_OPENING.c.account_id) & (WATCH.c.opening_id == SAVED_OPENING.c.opening_id)
    found: dict[int, list[int]] = {}
    columns = (SAVED_OPENING.c.account_id, SAVED_OPENING.c.opening_id)
    for account, opening in session.execute(select(*columns).outerjoin(WATCH, own).where(WATCH.c.open.is_(None))):
        found.setdefault(account, []).append(opening)
    return found


def accounts_with_news(session: Session, today: date, ahead: timedelta, since: datetime) -> list[int]:
    """Accounts that may have to be told something: an ad changed or closed since then, or a deadline draws near."""
    near = WATCH.c.deadline.between(today, today + ahead) & WATCH.c.reminded_for.is_distinct_from(WATCH.c.deadline)
    moved = or_(POSTING.c.changed_at >= since, POSTING.c.closed_at >= since)
    statement = (
        select(WATCH.c.account_id)
        .join(OPENING, OPENING.c.id == WATCH.c.opening_id)
        .join(OPENING_MEMBER, OPENING_MEMBER.c.opening_id == func.coalesce(OPENING.c.merged_into, OPENING.c.id))
        .join(POSTING, POSTING.c.id == OPENING_MEMBER.c.posting_id)
        .where(or_(near, moved), WATCH.c.account_id.not_in(select(SILENCED.c.account_id)))
    )
    return list(session.execute(statement.distinct().order_by(WATCH.c.account_id)).scalars())


def is_silenced(session: Session, account_id: int) -> bool:
    """Does the account want no mail about what it has saved?"""
    return session.execute(select(SILENCED.c.since).where(SILENCED.c.account_id == account_id)).first() is not None


def silence(session: Session, account_id: int, now: datetime, *, silent: bool = True) -> None:
    """Tell the account nothing about what it has saved, or tell it again."""
    session.execute(delete(SILENCED).where(SILENCED.c.account_id == account_id))
    if silent:
        session.execute(insert(SILENCED).values(account_id=account_id, since=now))
