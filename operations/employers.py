"""One employer beside the whole market: what it advertises, what it asks for, what it pays, how long it looks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from domain.errors import NothingFoundError
from domain.searching import Criteria
from operations.analysis import Market, market
from storage import search, statistics
from storage.statistics import Advertised

SHOWN = 50
"""Openings listed, the youngest first."""
COMPARED = 12
"""Concepts that are set beside the market."""


@dataclass(frozen=True, slots=True)
class Employer:
    """Who it is, as its ads write it, and its figures."""

    name: str
    """As most of its ads write it."""
    number: str | None
    """In its country's register, where ads state one."""
    otherwise: tuple[str, ...]
    """Its name as other ads write it."""
    market: Market
    openings: tuple[Advertised, ...]
    asked: Mapping[str, tuple[int, int]]
    """Concept → openings of this employer that ask for it, and openings of all employers that do."""


def employer(session: Session, named: str, now: datetime) -> Employer:
    """The employer of an organisation number or of a name. Raises NothingFoundError when no ad is from there."""
    criteria = Criteria(employer=named, closed=True)
    chosen = search.matching(session, criteria, now)
    names = statistics.names(session, chosen)
    if not names:
        raise NothingFoundError("no ad is from that employer", which=named[:80], remedy="look for it: /analyse")
    found = market(session, criteria, now)
    concepts = [item.concept for item in found.demand[:COMPARED]]
    everywhere = statistics.asked_for(session, search.matching(session, Criteria(closed=True), now), concepts)
    written = list(dict.fromkeys(name for name, _ in names))
    return Employer(
        name=written[0],
        number=next((number for _, number in names if number), None),
        otherwise=tuple(written[1:]),
        market=found,
        openings=tuple(statistics.advertised(session, chosen, SHOWN)),
        asked={item.concept: (item.number, everywhere[item.concept]) for item in found.demand[:COMPARED]},
    )


def whole_market(session: Session, now: datetime) -> Market:
    """What an employer is set beside."""
    return market(session, Criteria(closed=True), now)
