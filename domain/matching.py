"""What is read in an ad and how well it fits. Every statement carries the words it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.postings import DeadlineKind, Place, Salary


class ConceptKind(StrEnum):
    """What sort of thing a concept is."""

    SKILL = "skill"
    TOOL = "tool"
    CERTIFICATION = "certification"
    EDUCATION = "education"
    LANGUAGE = "language"
    TRAIT = "trait"
    LICENCE = "licence"
    TASK = "task"


class Modality(StrEnum):
    """How an ad speaks of a concept."""

    MUST = "must"
    NICE = "nice"
    TASK = "task"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` of the ad's visible text, and those words."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept found in an ad."""

    concept: str
    """Concept id in the vocabulary, for example ``tool.zendesk``."""
    kind: ConceptKind
    label: str
    modality: Modality
    span: Span
    found: str
    """exact, fuzzy, compound or words (order-free)."""
    alternatives: int | None = None
    """Mentions of one ad with the same number are alternatives: one of them is enough."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A reason in words, with the quote it rests on where there is one."""

    text: str
    quote: str = ""


class RelevanceAnswer(StrEnum):
    """Is this opening the occupation?"""

    YES = "yes"
    FIRST_LINE_LEAD = "first_line_lead"
    NO = "no"


def lead_rank(answer: str | None, letters: int, number: int) -> tuple[bool, int, int]:
    """Of several ads for one opening the one with the least rank leads.

    That is one which is the occupation (``answer``, None for an ad that was not read), and of these the one with the
    longest text (``letters``), and then the oldest (``number``).
    """
    return answer in (None, RelevanceAnswer.NO), -letters, number


@dataclass(frozen=True, slots=True)
class Relevance:
    """The answer with its points and reasons."""

    answer: RelevanceAnswer
    score: float
    """Points of the transparent scorer; compared with ``threshold``."""
    threshold: float
    reasons: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedLanguage:
    """A language the ad asks for. ``language``: ISO 639-1 (``no`` when the form of Norwegian is not said)."""

    language: str
    level: Modality
    alternatives: int | None = None


@dataclass(frozen=True, slots=True)
class AdFields:
    """Facts read from an ad. None means *not stated*, which is never the same as *no*."""

    deadline: date | None = None
    deadline_kind: DeadlineKind = DeadlineKind.NONE
    employment_type: str | None = None
    """permanent, temporary, substitute, project, seasonal, apprentice, freelance or None."""
    extent_percent: tuple[float, ...] | None = None
    """(low, high) in per cent of full time."""
    positions: int | None = None
    remote: str | None = None
    """onsite, hybrid, remote, or None when the ad is silent."""
    salary: Salary | None = None
    education_min: str | None = None
    """none, vocational, bachelor, master, phd or None."""
    education_required: Modality | None = None
    education_substitutable: bool | None = None
    """May experience stand in for the education?"""
    experience_years: float | None = None
    leadership_experience: Modality | None = None
    languages: tuple[AskedLanguage, ...] = ()
    shift_work: bool | None = None
    people_managed: int | None = None
    places: tuple[Place, ...] = ()
    quotes: Mapping[str, str] = field(default_factory=dict)
    """Field name → the words it was read from; no entry when it came from the portal's own field."""
    conflicts: tuple[str, ...] = ()
    """Contradictions between the portal's fields and the text, in words."""


@dataclass(frozen=True, slots=True)
class AdText:
    """What the matcher is given: the ad as published, nothing of ours."""

    title: str
    description_html: str
    employer: str = ""
    published: date | None = None
    deadline_raw: str | None = None
    places: tuple[Place, ...] = ()
    employment_type_raw: str | None = None
    extent_raw: str | None = None
    positions_raw: str | None = None
    salary: Salary | None = None
    job_location_type: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the matcher read in one ad."""

    language: str
    """nb, nn, en, sv or da; the language of the ad as a whole."""
    text: str
    """The visible text that all spans refer to."""
    mentions: tuple[Mention, ...]
    fields: AdFields
    relevance: Relevance
    vocabulary_version: str


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One named part of a score. ``points`` is None when the ad says nothing about it: then it is neutral."""

    name: str
    weight: float
    points: float | None
    """0.0 to 1.0."""
    has: tuple[Evidence, ...] = ()
    lacks: tuple[Evidence, ...] = ()
    not_stated: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """How well an opening fits an occupation or a profile."""

    score: int
    """0 to 100."""
    parts: tuple[ScorePart, ...]
    version: str
    """Vocabulary and occupation version it was computed with."""
