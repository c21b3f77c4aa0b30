"""Deliveries: the transactional outbox.

A digest, its items and the rendered message are committed together; sending comes after, marking after sending. So a
crash costs at most one message twice, and never one.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, or_, select, update
from sqlalchemy.orm import Session

from domain.alerts import DeliveryState, MailKind
from storage import recall, suppression
from storage.base import insert_into, rows_changed
from storage.digests import (
    already_sent,
    composed_dates,
    digest_exists,
    lock,
    note_digest,
    tell,
    told_openings,
    unsent_openings,
)
from storage.errors import DeliveryExistsError
from storage.marks import mark_of
from storage.tables_alerts import ALERT, DELIVERY, DIGEST_ITEM, SILENCED, STORE_FLAG

__all__ = [
    "Delivery",
    "DeliveryRecord",
    "Mail",
    "accounts_written_on",
    "already_sent",
    "claim",
    "commit_digest",
    "commit_mail",
    "composed_dates",
    "count",
    "digest_exists",
    "discard_held",
    "held_because",
    "hold_all",
    "is_mail",
    "mark_dead",
    "mark_retry",
    "mark_sent",
    "note_digest",
    "pending",
    "recent",
    "recipient_of",
    "release_all",
    "release_expired_leases",
    "sent_by_domain",
    "told",
    "told_openings",
    "unsent_openings",
    "went_out",
    "withdraw_untried",
    "written_on",
]

_UNSENT = (DeliveryState.READY.value, DeliveryState.SENDING.value)
_HELD = "outbox_held"


@dataclass(frozen=True, slots=True)
class DeliveryRecord:
    """Where a message stands, without its text."""

    id: int
    alert_id: int | None
    """None for a message that belongs to an account."""
    kind: MailKind
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
    alert_id: int | None
    recipient: str
    message_id: str
    message: bytes
    attempts: int
    """1 for the first try; tells this claim from later ones."""
    channel: str = field(default="", repr=False)
    """The alert's channel as it is now; empty for mail."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A message to be put into the outbox, of an alert or of an account."""

    alert_id: int | None
    kind: MailKind
    about: str
    """With alert and kind its key: no second one like it is ever written."""
    local_date: date
    recipient: str
    message_id: str
    message: bytes = field(repr=False)
    """The whole rendered mail."""
    account_id: int | None = None


def commit_digest(session: Session, mail: Mail, told: Mapping[int, Collection[int]], now: datetime) -> int:
    """Enter a composed digest and put its message into the outbox; the delivery's id.

    Raises DigestExistsError when that date is done, and what ``commit_mail`` raises; let it undo the unit.
    """
    note_digest(session, _alert_of(mail), mail.local_date, now)
    return commit_mail(session, mail, told, now)


def commit_mail(session: Session, mail: Mail, told: Mapping[int, Collection[int]], now: datetime) -> int:
    """Put a message into the outbox with what it tells; the delivery's id.

    ``told``: opening id → ids of the postings shown (may be empty: all postings of the opening count as told in any
    case). Raises DeliveryExistsError when there is such a message, AlreadyToldError when an opening was told before,
    NotStoredError when the alert or an opening is gone; let it undo the unit.
    """
    if mail.alert_id is not None:
        lock(session, mail.alert_id)
    values = {name: getattr(mail, name) for name in Mail.__slots__} | {
        "kind": mail.kind.value,
        "recipient_mark": mark_of(session, mail.recipient),
        "state": DeliveryState.READY.value,
        "held": held_because(session) is not None,
        "attempts": 0,
        "not_before": now,
        "created_at": now,
    }
    statement = insert_into(session, DELIVERY).values(values).on_conflict_do_nothing().returning(DELIVERY.c.id)
    new = session.execute(statement).scalar_one_or_none()
    if new is None:
        raise DeliveryExistsError(f"{mail.kind} {mail.about} to {mail.recipient}")
    if told:
        tell(session, _alert_of(mail), int(new), told)
    return int(new)


