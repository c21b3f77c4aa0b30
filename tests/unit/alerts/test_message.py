"""The bytes of a message: read back by another parser than wrote them."""

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.digest import Message, compose
from alerts.message import (
    Envelope,
    assemble,
    build_message,
    encoded,
    message_id,
    slug,
    split_address,
    unsubscribe_mailto,
)
from alerts.wire import written
from domain.errors import ConfigurationError
from tests.unit.alerts.samples import ALERT, NOW, TODAY, card, three_cards

ENVELOPE = Envelope("Jobbvakt på Øya <jobbvakt@example.no>", "kari@example.no")
LONG_URL = "https://jobb.example.no/avmeld/" + "a1B2" * 60
EXPECTED_HEADERS = [
    *("From", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe", "Auto-Submitted"),
    *("Content-Language", "MIME-Version", "Content-Type"),
]


def digest(**changes: Any) -> Message:
    message = compose(ALERT, [card(**changes)] if changes else three_cards(), TODAY, now=NOW)
    assert message is not None
    return message


def build(envelope: Envelope = ENVELOPE, message: Message | None = None) -> bytes:
    return build_message(message or digest(), ALERT, envelope, NOW)


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    assert not [defect for part in message.walk() for defect in part.defects]
    return message


def test_the_headers_are_these_and_each_stands_once() -> None:
    assert read(build()).keys() == EXPECTED_HEADERS


def test_the_headers_say_what_they_should() -> None:
    message = read(build())
    assert message["From"] == "Jobbvakt på Øya <jobbvakt@example.no>"
    assert message["To"] == "kari@example.no"
    assert message["Subject"] == "3 nye: Kundeservicesjef, Oslo – første frist fredag 4. desember"
    assert parsedate_to_datetime(message["Date"]) == NOW
    assert message["List-Id"] == "<alert-7.jobbvakt.example.no>"
    assert message["List-Unsubscribe"] == "<mailto:jobbvakt@example.no?subject=unsubscribe%20alert-7>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "nb"


def test_both_parts_come_back_word_for_word_the_plain_one_first() -> None:
    source = digest()
    message = read(build(message=source))
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    plain, html = (part.get_content().replace("\r\n", "\n") for part in message.iter_parts())
    assert plain == source.text
    assert html == source.html


def test_a_long_unsubscribe_address_stays_whole_and_plain() -> None:
    content = build(replace(ENVELOPE, unsubscribe_url=LONG_URL))
    raw = content.partition(b"\r\n\r\n")[0]
    assert f"List-Unsubscribe: <{LONG_URL}>, <mailto:".encode() in raw
    assert read(content)["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    # What a relay does that parses and writes the message anew.
    assert f"<{LONG_URL}>".encode() in message_from_bytes(content).as_bytes(policy=SMTP.clone(max_line_length=998))


@pytest.mark.parametrize("url", ["", "http://jobb.example.no/x", "javascript:x", LONG_URL + "x" * 600])
def test_one_click_is_promised_only_with_an_https_address(url: str) -> None:
    message = read(build(replace(ENVELOPE, unsubscribe_url=url)))
    assert "List-Unsubscribe-Post" not in message
    assert message["List-Unsubscribe"].startswith("<mailto:")


def test_unsubscribing_goes_to_the_address_that_was_set() -> None:
    envelope = replace(ENVELOPE, unsubscribe_mailto="Avmelding <avmeld+x@example.no>")
    assert unsubscribe_mailto(ALERT, envelope) == "mailto:avmeld%2Bx@example.no?subject=unsubscribe%20alert-7"


def test_the_message_id_is_the_same_whenever_it_is_built_and_another_for_another_date_or_reader() -> None:
    first = message_id(ALERT, TODAY, "jobbvakt@example.no")
    assert first == read(build())["Message-ID"] == message_id(ALERT, TODAY, "jobbvakt@example.no")
    assert re.fullmatch(r"<2026-11-23\.kundeservicesjef-oslo\.7\.[0-9a-f]{12}@example\.no>", first)
    assert message_id(ALERT, date(2026, 11, 24), "jobbvakt@example.no") != first
    assert message_id(replace(ALERT, email="ola@example.no"), TODAY, "jobbvakt@example.no") != first


def test_the_same_digest_gives_the_same_bytes() -> None:
    assert build() == build()


def test_lines_end_in_crlf_and_none_is_too_long() -> None:
    content = build(replace(ENVELOPE, unsubscribe_url=LONG_URL))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 998
    assert content.isascii()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kundeservicesjef Oslo", "kundeservicesjef-oslo"),
        ("Ærlig & ØST!!", "aerlig-ost"),
        ("../../etc", "etc"),
        ("日本", "alert"),
        ("a" * 90, "a" * 40),
        ("x" * 39 + " y", "x" * 39),
    ],
)
def test_a_slug_is_safe_in_a_file_name_and_an_id(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("kari@example.no", "", "kari@example.no"),
        ("Kari Nordmann <kari@example.no>", "Kari Nordmann", "kari@example.no"),
        ('"Nordmann, Kari" <kari@example.no>', "Nordmann, Kari", "kari@example.no"),
        ("kari+jobb@blåbær.no", "", "kari+jobb@xn--blbr-roah.no"),
        ("jobbvakt@localhost", "", "jobbvakt@localhost"),
    ],
)
def test_an_address_is_taken_apart(text: str, name: str, address: str) -> None:
    assert split_address(text) == (name, address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kari",
        "kari@",
        "@example.no",
        "kari@exa mple.no",
        "kari@example.no, ola@example.no",
        "kåre@example.no",
        "kari@example.no\r\nBcc: alle@example.no",
        "kari@example.no>\r\nRCPT TO:<x@example.no",
        "kari@-example..no",
        '"k ari"@example.no',
    ],
)
def test_what_is_no_address_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(ConfigurationError, match="not an e-mail address") as caught:
        split_address(text)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_a_name_with_signs_of_its_own_is_quoted() -> None:
    sender = '"Vakt, \\"Jobb\\" \\\\ (test)" <jobbvakt@example.no>'
    addresses = read(build(replace(ENVELOPE, sender=sender)))["From"].addresses
    assert [(item.display_name, item.addr_spec) for item in addresses] == [
        ('Vakt, "Jobb" \\ (test)', "jobbvakt@example.no")
    ]


