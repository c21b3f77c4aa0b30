"""Addresses that mail no longer goes to, because their servers said for good that nobody is there."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, exists, func, or_, select, update
from sqlalchemy.orm import Session

from domain.alerts import DeliveryState
from storage.base import insert_into, rows_changed
from storage.tables_alerts import DELIVERY, SUPPRESSED

FORGIVEN_AFTER = timedelta(days=30)
"""Refusals further apart than this are two accidents."""
RETURNED = "returned mail "
"""How ``why`` begins where a report came back; the number of the delivery follows."""
ENOUGH = 2
"""Refusals within that time; a server may err once."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """An address that was refused for good."""

    address: str
    why: str
    """The words of its server."""
    failures: int
    last_failed_at: datetime
    suppressed_at: datetime | None
    """None: it was refused, but mail still goes there."""


def note_refusal(session: Session, address: str, why: str, now: datetime, *, gone: bool) -> bool:
    """The address was refused for good; is it suppressed now?

    ``gone``: its server said that there is no such mailbox, which is enough at once. What waits for a suppressed
    address and was never tried is taken back, so that it is news again when the address is let in. The same ``why``
    again is the same refusal, read twice.
    """
    key = _key(address)
    before = session.execute(select(SUPPRESSED).where(SUPPRESSED.c.address == key)).mappings().one_or_none()
    if before is not None and before["why"] == why and why.startswith(RETURNED):
        return before["suppressed_at"] is not None
    recent = before is not None and now - before["last_failed_at"] <= FORGIVEN_AFTER
    failures = (before["failures"] if before is not None and recent else 0) + 1
    suppressed = gone or failures >= ENOUGH or (before is not None and before["suppressed_at"] is not None)
    row = {"address": key, "why": why, "failures": failures, "last_failed_at": now}
    row["suppressed_at"] = now if suppressed else None
    statement = insert_into(session, SUPPRESSED).values(row)
    session.execute(statement.on_conflict_do_update(index_elements=["address"], set_=row))
    if suppressed:
        waiting = (DELIVERY.c.state == DeliveryState.READY.value, func.lower(DELIVERY.c.recipient) == key)
        session.execute(delete(DELIVERY).where(*waiting, DELIVERY.c.attempts == 0, DELIVERY.c.held.is_(False)))
    return suppressed


def note_arrival(session: Session, address: str) -> None:
    """Mail was taken: earlier refusals count no more. Only a person lets a suppressed address in again."""
    own = (SUPPRESSED.c.address == _key(address), SUPPRESSED.c.suppressed_at.is_(None))
    session.execute(update(SUPPRESSED).where(*own).values(failures=0))


def lift(session: Session, address: str) -> bool:
    """Let mail go to the address again; False when nothing stood against it.

    The words stay, so that a report that is read once more does not count again.
    """
    against = or_(SUPPRESSED.c.suppressed_at.is_not(None), SUPPRESSED.c.failures > 0)
    own = update(SUPPRESSED).where(SUPPRESSED.c.address == _key(address), against)
    return rows_changed(session, own.values(failures=0, suppressed_at=None)) > 0


def erase(session: Session, address: str) -> bool:
    """Keep nothing about the address; False when nothing was kept."""
    return rows_changed(session, delete(SUPPRESSED).where(SUPPRESSED.c.address == _key(address))) > 0


def listed(session: Session) -> list[Suppressed]:
    """The suppressed addresses, the newest first."""
    statement = select(SUPPRESSED).where(SUPPRESSED.c.suppressed_at.is_not(None))
    rows = session.execute(statement.order_by(SUPPRESSED.c.suppressed_at.desc(), SUPPRESSED.c.address)).mappings()
    return [Suppressed(**row) for row in rows]


def is_suppressed(session: Session, address: str) -> bool:
    """Does no mail go there?"""
    return bool(session.execute(select(holds(func.lower(_key(address))))).scalar_one())


def holds(address: ColumnElement[str]) -> ColumnElement[bool]:
    """For statements: is ``address`` (lower case) suppressed?"""
    return exists().where(SUPPRESSED.c.address == address, SUPPRESSED.c.suppressed_at.is_not(None))


def _key(address: str) -> str:
    return address.strip().lower()
