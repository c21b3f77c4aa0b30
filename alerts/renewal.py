"""When an alert asks whether it is still wanted, and when it lapses: nobody is written to for ever by mistake."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.alerts import Alert

LASTS = timedelta(days=90)
"""From the day on which somebody last said that the alert is wanted."""
ASKED_BEFORE = timedelta(days=7)
"""Time to answer, counted from the day on which the question really went out."""


def last_day(alert: Alert, now: datetime) -> date:
    """The local date on which it lapses when nobody answers: never sooner than a week from the question."""
    zone = ZoneInfo(alert.zone)
    wanted = (alert.renewed_at or now).astimezone(zone).date()
    return max(wanted + LASTS, now.astimezone(zone).date() + ASKED_BEFORE)


def asks(alert: Alert, now: datetime) -> bool:
    """Is it time to ask? Not while the alert is snoozed."""
    asleep = alert.silent_until is not None and now.astimezone(ZoneInfo(alert.zone)).date() < alert.silent_until
    return not asleep and alert.renewed_at is not None and now >= alert.renewed_at + LASTS - ASKED_BEFORE


def lapses(now: datetime, asked_at: datetime | None) -> bool:
    """Is the time to answer over? ``asked_at``: when the question went out; None for one that never did."""
    return asked_at is not None and now >= asked_at + ASKED_BEFORE
