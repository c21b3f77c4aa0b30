"""What the store knows of each source: how far it has been read, how much it holds, how its last run went."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.postings import PostingStatus
from storage import runs
from storage.base import insert_into
from storage.runs import RunRecord
from storage.tables import POSTING, SOURCE_STATE


@dataclass(frozen=True, slots=True)
class SourceState:
    """One source as stored; a source that was never crawled has none."""

    name: str
    active: int = 0
    """Postings that are open."""
    postings: int = 0
    """Postings in all."""
    last_run: RunRecord | None = None
    cursor: Mapping[str, Any] | None = None
    cursor_at: datetime | None = None


def cursor(session: Session, name: str) -> dict[str, Any] | None:
    """Where the next run of an incremental source goes on; None when it has to begin anew."""
    found: dict[str, Any] | None = session.execute(
        select(SOURCE_STATE.c.cursor).where(SOURCE_STATE.c.name == name)
    ).scalar_one_or_none()
    return found


def set_cursor(session: Session, name: str, cursor: Mapping[str, Any], now: datetime) -> None:
    """Store the cursor (JSON values), in the same write unit as the ads it covers."""
    statement = insert_into(session, SOURCE_STATE).values(name=name, cursor=dict(cursor), cursor_at=now)
    fresh = {"cursor": statement.excluded.cursor, "cursor_at": statement.excluded.cursor_at}
    session.execute(statement.on_conflict_do_update(index_elements=["name"], set_=fresh))


def all_states(session: Session) -> dict[str, SourceState]:
    """Name → state, for every source that has a run, a posting or a cursor."""
    active = func.count().filter(POSTING.c.status == PostingStatus.ACTIVE.value)
    counted = session.execute(select(POSTING.c.source, active, func.count()).group_by(POSTING.c.source))
    counts = {name: (open_now, total) for name, open_now, total in counted}
    cursors = {row.name: row for row in session.execute(select(SOURCE_STATE))}
    last = runs.latest(session)
    return {
        name: SourceState(
            name,
            *counts.get(name, (0, 0)),
            last_run=last.get(name),
            cursor=cursors[name].cursor if name in cursors else None,
            cursor_at=cursors[name].cursor_at if name in cursors else None,
        )
        for name in sorted({*counts, *cursors, *last})
    }
