"""Only what an ad needs passes the door."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsing.html import clean_html, html_or_plain, unescape_twice, visible_text


@pytest.mark.parametrize(
    ("given_html", "wanted"),
    [
        ('<h2 style="x" id="a">Om</h2>', "<h2>Om</h2>"),
        ("<p>Hei<script>alert(1)</script> du</p>", "<p>Hei du</p>"),
        ("<style>p{}</style><title>t</title><iframe src=x>i</iframe><p>a</p>", "<p>a</p>"),
        ('<p onclick="x">a<img src=x onerror=y></p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">b</a>', '<a rel="noopener nofollow">b</a>'),
        ('<a href="/apply">b</a>', '<a rel="noopener nofollow">b</a>'),
        ('<a href="mailto:a@b.example">b</a>', '<a href="mailto:a@b.example" rel="noopener nofollow">b</a>'),
        ("<li>Sektor<!-- -->:</li>", "<li>Sektor:</li>"),
        ("<div>a</div><div>b</div>", "<div>a</div><div>b</div>"),
        ("<span>a</span><font>b</font>", "ab"),
        ("a\x00b\u200bc\u00add", "abcd"),
        ("&lt;p&gt;Drift &amp;amp; salg&lt;/p&gt;", "<p>Drift &amp; salg</p>"),
        ("<p>R&amp;amp;D og 5 &lt; 6</p>", "<p>R&amp;D og 5 &lt; 6</p>"),
        ("<p>pÃ¥ Ã…s</p>", "<p>på Ås</p>"),
        ("", ""),
    ],
)
def test_ad_html_is_reduced_to_what_an_ad_needs(given_html, wanted):
    assert clean_html(given_html) == wanted


def test_plain_text_becomes_paragraphs_and_keeps_its_signs():
    assert html_or_plain("Lønn < 900' & bil\nnå\n\nSøk!") == "<p>Lønn &lt; 900' &amp; bil<br>nå</p><p>Søk!</p>"


def test_escaped_markup_becomes_markup_whatever_the_number_of_layers():
    assert unescape_twice("&amp;amp;lt;p&amp;amp;gt;v&amp;amp;aring;r") == "<p>vår"


def test_visible_text_parts_blocks_and_joins_inline_words():
    assert visible_text("<p>Kunde<b>service</b></p><ul><li>a</li><li>b<br>c</li></ul><script>x</script>") == (
        "Kundeservice a b c"
    )


HOSTILE = [
    "<ul><li>" * 200_000,
    "<b><p>" * 100_000,
    "<" * 1_000_000,
    "&amp;" * 200_000,
    "<p>" * 300_000,
    "<!--" * 200_000,
    "<table>" * 50 + "<tr><td>" * 100_000,
    "<b>a</b></p>" * 80_000,
    "<a>x</b>" * 100_000,
    "<svg><p>" * 50_000,
    "<p " + "a=1 " * 200_000 + ">",
    "x" * 1_000_000,
]


@pytest.mark.parametrize("fragment", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_hostile_html_costs_seconds_at_most(fragment):
    begun = time.process_time()
    clean_html(fragment)
    visible_text(fragment)
    assert time.process_time() - begun < 10


@given(st.text(alphabet=st.sampled_from(list("<>/ab pli&;#x=\"' !-\0åø")), max_size=300))
def test_nothing_active_ever_passes(fragment):
    cleaned = clean_html(fragment)
    assert "<script" not in cleaned
    assert "\0" not in cleaned
    assert clean_html(cleaned) is cleaned
    again = clean_html(str(cleaned))
    assert again == clean_html(str(again))
    visible_text(fragment)
