"""Tables of the search index: all of it is derived, and can be thrown away and made anew.

``search_entry`` is narrow: filters, order and counts. ``search_words`` holds the folded words that are searched and
the text that snippets are cut from. ``search_term`` holds every distinct word once, so that a piece of a word is
looked up in the dictionary and not in a million texts.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import DDL, Index, Text, event
from sqlmodel import Field

from storage.base import Base, UtcDateTime, table_of


class SearchEntryRow(Base, table=True):
    """One opening as the search knows it."""

    __tablename__ = "search_entry"
    __table_args__: ClassVar[Any] = (
        Index("ix_search_entry_open_score", "is_open", "score", "deadline_order"),
        Index("ix_search_entry_open_published", "is_open", "published"),
        Index("ix_search_entry_open_deadline", "is_open", "deadline_order"),
    )

    opening_id: int = Field(primary_key=True, foreign_key="opening.id", ondelete="CASCADE")
    stamp: str
    """Changes whenever something changes that the entry was made from."""
    is_open: bool
    score: int
    """Against the occupation; against a profile the score is looked up."""
    published: datetime = Field(sa_type=UtcDateTime)
    first_seen: datetime = Field(sa_type=UtcDateTime)
    closed_at: datetime | None = Field(sa_type=UtcDateTime)
    deadline_order: date
    """The deadline; a far day for those that state none."""
    salary_low: int | None
    salary_high: int | None
    """NOK a year, as stated."""
    title: str
    employer: str
    employer_orgnr: str | None = Field(index=True)
    facets: str = Field(sa_type=Text)
    """Compact JSON: facet → values. Equal openings have equal text, so that counts group by it."""


class SearchValueRow(Base, table=True):
    """Facet values and concepts of an opening: what filters and statistics look up."""

    __tablename__ = "search_value"
    __table_args__: ClassVar[Any] = (Index("ix_search_value_facet_value", "facet", "value", "opening_id"),)

    opening_id: int = Field(primary_key=True, foreign_key="search_entry.opening_id", ondelete="CASCADE")
    facet: str = Field(primary_key=True)
    value: str = Field(primary_key=True)


class SearchWordsRow(Base, table=True):
    """The words of an opening: folded for searching, as written for snippets."""

    __tablename__ = "search_words"

    opening_id: int = Field(primary_key=True, foreign_key="search_entry.opening_id", ondelete="CASCADE")
    title: str = Field(sa_type=Text)
    employer: str = Field(sa_type=Text)
    place: str = Field(sa_type=Text)
    body: str = Field(sa_type=Text)
    lemmas: str = Field(sa_type=Text)
    """Base forms that do not stand in the words themselves."""
    shown: str = Field(sa_type=Text)


class SearchTermRow(Base, table=True):
    """A distinct folded word."""

    __tablename__ = "search_term"

    id: int | None = Field(default=None, primary_key=True)
    term: str = Field(unique=True)


SEARCH_ENTRY = table_of(SearchEntryRow)
SEARCH_VALUE = table_of(SearchValueRow)
SEARCH_WORDS = table_of(SearchWordsRow)
SEARCH_TERM = table_of(SearchTermRow)

_JOINED = " || ' ' || ".join(f"search_words.{name}" for name in ("title", "employer", "place", "body", "lemmas"))
VECTOR_OF_WORDS = f"to_tsvector('simple', {_JOINED})"
"""PostgreSQL's view of the words; the index and the query must say it alike."""
DERIVED = ("search_index", "search_term_index")
"""Names that the virtual tables of SQLite, and the tables behind them, begin with."""

_VECTOR_COLUMN = VECTOR_OF_WORDS.replace("search_words.", "")

SQLITE_INDEXES = (
    "CREATE VIRTUAL TABLE search_index USING fts5(title, employer, place, body, lemmas, "
    "content='search_words', content_rowid='opening_id', tokenize='unicode61 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE search_term_index USING fts5(term, content='search_term', content_rowid='id', "
    "tokenize='trigram')",
)
POSTGRES_INDEXES = (f"CREATE INDEX search_index_words ON search_words USING gin ({_VECTOR_COLUMN})",)


def _ddl(statement: str, dialect: str) -> Any:
    return DDL(statement).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]


for _statement in SQLITE_INDEXES:
    event.listen(Base.metadata, "after_create", _ddl(_statement, "sqlite"))
for _statement in POSTGRES_INDEXES:
    event.listen(Base.metadata, "after_create", _ddl(_statement, "postgresql"))
