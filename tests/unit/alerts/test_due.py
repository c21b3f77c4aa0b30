"""Digests fall due once per local date, whatever the clock does."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.due import due_moment, newest_due, owed
from domain.alerts import Frequency

OSLO = ZoneInfo("Europe/Oslo")
SEVEN = time(7, 0)
# Lord Howe moves by half an hour, Chatham lies at :45, Azores and Beirut change at midnight, St John's has a half hour.
ZONES = [
    "Europe/Oslo",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Atlantic/Azores",
    "Asia/Beirut",
    "America/St_Johns",
    "America/Havana",
    "Africa/Casablanca",
    "Pacific/Kiritimati",
    "UTC",
]
START, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
moments = st.integers(0, int((END - START).total_seconds())).map(lambda seconds: START + timedelta(seconds=seconds))
zones = st.sampled_from(ZONES).map(ZoneInfo)
frequencies = st.sampled_from(Frequency)


def oslo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO).astimezone(UTC)


def test_before_the_hour_yesterday_is_the_newest_due_date() -> None:
    assert newest_due(oslo("2026-11-23T06:59:59"), OSLO, SEVEN, Frequency.DAILY) == date(2026, 11, 22)


def test_at_the_hour_today_is_due() -> None:
    assert newest_due(oslo("2026-11-23T07:00:00"), OSLO, SEVEN, Frequency.DAILY) == date(2026, 11, 23)


def test_a_date_that_was_composed_is_not_owed_again() -> None:
    now = oslo("2026-11-23T09:00:00")
    assert owed(now, OSLO, SEVEN, Frequency.DAILY, {date(2026, 11, 23)}) is None


def test_a_new_alert_owes_its_first_digest_at_once() -> None:
    assert owed(oslo("2026-11-25T15:00:00"), OSLO, SEVEN, Frequency.WEEKLY) == date(2026, 11, 23)


@pytest.mark.parametrize("days", [1, 3, 6, 7, 10, 400])
@pytest.mark.parametrize("frequency", list(Frequency))
def test_after_a_stop_one_digest_covers_the_gap(days: int, frequency: Frequency) -> None:
    done = {date(2026, 11, 23)}
    now = oslo("2026-11-23T12:00:00") + timedelta(days=days)
    owing = []
    while (day := owed(now, OSLO, SEVEN, frequency, done)) is not None:
        owing.append(day)
        done.add(day)
    expected = frequency is not Frequency.WEEKLY or days >= 7
    assert len(owing) == int(expected)


def test_a_clock_set_far_ahead_and_back_again_silences_nothing() -> None:
    done = {date(2026, 11, 22), date(2027, 3, 1)}
    assert owed(oslo("2026-11-23T07:00:00"), OSLO, SEVEN, Frequency.DAILY, done) == date(2026, 11, 23)


def test_an_hour_that_does_not_exist_is_as_much_later_as_the_clock_moved() -> None:
    assert due_moment(date(2027, 3, 28), time(2, 30), OSLO) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert due_moment(date(2027, 3, 28), time(2, 30), OSLO).astimezone(OSLO).time() == time(3, 30)


def test_an_hour_that_comes_twice_counts_the_first_time_only() -> None:
    first = due_moment(date(2026, 10, 25), time(2, 30), OSLO)
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    done = {newest_due(first, OSLO, time(2, 30), Frequency.DAILY)}
    assert owed(first + timedelta(hours=1), OSLO, time(2, 30), Frequency.DAILY, done) is None


def test_looking_every_hour_from_2024_to_2035_gives_each_oslo_date_one_digest() -> None:
    now, end = oslo("2024-01-01T07:00:00"), datetime(2036, 1, 1, tzinfo=UTC)
    done = [date(2023, 12, 31)]
    while now < end:
        day = owed(now, OSLO, SEVEN, Frequency.DAILY, done[-2:])
        if day is not None:
            assert now.astimezone(OSLO).time() == SEVEN
            done.append(day)
        now += timedelta(hours=1)
    assert done == [done[0] + timedelta(days=count) for count in range(len(done))]
    assert done[-1] == date(2035, 12, 31)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("at", [time(0, 0), time(2, 30)], ids=str)
def test_every_local_date_from_2024_to_2035_falls_due_at_its_hour_and_not_a_second_before(zone: str, at: time) -> None:
    place = ZoneInfo(zone)
    day = date(2024, 1, 1)
    while day.year < 2036:
        moment, before = due_moment(day, at, place), day - timedelta(days=1)
        assert owed(moment, place, at, Frequency.DAILY, {before}) == day
        assert owed(moment - timedelta(seconds=1), place, at, Frequency.DAILY, {before}) is None
        day += timedelta(days=1)


@given(moments, zones, st.times(), frequencies)
@settings(max_examples=300)
def test_what_is_newest_due_is_due_and_the_next_is_not(
    now: datetime, zone: ZoneInfo, at: time, frequency: Frequency
) -> None:
    day = newest_due(now, zone, at, frequency)
    step = timedelta(days=7 if frequency is Frequency.WEEKLY else 1)
    assert due_moment(day, at, zone) <= now < due_moment(day + step, at, zone)
    assert frequency is not Frequency.WEEKLY or day.weekday() == 0


@given(moments, zones, st.times(), frequencies, st.lists(st.integers(1, 400), max_size=40))
@settings(max_examples=200)
def test_at_any_rhythm_of_looking_no_date_is_owed_twice_and_they_only_grow(
    now: datetime, zone: ZoneInfo, at: time, frequency: Frequency, gaps: list[int]
) -> None:
    done: list[date] = []
    for hours in gaps:
        now += timedelta(hours=hours)
        day = owed(now, zone, at, frequency, done)
        if day is not None:
            done.append(day)
        assert owed(now, zone, at, frequency, done) is None
    assert done == sorted(set(done))
