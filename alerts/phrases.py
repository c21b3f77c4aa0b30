"""Dates, deadlines, pay, places and reasons as a person would say them."""

import math
import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from alerts.cleaning import one_line
from alerts.words import Words
from domain.concept_names import named
from domain.matching import Evidence, Match
from domain.postings import DeadlineKind, Place, Salary

FAR_AWAY_DAYS = 300
"""From here on a date is told with its year: the same day of the year is about to come round again."""

REASONS_SHOWN = 6
UNKNOWNS_SHOWN = 4
PLACES_SHOWN = 2

_SAID_ELSEWHERE = ("pay", "place")
"""Parts of a score of which a message says what is not stated in words of their own."""

WHOLE_FROM = 10_000
"""Pay of this size is told without øre."""


class Reason(NamedTuple):
    """``har: CCSM, Dynamics 365`` as its label and its items."""

    label: str
    items: str


def day_in_words(day: date, today: date, words: Words) -> str:
    """``fredag 4. desember``, with the year when it is far away."""
    far = abs((day - today).days) > FAR_AWAY_DAYS
    return (words.date_with_year if far else words.date).format(
        weekday=words.days[day.weekday()], day=day.day, month=words.months[day.month - 1], year=day.year
    )


@lru_cache(maxsize=4096)
def when(day: date, today: date, words: Words) -> str:
    """``i dag``, ``i morgen``, ``i overmorgen``, or the day in words."""
    near = {0: words.today, 1: words.tomorrow, 2: words.day_after_tomorrow}
    return near.get((day - today).days) or day_in_words(day, today, words)


def deadline_in_words(deadline: date | None, kind: DeadlineKind, today: date, words: Words) -> str:
    """When to apply, as arbeidsplassen.no says it."""
    if kind is DeadlineKind.ASAP:
        return words.asap if deadline is None else words.asap_by.format(when=when(deadline, today, words))
    if deadline is not None:
        return words.apply_by.format(when=when(deadline, today, words))
    return words.rolling if kind is DeadlineKind.ROLLING else words.no_deadline


def pay_in_words(salary: Salary | None, words: Words) -> str:
    """The pay as stated, or that it is not stated. Never an estimate."""
    figures = figures_of_pay(salary, words) if salary else ""
    return words.pay.format(pay=figures) if figures else words.no_pay


@lru_cache(maxsize=4096)
def figures_of_pay(salary: Salary, words: Words) -> str:
    """``650 000–720 000 kr i året``; empty where neither bound is stated."""
    if salary.minimum is None and salary.maximum is None:
        return ""
    low = None if salary.minimum is None else _number(salary.minimum, words)
    high = None if salary.maximum is None else _number(salary.maximum, words)
    currency = words.currencies.get(salary.currency, one_line(salary.currency, 8))
    period = words.periods.get(salary.period, "")
    template = _pay_template(low, high, words)
    return template.format(low=low, high=high, currency=currency, period=period).rstrip()


def _pay_template(low: str | None, high: str | None, words: Words) -> str:
    if low is None:
        return words.pay_up_to
    if high is None:
        return words.pay_from
    return words.pay_exact if low == high else words.pay_range


def _number(value: float, words: Words) -> str:
    """``650 000`` with the language's separators; hundredths only where they matter."""
    if not math.isfinite(value):
        raise ValueError(f"pay is no number: {value}")
    text = f"{round(value):_}" if float(value).is_integer() or value >= WHOLE_FROM else f"{value:_.2f}"
    return text.replace(".", words.decimal).replace("_", words.thousands)


def places_in_words(places: Sequence[Place], words: Words) -> str:
    """The towns, each once; beyond ``PLACES_SHOWN`` their number."""
    names = list(dict.fromkeys(name for name in map(_place_name, places) if name))
    if len(names) > PLACES_SHOWN + 1:
        names = [*names[:PLACES_SHOWN], words.more_places.format(count=len(names) - PLACES_SHOWN)]
    return ", ".join(names) or words.no_place


def _place_name(place: Place) -> str:
    return one_line(place.city or place.municipality or place.county or place.country or "", 60)


def reasons(match: Match, words: Words) -> tuple[Reason, ...]:
    """What the ad asks for that is there, what is missing, and what the ad does not say. Heaviest parts first.

    Time left is no reason here: the deadline stands in words of its own. So do pay and place that are not stated.
    """
    has: list[Evidence] = []
    lacks: list[Evidence] = []
    unstated: list[Evidence] = []
    for part in sorted(match.parts, key=_WEIGHT, reverse=True):
        if part.name != "freshness":
            has += part.has
            lacks += part.lacks
            unstated += () if part.name in _SAID_ELSEWHERE else part.not_stated
    found = (
        (words.has, has, REASONS_SHOWN),
        (words.lacks, lacks, REASONS_SHOWN),
        (words.not_stated, unstated, UNKNOWNS_SHOWN),
    )
    told = [Reason(label, _listed(evidence, limit, words)) for label, evidence, limit in found if evidence]
    return tuple([reason for reason in told if reason.items])


_WEIGHT = attrgetter("weight")


def _listed(evidence: Sequence[Evidence], limit: int, words: Words) -> str:
    said = dict.fromkeys([_shortened(item.text, words) for item in evidence])
    said.pop("", None)
    if len(said) <= limit + 1:
        return ", ".join(said)
    return ", ".join([*islice(said, limit), words.and_more.format(count=len(said) - limit)])


_WORD = "krav|ønske|oppgave|ikke krav"
_LABELLED = re.compile(rf"(?P<before>(?:(?:{_WORD}): |du har )?)(?P<label>.+?)(?P<after>(?: \((?:{_WORD})\))?)")
"""A concept as the matcher tells of it."""


@lru_cache(maxsize=4096)
def _shortened(text: str, words: Words) -> str:
    text = one_line(text, 80)
    if text.startswith(words.unsaid):
        return ""
    text = _named(text, words)
    for pattern, replacement in words.shortened:
        text = re.sub(pattern, replacement, text)
    return text


def _named(text: str, words: Words) -> str:
    found = _LABELLED.fullmatch(text)
    told = named(found["label"], words.tag) if found else None
    return f"{found['before']}{told}{found['after']}" if found and told else text
