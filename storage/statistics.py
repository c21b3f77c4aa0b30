"""Figures over the openings of a search: by week and county, employers, what is asked for, pay, time open.

``chosen`` is a query for ids of openings (``storage.search.matching``).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from domain.clock import OSLO
from storage.tables_search import SEARCH_ENTRY, SEARCH_VALUE

Chosen = Select[Any]
_ENTRY = SEARCH_ENTRY.c
DEMANDED = ("skill", "tool", "certification", "licence")
"""Kinds of concepts that count as demand; traits, languages and education have figures of their own."""


@dataclass(frozen=True, slots=True)
class Pay:
    """Stated pay, NOK a year: the middle of each ad's range, and how many of all state one."""

    middles: tuple[float, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Demand:
    """How many openings ask for a concept; ``before`` in the time before, of the same length."""

    concept: str
    number: int
    recent: int
    before: int


def by_week(session: Session, chosen: Chosen) -> dict[date, Counter[str]]:
    """Monday of the week of publishing (in Oslo) → county → openings; ``""`` where no county is known."""
    own = and_(SEARCH_VALUE.c.opening_id == _ENTRY.opening_id, SEARCH_VALUE.c.facet == "county")
    statement = (
        select(_ENTRY.published, SEARCH_VALUE.c.value).outerjoin(SEARCH_VALUE, own).where(_ENTRY.opening_id.in_(chosen))
    )
    weeks: dict[date, Counter[str]] = {}
    for row in session.execute(statement):
        day = row.published.astimezone(OSLO).date()
        weeks.setdefault(day - timedelta(days=day.weekday()), Counter())[row.value or ""] += 1
    return dict(sorted(weeks.items()))


def values(session: Session, chosen: Chosen, facet: str, limit: int) -> dict[str, int]:
    """Value of ``facet`` → openings, the most frequent first."""
    number = func.count().label("n")
    statement = (
        select(SEARCH_VALUE.c.value, number)
        .where(SEARCH_VALUE.c.facet == facet, SEARCH_VALUE.c.opening_id.in_(chosen))
        .group_by(SEARCH_VALUE.c.value)
        .order_by(number.desc(), SEARCH_VALUE.c.value)
    )
    return {row[0]: row[1] for row in session.execute(statement.limit(limit))}


def employers(session: Session, chosen: Chosen, limit: int) -> dict[str, int]:
    """Employer as written → openings, the most frequent first."""
    number = func.count().label("n")
    wanted = (_ENTRY.opening_id.in_(chosen), _ENTRY.employer != "")
    statement = select(_ENTRY.employer, number).where(*wanted).group_by(_ENTRY.employer)
    return {row[0]: row[1] for row in session.execute(statement.order_by(number.desc(), _ENTRY.employer).limit(limit))}


def names(session: Session, chosen: Chosen) -> list[tuple[str, str | None]]:
    """(employer as written, its number in the register), the most frequent first."""
    number = func.count().label("n")
    columns = (_ENTRY.employer, _ENTRY.employer_orgnr)
    statement = select(*columns, number).where(_ENTRY.opening_id.in_(chosen), _ENTRY.employer != "").group_by(*columns)
    return [(row[0], row[1]) for row in session.execute(statement.order_by(number.desc(), *columns).limit(40))]


@dataclass(frozen=True, slots=True)
class Advertised:
    """One opening of an employer, in a line."""

    opening: int
    title: str
    published: datetime
    closed_at: datetime | None
    """None while it is open."""


def advertised(session: Session, chosen: Chosen, limit: int) -> list[Advertised]:
    """The openings, the youngest first."""
    columns = (_ENTRY.opening_id, _ENTRY.title, _ENTRY.published, _ENTRY.closed_at)
    statement = select(*columns).where(_ENTRY.opening_id.in_(chosen))
    rows = session.execute(statement.order_by(_ENTRY.published.desc(), _ENTRY.opening_id).limit(limit))
    return [Advertised(*row) for row in rows]


def asked_for(session: Session, chosen: Chosen, concepts: list[str]) -> Counter[str]:
    """Concept → openings that ask for it."""
    statement = (
        select(SEARCH_VALUE.c.value, func.count())
        .where(SEARCH_VALUE.c.facet == "concept", SEARCH_VALUE.c.value.in_(concepts))
        .where(SEARCH_VALUE.c.opening_id.in_(chosen))
        .group_by(SEARCH_VALUE.c.value)
    )
    return Counter({row[0]: row[1] for row in session.execute(statement)})


def demand(
    session: Session, chosen: Chosen, now: datetime, days: int, limit: int, facet: str = "concept"
) -> list[Demand]:
    """What is asked for most, with the last ``days`` days beside the same time before."""
    recent = _ENTRY.published >= now - timedelta(days=days)
    before = and_(_ENTRY.published < now - timedelta(days=days), _ENTRY.published >= now - timedelta(days=2 * days))
    number = func.count().label("n")
    statement = (
        select(SEARCH_VALUE.c.value, number, func.count().filter(recent), func.count().filter(before))
        .join(SEARCH_ENTRY, _ENTRY.opening_id == SEARCH_VALUE.c.opening_id)
        .where(SEARCH_VALUE.c.facet == facet, SEARCH_VALUE.c.opening_id.in_(chosen))
        .where(or_(*[SEARCH_VALUE.c.value.startswith(f"{kind}.") for kind in DEMANDED]))
        .where(SEARCH_VALUE.c.value.not_like("%.stated"))
        .group_by(SEARCH_VALUE.c.value)
        .order_by(number.desc(), SEARCH_VALUE.c.value)
    )
    return [Demand(*row) for row in session.execute(statement.limit(limit))]


def together(session: Session, chosen: Chosen, concepts: list[str]) -> Mapping[tuple[str, str], int]:
    """(concept, concept) → openings that ask for both; each pair once, in the order of ``concepts``."""
    wanted = SEARCH_VALUE.c.facet == "concept"
    statement = select(SEARCH_VALUE.c.opening_id, SEARCH_VALUE.c.value).where(
        wanted, SEARCH_VALUE.c.value.in_(concepts), SEARCH_VALUE.c.opening_id.in_(chosen)
    )
    of: dict[int, set[str]] = {}
    for row in session.execute(statement):
        of.setdefault(row.opening_id, set()).add(row.value)
    order = {concept: place for place, concept in enumerate(concepts)}
    found: Counter[tuple[str, str]] = Counter()
    for held in of.values():
        ranked = sorted(held, key=lambda concept: order[concept])
        found.update((one, other) for place, one in enumerate(ranked) for other in ranked[place + 1 :])
    return found


def pay(session: Session, chosen: Chosen) -> Pay:
    """Stated pay of the openings."""
    rows = session.execute(select(_ENTRY.salary_low, _ENTRY.salary_high).where(_ENTRY.opening_id.in_(chosen))).all()
    stated = [(row.salary_low + row.salary_high) / 2 for row in rows if row.salary_low and row.salary_high]
    return Pay(tuple(sorted(stated)), len(rows))


def pay_by_month(session: Session, chosen: Chosen) -> dict[date, list[float]]:
    """First day of the month of publishing (in Oslo) → the middles of stated pay, NOK a year; oldest month first."""
    columns = (_ENTRY.published, _ENTRY.salary_low, _ENTRY.salary_high)
    stated = (_ENTRY.opening_id.in_(chosen), _ENTRY.salary_low > 0, _ENTRY.salary_high > 0)
    months: dict[date, list[float]] = {}
    for row in session.execute(select(*columns).where(*stated).order_by(_ENTRY.published)):
        month = row.published.astimezone(OSLO).date().replace(day=1)
        months.setdefault(month, []).append((row.salary_low + row.salary_high) / 2)
    return months


@dataclass(frozen=True, slots=True)
class Stated:
    """What one opening says of pay, where and when."""

    middle: float | None
    """NOK a year, the middle of its range; None when it states none."""
    published: datetime
    counties: tuple[str, ...]


def stated(session: Session, chosen: Chosen) -> list[Stated]:
    """Pay, publishing and counties of each opening."""
    columns = (_ENTRY.opening_id, _ENTRY.salary_low, _ENTRY.salary_high, _ENTRY.published)
    of: dict[int, list[str]] = {}
    county = select(SEARCH_VALUE.c.opening_id, SEARCH_VALUE.c.value).where(SEARCH_VALUE.c.facet == "county")
    for row in session.execute(county):
        of.setdefault(row.opening_id, []).append(row.value)
    rows = session.execute(select(*columns).where(_ENTRY.opening_id.in_(chosen)))
    return [
        Stated(
            (row.salary_low + row.salary_high) / 2 if row.salary_low and row.salary_high else None,
            row.published,
            tuple(of.get(row.opening_id, ())),
        )
        for row in rows
    ]


def days_open(session: Session, chosen: Chosen) -> list[int]:
    """Days between the first sight and the end, of openings that are over; sorted."""
    statement = select(_ENTRY.first_seen, _ENTRY.closed_at).where(
        _ENTRY.opening_id.in_(chosen), _ENTRY.closed_at.is_not(None)
    )
    return sorted(max(0, (row.closed_at - row.first_seen).days) for row in session.execute(statement))
