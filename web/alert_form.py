"""When an alert speaks, as a form or a program gives it."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from alerts.cleaning import one_line
from domain.alerts import Frequency
from domain.errors import UsageError

LONGEST_SNOOZE = timedelta(days=366)


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
