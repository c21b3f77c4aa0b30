"""Many profiles against many openings, beside the product of two matrices that would count shared concepts alone.

The limit is single precision on one thread (see :mod:`benchmarks`): profiles x concepts times concepts x ads, with a
column for each concept of the vocabulary. Ours gives whole scores, as one by one: what is held and alternatives to it,
leadership, background, languages, place, hours, pay and the deadline. What ads ask for and people hold is made up
here, some of it often and most of it seldom; no ad is read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

import numpy as np
from numpy.typing import NDArray

from benchmarks import corpus
from benchmarks.harness import Row, at_least, cpu
from domain.matching import (
    AdFields,
    AskedLanguage,
    Mention,
    Modality,
    Reading,
    Relevance,
    RelevanceAnswer,
    Span,
)
from domain.postings import DeadlineKind, Place, Salary
from domain.profiles import Profile
from matcher.board import Board
from matcher.occupation import load_occupation
from matcher.parts import CERTIFICATE_KINDS, SKILL_KINDS
from matcher.vocabulary import load_vocabulary
from matcher.vocabulary.concepts import Concept

ADS, PROFILES, AT_ONCE = 10_000, 10_000, 1_000
"""The product is taken for some profiles at once, for its result shall fit into the memory."""
SKILLS, CERTIFICATES, HELD = 4, 3, 12
"""Skills and tools that an ad asks for, certificates that it asks for at most, as in labelled ads; what people hold."""
Matrix = NDArray[np.float32]
CHOICES = 0.2
"""Demands that a second concept would meet as well."""
SHARE = 0.9
_CITIES = ("Oslo", "Bergen", "Trondheim", "Stavanger", "Tromsø", "Kristiansand", "Drammen", "Bodø", "Hamar", "Molde")


def rows() -> Iterator[Row]:
    """Pairs a second, once what was read in the ads is laid out."""
    random = Random(17)
    board, people = world(random)
    left, right = _matrix(random, PROFILES), np.ascontiguousarray(_matrix(random, ADS).T)
    ours, limit = cpu(lambda: _all_scores(board, people), lambda: _product(left, right), rounds=3)
    pairs = ADS * PROFILES
    yield at_least(f"profiles x ads, {PROFILES:,} x {ADS:,}", "pairs/s", pairs / ours, pairs / limit, SHARE)


def world(random: Random) -> tuple[Board, list[Profile]]:
    """Openings on a board, and people."""
    kinds = SKILL_KINDS + CERTIFICATE_KINDS
    concepts = [concept for concept in load_vocabulary().concepts if concept.kind in kinds]
    random.shuffle(concepts)
    skills = [concept for concept in concepts if concept.kind in SKILL_KINDS]
    certificates = [concept for concept in concepts if concept.kind in CERTIFICATE_KINDS]
    asked = [
        _some(random, skills, SKILLS) + _some(random, certificates, random.randint(0, CERTIFICATES)) for _ in range(ADS)
    ]
    ads = {number: _reading(random, found) for number, found in enumerate(asked)}
    people = [_profile(random, number, _some(random, concepts, HELD)) for number in range(PROFILES)]
    return Board(ads, load_occupation(), today=corpus.TODAY), people


def _all_scores(board: Board, people: Sequence[Profile]) -> None:
    for _ in board.each(people):
        pass


def _product(left: Matrix, right: Matrix) -> None:
    out = np.empty((AT_ONCE, ADS), np.float32)
    for start in range(0, PROFILES, AT_ONCE):
        np.matmul(left[start : start + AT_ONCE], right, out=out)


def _some(random: Random, concepts: Sequence[Concept], count: int) -> list[Concept]:
    """Some of them, the first ones often and the last ones seldom."""
    often = [1 / (1 + place) ** 0.7 for place in range(len(concepts))]
    return random.choices(concepts, often, k=count)


def _matrix(random: Random, count: int) -> Matrix:
    columns = len(load_vocabulary().concepts)
    numbers = np.random.default_rng(random.randrange(1000))
    return (numbers.random((count, columns)) < (SKILLS + CERTIFICATES / 2) / columns).astype(np.float32)


def _reading(random: Random, concepts: Sequence[Concept]) -> Reading:
    asked: list[Mention] = []
    for number, concept in enumerate(concepts):
        modality = random.choice((Modality.MUST, Modality.NICE))
        another = number if random.random() < CHOICES else None
        asked.append(Mention(concept.id, concept.kind, concept.label, modality, Span(0, 1, "x"), "exact", another))
        if another is not None:
            other = random.choice(concepts)
            asked.append(replace(asked[-1], concept=other.id, kind=other.kind, label=other.label))
    city = random.choice(_CITIES)
    fields = AdFields(
        deadline=random.choice((None, corpus.TODAY + timedelta(days=random.randrange(40)))),
        deadline_kind=DeadlineKind.DATE,
        extent_percent=random.choice((None, (100.0, 100.0), (80.0, 100.0))),
        remote=random.choice((None, None, "hybrid")),
        salary=random.choice((None, None, _pay(random))),
        education_min=random.choice((None, "bachelor", "master", "vocational")),
        education_required=random.choice((Modality.MUST, Modality.NICE)),
        experience_years=random.choice((None, 2.0, 3.0, 5.0)),
        leadership_experience=random.choice((None, Modality.MUST, Modality.NICE)),
        languages=random.choice(((), (AskedLanguage("no", Modality.MUST), AskedLanguage("en", Modality.NICE)))),
        shift_work=random.choice((None, None, True, False)),
        places=(Place(city=city, municipality=city),),
    )
    kind = random.choice((RelevanceAnswer.YES, RelevanceAnswer.YES, RelevanceAnswer.FIRST_LINE_LEAD))
    return Reading("nb", "", tuple(asked), fields, Relevance(kind, 6.0, 5.0), "bench")


def _pay(random: Random) -> Salary:
    return Salary(minimum=None, maximum=500_000.0 + 10_000 * random.randrange(30), currency="NOK", period="year")


def _profile(random: Random, number: int, concepts: Sequence[Concept]) -> Profile:
    return Profile(
        name=str(number),
        concepts=frozenset(concept.id for concept in concepts),
        education=random.choice((None, "bachelor", "master", "vocational")),
        experience_years=random.choice((None, *map(float, range(15)))),
        leadership=random.choice((None, True, False)),
        languages=random.choice((frozenset(), frozenset(("no",)), frozenset(("no", "en")))),
        municipalities=frozenset(random.sample(_CITIES, k=random.randrange(3))),
        remote=random.random() < 0.5,
        extent_min=random.choice((None, 100.0)),
        shift_work=random.choice((None, True, False)),
        salary_floor=random.choice((None, *(500_000.0 + 25_000 * step for step in range(12)))),
    )
