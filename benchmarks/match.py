"""One ad read: mentions, relevance and facts, beside the floor of looking at every word once."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from benchmarks import corpus
from benchmarks.harness import Row, at_least, cpu, once
from domain.matching import AdText
from matcher.occupation import load_occupation
from matcher.reader import Reader
from matcher.vocabulary import load_vocabulary

ADS = 300
STEADY, COLD, OVER_PARTIAL_RATIO = 0.20, 0.08, 60.0
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]+>")


def rows() -> Iterator[Row]:
    """Steady and cold speed against the floor, and against the textbook way of matching."""
    first, second = corpus.ads(ADS, seed=1), corpus.ads(ADS, seed=2)
    cold = once(lambda: read(fresh_reader(), second))
    reader = fresh_reader()
    read(reader, first)
    floor, steady = cpu(lambda: [floor_of(ad) for ad in second], lambda: read(reader, second))
    textbook = once(lambda: partial_ratios(second[0]))
    yield at_least("match one ad, steady", "ads/s", ADS / steady, ADS / floor, STEADY)
    yield at_least("match one ad, cold", "ads/s", ADS / cold, ADS / floor, COLD)
    yield at_least("match, beside partial_ratio", "ads/s", ADS / steady, 1 / textbook, OVER_PARTIAL_RATIO)


def fresh_reader() -> Reader:
    """A reader that has not met a word yet."""
    return Reader(load_occupation())


def read(reader: Reader, ads: list[AdText]) -> None:
    """Read all of ``ads``."""
    for ad in ads:
        reader.read(ad)


def floor_of(ad: AdText) -> list[str]:
    """The least that any matcher does: strip the tags, fold case, cut into words."""
    return _WORD.findall(_TAG.sub(" ", ad.description_html).casefold())


def partial_ratios(ad: AdText) -> float:
    """The textbook way: every form of the vocabulary against the whole text."""
    text = _TAG.sub(" ", ad.description_html).casefold()
    forms = [form.casefold() for concept in load_vocabulary().concepts for form in concept.forms]
    return max(fuzz.partial_ratio(form, text) for form in forms)
