"""Whether an instant alert may write now: not in its quiet hours, not beyond its day's cap, not while it is snoozed."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from domain.alerts import Alert, Frequency


def may_write(alert: Alert, now: datetime, written: int) -> bool:
    """May it write at ``now`` (aware), when it has written ``written`` instant mails on that local date already?"""
    local = now.astimezone(ZoneInfo(alert.zone))
    asleep = alert.silent_until is not None and local.date() < alert.silent_until
    willing = alert.frequency is Frequency.INSTANT and not alert.paused and not asleep
    return willing and written < alert.daily_cap and not quiet(alert, local.time())


def quiet(alert: Alert, at: time) -> bool:
    """Do the quiet hours hold at that local time? They may run over midnight; their end belongs to the day."""
    start, end = alert.quiet_from, alert.quiet_until
    return start <= at < end if start <= end else at >= start or at < end
