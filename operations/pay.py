"""What ads state of pay: how many do, how it spreads, by county and by quarter; figures of others stand apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import quantiles

from sqlalchemy.orm import Session

from domain.clock import local_date
from domain.searching import Criteria
from storage import search, statistics
from storage.search_like import LEAST_PAY
from storage.statistics import Stated

QUARTERS = 8


@dataclass(frozen=True, slots=True)
class Spread:
    """Stated pay of a group, NOK a year; quartiles only where enough ads state it that none can be told apart."""

    name: str
    total: int
    """Ads in the group."""
    stated: int
    """Of these, ads that state pay."""
    quartiles: tuple[int, int, int] | None

    @property
    def share(self) -> float:
        """Share of the ads that state pay."""
        return self.stated / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class StatedPay:
    """Pay over all openings of the index, those that are over included."""

    whole: Spread
    middles: tuple[float, ...]
    """The middle of each stated range."""
    counties: tuple[Spread, ...]
    """The largest first."""
    quarters: tuple[Spread, ...]
    """By publishing, oldest first; named ``2026 4``."""


def stated_pay(session: Session, now: datetime) -> StatedPay:
    """The figures as of now."""
    rows = statistics.stated(session, search.matching(session, Criteria(closed=True), now))
    counties: dict[str, list[Stated]] = defaultdict(list)
    quarters: dict[str, list[Stated]] = defaultdict(list)
    for row in rows:
        day = local_date(row.published)
        quarters[f"{day.year} {(day.month + 2) // 3}"].append(row)
        for county in row.counties:
            counties[county].append(row)
    by_size = sorted((spread(name, group) for name, group in counties.items()), key=lambda one: (-one.total, one.name))
    return StatedPay(
        spread("", rows),
        tuple(sorted(row.middle for row in rows if row.middle is not None)),
        tuple(by_size),
        tuple(spread(name, quarters[name]) for name in sorted(quarters)[-QUARTERS:]),
    )


def spread(name: str, rows: Iterable[Stated]) -> Spread:
    """The group's spread."""
    group = list(rows)
    middles = [row.middle for row in group if row.middle is not None]
    return Spread(name, len(group), len(middles), _quartiles(middles))


def _quartiles(middles: Sequence[float]) -> tuple[int, int, int] | None:
    if len(middles) < LEAST_PAY:
        return None
    low, median, high = (round(value / 1000) * 1000 for value in quantiles(middles, n=4))
    return low, median, high
