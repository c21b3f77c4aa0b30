"""Ad text on one line, and addresses that may become links."""

import unicodedata
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.cleaning import one_line, web_address

hostile = st.text(st.characters(codec=None) | st.sampled_from("\r\n\0\t\v\x85\u2028\u2029\u202e\u2066\ufeff\ud800"))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Kundeservicesjef", "Kundeservicesjef"),
        ("  Leder \t for\n kundesenter ", "Leder for kundesenter"),
        ("Sjef\r\nBcc: alle@example.no", "Sjef Bcc: alle@example.no"),
        ("Sjef\x00\x0b\x85\u2028her", "Sjef her"),
        ("\u202eejS\u202c \u2066x\u2069", "ejS x"),
        ("a\u030a", "å"),
        ("Sørøya 650\u00a0000 – «fast» 🙂", "Sørøya 650 000 – «fast» 🙂"),
        ("👩\u200d💻 leder", "👩\u200d💻 leder"),
        ("\ud800halv", "halv"),
    ],
)
def test_controls_and_direction_marks_go_and_words_stay(text: str, clean: str) -> None:
    assert one_line(text) == clean


def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    assert one_line("a" * 200, 10) == "aaaaaaaaa…"
    assert one_line("a" * 10, 10) == "a" * 10


@given(hostile)
def test_whatever_comes_in_one_printable_line_of_utf_8_comes_out(text: str) -> None:
    line = one_line(text, 80)
    assert len(line) <= 80
    assert len(line.splitlines()) <= 1
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in line)
    assert line.encode().decode() == line
    assert one_line(line, 80) == line


@pytest.mark.parametrize("url", ["https://jobb.example.no/1?a=b&c=d#e", "http://127.0.0.1:8080/x", " https://a.no "])
def test_web_addresses_become_links(url: str) -> None:
    assert web_address(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "//jobb.example.no/1",
        "jobb.example.no",
        "https://",
        "https://[::1",
        "https://a.no/\r\nBcc: x",
        'https://a.no/"onclick=x',
        "https://a.no/\u202e",
        "https://a.no/ x",
        "https://a.no/" + "x" * 3000,
        "ftp://a.no/x",
    ],
)
def test_nothing_else_does(url: str) -> None:
    assert web_address(url) == ""


@given(st.text("ahtps:/?#[]@.<>\"' \\%é\u202e0129", max_size=30))
def test_the_quick_way_for_plain_addresses_lets_nothing_more_through(tail: str) -> None:
    url = f"https://{tail}"
    if (taken := web_address(url)) != "":
        parts = urlsplit(taken)
        assert (parts.scheme, bool(parts.hostname)) == ("https", True)
        assert not set(taken) & set('<>" \u202e')
