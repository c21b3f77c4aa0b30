"""Tables of the alerts: profiles, saved searches, digests with their ledger, and the outbox.

Whoever removes an alert removes all that was kept for it: every table here hangs on it by ``ON DELETE CASCADE``.
"""

from datetime import date, datetime, time
from typing import Any, ClassVar

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field

from storage.base import Base, UtcDateTime, table_of


class ProfileRow(Base, table=True):
    """What a job seeker has and wants."""

    __tablename__ = "profile"

    name: str = Field(primary_key=True)
    payload: str = Field(sa_type=Text)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class AlertRow(Base, table=True):
    """A saved search with a channel."""

    __tablename__ = "alert"
    __table_args__: ClassVar[Any] = (UniqueConstraint("email", "name"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    name: str
    email: str
    profile: str | None = Field(foreign_key="profile.name", ondelete="RESTRICT", index=True)
    query: str
    min_score: int
    frequency: str
    at: time
    zone: str
    language: str
    paused: bool
    weekdays: str | None
    """Numbers from 0 (Monday), joined by commas; None for none chosen."""
    silent_until: date | None
    wakes_at: datetime | None = Field(sa_type=UtcDateTime)
    """When a snooze is over: until then mail that waits stays."""
    quiet_from: time
    quiet_until: time
    daily_cap: int
    confirmed_at: datetime | None = Field(sa_type=UtcDateTime)
    """When the address said that it wants the alert; None: not yet."""
    renewed_at: datetime = Field(sa_type=UtcDateTime)
    channel: str
    created_at: datetime = Field(sa_type=UtcDateTime)


class FeedRow(Base, table=True):
    """An alert that is read as a feed too. Its address is made of the moment, so that a new one is a new address."""

    __tablename__ = "alert_feed"

    alert_id: int = Field(primary_key=True, foreign_key="alert.id", ondelete="CASCADE")
    since: datetime = Field(sa_type=UtcDateTime)


class DigestRow(Base, table=True):
    """What one alert owed one person for one local date: the claim on that date, with or without a mail."""

    __tablename__ = "digest"
    __table_args__: ClassVar[Any] = (UniqueConstraint("alert_id", "local_date"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    alert_id: int = Field(foreign_key="alert.id", ondelete="CASCADE")
    local_date: date
    composed_at: datetime = Field(sa_type=UtcDateTime)


class DigestItemRow(Base, table=True):
    """An opening that was told to an alert: once for ever."""

    __tablename__ = "digest_item"

    alert_id: int = Field(primary_key=True, foreign_key="alert.id", ondelete="CASCADE")
    opening_id: int = Field(primary_key=True, foreign_key="opening.id", ondelete="CASCADE", index=True)
    delivery_id: int = Field(foreign_key="delivery.id", ondelete="CASCADE", index=True)


class LedgerRow(Base, table=True):
    """A posting that was told to an alert, under whichever opening. Merges and splits cannot make it new again."""

    __tablename__ = "alert_ledger"

    alert_id: int = Field(primary_key=True, foreign_key="alert.id", ondelete="CASCADE")
    posting_id: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE", index=True)
    delivery_id: int = Field(foreign_key="delivery.id", ondelete="CASCADE", index=True)


class DeliveryRow(Base, table=True):
    """One rendered message on its way: the outbox. What it told goes with it, so that only unsent ones are removed."""

    __tablename__ = "delivery"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("alert_id", "kind", "about"),
        UniqueConstraint("account_id", "kind", "about"),
        Index("ix_delivery_state_not_before", "state", "not_before"),
        Index("ix_delivery_sent_at", "sent_at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    alert_id: int | None = Field(foreign_key="alert.id", ondelete="CASCADE")
    account_id: int | None = Field(foreign_key="account.id", ondelete="CASCADE")
    """Instead of an alert, where the message is about what an account has saved."""
    kind: str
    about: str
    """What no second message of this kind is about: a digest's local date, an instant mail's date and number."""
    local_date: date
    recipient: str
    recipient_mark: str
    """By which a suppressed address is known (``storage.marks``)."""
    message_id: str = Field(unique=True)
    message: bytes = Field(sa_type=LargeBinary)
    state: str
    held: bool
    attempts: int
    not_before: datetime = Field(sa_type=UtcDateTime)
    lease_until: datetime | None = Field(sa_type=UtcDateTime)
    worker: str | None
    last_error: str | None
    created_at: datetime = Field(sa_type=UtcDateTime)
    sent_at: datetime | None = Field(sa_type=UtcDateTime)


class WatchRow(Base, table=True):
    """How a saved opening stood when its saver last heard of it."""

    __tablename__ = "saved_watch"
    __table_args__: ClassVar[Any] = (
        ForeignKeyConstraint(
            ["account_id", "opening_id"], ["saved_opening.account_id", "saved_opening.opening_id"], ondelete="CASCADE"
        ),
    )

    account_id: int = Field(primary_key=True)
    opening_id: int = Field(primary_key=True)
    deadline: date | None
    deadline_kind: str
    open: bool
    reminded_for: date | None


class DeliveryNoteRow(Base, table=True):
    """What a reader knew of a saved opening before a message told more; it counts again if that is taken back."""

    __tablename__ = "delivery_note"
    __table_args__: ClassVar[Any] = (
        ForeignKeyConstraint(
            ["account_id", "opening_id"], ["saved_opening.account_id", "saved_opening.opening_id"], ondelete="CASCADE"
        ),
    )

    delivery_id: int = Field(primary_key=True, foreign_key="delivery.id", ondelete="CASCADE")
    account_id: int = Field(primary_key=True)
    opening_id: int = Field(primary_key=True)
    deadline: date | None
    deadline_kind: str
    open: bool
    reminded_for: date | None


class SilencedRow(Base, table=True):
    """An account that wants no mail about what it has saved."""

    __tablename__ = "notes_silenced"

    account_id: int = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    since: datetime = Field(sa_type=UtcDateTime)


class SuppressedRow(Base, table=True):
    """An address that was refused for good; no mail goes there once it is suppressed."""

    __tablename__ = "suppressed"

    mark: str = Field(primary_key=True)
    """Of the address (``storage.marks``)."""
    why: str
    failures: int
    last_failed_at: datetime = Field(sa_type=UtcDateTime)
    suppressed_at: datetime | None = Field(sa_type=UtcDateTime)


class StoreFlagRow(Base, table=True):
    """A switch that belongs to the whole store, such as *the outbox is on hold*."""

    __tablename__ = "store_flag"

    name: str = Field(primary_key=True)
    why: str
    set_at: datetime = Field(sa_type=UtcDateTime)


PROFILE = table_of(ProfileRow)
ALERT = table_of(AlertRow)
FEED = table_of(FeedRow)
DIGEST = table_of(DigestRow)
DIGEST_ITEM = table_of(DigestItemRow)
ALERT_LEDGER = table_of(LedgerRow)
DELIVERY = table_of(DeliveryRow)
WATCH = table_of(WatchRow)
DELIVERY_NOTE = table_of(DeliveryNoteRow)
SILENCED = table_of(SilencedRow)
SUPPRESSED = table_of(SuppressedRow)
STORE_FLAG = table_of(StoreFlagRow)
