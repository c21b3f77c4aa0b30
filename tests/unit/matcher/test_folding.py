"""Folding keeps every character where it stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.folding import compiled, fold, with_shared_borders, words


@given(st.text())
def test_folding_never_moves_a_character(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"), [("KUNDTJÄNST", "kundtjænst"), ("Café", "cafe"), ("får", "får"), ("A–B", "a-b"), ("Ö", "ø")]
)
def test_case_accents_and_neighbouring_alphabets_are_made_equal(text, folded):
    assert fold(text) == folded


def test_a_pattern_written_in_swedish_finds_folded_swedish():
    assert compiled("lön|tjänst").findall(fold("Lön för tjänsten")) == ["løn", "tjænst"]


def test_tokens_keep_inner_marks():
    assert words("node.js og c++, e-post") == ["node.js", "og", "c++", "e", "post"]


@given(st.text(st.characters(max_codepoint=0xFF)))
def test_the_table_of_common_letters_says_what_is_said_letter_by_letter(text):
    assert fold(text) == fold(f"{text}•")[:-1]


@given(st.text("aÅé \n–—“”’…•āŽẞIKﬁ🏨"))
def test_letters_beyond_the_table_are_folded_as_each_of_them_alone(text):
    assert fold(text) == "".join(map(fold, text))
    assert fold(text) == fold(f"{text}•")[:-1]


@pytest.mark.parametrize(
    ("pattern", "shared"),
    [
        (r"\ba|\bb|c|\bd", r"\b(?:a|b)|c|\b(?:d)"),
        (r"\b(?:a|b)\s|\bc[|)]x", r"\b(?:(?:a|b)\s|c[|)]x)"),
        (r"\ba\||\bb", r"\b(?:a\||b)"),
        (r"(?:\ba|\bb)", r"(?:\ba|\bb)"),
    ],
)
def test_ways_that_begin_at_a_border_share_it(pattern, shared):
    assert with_shared_borders(pattern) == shared
    for text in ("a b c d", "xa b| cd", "c)x a| d", ""):
        assert [found.span() for found in re.finditer(shared, text)] == [
            found.span() for found in re.finditer(pattern, text)
        ]
