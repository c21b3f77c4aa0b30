"""Alerts: the saved searches. Removing one erases all that was kept for it."""

from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.orm import Session

from domain.alerts import Alert, Frequency
from storage import profiles
from storage.base import insert_into, rows_changed
from storage.errors import NotStoredError, StoreError
from storage.tables_alerts import ALERT

_COLUMNS = tuple(spec.name for spec in fields(Alert))


def add(session: Session, alert: Alert, now: datetime) -> Alert:
    """Store a new alert; the same with the id it was given (``alert.id`` is not looked at).

    Raises NotStoredError for a profile that does not exist, StoreError when the address has an alert of that name.
    """
    if alert.profile is not None:
        profiles.get(session, alert.profile)
    values = {name: getattr(alert, name) for name in _COLUMNS if name != "id"}
    values |= {"frequency": alert.frequency.value, "weekdays": _joined(alert.weekdays), "created_at": now}
    statement = insert_into(session, ALERT).values(values)
    new = session.execute(statement.on_conflict_do_nothing().returning(ALERT.c.id)).scalar_one_or_none()
    if new is None:
        raise StoreError(
            "there is an alert of that name already",
            which=alert.name,
            why=f"{alert.email} has it",
            remedy="choose another name, or remove the old one",
        )
    return replace(alert, id=int(new))


def get(session: Session, alert_id: int) -> Alert:
    """The alert. Raises NotStoredError when there is none with that id."""
    found = _alerts(session, select(ALERT).where(ALERT.c.id == alert_id))
    if not found:
        raise _unknown(alert_id)
    return found[0]


def all_alerts(session: Session, *, paused: bool | None = None) -> list[Alert]:
    """Every alert by id; with ``paused`` only those that are (not) paused."""
    statement = select(ALERT).order_by(ALERT.c.id)
    return _alerts(session, statement if paused is None else statement.where(ALERT.c.paused.is_(paused)))


def pause(session: Session, alert_id: int, *, paused: bool = True) -> None:
    """Silence the alert, mail under way included, or let it speak again. Raises NotStoredError."""
    if not rows_changed(session, update(ALERT).where(ALERT.c.id == alert_id).values(paused=paused)):
        raise _unknown(alert_id)


def snooze(session: Session, alert_id: int, until: date | None) -> None:
    """Compose nothing for local dates before ``until``; None wakes the alert. Raises NotStoredError."""
    if not rows_changed(session, update(ALERT).where(ALERT.c.id == alert_id).values(silent_until=until)):
        raise _unknown(alert_id)


def remove(session: Session, alert_id: int) -> None:
    """Erase the alert with its digests, what it was told, and its mail, sent or not. Raises NotStoredError."""
    if not rows_changed(session, delete(ALERT).where(ALERT.c.id == alert_id)):
        raise _unknown(alert_id)


def forget(session: Session, email: str) -> int:
    """Erase every alert of an address, however it is written, as ``remove`` does; how many there were."""
    wanted = func.lower(func.trim(ALERT.c.email)) == email.strip().lower()
    return rows_changed(session, delete(ALERT).where(wanted))


def _alerts(session: Session, statement: Select[Any]) -> list[Alert]:
    found = []
    for row in session.execute(statement).mappings():
        values = {name: row[name] for name in _COLUMNS}
        values |= {"frequency": Frequency(row["frequency"]), "weekdays": _split(row["weekdays"])}
        found.append(Alert(**values))
    return found


def _joined(weekdays: frozenset[int]) -> str | None:
    return ",".join(map(str, sorted(weekdays))) or None


def _split(text: str | None) -> frozenset[int]:
    return frozenset(map(int, text.split(","))) if text else frozenset()


def _unknown(alert_id: int) -> NotStoredError:
    return NotStoredError("there is no such alert", which=str(alert_id), remedy="see: jobbvakt alert list")
