"""Openings like one opening, and what others like it pay; from the index."""

from dataclasses import dataclass
from statistics import quantiles

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.tables_search import SEARCH_ENTRY, SEARCH_VALUE

LEAST_PAY = 5
"""Fewer figures say nothing, and might tell what one employer pays."""


@dataclass(frozen=True, slots=True)
class PayRange:
    """Stated pay of other openings, NOK a year, in the middle of each ad's range. Never an estimate for this one."""

    low: int
    """The first quartile."""
    median: int
    high: int
    """The third quartile."""
    number: int
    """Ads that state it."""
    total: int
    """Ads looked at."""
    county: str | None
    """None: the whole index, for too few in the county state pay."""


def similar(session: Session, opening: int, limit: int) -> list[int]:
    """Open openings that share most of what this one asks for, the nearest first."""
    own, other, every = SEARCH_VALUE.alias("own"), SEARCH_VALUE.alias("other"), SEARCH_VALUE.alias("every")
    asked = select(func.count()).where(every.c.opening_id == SEARCH_ENTRY.c.opening_id, every.c.facet == "concept")
    # Long ads share something with everything: what is shared counts against what is asked for in all.
    likeness = func.count() * 100 / (asked.correlate(SEARCH_ENTRY).scalar_subquery() + 8)
    statement = (
        select(SEARCH_ENTRY.c.opening_id)
        .join(other, other.c.opening_id == SEARCH_ENTRY.c.opening_id)
        .join(own, (own.c.facet == other.c.facet) & (own.c.value == other.c.value))
        .where(own.c.opening_id == opening, own.c.facet.in_(("concept", "county")))
        .where(SEARCH_ENTRY.c.opening_id != opening, SEARCH_ENTRY.c.is_open.is_(True), SEARCH_ENTRY.c.score >= 0)
        .group_by(SEARCH_ENTRY.c.opening_id)
        .order_by(likeness.desc(), SEARCH_ENTRY.c.opening_id)
        .limit(limit)
    )
    return list(session.execute(statement).scalars())


def pay_range(session: Session, opening: int) -> PayRange | None:
    """What other openings in its county state, or in all counties; None where too few do."""
    county = session.execute(
        select(SEARCH_VALUE.c.value)
        .where(SEARCH_VALUE.c.opening_id == opening, SEARCH_VALUE.c.facet == "county")
        .limit(1)
    ).scalar_one_or_none()
    return (_pay(session, opening, county) if county else None) or _pay(session, opening, None)


def _pay(session: Session, opening: int, county: str | None) -> PayRange | None:
    columns = (SEARCH_ENTRY.c.salary_low, SEARCH_ENTRY.c.salary_high)
    statement = select(*columns).where(SEARCH_ENTRY.c.opening_id != opening, SEARCH_ENTRY.c.score >= 0)
    if county is not None:
        there = select(SEARCH_VALUE.c.opening_id).where(
            SEARCH_VALUE.c.facet == "county", SEARCH_VALUE.c.value == county
        )
        statement = statement.where(SEARCH_ENTRY.c.opening_id.in_(there))
    rows = session.execute(statement).all()
    middles = [(row.salary_low + row.salary_high) / 2 for row in rows if row.salary_low and row.salary_high]
    if len(middles) < LEAST_PAY:
        return None
    low, median, high = (round(value / 1000) * 1000 for value in quantiles(middles, n=4))
    return PayRange(low, median, high, len(middles), len(rows), county)
