"""Ads to measure with: sentences of the demo's world, shuffled into as many ads as wanted, with scripted typos.

The same seed gives the same ads. About 620 words each, as the ads that the targets were set on.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from html import unescape
from random import Random

from domain.matching import AdText
from domain.postings import DeadlineKind, Draft, Place, SafeHtml
from operations.world import World

WORDS = 620
TYPO_SHARE = 0.01
"""One word in a hundred is misspelt."""
TODAY = date(2026, 11, 23)
_SENTENCE_END = re.compile(r"(?<=[^\W\d][.!?]) (?=[A-ZÆØÅ])")
"""*Frist er 1. desember* is one sentence."""
_CITIES = ("Oslo", "Bergen", "Trondheim", "Stavanger", "Tromsø", "Kristiansand", "Drammen", "Bodø", "Hamar", "Molde")
_TITLES = ("Kundeservicesjef", "Leder kundesenter", "Kundeserviceleder", "Customer Service Manager", "Kundesentersjef")


def ads(count: int, seed: int = 1) -> list[AdText]:
    """``count`` ads as the matcher gets them."""
    random = Random(seed)
    return [
        AdText(
            title=random.choice(_TITLES),
            description_html=description(random),
            employer=f"Firma {number} AS",
            published=TODAY,
            deadline_raw="2026-12-14",
            places=(Place(city=random.choice(_CITIES)),),
        )
        for number in range(count)
    ]


def drafts(count: int, seed: int = 1) -> list[Draft]:
    """``count`` ads as a parser gives them."""
    return [
        Draft(
            source_ref=f"bench-{number}",
            url=f"https://jobs.example/{number}",
            title=ad.title,
            employer=ad.employer,
            description_html=SafeHtml(ad.description_html),
            apply_url=f"https://jobs.example/{number}/apply",
            date_posted=datetime(2026, 11, 20, 8, tzinfo=UTC),
            deadline_raw="2026-12-14",
            deadline=date(2026, 12, 14),
            deadline_kind=DeadlineKind.DATE,
            places=ad.places,
            employment_type_raw="Fast",
            extent_raw="Heltid",
        )
        for number, ad in enumerate(ads(count, seed))
    ]


def description(random: Random, least: int = WORDS) -> str:
    """An ad's HTML of ``least`` words or a little more: paragraphs, headings and lists."""
    blocks: list[str] = []
    words = 0
    while words < least:
        block, size = _block(random)
        blocks.append(block)
        words += size
    return "\n".join(blocks)


def misspelt(word: str, random: Random, edits: int = 1) -> str:
    """``word`` with so many single edits: a letter lost, doubled, changed, or swapped with its neighbour."""
    for _ in range(edits):
        at = random.randrange(1, len(word) - 1)
        letter = random.choice("aeinorst")
        word = random.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
    return word


def _block(random: Random) -> tuple[str, int]:
    if random.random() < 0.5:
        text = " ".join(_ended(_sentence(random)) for _ in range(3))
        return f"<p>{text}</p>", len(text.split())
    items = [_sentence(random) for _ in range(4)]
    heading = random.choice(("Kvalifikasjoner", "Arbeidsoppgaver", "Vi tilbyr", "Krav", "Ønsker"))
    size = sum(len(item.split()) for item in items)
    return f"<h2>{heading}</h2><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>", size


def _ended(sentence: str) -> str:
    """As it stands in a paragraph: with a capital and a full stop, without which it would run on with its neighbour."""
    begun = sentence[:1].upper() + sentence[1:]
    return begun if begun.endswith((".", "!", "?", ":")) else f"{begun}."


def _sentence(random: Random) -> str:
    return " ".join(
        misspelt(word, random) if len(word) > 5 and word.isalpha() and random.random() < TYPO_SHARE else word
        for word in random.choice(_sentences()).split()
    )


@cache
def _sentences() -> list[str]:
    return sorted(set(_world_sentences()))


def _world_sentences() -> Iterator[str]:
    for ad in World(0, TODAY).ads:
        if ad.language == "nb":
            for block in re.split(r"</?(?:p|li|h\d|ul|div|section|br)[^>]*>", ad.description):
                text = unescape(re.sub(r"<[^>]+>", "", block)).replace("\xa0", " ").strip()
                yield from (part for part in _SENTENCE_END.split(text) if len(part.split()) > 2)
