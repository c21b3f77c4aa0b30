"""Writing the search index, in large batches: what an opening is found by, and by which values it is counted."""

import json
import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from domain.postings import PostingStatus
from domain.searching import search_words
from storage.base import chunks, insert_into, insert_many, rows_changed
from storage.search_masks import GENERATION
from storage.search_words import lemmas
from storage.tables import POSTING
from storage.tables_alerts import STORE_FLAG
from storage.tables_matching import OPENING_MATCH, OPENING_MEMBER, READING
from storage.tables_search import SEARCH_ENTRY, SEARCH_TERM, SEARCH_VALUE, SEARCH_WORDS

NO_DEADLINE = date(9999, 12, 31)
_WHENEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""The flag's value is what counts; a moment would only make equal stores differ."""
_WORD_COLUMNS = ("title", "employer", "place", "body", "lemmas")
_SQLITE_COLUMNS = ", ".join(_WORD_COLUMNS)


@dataclass(frozen=True, slots=True)
class SearchDoc:
    """One opening, ready to be found."""

    opening: int
    stamp: str
    is_open: bool
    title: str
    employer: str
    places: tuple[str, ...]
    """Names of towns, municipalities and counties."""
    text: str
    language: str
    published: datetime
    first_seen: datetime
    closed_at: datetime | None = None
    deadline: date | None = None
    salary_low: int | None = None
    salary_high: int | None = None
    employer_orgnr: str | None = None
    facets: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Facet → values, counted beside the hits."""
    concepts: Collection[str] = ()
    """Concepts that the ad asks for (``must`` or ``nice``) or works with: for statistics."""


def stamps(session: Session) -> dict[int, str]:
    """Opening → what its entry would be made from now, for every opening that has postings."""
    columns = (OPENING_MEMBER.c.opening_id, POSTING.c.id, POSTING.c.content_hash, POSTING.c.status)
    read = (READING.c.content_hash, READING.c.vocabulary_version)
    statement = (
        select(*columns, *(column.label(f"read_{column.name}") for column in read))
        .join(POSTING, POSTING.c.id == OPENING_MEMBER.c.posting_id)
        .outerjoin(READING, READING.c.posting_id == POSTING.c.id)
        .order_by(OPENING_MEMBER.c.opening_id, POSTING.c.id)
    )
    found: dict[int, list[str]] = {}
    for row in session.execute(statement):
        said = f"{row.id}:{row.content_hash[:12]}:{row.status[:1]}"
        read_as = f"{(row.read_content_hash or '')[:12]}:{row.read_vocabulary_version or ''}"
        found.setdefault(row.opening_id, []).append(f"{said}:{read_as}")
    return {opening: " ".join(parts) for opening, parts in found.items()}


def stored_stamps(session: Session) -> dict[int, str]:
    """Opening → what its entry was made from."""
    return {
        row.opening_id: row.stamp for row in session.execute(select(SEARCH_ENTRY.c.opening_id, SEARCH_ENTRY.c.stamp))
    }


def replace(session: Session, docs: Sequence[SearchDoc]) -> None:
    """Enter these openings; older entries of them go."""
    remove(session, [doc.opening for doc in docs])
    words = [_words(doc) for doc in docs]
    _learn(session, words)
    insert_many(session, SEARCH_ENTRY, insert(SEARCH_ENTRY), [_entry(doc) for doc in docs])
    insert_many(session, SEARCH_VALUE, insert(SEARCH_VALUE), [row for doc in docs for row in _values(doc)])
    insert_many(session, SEARCH_WORDS, insert(SEARCH_WORDS), words)
    _enter(session, [doc.opening for doc in docs])
    _touch(session)


def remove(session: Session, openings: Iterable[int]) -> int:
    """Take openings out of the index; how many were in it."""
    gone = 0
    for chunk in chunks(openings):
        if session.get_bind().dialect.name == "sqlite":
            # An index over foreign content must be told the old words, or it keeps them.
            told = f"'delete', opening_id, {_SQLITE_COLUMNS} FROM search_words WHERE opening_id IN ({_numbers(chunk)})"
            session.execute(text(f"INSERT INTO search_index(search_index, rowid, {_SQLITE_COLUMNS}) SELECT {told}"))
        gone += rows_changed(session, delete(SEARCH_ENTRY).where(SEARCH_ENTRY.c.opening_id.in_(chunk)))
    if gone:
        _touch(session)
    return gone


def close(session: Session, source: str, refs: Collection[str], now: datetime) -> int:
    """Openings none of whose postings is open any more, and that have one of these: out of the search; how many."""
    has_open = (
        select(OPENING_MEMBER.c.opening_id)
        .join(POSTING, POSTING.c.id == OPENING_MEMBER.c.posting_id)
        .where(OPENING_MEMBER.c.opening_id == SEARCH_ENTRY.c.opening_id, POSTING.c.status == PostingStatus.ACTIVE.value)
    )
    theirs = (
        select(OPENING_MEMBER.c.opening_id)
        .join(POSTING, POSTING.c.id == OPENING_MEMBER.c.posting_id)
        .where(POSTING.c.source == source, POSTING.c.source_ref.in_(refs))
    )
    over = (SEARCH_ENTRY.c.is_open, SEARCH_ENTRY.c.opening_id.in_(theirs), ~has_open.exists())
    closed = rows_changed(session, update(SEARCH_ENTRY).where(*over).values(is_open=False, closed_at=now))
    if closed:
        _touch(session)
    return closed


def take_scores(session: Session, target: str) -> int:
    """Copy the scores against the occupation into the index; how many differed."""
    own = (OPENING_MATCH.c.opening_id == SEARCH_ENTRY.c.opening_id) & (OPENING_MATCH.c.target == target)
    fresh = func.coalesce(select(OPENING_MATCH.c.score).where(own).scalar_subquery(), -1)
    changed = rows_changed(session, update(SEARCH_ENTRY).where(SEARCH_ENTRY.c.score != fresh).values(score=fresh))
    if changed:
        _touch(session)
    return changed


def optimise(session: Session) -> None:
    """Join the pieces that many small batches left behind; worth it after a large one."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("INSERT INTO search_index(search_index) VALUES ('optimize')"))


