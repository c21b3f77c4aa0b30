"""Every local date gets one digest through sleeps, clocks that jump and restarts, in zones with odd summer times.

A small sample by default; ``JOBBVAKT_SWEEP=1`` takes every date from 2024 to 2035.
"""

import os
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from alerts.due import due_moment, next_due, owed_by
from domain.alerts import Alert, Frequency
from tests.unit.alerts.samples import ALERT

WHOLE = bool(os.environ.get("JOBBVAKT_SWEEP"))
FIRST, LAST = (date(2024, 1, 1), date(2035, 12, 31)) if WHOLE else (date(2026, 2, 1), date(2026, 11, 30))
LONGEST_SLEEP = 20 * 60
"""Minutes; shorter than the shortest day, so that the program is awake at some moment of each."""
ZONES = [
    "Europe/Oslo",
    "Africa/Casablanca",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "America/New_York",
]


def digests(alert: Alert, chance: Random) -> Counter[date]:
    """How many digests each date got by a program that wakes now and then, and at times believes another hour."""
    got: Counter[date] = Counter()
    now, end = (due_moment(day, alert.at, ZoneInfo(alert.zone)) for day in (FIRST, LAST + timedelta(days=1)))
    while now < end:
        jump = chance.choice([-50, -3, 3, 30]) if chance.random() < 0.05 else 0
        for believed in (now + timedelta(hours=jump), now):  # the clock is mended; what was stored stays stored
            if (day := owed_by(alert, believed, set(got))) is not None:
                got[day] += 1
        now += timedelta(minutes=chance.randint(1, LONGEST_SLEEP))
    return got


@pytest.mark.parametrize("at", [time(0, 0), time(2, 30), time(7, 0), time(23, 59)], ids=str)
@pytest.mark.parametrize("zone", ZONES)
def test_every_date_gets_exactly_one_digest(zone: str, at: time) -> None:
    got = digests(replace(ALERT, zone=zone, at=at), Random(f"{zone} {at}"))
    days = [FIRST + timedelta(days=count) for count in range((LAST - FIRST).days + 1)]
    assert [day for day in days if got[day] != 1] == []


def test_a_day_that_a_zone_left_out_takes_nothing_from_its_neighbours() -> None:
    apia = replace(ALERT, zone="Pacific/Apia")  # which had no 30 December 2011
    now, done = datetime(2011, 12, 28, 18, tzinfo=UTC), [date(2011, 12, 27)]
    for _ in range(96):
        if (day := owed_by(apia, now, done)) is not None:
            done.append(day)
        now += timedelta(hours=1)
    assert {date(2011, 12, 28), date(2011, 12, 29), date(2011, 12, 31)} <= set(done)
    assert len(done) == len(set(done))


def test_chosen_weekdays_are_the_only_ones_with_a_digest() -> None:
    alert = replace(ALERT, frequency=Frequency.WEEKLY, weekdays=frozenset({1, 4}))
    got = digests(alert, Random(1))
    days = [FIRST + timedelta(days=count) for count in range((LAST - FIRST).days + 1)]
    inside = [day for day in days if day.weekday() in (1, 4)]
    assert [got[day] for day in inside] == [1] * len(inside)
    assert {day.weekday() for day in got} == {1, 4}


def test_a_snoozed_alert_sleeps_until_its_date_and_then_speaks_once() -> None:
    alert = replace(ALERT, silent_until=date(2026, 12, 24))
    morning = datetime(2026, 12, 23, 6, tzinfo=UTC)
    assert owed_by(alert, morning, {date(2026, 11, 30)}) is None
    assert owed_by(alert, morning + timedelta(days=1), {date(2026, 11, 30)}) == date(2026, 12, 24)
    assert next_due(alert, datetime(2026, 11, 30, 12, tzinfo=UTC)) == datetime(2026, 12, 24, 6, tzinfo=UTC)


@pytest.mark.parametrize("weekdays", [frozenset(), frozenset({6}), frozenset({2, 5})])
@pytest.mark.parametrize("zone", ZONES)
def test_the_next_digest_that_is_announced_is_the_next_that_is_owed(zone: str, weekdays: frozenset[int]) -> None:
    alert = replace(ALERT, zone=zone, frequency=Frequency.WEEKLY, weekdays=weekdays)
    now = datetime(2026, 10, 20, 3, tzinfo=UTC)
    due, done = next_due(alert, now), {owed_by(alert, now)}
    assert owed_by(alert, due - timedelta(seconds=1), done) is None
    assert owed_by(alert, due, done) == due.astimezone(ZoneInfo(zone)).date()
