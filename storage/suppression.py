"""Addresses that mail no longer goes to, because their servers said for good that nobody is there.

They are kept as marks (``storage.marks``): the list outlives what else is known of a person, and names nobody.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, exists, literal, or_, select, update
from sqlalchemy.orm import Session

from domain.alerts import DeliveryState
from storage.base import insert_into, rows_changed
from storage.marks import mark_of
from storage.tables_alerts import ALERT, DELIVERY, SUPPRESSED
from storage.tables_web import ACCOUNT

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
    """Empty when the store holds it nowhere else: then only its mark is known."""
    mark: str
    why: str
    """The words of its server, without the address."""
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
    own, why = mark_of(session, address), _unnamed(why, address)
    before = session.execute(select(SUPPRESSED).where(SUPPRESSED.c.mark == own)).mappings().one_or_none()
    if before is not None and before["why"] == why and why.startswith(RETURNED):
        return before["suppressed_at"] is not None
    recent = before is not None and now - before["last_failed_at"] <= FORGIVEN_AFTER
    failures = (before["failures"] if before is not None and recent else 0) + 1
    suppressed = gone or failures >= ENOUGH or (before is not None and before["suppressed_at"] is not None)
    row = {"mark": own, "why": why, "failures": failures, "last_failed_at": now}
    row["suppressed_at"] = now if suppressed else None
    statement = insert_into(session, SUPPRESSED).values(row)
    session.execute(statement.on_conflict_do_update(index_elements=["mark"], set_=row))
    if suppressed:
        waiting = (DELIVERY.c.state == DeliveryState.READY.value, DELIVERY.c.recipient_mark == own)
        session.execute(delete(DELIVERY).where(*waiting, DELIVERY.c.attempts == 0, DELIVERY.c.held.is_(False)))
    return suppressed


def note_arrival(session: Session, address: str) -> None:
    """Mail was taken: earlier refusals count no more. Only a person lets a suppressed address in again."""
    own = (SUPPRESSED.c.mark == mark_of(session, address), SUPPRESSED.c.suppressed_at.is_(None))
    session.execute(update(SUPPRESSED).where(*own).values(failures=0))


def lift(session: Session, address: str) -> bool:
    """Let mail go to the address again; False when nothing stood against it.

    The words stay, so that a report that is read once more does not count again.
    """
    against = or_(SUPPRESSED.c.suppressed_at.is_not(None), SUPPRESSED.c.failures > 0)
    own = update(SUPPRESSED).where(SUPPRESSED.c.mark == mark_of(session, address), against)
    return rows_changed(session, own.values(failures=0, suppressed_at=None)) > 0


def forget(session: Session, address: str) -> None:
    """Keep the mark of a suppressed address alone, so that it gets no mail if it comes back; of others keep nothing."""
    own = SUPPRESSED.c.mark == mark_of(session, address)
    session.execute(delete(SUPPRESSED).where(own, SUPPRESSED.c.suppressed_at.is_(None)))
    session.execute(update(SUPPRESSED).where(own).values(why=""))


def listed(session: Session) -> list[Suppressed]:
    """The suppressed addresses, the newest first."""
    statement = select(SUPPRESSED).where(SUPPRESSED.c.suppressed_at.is_not(None))
    ordered = statement.order_by(SUPPRESSED.c.suppressed_at.desc(), SUPPRESSED.c.mark)
    rows = session.execute(ordered).mappings().all()
    known = _known(session) if rows else {}
    return [Suppressed(known.get(row["mark"], ""), **row) for row in rows]


def _known(session: Session) -> dict[str, str]:
    """The addresses that the store holds, by their marks."""
    columns = (ALERT.c.email, ACCOUNT.c.email, DELIVERY.c.recipient)
    found = {address for column in columns for address in session.execute(select(column).distinct()).scalars()}
    return {mark_of(session, address): address.strip().lower() for address in found}


def is_suppressed(session: Session, address: str) -> bool:
    """Does no mail go there?"""
    return bool(session.execute(select(holds(literal(mark_of(session, address))))).scalar_one())


def marks_refused(session: Session) -> frozenset[str]:
    """The marks of all addresses that no mail goes to."""
    return frozenset(
        session.execute(select(SUPPRESSED.c.mark).where(SUPPRESSED.c.suppressed_at.is_not(None))).scalars()
    )


def holds(mark: ColumnElement[str]) -> ColumnElement[bool]:
    """For statements: is the address of that mark suppressed?"""
    return exists().where(SUPPRESSED.c.mark == mark, SUPPRESSED.c.suppressed_at.is_not(None))


def _unnamed(why: str, address: str) -> str:
    return re.sub(re.escape(address.strip()), "…", why, flags=re.IGNORECASE)
