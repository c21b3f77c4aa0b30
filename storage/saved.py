"""What people keep: saved openings with status and notes, shortlists, and reports of errors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from domain.accounts import SavedStatus
from storage.base import insert_into, rows_changed
from storage.errors import NotStoredError, StoreError
from storage.tables_web import OPENING_REPORT, SAVED_OPENING, SHORTLIST, SHORTLIST_ITEM


@dataclass(frozen=True, slots=True)
class Saved:
    """An opening that somebody keeps an eye on."""

    opening: int
    status: SavedStatus
    notes: str
    saved_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Shortlist:
    """A recruiter's list; ``size`` openings are on it."""

    id: int
    account_id: int
    name: str
    shared: bool
    size: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Item:
    """An opening on a shortlist."""

    opening: int
    note: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """A reader's remark about an opening."""

    id: int
    opening: int
    kind: str
    words: str
    reported_at: datetime


def save(
    session: Session,
    account_id: int,
    opening: int,
    now: datetime,
    *,
    status: SavedStatus = SavedStatus.SAVED,
    notes: str | None = None,
) -> None:
    """Keep an opening, or change its status and, when given, its notes."""
    values: dict[str, Any] = {"account_id": account_id, "opening_id": opening, "status": status.value}
    values |= {"notes": notes or "", "saved_at": now, "changed_at": now}
    renewed: dict[str, Any] = {"status": status.value, "changed_at": now}
    if notes is not None:
        renewed["notes"] = notes
    statement = insert_into(session, SAVED_OPENING).values(values)
    session.execute(statement.on_conflict_do_update(index_elements=["account_id", "opening_id"], set_=renewed))


def unsave(session: Session, account_id: int, opening: int) -> None:
    """Let go of an opening; one that was not kept is no error."""
    own = (SAVED_OPENING.c.account_id == account_id, SAVED_OPENING.c.opening_id == opening)
    session.execute(delete(SAVED_OPENING).where(*own))


def saved(session: Session, account_id: int) -> list[Saved]:
    """What the account keeps, newest first."""
    statement = select(SAVED_OPENING).where(SAVED_OPENING.c.account_id == account_id)
    rows = session.execute(statement.order_by(SAVED_OPENING.c.saved_at.desc(), SAVED_OPENING.c.opening_id))
    return [Saved(row.opening_id, SavedStatus(row.status), row.notes, row.saved_at, row.changed_at) for row in rows]


def add_list(session: Session, account_id: int, name: str, now: datetime) -> int:
    """A new, empty list. Raises StoreError when the account has one of that name."""
    values = {"account_id": account_id, "name": name, "created_at": now}
    statement = insert_into(session, SHORTLIST).values(values).on_conflict_do_nothing().returning(SHORTLIST.c.id)
    new = session.execute(statement).scalar_one_or_none()
    if new is None:
        raise StoreError("there is a list of that name already", which=name, remedy="choose another name")
    return int(new)


def lists(session: Session, account_id: int) -> list[Shortlist]:
    """The account's lists, by name."""
    return _lists(session, _whole().where(SHORTLIST.c.account_id == account_id))


def own_list(session: Session, account_id: int, list_id: int) -> Shortlist:
    """The account's list. Raises NotStoredError, for somebody else's list too."""
    found = _lists(session, _whole().where(SHORTLIST.c.account_id == account_id, SHORTLIST.c.id == list_id))
    if not found:
        raise NotStoredError("there is no such list", which=str(list_id))
    return found[0]


def shared_list(session: Session, digest: str) -> Shortlist:
    """The list behind a share link. Raises NotStoredError."""
    found = _lists(session, _whole().where(SHORTLIST.c.share_digest == digest))
    if not found:
        raise NotStoredError("there is no such list", why="the link was withdrawn, or is not whole")
    return found[0]


def share(session: Session, list_id: int, digest: str | None) -> None:
    """Share the list under a token's digest, or with None no longer."""
    session.execute(update(SHORTLIST).where(SHORTLIST.c.id == list_id).values(share_digest=digest))


def remove_list(session: Session, list_id: int) -> None:
    """Remove the list with what is on it."""
    session.execute(delete(SHORTLIST).where(SHORTLIST.c.id == list_id))


def put(session: Session, list_id: int, opening: int, note: str, now: datetime) -> None:
    """Put an opening on the list, or change its note."""
    values = {"shortlist_id": list_id, "opening_id": opening, "note": note, "added_at": now}
    statement = insert_into(session, SHORTLIST_ITEM).values(values)
    session.execute(statement.on_conflict_do_update(index_elements=["shortlist_id", "opening_id"], set_={"note": note}))


def take_off(session: Session, list_id: int, opening: int) -> None:
    """Take an opening off the list."""
    wanted = (SHORTLIST_ITEM.c.shortlist_id == list_id, SHORTLIST_ITEM.c.opening_id == opening)
    session.execute(delete(SHORTLIST_ITEM).where(*wanted))


def items(session: Session, list_id: int) -> list[Item]:
    """What is on the list, in the order in which it was put there."""
    statement = select(SHORTLIST_ITEM).where(SHORTLIST_ITEM.c.shortlist_id == list_id)
    rows = session.execute(statement.order_by(SHORTLIST_ITEM.c.added_at, SHORTLIST_ITEM.c.opening_id))
    return [Item(row.opening_id, row.note, row.added_at) for row in rows]


def report(session: Session, opening: int, kind: str, words: str, now: datetime) -> None:
    """Keep a reader's remark for the operator."""
    values = {"opening_id": opening, "kind": kind, "words": words, "reported_at": now}
    session.execute(insert(OPENING_REPORT).values(values))


def open_reports(session: Session) -> Sequence[Report]:
    """Remarks that nobody has dealt with, oldest first."""
    statement = select(OPENING_REPORT).where(OPENING_REPORT.c.handled_at.is_(None)).order_by(OPENING_REPORT.c.id)
    return [Report(row.id, row.opening_id, row.kind, row.words, row.reported_at) for row in session.execute(statement)]


def handle_report(session: Session, report_id: int, now: datetime) -> None:
    """The remark has been dealt with. Raises NotStoredError."""
    if not rows_changed(session, update(OPENING_REPORT).where(OPENING_REPORT.c.id == report_id).values(handled_at=now)):
        raise NotStoredError("there is no such report", which=str(report_id))


def _whole() -> Select[Any]:
    count = select(func.count()).where(SHORTLIST_ITEM.c.shortlist_id == SHORTLIST.c.id).scalar_subquery().label("size")
    return select(SHORTLIST, count).order_by(SHORTLIST.c.name, SHORTLIST.c.id)


def _lists(session: Session, statement: Select[Any]) -> list[Shortlist]:
    return [
        Shortlist(row.id, row.account_id, row.name, row.share_digest is not None, row.size, row.created_at)
        for row in session.execute(statement)
    ]
