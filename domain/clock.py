"""The only place that asks the machine what time it is; everything else is handed a clock."""

import time
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


class Clock(Protocol):
    """What the time is, and how to wait."""

    def now(self) -> datetime:
        """The present moment, in UTC and aware."""

    def sleep(self, seconds: float) -> None:
        """Wait for ``seconds`` (>= 0)."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present moment, in UTC and aware."""
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """Wait for ``seconds`` (>= 0)."""
        time.sleep(seconds)


class FixedClock:
    """A clock that stands still until it is told to move; ``sleep`` moves it."""

    def __init__(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise ValueError("a clock needs an aware datetime")
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        """The moment set last."""
        return self._moment

    def sleep(self, seconds: float) -> None:
        """Move on by ``seconds`` at once."""
        self._moment += timedelta(seconds=seconds)

    def set(self, moment: datetime) -> None:
        """Jump to ``moment``, forwards or backwards."""
        self._moment = moment.astimezone(UTC)


def local_date(moment: datetime, zone: ZoneInfo = OSLO) -> date:
    """The calendar date of ``moment`` in ``zone``."""
    return moment.astimezone(zone).date()
