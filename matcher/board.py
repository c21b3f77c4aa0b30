"""Many profiles against many openings: all scores of a profile at once, and exactly those of :mod:`matcher.score`.

A score is a sum of whole numbers. What somebody holds adds the share of every demand that it meets: a row over all
openings for a demand that many make, a short list for one that few make. Every other part hangs on a few facts of the
ad and of the person: it is asked once for each pair of facts, and what it says is laid out over the openings as a row
as well. What is left to do for each profile is to add up a dozen rows. Evidence is not made here: ask
``score_profile`` for the pairs that matter.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.matching import Reading, RelevanceAnswer, ScorePart
from domain.profiles import Profile
from matcher import parts
from matcher.occupation import Occupation
from matcher.score import FACETS, HELD, Facet, earned, shared
from matcher.vocabulary import held

Units = NDArray[Any]
"""Whole numbers, one for each opening: hundredths of a weight."""
_KEPT = 500
"""Answers of one part that are remembered."""
_OFTEN = 64
"""A demand that one opening in so many makes has a row over all openings."""


class Board:
    """Openings laid out for scoring. ``openings``: id → what was read in it. Not for two threads at once."""

    def __init__(self, openings: Mapping[int, Reading], occupation: Occupation, *, today: date) -> None:
        order = sorted(openings, key=lambda number: (openings[number].relevance.answer, number))
        self.openings: tuple[int, ...] = tuple(order)
        """The ids, in the order in which scores are given."""
        ads, weights = [openings[number] for number in order], occupation.part_weights
        whole = 100 * sum(weights.get(name, 0) for name in _NAMES)
        kind = np.int16 if whole <= _FITTING else np.int64
        fixed = [parts.freshness(weights, ad, occupation, today) for ad in ads]
        self._held = _Held(ads, weights, kind)
        self._facets = [_Answers(facet, ads, weights, kind) for facet in sorted(FACETS, key=_variety)]
        self._possible = self._held.possible + _row(fixed, 1, kind)
        self._sums = [self._held.base + _row(fixed, 0, kind), *(np.empty(len(ads), kind) for _ in self._facets)]
        """What is earned by all, with the first facet, with the first two …, as it was for the last person."""
        self._path: list[_Answer | None] = [None] * len(self._facets)
        self._silent = whole // 2
        self._kinds = _stretches([ad.relevance.answer for ad in ads])
        self._divisors: dict[tuple[int, ...], NDArray[Any]] = {}
        # A score is n / (2 * possible) for a whole n; single precision errs by less than half of that where it is used.
        self._half = 0.5 + 1 / (4 * max(whole, 1))
        self._fraction = np.float32 if kind is np.int16 else np.float64

    def scores(self, profile: Profile) -> NDArray[np.uint8]:
        """The profile's score with each of ``openings``."""
        gained, divisor = self._common(profile)
        self._held.add(gained, held(profile.concepts))
        points: NDArray[np.floating[Any]] = gained.astype(self._fraction)
        points *= divisor
        points += self._fraction(self._half)
        scores = points.astype(np.uint8)
        for stretch, left in self._kinds:
            left.take(scores[stretch], out=scores[stretch], mode="clip")
        return scores

    def each(self, people: Iterable[Profile]) -> Iterator[tuple[Profile, NDArray[np.uint8]]]:
        """Profile and scores, for many: people who are alike come one after the other, and share most sums."""
        for profile in sorted(people, key=lambda one: [id(facet.to(one)) for facet in self._facets]):
            yield profile, self.scores(profile)

    def _common(self, profile: Profile) -> tuple[Units, NDArray[Any]]:
        """What the person earns beside what is held, and what turns units into points for them."""
        kept = True
        for depth, facet in enumerate(self._facets):
            answer = facet.to(profile)
            kept = kept and self._path[depth] is answer
            if not kept:
                np.add(self._sums[depth], answer.gained, out=self._sums[depth + 1])
                self._path[depth] = answer
        return self._sums[-1].copy(), self._divisor(tuple([answer.form for answer in self._path if answer]))

    def _divisor(self, forms: tuple[int, ...]) -> NDArray[Any]:
        """What turns units into points where the parts are silent as ``forms`` say; 0 where an ad is silent in all."""
        known = self._divisors.get(forms)
        if known is None:
            possible = self._possible.astype(np.int64)
            for facet, form in zip(self._facets, forms, strict=True):
                possible += facet.forms[form]
            silent = possible <= self._silent
            known = np.where(silent, 0, 100 / np.where(silent, 1, possible)).astype(self._fraction)
            _remember(self._divisors, forms, known)
        return known


_NAMES = [*(name for name, _ in HELD), *(facet.name for facet in FACETS), "freshness"]


def _variety(facet: Facet) -> int:
    """Facets that divide people into few kinds come first, so that sums over them are shared by many."""
    order = ("leadership", "languages", "extent", "pay", "education_experience", "place")
    return order.index(facet.name)


