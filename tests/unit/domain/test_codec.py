"""What commands print and rows hold: any value of the domain is plain JSON."""

import json
from datetime import UTC, date, datetime, time

import pytest

from domain.alerts import Alert, Frequency
from domain.codec import to_plain


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (time(7, 0), "07:00:00"),
        (date(2026, 11, 24), "2026-11-24"),
        (datetime(2026, 11, 24, 7, tzinfo=UTC), "2026-11-24T07:00:00+00:00"),
        (Frequency.DAILY, "daily"),
        ({1: (time(7, 30),)}, {"1": ["07:30:00"]}),
    ],
)
def test_times_and_words_are_written_as_text(value, plain):
    assert to_plain(value) == plain


def test_an_alert_can_be_printed():
    printed = json.loads(json.dumps(to_plain(Alert(1, "Varsel", "kari@example.org", None))))
    assert (printed["at"], printed["zone"]) == ("07:00:00", "Europe/Oslo")
