"""Tables of the alerts: profiles, saved searches, digests with their ledger, and the outbox.

Whoever removes an alert removes all that was kept for it: every table here hangs on it by ``ON DELETE CASCADE``.
"""

from datetime import date, datetime, time
from typing import Any, ClassVar

from sqlalchemy import Index, LargeBinary, Text, UniqueConstraint
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
    created_at: datetime = Field(sa_type=UtcDateTime)


class DigestRow(Base, table=True):
    """What one alert owed one person for one local date."""

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
    digest_id: int = Field(foreign_key="digest.id", ondelete="CASCADE", index=True)


class LedgerRow(Base, table=True):
    """A posting that was told to an alert, under whichever opening. Merges and splits cannot make it new again."""

    __tablename__ = "alert_ledger"

    alert_id: int = Field(primary_key=True, foreign_key="alert.id", ondelete="CASCADE")
    posting_id: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE", index=True)
    digest_id: int = Field(foreign_key="digest.id", ondelete="CASCADE", index=True)


class DeliveryRow(Base, table=True):
    """One rendered message on its way: the outbox."""

    __tablename__ = "delivery"
    __table_args__: ClassVar[Any] = (
        Index("ix_delivery_state_not_before", "state", "not_before"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    digest_id: int = Field(foreign_key="digest.id", ondelete="CASCADE", unique=True)
    alert_id: int = Field(foreign_key="alert.id", ondelete="CASCADE", index=True)
    recipient: str
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


class StoreFlagRow(Base, table=True):
    """A switch that belongs to the whole store, such as *the outbox is on hold*."""

    __tablename__ = "store_flag"

    name: str = Field(primary_key=True)
    why: str
    set_at: datetime = Field(sa_type=UtcDateTime)


PROFILE = table_of(ProfileRow)
ALERT = table_of(AlertRow)
DIGEST = table_of(DigestRow)
DIGEST_ITEM = table_of(DigestItemRow)
ALERT_LEDGER = table_of(LedgerRow)
DELIVERY = table_of(DeliveryRow)
STORE_FLAG = table_of(StoreFlagRow)