def size(session: Session) -> int:
    """Openings in the index."""
    return int(session.execute(select(func.count()).select_from(SEARCH_ENTRY)).scalar_one())


def _touch(session: Session) -> None:
    """The index is another one now: what processes keep of it no longer counts."""
    fresh = secrets.token_hex(8)
    statement = insert_into(session, STORE_FLAG).values(name=GENERATION, why=fresh, set_at=_WHENEVER)
    session.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"why": fresh}))


def _entry(doc: SearchDoc) -> dict[str, Any]:
    facets = {name: sorted(values) for name, values in sorted(doc.facets.items()) if values}
    return {
        "opening_id": doc.opening,
        "stamp": doc.stamp,
        "is_open": doc.is_open,
        "score": -1,
        "published": doc.published,
        "first_seen": doc.first_seen,
        "closed_at": doc.closed_at,
        "deadline_order": doc.deadline or NO_DEADLINE,
        "salary_low": doc.salary_low,
        "salary_high": doc.salary_high,
        "title": doc.title,
        "employer": doc.employer,
        "employer_orgnr": doc.employer_orgnr,
        "facets": json.dumps(facets, ensure_ascii=False, separators=(",", ":")),
    }


def _values(doc: SearchDoc) -> list[dict[str, Any]]:
    pairs = {(facet, value) for facet, values in doc.facets.items() for value in values}
    pairs |= {("concept", concept) for concept in doc.concepts}
    return [{"opening_id": doc.opening, "facet": facet, "value": value} for facet, value in sorted(pairs)]


def _words(doc: SearchDoc) -> dict[str, Any]:
    parts = {"title": doc.title, "employer": doc.employer, "place": " ".join(doc.places), "body": doc.text}
    row: dict[str, Any] = {name: " ".join(search_words(part)) for name, part in parts.items()}
    base = sorted(lemmas((doc.title, doc.text), doc.language))
    return {"opening_id": doc.opening, **row, "lemmas": " ".join(base), "shown": doc.text}


def _learn(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Enter words that were never met into the dictionary."""
    words = {word for row in rows for name in _WORD_COLUMNS for word in row[name].split()}
    known: set[str] = set()
    for chunk in chunks(sorted(words)):
        known.update(session.execute(select(SEARCH_TERM.c.term).where(SEARCH_TERM.c.term.in_(chunk))).scalars())
    new = [{"term": word} for word in sorted(words - known)]
    before = session.execute(select(func.coalesce(func.max(SEARCH_TERM.c.id), 0))).scalar_one()
    insert_many(session, SEARCH_TERM, insert_into(session, SEARCH_TERM).on_conflict_do_nothing(), new)
    if session.get_bind().dialect.name == "sqlite":
        fresh = text("INSERT INTO search_term_index(rowid, term) SELECT id, term FROM search_term WHERE id > :before")
        session.execute(fresh, {"before": before})


def _enter(session: Session, openings: Iterable[int]) -> None:
    if session.get_bind().dialect.name != "sqlite":
        return
    for chunk in chunks(openings):
        told = f"opening_id, {_SQLITE_COLUMNS} FROM search_words WHERE opening_id IN ({_numbers(chunk)})"
        session.execute(text(f"INSERT INTO search_index(rowid, {_SQLITE_COLUMNS}) SELECT {told}"))


def _numbers(values: Iterable[int]) -> str:
    return ",".join(str(int(value)) for value in values)
