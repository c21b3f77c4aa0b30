"""A concept: one thing an ad may ask for, with its spellings."""

from dataclasses import dataclass

from domain.matching import ConceptKind


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing an ad may ask for."""

    id: str
    """``kind.name``, for example ``tool.zendesk``."""
    kind: ConceptKind
    label: str
    """What people are shown, in bokmål."""
    forms: tuple[str, ...]
    """Spellings in all languages, as written."""
    inflect: bool = False
    """May the last word carry any ending, and the form be part of a compound?"""
    exact: bool = False
    """Short names and acronyms: no endings, no typos."""
    cased: bool = False
    """The name is also a common word: capitals must agree."""
    method: bool = False
    """A certificate whose name is also a way of working: among duties it is a skill."""
    generic: bool = False
    """Gives way to a named concept of its kind in the same clause."""
    open: bool = False
    """The mention runs on to the end of its phrase (``fagbrev som …``)."""
    together: bool = False
    """Of a language concept with several codes: all are asked, not one of them."""
    blockers: tuple[str, ...] = ()
    """Folded words around the form that make it something else."""
    esco: str | None = None
    """Address of the ESCO skill it corresponds to."""
    esco_label: str | None = None
    """Its preferred label in English."""
    code: str | None = None
    """ISO 639-1 codes of a language concept, space separated."""
    beside_language: bool = True
    """May it stand in one clause with a language? (``skriftlig norsk`` asks for the language only.)"""
