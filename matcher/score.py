"""How well does an opening fit: named parts, each with evidence quoted from the ad and with what is missing.

A part that the ad says nothing about is neutral: *not stated* is neither a credit nor a fault. Scores are
bounded, deterministic, and never fall when a person gains a skill. They are counted in whole numbers, so that they are
the same in whatever order the parts are added up, one opening at a time or all at once (:mod:`matcher.board`).
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from domain.matching import Match, Reading, ScorePart
from domain.profiles import Profile
from matcher import parts
from matcher.occupation import Occupation

SILENT_SHARE, NEUTRAL = 50, 40
"""Hundredths. A part that the ad is silent about counts with half its weight, and as a little less than half met."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A part that hangs on a few facts of the ad and of the person: with the same facts it is the same part."""

    name: str
    score: Callable[[parts.Weights, Reading, Profile], ScorePart]
    of_ad: Callable[[Reading], Hashable]
    of_person: Callable[[Profile], Hashable]


FACETS = (
    Facet(
        "leadership",
        parts.leadership,
        lambda ad: ad.fields.leadership_experience,
        lambda person: person.leadership,
    ),
    Facet(
        "education_experience",
        parts.background,
        lambda ad: (
            ad.fields.experience_years,
            ad.fields.education_min,
            ad.fields.education_required,
            ad.fields.education_substitutable,
        ),
        lambda person: (person.experience_years, person.education),
    ),
    Facet("languages", parts.languages, lambda ad: ad.fields.languages, lambda person: person.languages),
    Facet(
        "place",
        parts.place,
        lambda ad: (ad.fields.remote, ad.fields.places),
        lambda person: (person.municipalities, person.counties, person.near, person.radius_km, person.remote),
    ),
    Facet(
        "extent",
        parts.extent,
        lambda ad: (ad.fields.extent_percent, ad.fields.shift_work),
        lambda person: (person.extent_min, person.shift_work),
    ),
    Facet("pay", parts.pay, lambda ad: ad.fields.salary, lambda person: person.salary_floor),
)
"""The parts of a profile's score beside what is held, and beside what no person changes."""
HELD = (("required_skills", parts.SKILL_KINDS), ("certifications", parts.CERTIFICATE_KINDS))
"""The parts that compare concepts asked for with those held."""


def score_occupation(reading: Reading, occupation: Occupation, *, today: date) -> Match:
    """How far the ad asks for what the occupation is about."""
    weights = occupation.part_weights
    return _match(
        (
            parts.wanted_concepts("required_skills", weights, reading, occupation.skills, parts.ENOUGH_SKILLS),
            parts.wanted_concepts(
                "certifications", weights, reading, occupation.certifications, parts.ENOUGH_CERTIFICATIONS
            ),
            parts.stated_leadership(weights, reading),
            parts.stated_background(weights, reading),
            parts.freshness(weights, reading, occupation, today),
        ),
        reading,
        occupation,
    )


def score_profile(reading: Reading, profile: Profile, occupation: Occupation, *, today: date) -> Match:
    """How well the person meets what the ad asks, and the ad what the person wants."""
    weights = occupation.part_weights
    return _match(
        (
            *(parts.held_concepts(name, weights, reading, profile, kinds) for name, kinds in HELD),
            *(facet.score(weights, reading, profile) for facet in FACETS),
            parts.freshness(weights, reading, occupation, today),
        ),
        reading,
        occupation,
    )


def _match(found: Sequence[ScorePart], reading: Reading, occupation: Occupation) -> Match:
    kind = parts.occupation(reading)
    return Match(shared(total(found), kind.points or 0.0), (*found, kind), version_of(reading, occupation))


def version_of(reading: Reading, occupation: Occupation) -> str:
    """What a score rests on beside ad and profile."""
    return f"{reading.vocabulary_version}/{occupation.version}"


def total(found: Sequence[ScorePart]) -> int:
    """0 to 100: the weighted mean of the parts that the ad speaks of, drawn towards the middle by those it does not.

    Without the pull, a teaser that says nothing but a date would outrank an ad whose demands are met.
    """
    if all(part.points is None for part in found):
        return 0
    gained, possible = (sum(column) for column in zip(*(earned(part) for part in found), strict=True))
    return (200 * gained + possible) // (2 * possible) if possible else 0


def earned(part: ScorePart) -> tuple[int, int]:
    """What the part earns and what it could have earned, in hundredths of its weight."""
    weight = round(part.weight)
    if part.points is None:
        return weight * SILENT_SHARE * NEUTRAL // 100, weight * SILENT_SHARE
    return weight * parts.in_hundredths(part.points), weight * 100


def shared(points: int, share: float) -> int:
    """The points that are left where only a ``share`` of them counts, since it is not quite the job."""
    return round(points * share)
