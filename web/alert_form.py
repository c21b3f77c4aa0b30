"""What an alert looks for and when it speaks, as a form or a program gives it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from pydantic import BaseModel

from alerts.cleaning import one_line
from domain.alerts import Frequency
from domain.errors import UsageError
from domain.search_address import from_address, is_address, to_address
from domain.searching import MAX_QUERY, Criteria, Sort

LONGEST_SNOOZE = timedelta(days=366)
HOURS = tuple(range(6, 21))
"""Hours of the day that the form offers; a program may choose any."""


class AlertFields(BaseModel):
    """The fields of the form, as they are sent: all words."""

    name: str = ""
    min_score: str = "0"
    frequency: str = "daily"
    weekday: list[str] = []
    hour: str = "7"
    quiet_from: str = "21"
    quiet_until: str = "7"
    cap: str = "5"
    by_profile: str = ""

    def values(self, profile: str | None) -> dict[str, Any]:
        """Fields of an alert; ``profile`` is the person's own, if there is one. Raises UsageError."""
        often, days = frequency_of(self.frequency, self.weekday)
        return {
            "name": name_in(self.name),
            "profile": profile if self.by_profile == "1" else None,
            "min_score": whole(self.min_score, 0, 100),
            "frequency": often,
            "weekdays": days,
            "at": hour_of(self.hour),
            "quiet_from": hour_of(self.quiet_from),
            "quiet_until": hour_of(self.quiet_until),
            "daily_cap": whole(self.cap, 0, 50),
        }


def name_in(text: str) -> str:
    """The name in one line. Raises UsageError for none."""
    name = one_line(text, 80)
    if not name:
        raise UsageError("the alert needs a name")
    return name


def criteria_in(query: str) -> Criteria:
    """The search that an alert keeps, or that a form hands over: an address, or plain words."""
    return from_address(query) if is_address(query) else Criteria(one_line(query, MAX_QUERY))


def query_of(criteria: Criteria) -> str:
    """What an alert keeps of a search: plain words where that is all, else the address. Order and age are no part."""
    plain = Criteria(criteria.words)
    lasting = replace(criteria, published=None, min_score=0, closed=False, sort=Sort.MATCH)
    return criteria.words if lasting == plain and not _signs(criteria.words) else to_address(lasting)


def other_words(query: str, words: str) -> str:
    """The same search for other words."""
    return query_of(replace(criteria_in(query), words=one_line(words, MAX_QUERY)))


def _signs(words: str) -> bool:
    """Do the words hold more than words?"""
    return any(sign in words for sign in '"-*|') or any(word in ("OR", "ELLER") for word in words.split())


def frequency_of(text: str, weekdays: Sequence[str]) -> tuple[Frequency, frozenset[int]]:
    """How often, and on which days (Monday 0). Days count for a weekly alert only. Raises UsageError."""
    if text not in [one.value for one in Frequency]:
        raise UsageError("an alert comes at once, daily or weekly", which=one_line(text, 40))
    chosen = frozenset(whole(day, 0, 6) for day in weekdays[:7])
    return Frequency(text), chosen if text == Frequency.WEEKLY else frozenset()


def hour_of(text: str) -> time:
    """A whole hour of the day. Raises UsageError."""
    return time(whole(text, 0, 23))


def snooze_until(day: date, today: date) -> date:
    """The first date with mail again. Raises UsageError for one that is over or very far."""
    if not today < day <= today + LONGEST_SNOOZE:
        raise UsageError(
            "an alert can sleep for a day to a year",
            which=day.isoformat(),
            remedy="choose a later date, or pause the alert",
        )
    return day


def whole(text: str, low: int, high: int) -> int:
    """A number between the bounds. Raises UsageError."""
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
    if not low <= value <= high:
        raise UsageError("this is no number that fits", which=one_line(text, 40), why=f"from {low} to {high}")
    return value