def _alert_of(mail: Mail) -> int:
    """The alert, of a message that only an alert writes."""
    if mail.alert_id is None:
        raise ValueError(f"{mail.kind} without an alert")
    return mail.alert_id


def written_on(session: Session, alert_id: int, kind: MailKind, local_date: date) -> int:
    """How many messages of that kind the alert has written for a local date, sent or not."""
    own = (DELIVERY.c.alert_id == alert_id, DELIVERY.c.kind == kind.value, DELIVERY.c.local_date == local_date)
    return int(session.execute(select(func.count()).select_from(DELIVERY).where(*own)).scalar_one())


def accounts_written_on(session: Session, kind: MailKind, local_date: date) -> set[int]:
    """The accounts that a message of that kind was written to for a local date."""
    own = (DELIVERY.c.account_id.is_not(None), DELIVERY.c.kind == kind.value, DELIVERY.c.local_date == local_date)
    return set(session.execute(select(DELIVERY.c.account_id).where(*own)).scalars())


def went_out(session: Session, alert_id: int, kind: MailKind, since: datetime) -> tuple[bool, datetime | None]:
    """Has the alert written a message of that kind since then, and when did the last one of them go out?"""
    own = (DELIVERY.c.alert_id == alert_id, DELIVERY.c.kind == kind.value, DELIVERY.c.created_at > since)
    row = session.execute(select(func.count(), func.max(DELIVERY.c.sent_at)).where(*own)).one()
    return row[0] > 0, row[1]


def withdraw_untried(session: Session, alert_id: int) -> int:
    """Take back the messages that nobody has tried to send: what they told is news again; how many there were.

    Those on hold stay: they are from a restored backup and may have been sent. So does the question to an address.
    """
    own = (DELIVERY.c.alert_id == alert_id, DELIVERY.c.kind != MailKind.CONFIRM.value)
    untried = (DELIVERY.c.state == DeliveryState.READY.value, DELIVERY.c.attempts == 0, DELIVERY.c.held.is_(False))
    waiting = list(session.execute(select(DELIVERY.c.id).where(*own, *untried).with_for_update()).scalars())
    recall.unlearn(session, waiting)
    return rows_changed(session, delete(DELIVERY).where(DELIVERY.c.id.in_(waiting)))


