"""The audit log: rows are only added, and each holds the digest of the row before it, so that a gap shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from storage.tables_web import AUDIT

BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody did something."""

    id: int
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str


def record(session: Session, now: datetime, actor: str, action: str, subject: str = "", detail: str = "") -> None:
    """Add an entry; call it in the write unit that does what it tells of. Never put personal data in it."""
    # On PostgreSQL two writers could take the same row for the last one: the lock makes them take turns.
    last = select(AUDIT.c.chain).order_by(AUDIT.c.id.desc()).limit(1).with_for_update()
    before = session.execute(last).scalar_one_or_none() or BEGINNING
    chain = _link(before, now, actor, action, subject, detail)
    values = {"at": now, "actor": actor, "action": action, "subject": subject, "detail": detail, "chain": chain}
    session.execute(insert(AUDIT).values(values))


def recent(session: Session, limit: int = 100, before: int | None = None) -> list[Entry]:
    """The newest entries first."""
    statement = select(AUDIT).order_by(AUDIT.c.id.desc()).limit(limit)
    if before is not None:
        statement = statement.where(AUDIT.c.id < before)
    return [_entry(row) for row in session.execute(statement)]


def count(session: Session) -> int:
    """How many entries there are."""
    return int(session.execute(select(func.count()).select_from(AUDIT)).scalar_one())


def first_break(session: Session) -> int | None:
    """Id of the first entry that does not fit those before it; None when the log is whole."""
    return _first_break(session.execute(select(AUDIT).order_by(AUDIT.c.id)))


def _first_break(rows: Iterable[Any]) -> int | None:
    chain = BEGINNING
    for row in rows:
        chain = _link(chain, row.at, row.actor, row.action, row.subject, row.detail)
        if row.chain != chain:
            return int(row.id)
    return None


def _link(before: str, at: datetime, *words: str) -> str:
    told = "\x1f".join([before, at.astimezone(UTC).isoformat(timespec="microseconds"), *words])
    return sha256(told.encode()).hexdigest()


def _entry(row: Any) -> Entry:
    return Entry(row.id, row.at, row.actor, row.action, row.subject, row.detail)
