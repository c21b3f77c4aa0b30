"""Which postings are one opening, among many, beside the fingerprint pass that any answer has to make.

Originals, reposts on other portals (employer spelt differently, some words changed), and the traps: the same text in
another city, and another job at the same employer. Then, among fewer ads, reposts that were written anew: another
title, the sentences in another order, the employer spelt otherwise, and all three at once.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from benchmarks import corpus
from benchmarks.harness import Row, at_least, bound, cpu
from crawler.memory import peak_memory
from domain.postings import DeadlineKind, Place
from matcher.openings import Grouping, PostingKey, same_openings

POSTINGS, REWRITTEN = 100_000, 2_000
"""Each posting has a text of its own: with fewer texts than employers, the traps would be the rule."""
ROUNDS = 3
"""Both run through memory far larger than any cache, which neighbours on the machine slow down unevenly."""
WORDS = 150
SHARE, PRECISION, RECALL = 0.7, 0.98, 0.95
MEMORY = 1_000
"""MB at the peak, the ads that are compared included."""
_CITIES = ("Oslo", "Bergen", "Trondheim", "Stavanger", "Tromsø", "Kristiansand", "Drammen", "Bodø", "Hamar", "Molde")
_NAMES = ("Nord", "Fjord", "Sol", "Hav", "Berg", "Elv", "Skog", "Vik", "Lys", "Stein")
_TRADES = ("kraft", "bank", "fiber", "frakt", "apotek", "reiser", "data", "bygg", "mat", "energi")
_TITLES = ("Kundeservicesjef", "Leder kundesenter", "Kundeserviceleder", "Teamleder kundesenter", "Kundesentersjef")


@dataclass(frozen=True, slots=True)
class Planted:
    """Postings and, by id, the opening each really shows."""

    keys: list[PostingKey]
    opening: dict[int, int]


def rows() -> Iterator[Row]:
    """Speed, precision and recall over pairs, and merges across cities."""
    planted = plant(POSTINGS, Random(11))
    precision, recall, across = judge(planted, same_openings(planted.keys))
    peak = peak_memory() / 2**20
    ours, limit = cpu(lambda: same_openings(planted.keys), lambda: fingerprints(planted.keys), rounds=ROUNDS)
    yield at_least(f"same opening, {POSTINGS:,}", "postings/s", POSTINGS / ours, POSTINGS / limit, SHARE)
    yield bound("same opening: precision", "share", precision, least=PRECISION)
    yield bound("same opening: recall", "share", recall, least=RECALL)
    yield bound("same opening: merges across cities", "pairs", across, most=0)
    yield bound("same opening: peak memory", "MB", peak, most=MEMORY)
    told, strangers = rewritten(REWRITTEN, Random(5))
    yield bound("same opening: recall, rewritten", "share", told, least=RECALL)
    yield bound("same opening: strangers merged", "pairs", strangers, most=0)


def rewritten(count: int, random: Random) -> tuple[float, int]:
    """Share of ``count`` ads found again in a rewritten repost, and pairs of strangers that were merged."""
    originals = [_original(number, random) for number in range(count)]
    reposts = [replace(_rewritten(key, random), id=count + key.id, source="site") for key in originals]
    planted = Planted(originals + reposts, {key.id: key.id % count for key in originals + reposts})
    precision, recall, _ = judge(planted, same := same_openings(planted.keys))
    said = sum(len(group) * (len(group) - 1) // 2 for group in same.groups)
    return recall, round(said * (1 - precision))


def plant(count: int, random: Random) -> Planted:
    """``count`` postings: about six in ten originals, the rest reposts and traps of them."""
    keys: list[PostingKey] = []
    opening: dict[int, int] = {}

    def add(key: PostingKey, truth: int) -> None:
        opening[key.id] = truth
        keys.append(key)

    while len(keys) < count:
        original = _original(len(keys), random)
        add(original, original.id)
        if random.random() < 0.35:
            add(_repost(original, len(keys), random), original.id)
        if random.random() < 0.15:
            trap = _other_city(original, len(keys), random)
            add(trap, trap.id)
        if random.random() < 0.10:
            trap = _other_job(original, len(keys), random)
            add(trap, trap.id)
    return Planted(keys, opening)


def fingerprints(keys: list[PostingKey]) -> dict[str, int]:
    """The limit: fold each text, hash it, and count equal ones."""
    seen: dict[str, int] = {}
    for key in keys:
        text = " ".join(key.text.casefold().split())
        digest = hashlib.blake2b(f"{key.employer.casefold()}|{text}".encode(), digest_size=8).hexdigest()
        seen[digest] = seen.get(digest, 0) + 1
    return seen


def judge(planted: Planted, grouping: Grouping) -> tuple[float, float, int]:
    """Precision and recall over pairs, and how many wrong pairs lie in different cities."""
    city = {key.id: key.places[0].city for key in planted.keys}
    said = {pair for group in grouping.groups for pair in _pairs(group)}
    members: dict[int, list[int]] = {}
    for number, truth in planted.opening.items():
        members.setdefault(truth, []).append(number)
    true = {pair for group in members.values() for pair in _pairs(tuple(group))}
    across = sum(city[one] != city[other] for one, other in said - true)
    return len(said & true) / max(1, len(said)), len(said & true) / len(true), across


def _pairs(group: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    ordered = sorted(group)
    yield from ((one, other) for index, one in enumerate(ordered) for other in ordered[index + 1 :])


def _body(random: Random) -> str:
    return re.sub(r"<[^>]+>", " ", corpus.description(random, WORDS))


def _original(number: int, random: Random) -> PostingKey:
    employer = f"{random.choice(_NAMES)}{random.choice(_TRADES)} {number % 997} AS"
    city = random.choice(_CITIES)
    text = f"{employer} i {city} søker ny leder, stilling {number}. {_body(random)}"
    day = 1 + number % 28
    return PostingKey(
        id=number,
        source="nav_feed",
        title=random.choice(_TITLES),
        employer=employer,
        places=(Place(city=city, municipality=city),),
        text=text,
        published=date(2026, 11, day),
        deadline=date(2026, 12, day),
        deadline_kind=DeadlineKind.DATE,
        url=f"https://nav.example/{number}",
    )


def _repost(key: PostingKey, number: int, random: Random) -> PostingKey:
    employer = random.choice((key.employer.upper(), key.employer.removesuffix(" AS"), key.employer))
    words = key.text.split()
    for _ in range(3):
        at = random.randrange(len(words))
        words[at] = corpus.misspelt(words[at], random) if len(words[at]) > 5 else words[at]
    title = random.choice((key.title, f"{key.title} - {key.places[0].city}", f"Vi søker {key.title.lower()}"))
    return replace(
        key,
        id=number,
        source="site",
        title=title,
        employer=employer,
        text=" ".join(words),
        url=f"https://site.example/{number}",
    )


def _rewritten(key: PostingKey, random: Random) -> PostingKey:
    """A repost with another title, other spelling of the employer, sentences moved, or all of these."""
    title, employer, sentences = random.choice(_NEW_TITLES), _spelt(key.employer, random), key.text.split(". ")
    random.shuffle(sentences)
    changes: tuple[dict[str, str], ...] = ({"title": title}, {"employer": employer}, {"text": ". ".join(sentences)})
    chosen = random.randrange(4)
    changed = changes[chosen] if chosen < 3 else changes[0] | changes[1] | changes[2]
    return replace(key, url=f"{key.url}/again", **changed)  # type: ignore[arg-type]


_NEW_TITLES = ("Vil du lede kundesenteret vårt?", "Customer Service Manager", "Avdelingsleder kundeservice")


def _spelt(employer: str, random: Random) -> str:
    stem, number = employer.removesuffix(" AS").rsplit(" ", 1)
    parts = (f"{stem}-konsernet {number}", f"{stem} Norge {number} AS", f"{stem[:4]} {stem[4:]} {number}")
    return random.choice((*parts, f"{stem.replace('k', 'c')} {number}"))


def _other_city(key: PostingKey, number: int, random: Random) -> PostingKey:
    old = str(key.places[0].city)
    city = random.choice([name for name in _CITIES if name != old])
    text = key.text.replace(f" i {old} ", f" i {city} ", 1)
    return replace(key, id=number, text=text, places=(Place(city=city, municipality=city),), url=f"{key.url}-{number}")


def _other_job(key: PostingKey, number: int, random: Random) -> PostingKey:
    return replace(
        key,
        id=number,
        title="Regnskapsmedarbeider",
        text=f"{key.employer} søker regnskapsmedarbeider. {_body(random)}",
        url=f"{key.url}-{number}",
    )
