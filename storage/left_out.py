"""Ads that were met and deliberately not stored, with the reason, so that recall can be judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Delete, Select, bindparam, delete, func, select
from sqlalchemy.orm import Session

from domain.observations import LeftOut
from storage.base import among, insert_into, insert_many, listed, rows_changed
from storage.codec import storable
from storage.tables import LEFT_OUT


@dataclass(frozen=True, slots=True)
class LeftOutRecord:
    """An ad that was left out, as it was met last."""

    source: str
    source_ref: str
    title: str
    reason: str
    run_id: int | None
    """The run that met it last; None for an import."""
    first_seen: datetime
    last_seen: datetime


def save(session: Session, source: str, run_id: int | None, items: Sequence[LeftOut], now: datetime) -> None:
    """Note the ads; one that is known by (source, source_ref) gets the new title, reason and run."""
    rows = {
        item.source_ref: {
            "source": source,
            "source_ref": item.source_ref,
            "title": storable(item.title),
            "reason": storable(item.reason),
            "run_id": run_id,
            "first_seen": now,
            "last_seen": now,
        }
        for item in items
    }
    if not rows:
        return
    statement = insert_into(session, LEFT_OUT)
    fresh = {name: statement.excluded[name] for name in ("title", "reason", "run_id", "last_seen")}
    upsert = statement.on_conflict_do_update(index_elements=["source", "source_ref"], set_=fresh)
    insert_many(session, LEFT_OUT, upsert, list(rows.values()))


def remove(session: Session, source: str, refs: Iterable[str]) -> int:
    """Forget ads that are stored after all; how many were known here."""
    dialect = session.get_bind().dialect.name
    return rows_changed(session, _removal(dialect), {"of": source, "refs": listed(refs, dialect)})


@cache
def _removal(dialect: str) -> Delete:
    wanted = among(LEFT_OUT.c.source_ref, "refs", dialect)
    return delete(LEFT_OUT).where(LEFT_OUT.c.source == bindparam("of"), wanted)


def of_run(session: Session, run_id: int, limit: int | None = None) -> list[LeftOutRecord]:
    """Ads that this run met last, by reason and title."""
    return _records(session, select(LEFT_OUT).where(LEFT_OUT.c.run_id == run_id).limit(limit))


def of_source(session: Session, source: str, limit: int | None = None) -> list[LeftOutRecord]:
    """Ads of one source, by reason and title."""
    return _records(session, select(LEFT_OUT).where(LEFT_OUT.c.source == source).limit(limit))


def counts(session: Session, source: str | None = None, run_id: int | None = None) -> dict[str, int]:
    """Reason → number of ads, most frequent first; of one source, of one run, or of all."""
    statement = select(LEFT_OUT.c.reason, func.count().label("n")).group_by(LEFT_OUT.c.reason)
    if source is not None:
        statement = statement.where(LEFT_OUT.c.source == source)
    if run_id is not None:
        statement = statement.where(LEFT_OUT.c.run_id == run_id)
    return {row.reason: row.n for row in session.execute(statement.order_by(func.count().desc(), LEFT_OUT.c.reason))}


def _records(session: Session, statement: Select[Any]) -> list[LeftOutRecord]:
    ordered = statement.order_by(LEFT_OUT.c.reason, LEFT_OUT.c.title, LEFT_OUT.c.source, LEFT_OUT.c.source_ref)
    return [LeftOutRecord(**row) for row in session.execute(ordered).mappings()]
