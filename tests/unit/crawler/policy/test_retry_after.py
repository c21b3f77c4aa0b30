"""Retry-After in both its forms, and in all the forms that it is not."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.policy.retry_after import LONGEST_SECONDS, retry_after

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        ("5", 5),
        (" 120 ", 120),
        ("3600", 3600),
        ("3601", 3600),
        ("1000000000", 3600),
        ("99999999999999999999", 3600),
        ("Mon, 23 Nov 2026 11:00:30 GMT", 30),
        ("Mon, 23 Nov 2026 12:00:30 +0100", 30),
        ("Monday, 23-Nov-26 11:00:30 GMT", 30),
        ("Mon, 23 Nov 2026 10:00:00 GMT", 0),
        ("Mon, 23 Nov 2036 10:00:00 GMT", 3600),
    ],
)
def test_it_is_read(value: str, seconds: float) -> None:
    assert retry_after(value, NOW) == seconds


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5", "5 s", "١٢", "1e9", "Mon, 99 Foo 2026", "\x00", "9" * 400])
def test_garbage_says_nothing(value: str) -> None:
    assert retry_after(value, NOW) is None


@given(st.text(max_size=60))
def test_it_never_raises_and_stays_in_bounds(value: str) -> None:
    wait = retry_after(value, NOW)
    assert wait is None or 0 <= wait <= LONGEST_SECONDS


@given(st.integers(-10_000, 10_000))
def test_a_date_is_the_seconds_until_then(seconds: int) -> None:
    value = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    assert retry_after(value, NOW) == min(max(seconds, 0), LONGEST_SECONDS)
