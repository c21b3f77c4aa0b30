"""Figures about the crawl for those who run it: how full the fields of a source are, what was found of each concept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.postings import PostingStatus
from storage.runs import RunRecord, recent
from storage.tables import POSTING
from storage.tables_search import SEARCH_ENTRY, SEARCH_VALUE

FIELDS = ("employer", "employer_orgnr", "apply_url", "date_posted", "deadline", "places", "salary", "extent_raw")
_MOST_RUNS = 5_000


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a source's open ads state each field."""

    total: int
    stated: Mapping[str, int]


def coverage(session: Session, source: str) -> Coverage:
    """Field → open ads of ``source`` that state it; ``description`` is a text of more than 200 characters."""
    counts = [func.count(POSTING.c[name]) for name in FIELDS]
    long = func.count().filter(POSTING.c.description_length > 200)
    wanted = (POSTING.c.source == source, POSTING.c.status == PostingStatus.ACTIVE.value)
    row = session.execute(select(func.count(), *counts, long).where(*wanted)).one()
    return Coverage(row[0], dict(zip((*FIELDS, "description"), row[1:], strict=True)))


def runs_since(session: Session, since: datetime) -> list[RunRecord]:
    """Runs that began since then, newest first; at most a few thousand."""
    return [run for run in recent(session, limit=_MOST_RUNS) if run.started_at >= since]


def concept_hits(session: Session, newest: int | None = None) -> dict[str, int]:
    """Concept → open openings that ask for it or work with it; of the ``newest`` so many alone where that is enough."""
    statement = (
        select(SEARCH_VALUE.c.value, func.count())
        .join(SEARCH_ENTRY, SEARCH_ENTRY.c.opening_id == SEARCH_VALUE.c.opening_id)
        .where(SEARCH_VALUE.c.facet == "concept", SEARCH_ENTRY.c.is_open.is_(True))
        .group_by(SEARCH_VALUE.c.value)
    )
    if newest is not None:
        some = select(SEARCH_ENTRY.c.opening_id).where(SEARCH_ENTRY.c.is_open.is_(True))
        some = some.order_by(SEARCH_ENTRY.c.published.desc()).limit(newest)
        statement = statement.where(SEARCH_VALUE.c.opening_id.in_(some))
    return {row[0]: row[1] for row in session.execute(statement)}
