"""Letters about an alert, the links in them, and when they are due."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

import html5lib
import pytest

from alerts.channels import MailSettings
from alerts.digest import Message
from alerts.letter import confirmation, renewal
from alerts.links import Deed, alert_named, fits, link, token
from alerts.message import Envelope, build_message
from alerts.renewal import asks, lapses, last_day
from tests.unit.alerts.golden import is_golden
from tests.unit.alerts.samples import ALERT, NOW

SECRET = b"x" * 32
MAIL = MailSettings(base_url="https://jobb.example.no/", secret=SECRET)
UNTIL = date(2026, 12, 1)


def letters(alert: Any = ALERT, address: str = "https://jobb.example.no/x") -> dict[str, Message]:
    return {
        "confirm": confirmation(alert, NOW, address),
        "renewal": renewal(alert, NOW, UNTIL, address, "https://jobb.example.no/avmeld"),
    }


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", ["confirm", "renewal"])
def test_a_letter_is_word_for_word_the_golden_one(name: str, language: str) -> None:
    """Made anew by this test when its file is removed; look at the change before you commit it."""
    letter = letters(replace(ALERT, language=language))[name]
    is_golden(letter, name, language)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", ["confirm", "renewal"])
def test_both_parts_say_the_same_in_every_language_and_are_valid(name: str, language: str) -> None:
    letter = letters(replace(ALERT, language=language, name="<b>A&B</b>"))[name]
    document = html5lib.HTMLParser(strict=True).parse(letter.html)
    seen = " ".join("".join(document.itertext()).split())
    assert "<b>A&B</b>" in seen
    assert "<b>A&B</b>" in letter.subject
    for line in letter.text.splitlines():
        if line and "https:" not in line and line != "-- ":
            assert " ".join(line.split()) in seen
    assert f'lang="{language}"' in letter.html


def test_without_pages_the_letter_names_the_command() -> None:
    letter = letters(address="")["renewal"]
    assert "Behold varselet med kommandoen: jobbvakt alert resume 7" in letter.text
    assert "jobbvakt alert resume 7" in letter.html


def test_the_date_of_the_end_stands_in_the_letter() -> None:
    assert "Uten svar slår vi det av tirsdag 1. desember." in letters()["renewal"].text


def test_a_letter_becomes_a_message_with_a_name_of_its_own() -> None:
    built = build_message(letters()["confirm"], ALERT, Envelope("j@example.no", "k@example.no"), NOW, label="confirm")
    read = message_from_bytes(built, policy=default)
    assert read["Message-ID"].startswith("<2026-11-23.kundeservicesjef-oslo-confirm.7.")
    assert read["Subject"] == "Bekreft varselet «Kundeservicesjef Oslo»"


def test_a_link_holds_for_its_deed_its_alert_and_its_address_only() -> None:
    given = token(SECRET, Deed.UNSUBSCRIBE, ALERT)
    assert link(MAIL, Deed.UNSUBSCRIBE, ALERT) == f"https://jobb.example.no/varsel/avmeld/{given}"
    assert fits(given, SECRET, Deed.UNSUBSCRIBE, ALERT)
    assert fits(given, SECRET, Deed.UNSUBSCRIBE, replace(ALERT, email=" Kari@Example.no ", name="other"))
    others = [
        (given, SECRET, Deed.RESUME, ALERT),
        (given, b"y" * 32, Deed.UNSUBSCRIBE, ALERT),
        (given, SECRET, Deed.UNSUBSCRIBE, replace(ALERT, id=8)),
        (given, SECRET, Deed.UNSUBSCRIBE, replace(ALERT, email="ola@example.no")),
        (given[:-1], SECRET, Deed.UNSUBSCRIBE, ALERT),
        ("7-æ", SECRET, Deed.UNSUBSCRIBE, ALERT),
        ("", SECRET, Deed.UNSUBSCRIBE, ALERT),
    ]
    assert not any(fits(*other) for other in others)


@pytest.mark.parametrize("mail", [MailSettings(secret=SECRET), MailSettings(base_url="https://x.example.no")])
def test_without_pages_or_secret_there_are_no_links(mail: MailSettings) -> None:
    assert link(mail, Deed.CONFIRM, ALERT) == ""


@pytest.mark.parametrize(("text", "number"), [("7-ab", 7), ("-7", 0), ("", 0), ("٧-a", 0), ("9" * 40, 0), ("x-1", 0)])
def test_the_number_is_read_from_a_token_or_nothing_is(text: str, number: int) -> None:
    assert alert_named(text) == number


def test_an_alert_asks_a_week_before_three_months_are_over_and_gives_a_week_from_the_question() -> None:
    wanted = datetime(2026, 9, 1, 12, tzinfo=UTC)
    alert = replace(ALERT, renewed_at=wanted)
    assert not asks(alert, wanted + timedelta(days=82, hours=23))
    asked = wanted + timedelta(days=83)
    assert asks(alert, asked)
    assert last_day(alert, asked) == date(2026, 11, 30)
    late = wanted + timedelta(days=200)  # nothing ran for months
    assert last_day(alert, late) == late.date() + timedelta(days=7)
    assert not lapses(late, None)
    assert not lapses(late + timedelta(days=6), late)
    assert lapses(late + timedelta(days=7), late)
    assert not asks(replace(alert, silent_until=date(2027, 6, 1)), late)
