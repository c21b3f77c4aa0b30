"""Tables of the matcher: what was read in each posting, which postings are one opening, how well it fits."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Index, Text
from sqlmodel import Field

from storage.base import Base, UtcDateTime, table_of


class ReadingRow(Base, table=True):
    """What the matcher read in one posting. Columns beside ``payload`` are those that lists need."""

    __tablename__ = "reading"

    posting_id: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE")
    content_hash: str
    """Of the posting when it was read; another hash there makes the reading stale."""
    vocabulary_version: str
    language: str
    relevance: str
    relevance_score: float
    deadline: date | None
    deadline_kind: str
    places: str | None = Field(sa_type=Text)
    salary: str | None = Field(sa_type=Text)
    read_at: datetime = Field(sa_type=UtcDateTime)
    payload: str = Field(sa_type=Text)


class OpeningRow(Base, table=True):
    """The vacancy behind one or more postings."""

    __tablename__ = "opening"
    __table_args__: ClassVar[Any] = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    founder: int = Field(foreign_key="posting.id", ondelete="CASCADE", index=True)
    """The posting it began with. An opening stays where its founder stays, so that its id never changes meaning."""
    merged_into: int | None = Field(foreign_key="opening.id", ondelete="SET NULL", index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)


class OpeningMemberRow(Base, table=True):
    """Which opening a posting belongs to, and why."""

    __tablename__ = "opening_member"

    posting_id: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE")
    opening_id: int = Field(foreign_key="opening.id", ondelete="CASCADE", index=True)
    explanation: str
    joined_at: datetime = Field(sa_type=UtcDateTime)


class ComparedRow(Base, table=True):
    """A posting that was compared with others."""

    __tablename__ = "compared"

    posting_id: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE")
    rules: str
    """Version of the rules it was compared by."""
    settled: bool
    """False once it was read anew or ruled on."""


class ComparedKeyRow(Base, table=True):
    """A key under which a compared posting meets others (``matcher.sketch``)."""

    __tablename__ = "compared_key"

    posting_id: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE")
    key: int = Field(primary_key=True, sa_type=BigInteger, index=True)


class LikenessRow(Base, table=True):
    """Two compared postings that are one opening as far as the two of them go."""

    __tablename__ = "likeness"

    first: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE")
    """The lower of the two posting ids."""
    second: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE", index=True)
    words: str = Field(sa_type=Text)


class OpeningRulingRow(Base, table=True):
    """What a person has said of two postings: one opening, or not. It outlives every later comparison."""

    __tablename__ = "opening_ruling"

    first: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE")
    """The lower of the two posting ids."""
    second: int = Field(primary_key=True, foreign_key="posting.id", ondelete="CASCADE", index=True)
    same: bool
    by: str
    why: str = Field(sa_type=Text)
    ruled_at: datetime = Field(sa_type=UtcDateTime)


class MatchRow(Base, table=True):
    """How well an opening fits a target (``occupation:<id>`` or ``profile:<name>``)."""

    __tablename__ = "opening_match"
    __table_args__: ClassVar[Any] = (Index("ix_opening_match_target_score", "target", "score"),)

    opening_id: int = Field(primary_key=True, foreign_key="opening.id", ondelete="CASCADE")
    target: str = Field(primary_key=True)
    score: int
    version: str
    stale: bool
    """The opening's postings, their readings or the profile have changed since."""
    matched_at: datetime = Field(sa_type=UtcDateTime)
    payload: str = Field(sa_type=Text)


READING = table_of(ReadingRow)
OPENING = table_of(OpeningRow)
OPENING_MEMBER = table_of(OpeningMemberRow)
COMPARED = table_of(ComparedRow)
COMPARED_KEY = table_of(ComparedKeyRow)
LIKENESS = table_of(LikenessRow)
OPENING_RULING = table_of(OpeningRulingRow)
OPENING_MATCH = table_of(MatchRow)