@pytest.mark.parametrize("value", ["a\r\nBcc: x", "a\nb", "a\x00", "a\rb", "blåbær", "a\x0bb"])
def test_no_header_is_written_that_could_become_two(value: str) -> None:
    with pytest.raises(ValueError, match="header X cannot hold"):
        assemble({"X": value, "Message-ID": "<x@example.no>"}, {"plain": written("x")})


def test_what_looks_like_an_encoded_word_is_not_decoded() -> None:
    message = read(build(message=digest(title="=?utf-8?q?Bcc=3A_x?=")))
    assert message["Subject"].startswith("1 ny: =?utf-8?q?Bcc=3A_x?=, Oslo")


any_text = st.text(st.characters(codec=None) | st.sampled_from("\r\n\0\x0b\x85\u2028\u202e\ud800=?_-."), max_size=60)


@given(any_text)
@settings(max_examples=300)
def test_every_text_survives_its_encoded_words(text: str) -> None:
    storable = text.encode("utf-8", "ignore").decode()
    printable = "".join(char for char in storable if char.isprintable())
    value = encoded(printable)
    assert all(len(line) <= 75 for line in value.split("\r\n ")) or value == printable
    message = message_from_bytes(f"Subject: {value}\r\n\r\n".encode(), policy=default)
    # A parser may drop white space at either end of a header.
    assert message["Subject"].strip() == printable.strip()


@given(any_text, any_text, any_text)
@settings(max_examples=200, deadline=None)
def test_no_ad_and_no_name_adds_a_header_or_loses_the_digest(title: str, employer: str, name: str) -> None:
    alert = replace(ALERT, name=name)
    message = compose(alert, [card(title=title, employer=employer)], TODAY, now=NOW)
    assert message is not None
    parsed = read(build_message(message, alert, ENVELOPE, NOW))
    assert parsed.keys() == EXPECTED_HEADERS
    assert len(list(parsed.iter_parts())) == 2
    assert parsed["To"] == "kari@example.no"
