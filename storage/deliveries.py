"""Deliveries: the transactional outbox.

A digest, its items and the rendered message are committed together; sending comes after, marking after sending. So a
crash costs at most one message twice, and never one.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, insert, select, update
from sqlalchemy.orm import Session

from domain.alerts import DeliveryState
from storage.base import insert_into, rows_changed
from storage.digests import (
    already_sent,
    composed_dates,
    digest_exists,
    note_empty,
    open_digest,
    tell,
    told_openings,
    unsent_openings,
)
from storage.tables_alerts import ALERT, DELIVERY, DIGEST, DIGEST_ITEM, STORE_FLAG

__all__ = [
    "Delivery",
    "DeliveryRecord",
    "already_sent",
    "claim",
    "commit_digest",
    "composed_dates",
    "digest_exists",
    "discard_held",
    "held_because",
    "hold_all",
    "mark_dead",
    "mark_retry",
    "mark_sent",
    "note_empty",
    "pending",
    "recent",
    "release_all",
    "release_expired_leases",
    "told",
    "told_openings",
    "unsent_openings",
]

_UNSENT = (DeliveryState.READY.value, DeliveryState.SENDING.value)
_HELD = "outbox_held"


@dataclass(frozen=True, slots=True)
class DeliveryRecord:
    """Where a message stands, without its text."""

    id: int
    alert_id: int
    local_date: date
    recipient: str
    message_id: str
    state: DeliveryState
    held: bool
    """On hold until the operator releases it."""
    attempts: int
    """How often it was claimed."""
    not_before: datetime
    lease_until: datetime | None
    worker: str | None
    last_error: str | None
    created_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A claimed message, to be sent now."""

    id: int
    alert_id: int
    recipient: str
    message_id: str
    message: bytes
    attempts: int
    """1 for the first try; tells this claim from later ones."""


def commit_digest(
    session: Session,
    alert_id: int,
    local_date: date,
    told: Mapping[int, Collection[int]],
    message: bytes,
    recipient: str,
    message_id: str,
    now: datetime,
) -> int:
    """Enter a composed digest and put its message into the outbox; the delivery's id.

    ``told``: opening id → ids of the postings shown (may be empty: all postings of the opening count as told in any
    case). ``message``: the whole rendered mail. Raises DigestExistsError when that date is done, AlreadyToldError when
    an opening was told before, NotStoredError when the alert or an opening is gone; let it undo the unit.
    """
    digest_id = open_digest(session, alert_id, local_date, now)
    tell(session, alert_id, digest_id, told)
    values = {
        "digest_id": digest_id,
        "alert_id": alert_id,
        "recipient": recipient,
        "message_id": message_id,
        "message": message,
        "state": DeliveryState.READY.value,
        "held": held_because(session) is not None,
        "attempts": 0,
        "not_before": now,
        "created_at": now,
    }
    return int(session.execute(insert(DELIVERY).values(values).returning(DELIVERY.c.id)).scalar_one())


def claim(session: Session, now: datetime, lease_seconds: float, worker: str) -> Delivery | None:
    """The oldest message that may go now, leased to ``worker``; None when there is none.

    Left alone: what is on hold, what waits for a later try, and what belongs to a paused alert (a removed one has
    none). Commit before sending; then ``mark_sent``, ``mark_retry`` or ``mark_dead``.
    """
    due = (
        select(DELIVERY.c.id)
        .join(ALERT, ALERT.c.id == DELIVERY.c.alert_id)
        .where(DELIVERY.c.state == DeliveryState.READY.value, DELIVERY.c.not_before <= now)
        .where(DELIVERY.c.held.is_(False), ALERT.c.paused.is_(False))
        .order_by(DELIVERY.c.id)
        .limit(1)
        .with_for_update(skip_locked=True, of=DELIVERY)
    )
    found = session.execute(due).scalar_one_or_none()
    if found is None:
        return None
    leased = {
        "state": DeliveryState.SENDING.value,
        "attempts": DELIVERY.c.attempts + 1,
        "lease_until": now + timedelta(seconds=lease_seconds),
        "worker": worker,
    }
    columns = [DELIVERY.c[name] for name in Delivery.__slots__]
    statement = update(DELIVERY).where(DELIVERY.c.id == found).values(leased).returning(*columns)
    return Delivery(**session.execute(statement).mappings().one())


def mark_sent(session: Session, delivery_id: int, now: datetime) -> bool:
    """It is out; False when it was marked so before, or its alert is gone."""
    values = {"state": DeliveryState.SENT.value, "sent_at": now, "held": False, "lease_until": None, "last_error": None}
    unsent = DELIVERY.c.state != DeliveryState.SENT.value
    return _mark(session, delivery_id, unsent, values)


