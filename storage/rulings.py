"""What people have said of two postings: one opening, or two. Kept beside what the comparison finds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.base import insert_into, insert_many
from storage.comparisons import unsettle
from storage.tables_matching import OPENING_RULING


@dataclass(frozen=True, slots=True)
class Ruling:
    """One ruling. ``first`` < ``second`` are posting ids."""

    first: int
    second: int
    same: bool
    by: str
    why: str
    ruled_at: datetime


def rule(
    session: Session, ones: Iterable[int], others: Iterable[int], *, same: bool, by: str, why: str, now: datetime
) -> int:
    """Say of every posting in ``ones`` that it shows the same opening as every one in ``others``, or another.

    The newest ruling about two postings counts. Returns how many pairs were ruled on.
    """
    pairs = sorted({(min(pair), max(pair)) for pair in product(ones, others) if pair[0] != pair[1]})
    rows = [{"first": one, "second": two, "same": same, "by": by, "why": why, "ruled_at": now} for one, two in pairs]
    if rows:
        statement = insert_into(session, OPENING_RULING)
        renewed = {name: statement.excluded[name] for name in ("same", "by", "why", "ruled_at")}
        upsert = statement.on_conflict_do_update(index_elements=["first", "second"], set_=renewed)
        insert_many(session, OPENING_RULING, upsert, rows)
    unsettle(session, {number for pair in pairs for number in pair})
    return len(rows)


def all_rulings(session: Session) -> list[Ruling]:
    """Every ruling, newest first."""
    order = (OPENING_RULING.c.ruled_at.desc(), OPENING_RULING.c.first, OPENING_RULING.c.second)
    return [_ruling(row) for row in session.execute(select(OPENING_RULING).order_by(*order))]


def _ruling(row: Any) -> Ruling:
    return Ruling(row.first, row.second, row.same, row.by, row.why, row.ruled_at)
