"""The market behind a search: everything that the analysis pages and the API's statistics tell, from one place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from statistics import median

from sqlalchemy.orm import Session

from domain.searching import Criteria
from storage import search, statistics
from storage.statistics import Demand, Pay

QUARTER = 91
CONCEPTS, EMPLOYERS, CERTIFICATIONS, PAIRS = 25, 15, 12, 10


@dataclass(frozen=True, slots=True)
class Market:
    """Figures of one search, openings that are over included."""

    total: int
    open_now: int
    weeks: Mapping[date, Counter[str]]
    counties: Mapping[str, int]
    employers: Mapping[str, int]
    demand: tuple[Demand, ...]
    certifications: tuple[Demand, ...]
    together: Mapping[tuple[str, str], int]
    pay: Pay
    pay_months: Mapping[date, Sequence[float]]
    """First of the month of publishing → the middles of stated pay, NOK a year."""
    days_open: tuple[int, ...]

    @property
    def stated_share(self) -> float | None:
        """Share of ads that state pay; None where there is no ad."""
        return len(self.pay.middles) / self.pay.total if self.pay.total else None

    @property
    def median_pay(self) -> float | None:
        """The median of stated pay, NOK a year."""
        return median(self.pay.middles) if self.pay.middles else None

    @property
    def median_days(self) -> float | None:
        """The median of days open, of openings that are over."""
        return median(self.days_open) if self.days_open else None


def market(session: Session, criteria: Criteria, now: datetime) -> Market:
    """The figures of ``criteria``."""
    everything = replace(criteria, closed=True)
    chosen = search.matching(session, everything, now)
    wanted = statistics.demand(session, chosen, now, QUARTER, CONCEPTS)
    return Market(
        total=search.count(session, everything, now),
        open_now=search.count(session, replace(criteria, closed=False), now),
        weeks=statistics.by_week(session, chosen),
        counties=statistics.values(session, chosen, "county", 40),
        employers=statistics.employers(session, chosen, EMPLOYERS),
        demand=tuple(wanted),
        certifications=tuple(statistics.demand(session, chosen, now, QUARTER, CERTIFICATIONS, "certification")),
        together=statistics.together(session, chosen, [item.concept for item in wanted[:PAIRS]]),
        pay=statistics.pay(session, chosen),
        pay_months=statistics.pay_by_month(session, chosen),
        days_open=tuple(statistics.days_open(session, chosen)),
    )
