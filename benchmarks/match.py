"""Reading an ad: mentions, relevance and facts, beside what any matcher must do at least.

Every round reads ads that were not read before, so that nothing is measured by heart. The ads are shuffled from the
sentences of the demo's world: *steady* meets most sentences again, as in a portal's standing paragraphs and in ads that
stand on several portals; *new sentences* meets none again (each has a made-up word in it), but knows the words.
*warm* has read the same ads before; *cold* has met nothing at all.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz

from benchmarks import corpus
from benchmarks.harness import Row, at_least, bound, cpu, once
from domain.matching import AdText
from matcher.occupation import load_occupation
from matcher.reader import Reader
from matcher.vocabulary import load_vocabulary

ADS, ROUNDS = 200, 5
STEADY, COLD, OVER_PARTIAL_RATIO = 0.20, 0.08, 60.0
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]+>")
_SENTENCE = re.compile(r"(?<=[a-zæøå])(?=[.!?]?(?:</| [A-ZÆØÅ]))")


def rows() -> Iterator[Row]:
    """Steady, new and cold speed against the floor, and against the textbook way of matching."""
    batches = [corpus.ads(ADS, seed=seed) for seed in range(1, ROUNDS + 2)]
    news = [[unheard(ad, f"{batch}q{number}") for number, ad in enumerate(ads)] for batch, ads in enumerate(batches)]
    reader, other = fresh_reader(), fresh_reader()
    read(other, news[0])  # which also compiles the patterns, as a process does once
    cold = once(lambda: read(reader, batches[0]))
    todo, unheard_todo = iter(batches[1:]), iter(news[1:])
    floor, steady, warm, new = cpu(
        lambda: [floor_of(ad) for ad in batches[0]],
        lambda: read(reader, next(todo)),
        lambda: read(reader, batches[1]),
        lambda: read(other, next(unheard_todo)),
        rounds=ROUNDS,
    )
    textbook = once(lambda: partial_ratios(batches[1][0]))
    yield at_least("match one ad, steady", "ads/s", ADS / steady, ADS / floor, STEADY)
    yield at_least("match one ad, warm", "ads/s", ADS / warm, ADS / floor, STEADY)
    yield at_least("match one ad, cold", "ads/s", ADS / cold, ADS / floor, COLD)
    yield at_least("match, beside partial_ratio", "ads/s", ADS / steady, 1 / textbook, OVER_PARTIAL_RATIO)
    yield bound("match, new sentences", "ms/ad", new / ADS * 1000, most=20.0)


def fresh_reader() -> Reader:
    """A reader that has not met a word yet, with its vocabulary and word lists loaded."""
    return Reader(load_occupation())


def unheard(ad: AdText, mark: str) -> AdText:
    """``ad`` with a made-up word at the end of every sentence."""
    counter = iter(range(10_000))
    return replace(ad, description_html=_SENTENCE.sub(lambda _: f" z{mark}{next(counter)}", ad.description_html))


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
