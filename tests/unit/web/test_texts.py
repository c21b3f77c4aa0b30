"""No text is missing, unused, or the same word for something else in one of the languages."""

import re
from pathlib import Path
from string import Formatter

import pytest

from matcher.occupation import load_occupation
from web.texts import LANGUAGES, catalogues, preferred, texts

WEB = Path(__file__).resolve().parents[3] / "web"
SOURCES = [path for path in WEB.rglob("*") if path.suffix in (".html", ".py") and "__pycache__" not in path.parts]
_KEY = r"[a-z_]+\.[a-z_0-9]+"
_BEGINNING = r"[a-z_]+\.[a-z_0-9]*"


def used():
    """(whole keys, beginnings of keys that are put together, plural keys) as the pages name them."""
    whole, beginnings = set(), set()
    for path in SOURCES:
        source = path.read_text(encoding="utf-8")
        whole |= set(re.findall(rf"""\bt\(\s*['"]({_KEY})['"](?!\s*~)""", source))
        plural = re.findall(rf"""\bn\(\s*['"]({_KEY})['"]""", source)
        whole |= {f"{key}_{number}" for key in plural for number in ("one", "many")}
        beginnings |= set(re.findall(rf"""\bt\(\s*['"]({_BEGINNING})['"]\s*~""", source))
        beginnings |= set(re.findall(rf"""f["']({_BEGINNING})\{{""", source))
    return whole, beginnings | {"about.", "privacy.", "accessibility."}


def test_every_text_that_a_page_names_exists():
    whole, beginnings = used()
    known = catalogues()["nb"].words
    assert whole - set(known) == set()
    assert [
        start for start in beginnings if not any(key.startswith(start) for key in known) and "." in start[:-1]
    ] == []


def test_no_text_is_unused():
    whole, beginnings = used()
    unused = [key for key in catalogues()["nb"].words if key not in whole and not key.startswith(tuple(beginnings))]
    assert unused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_in_the_same_names(language):
    def names(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    ours, model = texts(language).words, texts("nb").words
    assert {key: text for key, text in ours.items() if names(text) != names(model[key])} == {}
    assert [key for key, text in ours.items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_weights_that_are_told_are_those_in_force(language):
    told = re.findall(r" (\d+)[,.]", texts(language).t("how.score"))
    assert sorted(map(int, told)) == sorted(load_occupation().part_weights.values())


def test_plurals_come_in_pairs():
    known = catalogues()["nb"].words
    assert [key for key in known if key.endswith("_one") and key.replace("_one", "_many") not in known] == []


@pytest.mark.parametrize(
    ("cookie", "accept", "language"),
    [
        ("nn", "en", "nn"),
        (None, "en-GB,en;q=0.9", "en"),
        (None, "de,nn;q=0.8,nb;q=0.9", "nb"),
        (None, "no", "nb"),
        (None, "", "nb"),
        ("xx", ";;q=a,,", "nb"),
    ],
)
def test_the_reader_is_answered_in_a_language_they_read(cookie, accept, language):
    assert preferred(cookie, accept) == language
