"""Which one certification, licence or tool would open most openings for a person?

Each thing that ads ask for and the profile lacks is added to it alone, and the openings that ask for it are scored
again: so alternatives that the person holds already, and wishes that weigh little, count for what they are worth.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from domain.matching import ConceptKind, Mention, Modality, Reading
from domain.profiles import Profile
from matcher.occupation import Occupation
from matcher.score import score_profile
from matcher.vocabulary import held

LEARNABLE = (ConceptKind.CERTIFICATION, ConceptKind.LICENCE, ConceptKind.TOOL)
"""Kinds that one can set out to acquire; a trait or years of experience cannot be taken as a course."""
_ASKED = (Modality.MUST, Modality.NICE)


@dataclass(frozen=True, slots=True)
class Gap:
    """One concept that the profile lacks, and what having it would change."""

    concept: str
    kind: ConceptKind
    label: str
    must: int
    """Openings that require it."""
    nice: int
    """Openings that wish for it."""
    opened: tuple[int, ...]
    """Openings that would newly reach the score asked for, by id."""
    gain: float
    """Mean rise of the score, in points, over the openings that ask for it."""
    quote: str
    """How one of the ads says it."""


def gaps(
    readings: Mapping[int, Reading],
    profile: Profile,
    occupation: Occupation,
    *,
    today: date,
    reach: int,
    kinds: Collection[ConceptKind] = LEARNABLE,
) -> list[Gap]:
    """What the profile lacks, most rewarding first. ``readings``: opening id → what was read in it.

    ``reach`` is the score (0 to 100) from which an opening counts as open to the person.
    """
    asked = _asked(readings, profile, kinds)
    needed = {opening for mentions in asked.values() for opening in mentions}
    now = {one: score_profile(readings[one], profile, occupation, today=today).score for one in needed}
    found = []
    for concept, mentions in asked.items():
        richer = replace(profile, concepts=profile.concepts | {concept})
        after = {one: score_profile(readings[one], richer, occupation, today=today).score for one in mentions}
        if any(after[one] > now[one] for one in mentions):
            found.append(_gap(concept, mentions, now, after, reach))
    return sorted(found, key=lambda gap: (-len(gap.opened), -gap.gain * (gap.must + gap.nice), gap.label))


def _asked(
    readings: Mapping[int, Reading], profile: Profile, kinds: Collection[ConceptKind]
) -> Mapping[str, dict[int, Mention]]:
    """Concept → opening → the mention that says most; ``.stated`` concepts name no one thing."""
    asked: defaultdict[str, dict[int, Mention]] = defaultdict(dict)
    for opening, reading in readings.items():
        for mention in reading.mentions:
            if mention.kind not in kinds or mention.modality not in _ASKED or mention.concept.endswith(".stated"):
                continue
            before = asked[mention.concept].get(opening)
            if before is None or before.modality is Modality.NICE:
                asked[mention.concept][opening] = mention
    owned = held(profile.concepts)
    return {concept: found for concept, found in asked.items() if concept not in owned}


def _gap(
    concept: str, mentions: Mapping[int, Mention], now: Mapping[int, int], after: Mapping[int, int], reach: int
) -> Gap:
    said = sorted(
        mentions.values(), key=lambda mention: (mention.modality is not Modality.MUST, -len(mention.span.quote))
    )
    must = sum(mention.modality is Modality.MUST for mention in mentions.values())
    return Gap(
        concept=concept,
        kind=said[0].kind,
        label=said[0].label,
        must=must,
        nice=len(mentions) - must,
        opened=tuple(sorted(one for one in mentions if now[one] < reach <= after[one])),
        gain=sum(after[one] - now[one] for one in mentions) / len(mentions),
        quote=said[0].span.quote,
    )
