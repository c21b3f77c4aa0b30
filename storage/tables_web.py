"""Tables of the pages: accounts and how they sign in, saved openings, shortlists, reports, and the audit log."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from storage.base import Base, UtcDateTime, table_of


class AccountRow(Base, table=True):
    """Somebody who can sign in."""

    __tablename__ = "account"
    __table_args__: ClassVar[Any] = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    email: str = Field(unique=True)
    """Lower case."""
    role: str
    password: str | None
    """argon2id, in PHC form; None signs in by e-mail link only."""
    language: str
    created_at: datetime = Field(sa_type=UtcDateTime)
    last_seen: datetime | None = Field(sa_type=UtcDateTime)


class LoginTokenRow(Base, table=True):
    """A sign-in link that was sent. Only the digest is kept."""

    __tablename__ = "login_token"

    digest: str = Field(primary_key=True)
    email: str = Field(index=True)
    expires_at: datetime = Field(sa_type=UtcDateTime)


class WebSessionRow(Base, table=True):
    """Somebody is signed in, in one browser. Only the digest of what its cookie holds is kept."""

    __tablename__ = "web_session"

    digest: str = Field(primary_key=True)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    ends_at: datetime = Field(sa_type=UtcDateTime)


class AttemptRow(Base, table=True):
    """One attempt of something that is limited: a password, a sign-in link, a report."""

    __tablename__ = "attempt"
    __table_args__: ClassVar[Any] = (Index("ix_attempt_key_at", "key", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str
    """What is limited and for whom; addresses as a keyed digest."""
    at: datetime = Field(sa_type=UtcDateTime)


class ApiKeyRow(Base, table=True):
    """A key for programs, as a keyed digest."""

    __tablename__ = "api_key"
    __table_args__: ClassVar[Any] = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    name: str
    prefix: str
    digest: str = Field(unique=True)
    scopes: str
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    last_used_at: datetime | None = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(sa_type=UtcDateTime)


class SavedOpeningRow(Base, table=True):
    """An opening that a job seeker keeps an eye on."""

    __tablename__ = "saved_opening"

    account_id: int = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    opening_id: int = Field(primary_key=True, foreign_key="opening.id", ondelete="CASCADE", index=True)
    status: str
    notes: str = Field(sa_type=Text)
    saved_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime)


class ShortlistRow(Base, table=True):
    """A recruiter's list of openings."""

    __tablename__ = "shortlist"
    __table_args__: ClassVar[Any] = (UniqueConstraint("account_id", "name"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE")
    name: str
    share_digest: str | None = Field(unique=True)
    """Of the token in the link that shows the list without signing in; None while it is not shared."""
    created_at: datetime = Field(sa_type=UtcDateTime)


class ShortlistItemRow(Base, table=True):
    """An opening on a list, with a note."""

    __tablename__ = "shortlist_item"

    shortlist_id: int = Field(primary_key=True, foreign_key="shortlist.id", ondelete="CASCADE")
    opening_id: int = Field(primary_key=True, foreign_key="opening.id", ondelete="CASCADE", index=True)
    note: str = Field(sa_type=Text)
    added_at: datetime = Field(sa_type=UtcDateTime)


class ReportRow(Base, table=True):
    """A reader says that something about an opening is wrong."""

    __tablename__ = "opening_report"
    __table_args__: ClassVar[Any] = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    opening_id: int = Field(foreign_key="opening.id", ondelete="CASCADE", index=True)
    kind: str
    words: str = Field(sa_type=Text)
    reported_at: datetime = Field(sa_type=UtcDateTime)
    handled_at: datetime | None = Field(sa_type=UtcDateTime)


class AuditRow(Base, table=True):
    """Who did what. Rows are only ever added, and each carries the digest of all before it."""

    __tablename__ = "audit"
    __table_args__: ClassVar[Any] = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    actor: str
    """``account 7``, ``key 3``, ``cli``, ``schedule``; never an e-mail address."""
    action: str
    subject: str
    detail: str = Field(sa_type=Text)
    chain: str


class AnsweredRow(Base, table=True):
    """A request that must not be done twice, by its Idempotency-Key, with what was answered."""

    __tablename__ = "answered"

    account_id: int = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    key: str = Field(primary_key=True)
    request: str
    """Digest of what was asked: the same key for something else is refused."""
    answer: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=UtcDateTime)


ACCOUNT = table_of(AccountRow)
LOGIN_TOKEN = table_of(LoginTokenRow)
WEB_SESSION = table_of(WebSessionRow)
ATTEMPT = table_of(AttemptRow)
API_KEY = table_of(ApiKeyRow)
SAVED_OPENING = table_of(SavedOpeningRow)
SHORTLIST = table_of(ShortlistRow)
SHORTLIST_ITEM = table_of(ShortlistItemRow)
OPENING_REPORT = table_of(ReportRow)
AUDIT = table_of(AuditRow)
ANSWERED = table_of(AnsweredRow)
