"""The occupation we look for, read from its file: data, not code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from domain.errors import ConfigurationError
from domain.prefilter import fold

FOLDER = Path(__file__).parent / "occupations"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A concept that counts for the occupation."""

    concept: str
    weight: float


@dataclass(frozen=True, slots=True)
class Occupation:
    """What ads are searched for and scored against."""

    id: str
    label: str
    version: str
    titles: Mapping[str, tuple[str, ...]]
    """Language → titles that name the occupation."""
    title_terms: tuple[str, ...]
    """Folded terms of the generous title filter (``domain.prefilter``)."""
    skills: tuple[Wanted, ...]
    certifications: tuple[Wanted, ...]
    part_weights: Mapping[str, int]
    """Part of a score → its weight, a whole number."""
    relevance: Mapping[str, float]
    """Points of the relevance scorer by reason."""
    threshold: float
    """Points from which an ad is the occupation."""
    lead_threshold: float
    """Points from which it is at least a first-line lead."""
    freshness_days: int


@cache
def load_occupation(id: str = "customer_service_manager") -> Occupation:
    """The occupation with this id. Raises ConfigurationError when there is none or its file is broken."""
    path = FOLDER / f"{id}.toml"
    if not path.is_file():
        known = ", ".join(sorted(found.stem for found in FOLDER.glob("*.toml")))
        raise ConfigurationError("unknown occupation", which=id, remedy=f"use one of: {known}")
    try:
        return _occupation(id, tomllib.loads(path.read_text(encoding="utf-8")))
    except (KeyError, TypeError, ValueError) as error:
        raise ConfigurationError("broken occupation file", which=id, why=str(error)) from error


def _occupation(name: str, data: Mapping[str, Any]) -> Occupation:
    return Occupation(
        id=name,
        label=data["label"],
        version=str(data["version"]),
        titles={language: tuple(titles) for language, titles in data["titles"].items()},
        title_terms=tuple("+".join(fold(part) for part in term.split("+")) for term in data["title_terms"]),
        skills=_wanted(data["skills"]),
        certifications=_wanted(data["certifications"]),
        part_weights={name: int(weight) for name, weight in data["part_weights"].items()},
        relevance=dict(data["relevance"]),
        threshold=float(data["threshold"]),
        lead_threshold=float(data["lead_threshold"]),
        freshness_days=int(data["freshness_days"]),
    )


def _wanted(table: Mapping[str, float]) -> tuple[Wanted, ...]:
    return tuple(Wanted(concept, float(weight)) for concept, weight in table.items())