_FITTING = 10_000
"""The sum of all parts up to which short numbers and single precision are exact."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a part says to one person: units, and in which form it is silent."""

    gained: Units
    form: int


class _Answers:
    """One facet: the distinct facts that ads have of it, and its answers to the people asked about so far."""

    def __init__(self, facet: Facet, ads: Sequence[Reading], weights: parts.Weights, kind: type[Any]) -> None:
        self._facet, self._weights, self._kind = facet, weights, kind
        facts = [facet.of_ad(ad) for ad in ads]
        examples = dict(zip(facts, ads, strict=True))
        numbers = {fact: number for number, fact in enumerate(examples)}
        self._examples = list(examples.values())
        self._at = np.array([numbers[fact] for fact in facts], np.intp)
        self._told: dict[Hashable, _Answer] = {}
        self._numbers: dict[bytes, int] = {}
        self.forms: list[Units] = []
        """What the part could have earned in each opening, for each way of being silent that was met so far."""

    def to(self, profile: Profile) -> _Answer:
        """The part's answer to the person, worked out once for all who are alike in it."""
        facts = self._facet.of_person(profile)
        known = self._told.get(facts)
        if known is None:
            found = [self._facet.score(self._weights, ad, profile) for ad in self._examples]
            form = self._form(_row(found, 1, self._kind))
            known = _Answer(_row(found, 0, self._kind)[self._at], form)
            _remember(self._told, facts, known)
        return known

    def _form(self, possible: Units) -> int:
        number = self._numbers.setdefault(possible.tobytes(), len(self._numbers))
        if number == len(self.forms):
            self.forms.append(possible[self._at])
        return number


class _Held:
    """What ads ask people to hold, by what would meet it."""

    def __init__(self, ads: Sequence[Reading], weights: parts.Weights, kind: type[Any]) -> None:
        self.base, self.possible = np.zeros(len(ads), kind), np.zeros(len(ads), kind)
        """What is earned by holding nothing, and what could be earned."""
        asked: defaultdict[frozenset[str], list[tuple[int, int]]] = defaultdict(list)
        for at, ad in enumerate(ads):
            for name, kinds in HELD:
                weight = weights.get(name, 0)
                known, _ = parts.demands(ad, kinds)
                gained, possible = earned(ScorePart(name, weight, 0.0 if known else None))
                self.base[at] += gained
                self.possible[at] += possible
                for group, share in zip(known, parts.shares(known), strict=True):
                    asked[frozenset(mention.concept for mention in group)].append((at, weight * share))
        often = [demand for demand, askers in asked.items() if len(askers) * _OFTEN >= len(ads)]
        self._rows = np.zeros((len(often), len(ads)), kind)
        for row, demand in enumerate(often):
            for at, share in asked.pop(demand):
                self._rows[row, at] += share
        self._often = _by_concept(often)
        single = [(demand, *asker) for demand, askers in asked.items() for asker in askers]
        self._at = np.array([at for _, at, _ in single], np.intp)
        self._share = np.array([share for _, _, share in single], kind)
        seldom = _by_concept([demand for demand, _, _ in single])
        self._seldom = {concept: np.array(found, np.intp) for concept, found in seldom.items()}
        self._place = np.empty(len(single), np.intp)

    def add(self, gained: Units, owned: frozenset[str]) -> None:
        """Add what somebody earns who holds ``owned``. A demand counts once, however many of its concepts are held."""
        for row in {row for concept in owned if concept in self._often for row in self._often[concept]}:
            gained += self._rows[row]
        if lists := [self._seldom[concept] for concept in owned if concept in self._seldom]:
            met = np.concatenate(lists)
            places = np.arange(len(met))
            self._place[met] = places  # where one stands twice, one of its places stays
            met = met[self._place[met] == places]
            np.add.at(gained, self._at[met], self._share[met])


def _by_concept(demands: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, demand in enumerate(demands):
        for concept in demand:
            found[concept].append(number)
    return dict(found)


def _row(found: Sequence[ScorePart], which: int, kind: type[Any]) -> Units:
    return np.array([earned(part)[which] for part in found], kind)


def _remember(memory: dict[Any, Any], key: Hashable, value: object) -> None:
    if len(memory) >= _KEPT:
        memory.clear()
    memory[key] = value


def _stretches(kinds: Sequence[RelevanceAnswer]) -> list[tuple[slice, NDArray[np.uint8]]]:
    """Where on the board scores count in part only, and what is left of each there."""
    found = []
    for kind in dict.fromkeys(kinds):
        share = parts.SHARES[kind]
        if share != 1.0:
            start = kinds.index(kind)
            left = np.array([shared(points, share) for points in range(101)], np.uint8)
            found.append((slice(start, start + kinds.count(kind)), left))
    return found
