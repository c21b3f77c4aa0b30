"""Only cleaned ad HTML and JSON for machines reach a page unescaped; marks never change what the ad says."""

import html
import json
import re
from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsing.html import clean_html
from domain.matching import ConceptKind, Mention, Modality, Span
from domain.postings import SafeHtml
from matcher.text import read_html
from web.ad_text import marked_ad, marks_of
from web.html import ad_markup, environment, json_data

WEB = Path(__file__).resolve().parents[3] / "web"
NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "<svg/onload=alert(1)>",
    '<p style="background:url(javascript:alert(1))">x</p>',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<math><mtext></p><img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "</script><script>alert(1)</script>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]


def test_only_two_files_make_markup():
    doors = {path.name for path in WEB.rglob("*.py") if "Markup(" in path.read_text(encoding="utf-8")}
    assert doors == {"html.py", "ad_text.py"}
    templates = [path.read_text(encoding="utf-8") for path in WEB.rglob("*.html")]
    assert [text for text in templates if re.search(r"\|\s*safe|autoescape|Markup", text)] == []


@pytest.mark.parametrize("vector", NASTY)
def test_nothing_that_runs_passes_a_page(vector):
    page = (
        environment()
        .from_string('<p title="{{ text }}">{{ text }}</p>{{ ad }}')
        .render(text=vector, ad=ad_markup(SafeHtml(vector)))
    )
    for element in html5lib.parse(page, namespaceHTMLElements=False).iter():
        assert element.tag not in ("script", "iframe", "svg", "math", "object", "img")
        assert [name for name in element.keys() if name.startswith("on") or name == "style"] == []  # noqa: SIM118
        assert not element.get("href", "").startswith("javascript")


@given(st.text() | st.sampled_from(NASTY))
def test_data_in_a_script_says_what_it_said_and_ends_no_script(text):
    written = str(json_data({"title": text}))
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"title": text}


def reading_of(fragment, spans):
    text = read_html(fragment).text
    mentions = tuple(
        Mention("c", ConceptKind.SKILL, "c", Modality.MUST, Span(low, high, text[low:high]), "exact")
        for low, high in spans
        if low < high <= len(text)
    )
    return type("Reading", (), {"text": text, "mentions": mentions})()


def test_a_mark_stands_where_the_words_stand():
    fragment = clean_html("<p>Vi bruker <b>Zen</b>desk &amp; CRM.</p><ul><li>Norsk</li></ul>")
    text = read_html(fragment).text
    start = text.index("Zendesk")
    marked, done = marked_ad(fragment, reading_of(fragment, [(start, start + 7)]))
    assert done
    assert '<b><mark class="must">Zen</mark></b><mark class="must">desk</mark> &amp; CRM.' in marked


WORDS = st.text(st.sampled_from("abæø &<>\u00ad\u00a0\n"), min_size=1, max_size=8)


@given(st.lists(st.tuples(st.sampled_from(["p", "li", "b", "em", "h2"]), WORDS), max_size=8), st.data())
def test_marks_taken_away_leave_the_ad_as_it_was(parts, data):
    fragment = clean_html("".join(f"<{tag}>{html.escape(words)}</{tag}>" for tag, words in parts))
    size = len(read_html(fragment).text)
    spans = data.draw(st.lists(st.tuples(st.integers(0, size), st.integers(0, size)), max_size=4))
    marked, _ = marked_ad(fragment, reading_of(fragment, spans))
    assert re.sub(r"</?mark[^>]*>", "", str(marked)) == str(ad_markup(fragment))


def test_an_ad_that_was_read_otherwise_is_shown_without_marks():
    fragment = clean_html("<p>Noe annet</p>")
    marked, done = marked_ad(fragment, reading_of("<p>Helt andre ord</p>", [(0, 4)]))
    assert (str(marked), done) == ("<p>Noe annet</p>", False)


def test_marks_never_lie_inside_each_other():
    reading = reading_of("<p>leder kundesenter</p>", [(0, 5), (0, 17), (6, 17)])
    assert [(mark.start, mark.end) for mark in marks_of(reading.mentions)] == [(0, 17)]
