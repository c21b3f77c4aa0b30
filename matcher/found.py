"""A mention in the making: where it stands in its sentence, and what it is."""

from typing import NamedTuple

from domain.matching import ConceptKind, Modality


class Found(NamedTuple):
    """A mention in the making."""

    start: int
    end: int
    concept: str
    kind: ConceptKind
    label: str
    modality: Modality
    found: str


STATED_SKILL = "skill.stated"
STATED_TRAIT = "trait.stated"
STATED_TASK = "task.stated"
_LABELS = {STATED_SKILL: "annet krav", STATED_TRAIT: "annen egenskap", STATED_TASK: "annen oppgave"}


def stated_as(start: int, end: int, concept: str, modality: Modality) -> Found:
    """Something the vocabulary does not know, in the ad's own words."""
    return Found(
        start, end, concept, ConceptKind(concept.split(".", maxsplit=1)[0]), _LABELS[concept], modality, "stated"
    )