def claim(
    session: Session,
    now: datetime,
    lease_seconds: float,
    worker: str,
    *,
    by_mail: bool = True,
    not_to: Collection[str] = (),
) -> Delivery | None:
    """The oldest message that may go now, leased to ``worker``; None when there is none.

    ``by_mail``: mail, or what goes to chats and webhooks? ``not_to``: domains, or places, that must wait.

    Left alone: what is on hold, what waits for a later try, and what belongs to a paused or snoozed alert (a removed
    one has none), to one that nobody has confirmed, but for the mail that asks for that, or goes to a suppressed
    address. Commit before sending; then ``mark_sent``, ``mark_retry`` or ``mark_dead``.
    """
    due = (
        select(DELIVERY.c.id)
        .outerjoin(ALERT, ALERT.c.id == DELIVERY.c.alert_id)
        .outerjoin(SILENCED, SILENCED.c.account_id == DELIVERY.c.account_id)
        .where(DELIVERY.c.state == DeliveryState.READY.value, DELIVERY.c.not_before <= now)
        .where(DELIVERY.c.held.is_(False), ALERT.c.paused.is_not(True), SILENCED.c.since.is_(None))
        .where(or_(DELIVERY.c.alert_id.is_(None), _wanted()), or_(ALERT.c.wakes_at.is_(None), ALERT.c.wakes_at <= now))
        .where(~suppression.holds(DELIVERY.c.recipient_mark), is_mail() if by_mail else ~is_mail())
        .where(*(~_goes_to(domain) for domain in not_to))
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
    columns = [DELIVERY.c[name] for name in Delivery.__slots__ if name != "channel"]
    statement = update(DELIVERY).where(DELIVERY.c.id == found).values(leased).returning(*columns)
    claimed = session.execute(statement).mappings().one()
    if by_mail:
        return Delivery(**claimed)
    chosen = session.execute(select(ALERT.c.channel).where(ALERT.c.id == claimed["alert_id"])).scalar_one()
    return Delivery(**claimed, channel=chosen)


def is_mail() -> ColumnElement[bool]:
    """For statements: does the message go to an e-mail address? Other places are named with a colon."""
    return ~DELIVERY.c.recipient.contains(":")


def sent_by_domain(session: Session, since: datetime) -> Counter[str]:
    """How many messages each domain got since then."""
    recent = select(DELIVERY.c.recipient).where(DELIVERY.c.sent_at > since, is_mail())
    return Counter(address.rpartition("@")[2].lower() for address in session.execute(recent).scalars())


def _goes_to(domain: str) -> ColumnElement[bool]:
    """To an address of that domain, or to exactly that place."""
    ending = func.lower(DELIVERY.c.recipient).endswith(f"@{domain}", autoescape=True)
    return or_(DELIVERY.c.recipient == domain, ending)


def _wanted() -> ColumnElement[bool]:
    """The alert's address has said yes, or this is the question whether it does."""
    return or_(ALERT.c.confirmed_at.is_not(None), DELIVERY.c.kind == MailKind.CONFIRM.value)


def recipient_of(session: Session, delivery_id: int) -> str | None:
    """Where a message went or goes; None when there is no such message."""
    found: str | None = session.execute(
        select(DELIVERY.c.recipient).where(DELIVERY.c.id == delivery_id)
    ).scalar_one_or_none()
    return found


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


def recent(
    session: Session,
    alert_id: int | None = None,
    limit: int = 20,
    *,
    account_id: int | None = None,
    before: int | None = None,
) -> list[DeliveryRecord]:
    """The newest messages first, whatever became of them; of one alert, of one account's saved openings, or of all.

    ``before``: those with a smaller id.
    """
    statement = _all() if alert_id is None else _all().where(DELIVERY.c.alert_id == alert_id)
    if account_id is not None:
        statement = statement.where(DELIVERY.c.account_id == account_id)
    if before is not None:
        statement = statement.where(DELIVERY.c.id < before)
    return _records(session, statement.order_by(DELIVERY.c.id.desc()).limit(limit))


def count(session: Session) -> int:
    """How many messages there have been."""
    return int(session.execute(select(func.count()).select_from(DELIVERY)).scalar_one())


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
        select(DIGEST_ITEM.c.alert_id, DIGEST_ITEM.c.opening_id, DELIVERY.c.local_date, DELIVERY.c.state)
        .join(DELIVERY, DELIVERY.c.id == DIGEST_ITEM.c.delivery_id)
        .where(DIGEST_ITEM.c.alert_id.in_(list(alert_ids)))
        .order_by(DELIVERY.c.local_date.desc(), DIGEST_ITEM.c.opening_id)
    )
    return [(row[0], row[1], row[2], row[3]) for row in session.execute(statement.limit(limit))]


def _mark(session: Session, delivery_id: int, when: ColumnElement[bool], values: dict[str, Any]) -> bool:
    return rows_changed(session, update(DELIVERY).where(DELIVERY.c.id == delivery_id, when).values(values)) > 0


def _claimed(attempt: int | None) -> ColumnElement[bool]:
    sending = DELIVERY.c.state == DeliveryState.SENDING.value
    return sending if attempt is None else sending & (DELIVERY.c.attempts == attempt)


def _all() -> Select[Any]:
    return select(*(DELIVERY.c[name] for name in DeliveryRecord.__slots__))


def _records(session: Session, statement: Select[Any]) -> list[DeliveryRecord]:
    rows = session.execute(statement).mappings()
    return [
        DeliveryRecord(**{**row, "kind": MailKind(row["kind"]), "state": DeliveryState(row["state"])}) for row in rows
    ]
