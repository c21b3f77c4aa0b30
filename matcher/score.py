"""How well does an opening fit: named parts, each with evidence quoted from the ad and with what is missing.

A part that the ad says nothing about is neutral: *not stated* is neither a credit nor a fault. Scores are
bounded, deterministic, and never fall when a person gains a skill.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.matching import Match, Reading, ScorePart
from domain.profiles import Profile
from matcher import parts
from matcher.occupation import Occupation

SILENT_SHARE, NEUTRAL = 0.5, 0.4
"""A part that the ad is silent about counts with half its weight, and as a little less than half met."""


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
            parts.held_concepts("required_skills", weights, reading, profile, parts.SKILL_KINDS),
            parts.held_concepts("certifications", weights, reading, profile, parts.CERTIFICATE_KINDS),
            parts.leadership(weights, reading, profile),
            parts.background(weights, reading, profile),
            parts.languages(weights, reading, profile),
            parts.place(weights, reading, profile),
            parts.extent(weights, reading, profile),
            parts.pay(weights, reading, profile),
            parts.freshness(weights, reading, occupation, today),
        ),
        reading,
        occupation,
    )


def _match(found: Sequence[ScorePart], reading: Reading, occupation: Occupation) -> Match:
    kind = parts.occupation(reading)
    return Match(
        round(total(found) * (kind.points or 0.0)), (*found, kind), f"{reading.vocabulary_version}/{occupation.version}"
    )


def total(found: Iterable[ScorePart]) -> int:
    """0 to 100: the weighted mean of the parts that the ad speaks of, drawn towards the middle by those it does not.

    Without the pull, a teaser that says nothing but a date would outrank an ad whose demands are met.
    """
    parts = list(found)
    counted = [(part.weight, part.points) for part in parts if part.points is not None]
    silent = SILENT_SHARE * sum(part.weight for part in parts if part.points is None)
    weight = silent + sum(item for item, _ in counted)
    if not counted or not weight:
        return 0
    return round(100 * (silent * NEUTRAL + sum(item * points for item, points in counted)) / weight)
