"""Snippets show where the words of a search stand, and leave the text as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operations.snippets import LENGTH, marks, snippet

TEXT = "Vi søker en kundeservicesjef til kundesenteret på Sørlandet. " + "Mer tekst her. " * 30 + "CRM og Dynamics 365."


def shown(text, words):
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in snippet(text, words))


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("sjef", "[kundeservicesjef]"),
        ("kundesenter", "[kundesenteret]"),
        ("sorlandet", "[Sørlandet]"),
        ("kunde*", "[kundeservicesjef] til [kundesenteret]"),
        ('"dynamics 365"', "[Dynamics] [365]"),
        ("crm", "[CRM]"),
    ],
)
def test_the_words_are_marked_where_they_stand(words, marked):
    assert marked in shown(TEXT, words)


def test_words_that_are_ruled_out_are_not_marked():
    assert "[" not in shown(TEXT, "-kundesenter")


def test_without_words_the_snippet_is_the_beginning():
    assert shown(TEXT, "").startswith("Vi søker")
    assert shown(TEXT, "").endswith(" …")
    assert shown("", "sjef") == ""


@given(st.text(max_size=600), st.text(max_size=20))
def test_a_snippet_is_a_stretch_of_the_text(text, words):
    pieces = [piece.text for piece in snippet(text, words)]
    body = [piece for piece in pieces if piece not in ("… ", " …")]
    assert "".join(body) in text or "…" in text
    assert len("".join(body)) <= LENGTH + 60
    assert all(0 <= low < high <= len(text) for low, high in marks(text, words))
