"""Looking a store over: is it whole, does it hold together, is the software below it sound?"""

import sqlite3
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session

from storage import deliveries
from storage.engine import Store
from storage.schema_version import newest_version, stored_version
from storage.sqlite import SAFE_VERSION
from storage.tables import POSTING, POSTING_VERSION
from storage.tables_matching import OPENING, OPENING_MEMBER

_STATES = {
    "postings without their newest words": (
        select(func.count())
        .select_from(POSTING)
        .outerjoin(
            POSTING_VERSION,
            (POSTING_VERSION.c.posting_id == POSTING.c.id) & (POSTING_VERSION.c.number == POSTING.c.versions),
        )
        .where(POSTING_VERSION.c.number.is_(None))
    ),
    "openings without the posting they began with": (
        select(func.count())
        .select_from(OPENING)
        .outerjoin(
            OPENING_MEMBER,
            (OPENING_MEMBER.c.opening_id == OPENING.c.id) & (OPENING_MEMBER.c.posting_id == OPENING.c.founder),
        )
        .where(OPENING.c.merged_into.is_(None), OPENING_MEMBER.c.posting_id.is_(None))
    ),
    "merged openings that still have postings": (
        select(func.count())
        .select_from(OPENING)
        .join(OPENING_MEMBER, OPENING_MEMBER.c.opening_id == OPENING.c.id)
        .where(OPENING.c.merged_into.is_not(None))
    ),
}
"""What must never be there → how many there are."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    ok: bool
    what: str
    told: str


def check(store: Store) -> list[Finding]:
    """Look the store over, reading only. Never raises for a fault it can name; StoreError when it cannot read."""
    with store.read() as session:
        findings = _sqlite(session) if store.dialect == "sqlite" else _postgres(session)
        version, newest = stored_version(session.connection()), newest_version()
        findings.append(Finding(version == newest, "schema", f"version {version}, this program's is {newest}"))
        findings += [_none(session, what, statement) for what, statement in _STATES.items()]
        why = deliveries.held_because(session)
    findings.append(Finding(True, "outbox", f"on hold: {why}" if why else "not on hold"))
    return findings


def _sqlite(session: Session) -> list[Finding]:
    faults = list(session.execute(text("PRAGMA integrity_check(10)")).scalars())
    broken = session.execute(text("PRAGMA foreign_key_check")).all()
    return [
        Finding(faults == ["ok"], "integrity", "; ".join(faults)),
        Finding(
            not broken, "references", f"{len(broken)} rows point nowhere" if broken else "every one points to a row"
        ),
        library_version(sqlite3.sqlite_version),
    ]


def library_version(version: str) -> Finding:
    """What to know of this version of the SQLite library, for example ``3.40.1``."""
    if tuple(int(part) for part in version.split(".")[:3]) >= SAFE_VERSION:
        return Finding(True, "SQLite", version)
    safe = ".".join(map(str, SAFE_VERSION))
    note = f"before {safe} several processes that write at once could, rarely, damage a store (the WAL-reset bug)"
    return Finding(True, "SQLite", f"{version}: {note}; crawl from one process, or install a newer SQLite library")


def _postgres(session: Session) -> list[Finding]:
    version = session.execute(text("SHOW server_version")).scalar_one()
    return [Finding(True, "PostgreSQL", str(version))]


def _none(session: Session, what: str, statement: Select[Any]) -> Finding:
    count: int = session.execute(statement).scalar_one()
    return Finding(count == 0, what, str(count) if count else "none")
