"""Tables of the crawl: runs, the state of sources, postings with their versions, contacts, ads left out.

``posting`` is narrow, so that lists and counts never read ad texts; the text lies in ``posting_version``, and the
current draft is the version whose number is ``posting.versions``.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Index, Text, UniqueConstraint, text
from sqlmodel import Field

from storage.base import Base, UtcDateTime, table_of

_LIVE = text("finished_at IS NULL")


class RunRow(Base, table=True):
    """One crawl of one source."""

    __tablename__ = "run"
    __table_args__: ClassVar[Any] = (
        # One live run per source, whoever starts it.
        Index("uq_run_live_source", "source", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE),
        Index("ix_run_source_started_at", "source", "started_at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    source: str
    state: str
    reason: str
    started_by: str
    host: str
    pid: int
    child_pid: int | None
    started_at: datetime = Field(sa_type=UtcDateTime)
    heartbeat_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(sa_type=UtcDateTime)
    cancel_requested: bool
    pages: int
    requests: int
    bytes: int = Field(sa_type=BigInteger)
    spool_offset: int = Field(sa_type=BigInteger)
    seen: int
    new: int
    changed: int
    unchanged: int
    withdrawn: int
    revived: int
    not_relevant: int
    ads_read: int | None
    stated: dict[str, int] | None = Field(sa_type=JSON)
    problems: dict[str, int] = Field(sa_type=JSON)
    first_problem: dict[str, str] = Field(sa_type=JSON)


class SourceStateRow(Base, table=True):
    """How far an incremental source has been read."""

    __tablename__ = "source_state"

    name: str = Field(primary_key=True)
    cursor: dict[str, Any] = Field(sa_type=JSON)
    cursor_at: datetime = Field(sa_type=UtcDateTime)


class PostingRow(Base, table=True):
    """One ad as one source shows it. ``*_run`` columns are no foreign keys: runs may be pruned, ads stay."""

    __tablename__ = "posting"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("source", "source_ref"),
        Index("ix_posting_status_deadline", "status", "deadline"),
        Index("ix_posting_changed_at", "changed_at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    source: str
    source_ref: str
    url: str
    title: str
    employer: str | None
    employer_orgnr: str | None
    apply_url: str | None
    date_posted: datetime | None = Field(sa_type=UtcDateTime)
    deadline: date | None
    deadline_kind: str
    extent_raw: str | None
    places: str | None = Field(sa_type=Text)
    """JSON list of places; None when the ad names none."""
    salary: str | None = Field(sa_type=Text)
    description_length: int
    """Characters of the ad's HTML; see :func:`domain.matching.lead_rank`."""
    status: str
    status_reason: str
    status_run: int | None
    absences: int
    content_hash: str
    versions: int
    first_seen: datetime = Field(sa_type=UtcDateTime)
    last_seen: datetime = Field(sa_type=UtcDateTime)
    last_seen_run: int | None
    changed_at: datetime = Field(sa_type=UtcDateTime)
    closed_at: datetime | None = Field(sa_type=UtcDateTime)
    raw_pages: str | None = Field(sa_type=Text)
    """Keys of the kept pages that gave its newest reading, with blanks between them; None when none were kept."""


class PostingVersionRow(Base, table=True):
    """What an ad said, each time it said something else. Contact persons are never in ``payload``."""

    __tablename__ = "posting_version"

    posting_id: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE")
    number: int = Field(primary_key=True)
    content_hash: str
    run_id: int | None
    seen_at: datetime = Field(sa_type=UtcDateTime)
    description_html: str | None = Field(sa_type=Text)
    payload: str = Field(sa_type=Text)
    """All else of the draft as JSON; fields that are empty are left out."""
    reread: bool | None
    """True: the ad said the same before; it was read again from its kept page, by a better parser."""


class ContactRow(Base, table=True):
    """A contact person named in an ad: personal data, in a table of its own so that it can be wiped."""

    __tablename__ = "contact"

    posting_id: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    name: str | None
    title: str | None
    email: str | None
    phone: str | None


class LeftOutRow(Base, table=True):
    """An ad that was met and deliberately not stored."""

    __tablename__ = "left_out"

    source: str = Field(primary_key=True)
    source_ref: str = Field(primary_key=True)
    title: str
    reason: str
    run_id: int | None = Field(index=True)
    first_seen: datetime = Field(sa_type=UtcDateTime)
    last_seen: datetime = Field(sa_type=UtcDateTime)


class ForgottenRow(Base, table=True):
    """A person who asked to be erased, known again by a keyed digest of the address alone."""

    __tablename__ = "forgotten"

    digest: str = Field(primary_key=True)
    forgotten_at: datetime = Field(sa_type=UtcDateTime)


RUN = table_of(RunRow)
SOURCE_STATE = table_of(SourceStateRow)
POSTING = table_of(PostingRow)
POSTING_VERSION = table_of(PostingVersionRow)
CONTACT = table_of(ContactRow)
LEFT_OUT = table_of(LeftOutRow)
FORGOTTEN = table_of(ForgottenRow)
