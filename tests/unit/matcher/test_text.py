"""The visible text of an ad and its blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.text import Shape, read_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Krav:</p><p>norsk</p>", "Krav: norsk"),
        ("kunde<b>senter</b>", "kundesenter"),
        ("én<br>to", "én to"),
        ("Krydder &amp;amp; Kremmer", "Krydder &amp; Kremmer"),
        ("kunde&shy;senter\u200b her", "kundesenter her"),
        ("600&nbsp;000&#8239;kr", "600 000 kr"),
        ("<p>Hver dag<!-- --> hjelper vi</p>", "Hver dag hjelper vi"),
        ("<script>var krav = 1</script><p>a</p><style>p {}</style>", "a"),
        ("<table><tr><td>Omfang</td> <td>100 %</td></tr><tr><td>Frist</td></tr></table>", "Omfang 100 % Frist"),
        ("3 < 4 og 5 > 2", "3 < 4 og 5 > 2"),
        ("\x00Norsk\x01 krav", "Norsk krav"),
        ("e\u0301n", "én"),
        ("", ""),
    ],
)
def test_tags_entities_and_white_space_are_folded_as_a_reader_sees_them(html, text):
    assert read_html(html).text == text


def test_markup_tells_headings_bold_lines_items_and_plain_text_apart():
    shown = read_html("<h2>Om oss</h2><p><strong>Krav</strong></p><ul><li><p>Norsk</p></li></ul><p>Velkommen</p>")
    assert [block.shape for block in shown.blocks] == [Shape.HEADING, Shape.BOLD, Shape.ITEM, Shape.PLAIN]


def test_a_row_of_facts_is_one_line():
    rows = "<tr><td>Omfang</td><td>100 %</td></tr><tr><td>Krav</td><td><p>Norsk</p></td></tr>"
    shown = read_html(f"<table>{rows}</table>")
    assert [block.text for block in shown.blocks] == ["Omfang 100 %", "Krav", "Norsk"]


def test_bullets_typed_by_hand_make_items():
    shown = read_html("<p>• Lede teamet<br>• Følge opp</p>")
    assert [block.shape for block in shown.blocks] == [Shape.ITEM, Shape.ITEM]


def test_a_block_goes_on_over_marks_that_shape_nothing():
    shown = read_html("<div><b>Krav:</b> norsk <i>og</i> engelsk<div>Vi <b>tilbyr</b></div> lønn</div>slutt")
    assert [block.text for block in shown.blocks] == ["Krav: norsk og engelsk", "Vi tilbyr", "lønn", "slutt"]
    assert shown.text == " ".join(block.text for block in shown.blocks)


def test_bold_that_is_never_closed_reaches_into_the_next_block():
    shown = read_html("<p><b>Krav<p>Norsk</p></b><p>Tysk</p>")
    assert [block.shape for block in shown.blocks] == [Shape.BOLD, Shape.BOLD, Shape.PLAIN]


def test_lines_of_plain_text_are_blocks():
    assert len(read_html("Krav\nNorsk\n\nVi tilbyr").blocks) == 3


@given(st.text(alphabet="<>/abp liul&;\n\"'!-é\u00ad", max_size=200))
def test_blocks_are_in_order_and_inside_the_text_whatever_the_markup(html):
    shown = read_html(html)
    end = 0
    for block, start in zip(shown.blocks, shown.starts, strict=False):
        assert end <= start < start + len(block.text) <= len(shown.text)
        assert shown.text.startswith(block.text, start)
        end = start + len(block.text)
    assert "  " not in shown.text
