"""Scores go stale when what they rest on changes; whoever changes it says so here."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, update
from sqlalchemy.orm import Session

from storage.tables_matching import OPENING_MATCH


def mark_stale(session: Session, openings: Sequence[int] | Select[Any]) -> None:
    """The scores of these openings (ids, or a query for them) have to be computed again."""
    session.execute(update(OPENING_MATCH).where(OPENING_MATCH.c.opening_id.in_(openings)).values(stale=True))


def mark_target_stale(session: Session, target: str) -> None:
    """All scores against ``target`` have to be computed again."""
    session.execute(update(OPENING_MATCH).where(OPENING_MATCH.c.target == target).values(stale=True))
