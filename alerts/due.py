"""Which local date an alert owes a digest for.

Dates are counted in the alert's own zone, never as time since the last digest (RELIABILITY decision 6): a day of 23
or 25 hours, a suspended machine and a clock that jumps are then ordinary days.
"""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.alerts import Alert, Frequency

LOOK_BACK_DAYS = 7
"""How far back the last due date can lie: a weekly alert speaks on one weekday at least."""

EVERY_DAY = frozenset(range(7))
MONDAY = frozenset({0})


def due_moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """When the digest of ``day`` falls due, in UTC.

    A wall time that comes twice that night means its first coming; one that is skipped means as much later as the
    clock was moved (PEP 495, fold 0): 02:30 on the spring night is 03:30.
    """
    return datetime.combine(day, at.replace(tzinfo=None, fold=0), tzinfo=zone).astimezone(UTC)


def speaking_days(frequency: Frequency, weekdays: Collection[int] = ()) -> frozenset[int]:
    """The weekdays with a digest, Monday 0: for a weekly alert those chosen, else Monday; for others all."""
    return EVERY_DAY if frequency is not Frequency.WEEKLY else frozenset(weekdays) or MONDAY


def newest_due(now: datetime, zone: ZoneInfo, at: time, frequency: Frequency, weekdays: Collection[int] = ()) -> date:
    """The last local date whose digest fell due at or before ``now`` (aware)."""
    speaks = speaking_days(frequency, weekdays)
    today = now.astimezone(zone).date()
    # A day more on either side: a skipped hour may move the moment over midnight.
    days = (today - timedelta(days=back) for back in range(-1, LOOK_BACK_DAYS + 2))
    return next(day for day in days if day.weekday() in speaks and due_moment(day, at, zone) <= now)


def owed(
    now: datetime,
    zone: ZoneInfo,
    at: time,
    frequency: Frequency,
    composed: Collection[date] = (),
    *,
    weekdays: Collection[int] = (),
) -> date | None:
    """The local date to compose for, or None when nothing is owed.

    However many dates were missed in a stop, only the newest is owed: one digest covers the gap. ``composed`` holds
    the dates that are done, with or without a mail. A new alert owes its first digest at once.
    """
    day = newest_due(now, zone, at, frequency, weekdays)
    return None if day in composed else day


def owed_by(alert: Alert, now: datetime, composed: Collection[date] = ()) -> date | None:
    """``owed`` for ``alert``; a snoozed one owes nothing for the dates it sleeps through.

    Raises ZoneInfoNotFoundError for a zone that does not exist.
    """
    zone = ZoneInfo(alert.zone)
    day = owed(now, zone, alert.at, alert.frequency, composed, weekdays=alert.weekdays)
    return None if day is None or (alert.silent_until is not None and day < alert.silent_until) else day


def next_due(alert: Alert, now: datetime) -> datetime:
    """The next moment after ``now`` at which a digest falls due, in UTC; a snooze is slept out first."""
    zone, speaks = ZoneInfo(alert.zone), speaking_days(alert.frequency, alert.weekdays)
    today = now.astimezone(zone).date()
    first = max(today - timedelta(days=1), alert.silent_until or date.min)
    days = (first + timedelta(days=ahead) for ahead in range(LOOK_BACK_DAYS + 3))
    moments = (due_moment(day, alert.at, zone) for day in days if day.weekday() in speaks)
    return next(moment for moment in moments if moment > now)
