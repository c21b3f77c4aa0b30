"""An instant alert keeps its quiet hours in its own zone, its day's cap, and its snooze."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.instant import may_write, quiet
from domain.alerts import Frequency
from tests.unit.alerts.samples import ALERT

INSTANT = replace(ALERT, frequency=Frequency.INSTANT)
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "expected"),
    [("20:59", False), ("21:00", True), ("23:59", True), ("00:00", True), ("06:59", True), ("07:00", False)],
)
def test_quiet_hours_run_over_midnight_and_end_with_their_end(at: str, expected: bool) -> None:
    assert quiet(INSTANT, time.fromisoformat(at)) is expected


@pytest.mark.parametrize(("at", "expected"), [("11:59", False), ("12:00", True), ("12:59", True), ("13:00", False)])
def test_quiet_hours_may_lie_within_a_day(at: str, expected: bool) -> None:
    siesta = replace(INSTANT, quiet_from=time(12), quiet_until=time(13))
    assert quiet(siesta, time.fromisoformat(at)) is expected


@given(st.times(), st.times())
def test_from_an_hour_to_the_same_hour_is_never_quiet(hour: time, at: time) -> None:
    assert not quiet(replace(INSTANT, quiet_from=hour, quiet_until=hour), at)


@given(st.times(), st.times(), st.times())
def test_what_is_not_quiet_is_quiet_the_other_way_round(start: time, end: time, at: time) -> None:
    if start != end:
        one, other = (replace(INSTANT, quiet_from=a, quiet_until=b) for a, b in ((start, end), (end, start)))
        assert quiet(one, at) is not quiet(other, at)


def test_quiet_hours_are_those_of_the_alerts_own_zone() -> None:
    assert may_write(INSTANT, NOON, 0)
    assert not may_write(replace(INSTANT, zone="Australia/Sydney"), NOON, 0)  # 22:00 there


def test_the_cap_is_the_number_of_mails_of_one_date() -> None:
    alert = replace(INSTANT, daily_cap=2)
    assert [may_write(alert, NOON, written) for written in (0, 1, 2, 3)] == [True, True, False, False]
    assert not may_write(replace(INSTANT, daily_cap=0), NOON, 0)


def test_only_an_instant_alert_that_is_awake_writes_at_once() -> None:
    assert not may_write(replace(INSTANT, frequency=Frequency.DAILY), NOON, 0)
    assert not may_write(replace(INSTANT, paused=True), NOON, 0)
    asleep = replace(INSTANT, silent_until=date(2026, 11, 24))
    assert not may_write(asleep, NOON, 0)
    assert may_write(asleep, NOON + timedelta(days=1), 0)
