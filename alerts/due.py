"""Which local date an alert owes a digest for.

Dates are counted in the alert's own zone, never as time since the last digest (RELIABILITY decision 6): a day of 23
or 25 hours, a suspended machine and a clock that jumps are then ordinary days.
"""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.alerts import Frequency

LOOK_BACK_DAYS = 7
"""How far back the last due date can lie: weekly alerts fall due on Mondays."""

MONDAY = 0


def due_moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """When the digest of ``day`` falls due, in UTC.

    A wall time that comes twice that night means its first coming; one that is skipped means as much later as the
    clock was moved (PEP 495, fold 0): 02:30 on the spring night is 03:30.
    """
    return datetime.combine(day, at.replace(tzinfo=None, fold=0), tzinfo=zone).astimezone(UTC)


def newest_due(now: datetime, zone: ZoneInfo, at: time, frequency: Frequency) -> date:
    """The last local date whose digest fell due at or before ``now`` (aware)."""
    today = now.astimezone(zone).date()
    # A day more on either side: a skipped hour may move the moment over midnight.
    days = (today - timedelta(days=back) for back in range(-1, LOOK_BACK_DAYS + 2))
    return next(day for day in days if _speaks_on(day, frequency) and due_moment(day, at, zone) <= now)


def owed(now: datetime, zone: ZoneInfo, at: time, frequency: Frequency, composed: Collection[date] = ()) -> date | None:
    """The local date to compose for, or None when nothing is owed.

    However many dates were missed in a stop, only the newest is owed: one digest covers the gap. ``composed`` holds
    the dates that are done, with or without a mail. A new alert owes its first digest at once.
    """
    day = newest_due(now, zone, at, frequency)
    return None if day in composed else day


def _speaks_on(day: date, frequency: Frequency) -> bool:
    return frequency is Frequency.DAILY or day.weekday() == MONDAY