def mark_retry(
    session: Session, delivery_id: int, not_before: datetime, error: str, *, attempt: int | None = None
) -> bool:
    """It did not go: try again from ``not_before`` on.

    With ``attempt`` (``Delivery.attempts``) only if nobody else has claimed it since. False when nothing was changed.
    """
    values = {"state": DeliveryState.READY.value, "not_before": not_before, "lease_until": None, "last_error": error}
    return _mark(session, delivery_id, _claimed(attempt), values)


def mark_dead(session: Session, delivery_id: int, error: str, *, attempt: int | None = None) -> bool:
    """It will never go; the operator sees ``error``. ``attempt`` as in ``mark_retry``."""
    values = {"state": DeliveryState.DEAD.value, "held": False, "lease_until": None, "last_error": error}
    return _mark(session, delivery_id, _claimed(attempt), values)


def release_expired_leases(session: Session, now: datetime) -> int:
    """Messages whose sender died become ready again; how many. Each may go out a second time."""
    over = (DELIVERY.c.state == DeliveryState.SENDING.value, DELIVERY.c.lease_until < now)
    values = {"state": DeliveryState.READY.value, "lease_until": None, "last_error": "its sender did not finish"}
    return rows_changed(session, update(DELIVERY).where(*over).values(values))


def pending(session: Session) -> list[DeliveryRecord]:
    """Messages not sent and not dead, oldest first; held ones too."""
    return _records(session, _all().where(DELIVERY.c.state.in_(_UNSENT)).order_by(DELIVERY.c.id))


def recent(session: Session, alert_id: int | None = None, limit: int = 20) -> list[DeliveryRecord]:
    """The newest messages first, whatever became of them; of one alert or of all."""
    statement = _all() if alert_id is None else _all().where(DELIVERY.c.alert_id == alert_id)
    return _records(session, statement.order_by(DELIVERY.c.id.desc()).limit(limit))


def hold_all(session: Session, why: str, now: datetime) -> int:
    """Put every unsent message on hold, and every new one until ``release_all``; how many were unsent."""
    statement = insert_into(session, STORE_FLAG).values(name=_HELD, why=why, set_at=now)
    session.execute(statement.on_conflict_do_nothing())
    unsent = update(DELIVERY).where(DELIVERY.c.state.in_(_UNSENT))
    return rows_changed(
        session, unsent.values(held=True, state=DeliveryState.READY.value, lease_until=None, worker=None)
    )


def held_because(session: Session) -> str | None:
    """Why the outbox is on hold; None when it is not."""
    why: str | None = session.execute(select(STORE_FLAG.c.why).where(STORE_FLAG.c.name == _HELD)).scalar_one_or_none()
    return why


def release_all(session: Session) -> int:
    """Let held messages go, and new ones as usual; how many were held."""
    session.execute(delete(STORE_FLAG).where(STORE_FLAG.c.name == _HELD))
    return rows_changed(session, update(DELIVERY).where(DELIVERY.c.held).values(held=False))


def discard_held(session: Session, why: str) -> int:
    """Give up the held messages (they count as told), for example those of a restored backup; how many."""
    values = {"state": DeliveryState.DEAD.value, "held": False, "last_error": why}
    return rows_changed(session, update(DELIVERY).where(DELIVERY.c.held).values(values))


def told(session: Session, alert_ids: Collection[int], limit: int) -> list[tuple[int, int, date, str]]:
    """(alert, opening, local date, state of the mail) of what these alerts told, newest first."""
    statement = (
        select(DIGEST_ITEM.c.alert_id, DIGEST_ITEM.c.opening_id, DIGEST.c.local_date, DELIVERY.c.state)
        .join(DIGEST, DIGEST.c.id == DIGEST_ITEM.c.digest_id)
        .join(DELIVERY, DELIVERY.c.digest_id == DIGEST.c.id)
        .where(DIGEST_ITEM.c.alert_id.in_(list(alert_ids)))
        .order_by(DIGEST.c.local_date.desc(), DIGEST_ITEM.c.opening_id)
    )
    return [(row[0], row[1], row[2], row[3]) for row in session.execute(statement.limit(limit))]


def _mark(session: Session, delivery_id: int, when: ColumnElement[bool], values: dict[str, Any]) -> bool:
    return rows_changed(session, update(DELIVERY).where(DELIVERY.c.id == delivery_id, when).values(values)) > 0


def _claimed(attempt: int | None) -> ColumnElement[bool]:
    sending = DELIVERY.c.state == DeliveryState.SENDING.value
    return sending if attempt is None else sending & (DELIVERY.c.attempts == attempt)


def _all() -> Select[Any]:
    columns = [DELIVERY.c[name] for name in DeliveryRecord.__slots__ if name != "local_date"]
    return select(*columns, DIGEST.c.local_date).join(DIGEST, DIGEST.c.id == DELIVERY.c.digest_id)


def _records(session: Session, statement: Select[Any]) -> list[DeliveryRecord]:
    return [
        DeliveryRecord(**{**row, "state": DeliveryState(row["state"])}) for row in session.execute(statement).mappings()
    ]
