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
