"""A page gives text and JSON, whatever the bytes are."""

from datetime import UTC, datetime

import pytest

from crawler.parsing.charset import decode, repair_mojibake
from crawler.parsing.page import Page, PageError

WHEN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LETTERS = "æøåÆØÅ–«»"
LATIN_LETTERS = "æøåÆØÅ«»"  # ISO 8859-1 has no en dash


def page(body: bytes, content_type: str = "") -> Page:
    return Page("https://jobb.example/1", body, WHEN, content_type)


@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "no-such-charset", ""])
@pytest.mark.parametrize("where", ["http", "meta", "both", "xml"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "iso-8859-1", "utf-16", "utf-16-le"])
def test_nordic_letters_survive_every_codec_under_every_label(codec, label, where):
    letters = LATIN_LETTERS if codec == "iso-8859-1" else LETTERS
    meta = f"<meta charset='{label}'>" if where in ("meta", "both") else ""
    declaration = f"<?xml version='1.0' encoding='{label}'?>" if where == "xml" else ""
    header = f"text/html; charset={label}" if where in ("http", "both") else "text/html"
    text = f"{declaration}<html>{meta}<p>{letters} og kundeservice</p></html>"
    assert letters in page(text.encode(codec), header).text


def test_utf8_that_was_cut_inside_a_letter_is_still_utf8():
    found = decode("Kundeservicesjef på Ås søkes – nå på".encode()[:-1])
    assert (found.encoding, found.repaired) == ("utf-8", True)
    assert found.text.startswith("Kundeservicesjef på Ås søkes – nå p")


def test_one_foreign_byte_in_utf8_is_read_as_windows_1252():
    body = "Leder for kundesenter på Ås, ".encode() + "Tromsø".encode("cp1252")
    assert decode(body).text == "Leder for kundesenter på Ås, Tromsø"


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("pÃ¥ TromsÃ¸", "på Tromsø"),
        ("Ã\x85s og Ã…s", "Ås og Ås"),
        ("drift â€“ hele dÃ¸gnet", "drift – hele døgnet"),
        ("ðŸ“¦ pakke", "📦 pakke"),
        ("pï¿½ jobb", "p\ufffd jobb"),
    ],
)
def test_text_read_with_the_wrong_table_is_put_right(damaged, right):
    assert repair_mojibake(damaged) == right


@pytest.mark.parametrize("text", ["«NÅ»", "OSLO–TROMSØ–BODØ", "SÃO PAULO", "naïve idé", "ÆØÅ", "Bjørn & Åse"])
def test_text_that_only_looks_odd_is_left_alone(text):
    assert repair_mojibake(text) == text


def test_a_codec_that_is_no_charset_is_never_applied():
    assert decode("grønn".encode("cp1252"), "text/html; charset=rot13").text == "grønn"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"[" * 1_000, "nested deeper"),
        (b"[" * 200_000, "objects and lists"),
        (b"[" * 70 + b"]" * 70, "nested deeper"),
        (b'{"a":' * 70 + b"1" + b"}" * 70, "nested deeper"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (b'{"a": 1e999}', "out of range"),
        (b"1" * 5000, "5000 digits"),
        (b"<html>Logg inn</html>", "Expecting value"),
        (b"", "Expecting value"),
        (b'{"a": 1', "Expecting"),
        (b'"' + b"x" * (2 * 1024 * 1024) + b'"', "more than"),
    ],
)
def test_what_is_no_sane_json_is_refused_with_page_and_reason(body, why):
    with pytest.raises(PageError, match=why) as refused:
        page(body).json()
    assert refused.value.which == "https://jobb.example/1"


def test_sane_json_is_read_with_bom_and_trailing_nul():
    assert page(b'\xef\xbb\xbf{"a": [1, 2.5, null, "\xc3\xa5"]}\0').json() == {"a": [1, 2.5, None, "å"]}


def test_an_id_too_long_to_be_exact_everywhere_is_kept_as_text():
    assert page(b'{"id": 74400001234567890}').json() == {"id": "74400001234567890"}


def test_a_complete_list_may_be_larger():
    body = b"[" + b",".join([b'"' + b"x" * 1000 + b'"'] * 3000) + b"]"
    assert len(page(body).json(max_bytes=8_000_000)) == 3000
