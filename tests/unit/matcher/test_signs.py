"""A pattern is passed over only where it could find nothing."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from matcher import folding
from matcher.evaluation.ads import ad_text
from matcher.folding import Line, fold, known_signs, signed
from matcher.occupation import load_occupation
from matcher.reader import Reader
from matcher.signs import BOUND, Signs, needs_of
from matcher.text import read_html

ROOT = Path(__file__).parents[3]
SETS = sorted((ROOT / "fixtures" / "occupations").glob("*held_back*.jsonl"))[:3]
SHOWN = [
    read_html(ad_text(json.loads(line)).description_html)
    for path in SETS
    for line in path.read_text(encoding="utf-8").splitlines()
]
Reader(load_occupation())  # brings all modules with their patterns


def line(text: str, signs: Signs) -> Line:
    folded = Line(fold(text))
    folded.signs = 0
    for chunk in folded.split(" "):
        folded.signs |= signs.of(chunk)
    return folded


@cache
def lines() -> list[Line]:
    """Every block of the ads once."""
    texts = {block.text: None for shown in SHOWN for block in shown.blocks}
    return [line(text, known_signs()) for text in texts]


@pytest.mark.parametrize("pattern", folding._PATTERNS, ids=lambda pattern: pattern.source[:30])
def test_a_pattern_may_match_whatever_it_matches(pattern):
    plain = re.compile(pattern.source)
    met = [text for text in lines() if plain.search(text)]
    assert [text for text in met if not pattern.may_match(text.signs)] == []
    assert all(pattern.search(text) for text in met)


def test_few_patterns_are_tried_on_a_sentence():
    patterns = folding._PATTERNS
    tried = sum(pattern.may_match(text.signs) for pattern in patterns for text in lines())
    assert tried < 0.2 * len(lines()) * len(patterns)


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        (r"\bleder\b", [[f"{BOUND}leder{BOUND}"]]),
        (r"\w*leder\w*", [["leder"]]),
        (r"call ?cent", [["call ", " cent"], ["callcent"]]),
        (r"not\b[^.]{0,9}\b(?:asked|needed)", [[f"not{BOUND}", f"{BOUND}asked {BOUND}needed"]]),
        (r"led(?:er|es)?(?= )", [["led leder ledes"]]),
        (r"(?:a[xy]|\d{1,2})b", [["axb ayb 0b 00b"]]),
        (r"\b(?P<who>\w+(?:ere|are))\b", [[f"ere{BOUND} are{BOUND}"]]),
        (r"(?:fast)?\w+", [[]]),
        (r"(?:fast|\w)", [[]]),
        (r"(?i:fast)", [[]]),
    ],
)
def test_needs_are_read_off_a_pattern(pattern, ways):
    found = {frozenset(way) for way in needs_of(pattern)}
    assert found == {frozenset(frozenset(re.split(r"(?<=\S) (?=\S)", sign)) for sign in way) for way in ways}


def test_a_word_bears_a_sign_only_with_its_borders():
    signs = Signs([r"\bsenter\b"])
    (way,) = signs.needs[r"\bsenter\b"].ways
    words = ("senter", "(senter)", "kunde-senter", "senteret", "kundesenter")
    assert [word for word in words if signs.of(word) & way] == ["senter", "(senter)", "kunde-senter"]


def test_digits_of_any_script_are_digits():
    signs = Signs([r"\d+ år"])
    (way,) = signs.needs[r"\d+ år"].ways
    assert signs.of("٣") | signs.of("år") == way == signs.of("3") | signs.of("år")


def test_an_end_within_a_word_makes_a_border():
    pattern = signed(r"\bkunde\b")
    signs = Signs([pattern.source])
    pattern.needed = signs.needs[pattern.source]
    text = line("om kundeservice her", signs)
    assert pattern.search(text) is None
    assert pattern.search(text, 0, 8).span() == (3, 8)
    assert pattern.search(text, 0, 15) is None
    assert pattern.match(text, 3, 8).span() == (3, 8)


def test_a_pattern_made_later_is_tried_everywhere():
    text = line("om kundeservice her", known_signs())
    assert [found.group() for found in signed(r"kunde").finditer(text)] == ["kunde"]
