"""What a digest says of each opening, which openings it shows, and in which order."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import NamedTuple

from alerts.cleaning import one_line, web_address
from alerts.phrases import Reason, deadline_in_words, pay_in_words, places_in_words, reasons
from alerts.words import Words
from domain.alerts import Listing, OpeningCard
from domain.extents import extent_in_words
from domain.postings import DeadlineKind, Place, Salary, passed
from domain.prefilter import fold

PER_EMPLOYER = 3
"""One employer cannot flood a digest: the rest is told as a number."""
SOURCES_SHOWN = 5

SPOILT = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a spoilt card can raise. It costs that card, never the digest."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words with an address; the address is empty when there is none that may be followed."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, eq=False)
class Ad:
    """What is said of an opening to everybody alike, in one language on one day: clean text for either template.

    The same for each who is told of it, so that what is written of it is found by it alone.
    """

    title: Link
    employer: str
    employer_key: str
    """Equal for the same employer; ads that name none are not known to be of one employer."""
    place: str
    facts: str
    """employer · place · extent"""
    deadline: str
    last_day: date | None
    asap: bool
    pay: str
    sources: tuple[Link, ...]
    sources_label: str


class Entry(NamedTuple):
    """One opening as its reader sees it."""

    opening: int
    ad: Ad
    score: str
    reasons: tuple[Reason, ...]
    more: str = ""
    """What the same employer has besides."""


@dataclass(frozen=True, slots=True)
class Note:
    """One saved opening with what has happened to it."""

    opening: int
    title: Link
    facts: str
    said: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """An opening that could not be told of, and why."""

    opening: int
    why: str


@dataclass(frozen=True, slots=True)
class Selection:
    """The openings to show, and how many more there are."""

    shown: tuple[Entry, ...]
    total: int
    """Openings told of, shown or counted."""
    rest: int
    """Of these, neither shown nor counted with their employer."""


def build(
    cards: Iterable[OpeningCard], today: date, words: Words, source_names: Mapping[str, str]
) -> tuple[list[Entry], list[Dropped]]:
    """The cards in words: best score first, then the nearest deadline; each opening once.

    Openings that can no longer be applied for are left out; cards that cannot be told of are dropped, with the reason.
    """
    ranked: list[tuple[tuple[int, date, int], Entry]] = []
    dropped: list[Dropped] = []
    for card in {card.opening: card for card in cards}.values():
        try:
            if not passed(card.deadline, today):
                key = (-card.match.score, card.deadline or date.max, card.opening)
                ranked.append((key, entry(card, today, words, source_names)))
        except SPOILT as error:
            dropped.append(Dropped(card.opening, f"{type(error).__name__}: {one_line(str(error))}"))
    ranked.sort(key=itemgetter(0))
    return [item for _, item in ranked], dropped


def select(entries: Sequence[Entry], limit: int, words: Words) -> Selection:
    """At most ``PER_EMPLOYER`` of one employer and ``limit`` in all; what is not shown is counted."""
    seen: Counter[str] = Counter()
    kept: list[Entry] = []
    for item in entries:
        seen[item.ad.employer_key] += 1
        if seen[item.ad.employer_key] <= PER_EMPLOYER:
            kept.append(item)
    over = {key: count - PER_EMPLOYER for key, count in seen.items() if count > PER_EMPLOYER}
    shown: list[Entry] = []
    for item in reversed(kept[:limit]):  # the number stands below the employer's last
        hidden = over.pop(item.ad.employer_key, 0)
        more = words.more_from_employer.format(count=hidden, employer=item.ad.employer) if hidden else ""
        shown.append(item._replace(more=more) if more else item)
    rest = len(kept) - len(shown) + sum(over.values())
    return Selection(tuple(reversed(shown)), len(entries), rest)


def entry(card: OpeningCard, today: date, words: Words, source_names: Mapping[str, str]) -> Entry:
    """``card`` in words. Raises one of ``SPOILT`` when it holds what cannot be told.

    What the ad says is put into words once for all who are told of it; what it means to somebody is theirs alone.
    """
    names = tuple([source_names.get(item.source, "") for item in card.listings])
    ad = _ad(card.opening, _STATED_ON(card), names, today, words)
    return Entry(card.opening, ad, words.percent.format(score=int(card.match.score)), reasons(card.match, words))


class _Stated(NamedTuple):
    """What of a card is the same for everybody."""

    title: str
    employer: str
    places: Sequence[Place]
    extent: str | None
    deadline: date | None
    deadline_kind: DeadlineKind
    salary: Salary | None
    apply_url: str
    listings: Sequence[Listing]


_STATED_ON = attrgetter(*_Stated._fields)


@lru_cache(maxsize=4096)
def _ad(opening: int, values: tuple[object, ...], names: Sequence[str], today: date, words: Words) -> Ad:
    stated = _Stated._make(values)
    employer = one_line(stated.employer, 100)
    place = places_in_words(stated.places, words)
    extent = extent_in_words(one_line(stated.extent or "", 60), words.full_time, words.part_time)
    sources = _sources(stated.listings, words, names)
    return Ad(
        title=Link(one_line(stated.title) or words.no_title, _address(stated)),
        employer=employer,
        employer_key=fold(employer) or f"opening {opening}",
        place=place,
        facts=" · ".join(part for part in (employer or words.no_employer, place, extent) if part),
        deadline=deadline_in_words(stated.deadline, stated.deadline_kind, today, words),
        last_day=stated.deadline,
        asap=stated.deadline_kind is DeadlineKind.ASAP,
        pay=pay_in_words(stated.salary, words),
        sources=sources,
        sources_label=words.source if len(sources) == 1 else words.sources,
    )


def _address(stated: _Stated) -> str:
    candidates = (stated.apply_url, *(listing.url for listing in stated.listings))
    return next(filter(None, map(web_address, candidates)), "")


def _sources(listings: Sequence[Listing], words: Words, names: Sequence[str]) -> tuple[Link, ...]:
    links = [
        Link(one_line(name or item.source.replace("_", " "), 60), web_address(item.url))
        for item, name in zip(listings, names, strict=True)
    ]
    if len(links) > SOURCES_SHOWN + 1:
        links = [*links[:SOURCES_SHOWN], Link(words.more_sources.format(count=len(links) - SOURCES_SHOWN), "")]
    return tuple(links)
