"""A mention in the making: where it stands in its sentence, and what it is."""

from typing import NamedTuple, Self

from domain.matching import ConceptKind, Modality
from matcher.lexicon import Hit


class Found(NamedTuple):
    """A mention in the making."""

    start: int
    end: int
    concept: str
    kind: ConceptKind
    label: str
    modality: Modality
    found: str

    @classmethod
    def hit(cls, hit: Hit, modality: Modality) -> Self:
        """What was found in the vocabulary."""
        concept = hit.concept
        return cls(hit.start, hit.end, concept.id, concept.kind, concept.label, modality, hit.found)


STATED_SKILL = "skill.stated"
STATED_TRAIT = "trait.stated"
STATED_TASK = "task.stated"
_LABELS = {STATED_SKILL: "annet krav", STATED_TRAIT: "annen egenskap", STATED_TASK: "annen oppgave"}


def stated_as(start: int, end: int, concept: str, modality: Modality) -> Found:
    """Something the vocabulary does not know, in the ad's own words."""
    return Found(
        start, end, concept, ConceptKind(concept.split(".", maxsplit=1)[0]), _LABELS[concept], modality, "stated"
    )
