"""Alerts: the saved searches. Removing one erases all that was kept for it."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, delete, func, select, update
from sqlalchemy.orm import Session

from domain.alerts import Alert, Frequency
from storage import deliveries, profiles, suppression
from storage.base import insert_into, rows_changed
from storage.errors import NotStoredError, StoreError
from storage.marks import mark_of
from storage.tables_alerts import ALERT

_COLUMNS = tuple(spec.name for spec in fields(Alert) if spec.name != "confirmed")
_KEPT = ("id", "email", "zone", "language", "channel", "paused", "silent_until", "renewed_at")
_CHANGED = tuple(name for name in _COLUMNS if name not in _KEPT)


def add(session: Session, alert: Alert, now: datetime) -> Alert:
    """Store a new alert; the same with the id it was given (``alert.id`` is not looked at).

    Raises NotStoredError for a profile that does not exist, StoreError when the address has an alert of that name.
    """
    if alert.profile is not None:
        profiles.get(session, alert.profile)
    values = {name: getattr(alert, name) for name in _COLUMNS if name != "id"}
    values |= {"frequency": alert.frequency.value, "weekdays": _joined(alert.weekdays), "created_at": now}
    values |= {"confirmed_at": now if alert.confirmed else None, "renewed_at": now}
    values["wakes_at"] = _wakes_at(alert, alert.silent_until)
    statement = insert_into(session, ALERT).values(values)
    new = session.execute(statement.on_conflict_do_nothing().returning(ALERT.c.id)).scalar_one_or_none()
    if new is None:
        raise _taken(alert)
    return replace(alert, id=int(new), renewed_at=now)


def change(session: Session, alert: Alert) -> None:
    """Store what the alert looks for, when it speaks and its name; address, channel and state stay.

    Raises NotStoredError, and StoreError when the address has another alert of that name.
    """
    if alert.profile is not None:
        profiles.get(session, alert.profile)
    others = (_to(alert.email), ALERT.c.name == alert.name, ALERT.c.id != alert.id)
    if session.execute(select(ALERT.c.id).where(*others)).first() is not None:
        raise _taken(alert)
    values = {name: getattr(alert, name) for name in _CHANGED}
    values |= {"frequency": alert.frequency.value, "weekdays": _joined(alert.weekdays)}
    values["wakes_at"] = _wakes_at(alert, alert.silent_until)
    if not rows_changed(session, update(ALERT).where(ALERT.c.id == alert.id).values(values)):
        raise _unknown(alert.id)


def get(session: Session, alert_id: int) -> Alert:
    """The alert. Raises NotStoredError when there is none with that id."""
    found = _alerts(session, select(ALERT).where(ALERT.c.id == alert_id))
    if not found:
        raise _unknown(alert_id)
    return found[0]


def all_alerts(session: Session) -> list[Alert]:
    """Every alert by id."""
    return _alerts(session, select(ALERT).order_by(ALERT.c.id))


def speaking(session: Session) -> list[Alert]:
    """The alerts that are confirmed and not paused, by id; none to an address that refuses mail."""
    awake = (ALERT.c.paused.is_(False), ALERT.c.confirmed_at.is_not(None))
    found = _alerts(session, select(ALERT).where(*awake).order_by(ALERT.c.id))
    refused = suppression.marks_refused(session)
    return [alert for alert in found if mark_of(session, alert.email) not in refused] if refused else found


def speaking_to(session: Session, email: str) -> list[Alert]:
    """Those of ``speaking`` that write to an address, however it is written."""
    return [
        alert for alert in _alerts(session, select(ALERT).where(_to(email))) if alert.confirmed and not alert.paused
    ]


def confirm(session: Session, alert_id: int, now: datetime) -> None:
    """Its address wants the alert; said twice is said once. Raises NotStoredError."""
    confirmed = func.coalesce(ALERT.c.confirmed_at, now)
    if not rows_changed(session, update(ALERT).where(ALERT.c.id == alert_id).values(confirmed_at=confirmed)):
        raise _unknown(alert_id)


def renew(session: Session, alert_id: int, now: datetime) -> None:
    """The alert is wanted from now on: it speaks again if it was paused or snoozed. Raises NotStoredError."""
    awake = {"paused": False, "silent_until": None, "wakes_at": None, "renewed_at": now}
    if not rows_changed(session, update(ALERT).where(ALERT.c.id == alert_id).values(awake)):
        raise _unknown(alert_id)


def remove_unconfirmed(session: Session, before: datetime) -> int:
    """Erase alerts made before then that nobody has confirmed, with their addresses; how many there were."""
    waiting = (ALERT.c.confirmed_at.is_(None), ALERT.c.created_at < before)
    return rows_changed(session, delete(ALERT).where(*waiting))


def pause(session: Session, alert_id: int) -> None:
    """Silence the alert until ``renew``; mail that nobody has tried to send is taken back. Raises NotStoredError."""
    if not rows_changed(session, update(ALERT).where(ALERT.c.id == alert_id).values(paused=True)):
        raise _unknown(alert_id)
    deliveries.withdraw_untried(session, alert_id)


def snooze(session: Session, alert_id: int, until: date | None) -> None:
    """Compose nothing for local dates before ``until`` and send nothing before; None wakes the alert.

    Mail that nobody has tried to send is taken back: what it told comes in the first digest after waking. Raises
    NotStoredError.
    """
    moment = _wakes_at(get(session, alert_id), until)
    session.execute(update(ALERT).where(ALERT.c.id == alert_id).values(silent_until=until, wakes_at=moment))
    if until is not None:
        deliveries.withdraw_untried(session, alert_id)


def remove(session: Session, alert_id: int) -> None:
    """Erase the alert with its digests, what it was told, and its mail, sent or not. Raises NotStoredError."""
    if not rows_changed(session, delete(ALERT).where(ALERT.c.id == alert_id)):
        raise _unknown(alert_id)


def forget(session: Session, email: str) -> int:
    """Erase every alert of an address, however it is written, as ``remove`` does; how many there were."""
    return rows_changed(session, delete(ALERT).where(_to(email)))


def _to(email: str) -> ColumnElement[bool]:
    return func.lower(func.trim(ALERT.c.email)) == email.strip().lower()


def _alerts(session: Session, statement: Select[Any]) -> list[Alert]:
    found = []
    for row in session.execute(statement).mappings():
        values = {name: row[name] for name in _COLUMNS}
        values |= {"frequency": Frequency(row["frequency"]), "weekdays": _split(row["weekdays"])}
        values["confirmed"] = row["confirmed_at"] is not None
        found.append(Alert(**values))
    return found


def _wakes_at(alert: Alert, until: date | None) -> datetime | None:
    return None if until is None else datetime.combine(until, alert.at, tzinfo=ZoneInfo(alert.zone)).astimezone(UTC)


def _joined(weekdays: frozenset[int]) -> str | None:
    return ",".join(map(str, sorted(weekdays))) or None


def _split(text: str | None) -> frozenset[int]:
    return frozenset(map(int, text.split(","))) if text else frozenset()


def _taken(alert: Alert) -> StoreError:
    return StoreError(
        "there is an alert of that name already",
        which=alert.name,
        why=f"{alert.email} has it",
        remedy="choose another name, or remove the old one",
    )


def _unknown(alert_id: int) -> NotStoredError:
    return NotStoredError("there is no such alert", which=str(alert_id), remedy="see: jobbvakt alert list")
