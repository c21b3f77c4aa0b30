"""The words of the field: concepts with their forms in five languages, as data files with a schema and a check.

Each ``*.toml`` file beside this module holds the concepts of one kind. ``cues/`` holds the words that tell how an ad
speaks of them.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from domain.errors import JobbvaktError
from domain.matching import ConceptKind

FOLDER = Path(__file__).parent
_FLAGS = ("inflect", "exact", "cased", "method", "generic", "open", "together", "task")
_KEYS = {"label", "any", "nb", "nn", "en", "sv", "da", "blockers", "esco", "esco_label", "code", "beside_language"}


class VocabularyError(JobbvaktError):
    """A vocabulary file breaks the schema."""


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
    """Preferred label of the ESCO skill it corresponds to, or its address."""
    code: str | None = None
    """ISO 639-1 codes of a language concept, space separated."""
    beside_language: bool = True
    """May it stand in one clause with a language? (``skriftlig norsk`` asks for the language only.)"""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts, with a version that changes when any file does."""

    concepts: tuple[Concept, ...]
    version: str

    def by_id(self) -> dict[str, Concept]:
        """Concept id → concept."""
        return {concept.id: concept for concept in self.concepts}


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary that ships. Raises VocabularyError when a file breaks the schema."""
    concepts: list[Concept] = []
    digest = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.toml")):
        raw = path.read_bytes()
        digest.update(raw)
        concepts += read_concepts(tomllib.loads(raw.decode()), path.name)
    for path in sorted((FOLDER / "cues").glob("*.toml")):
        digest.update(path.read_bytes())
    problems = check(concepts)
    if problems:
        raise VocabularyError("the vocabulary is inconsistent", why="; ".join(problems[:5]), remedy="mend the files")
    return Vocabulary(tuple(concepts), digest.hexdigest()[:12])


def read_concepts(data: Mapping[str, Any], name: str) -> list[Concept]:
    """The concepts of one file's content. Raises VocabularyError naming file and concept."""
    try:
        kind = ConceptKind(data["kind"])
        tables = data["concepts"].items()
    except (KeyError, ValueError, AttributeError) as error:
        raise VocabularyError(
            "not a vocabulary file", which=name, why=f"'kind' or 'concepts' is off: {error}"
        ) from None
    return [_concept(kind, key, table, name) for key, table in tables]


def _concept(kind: ConceptKind, key: str, table: Mapping[str, Any], name: str) -> Concept:
    unknown = set(table) - _KEYS - set(_FLAGS)
    if unknown or not isinstance(table.get("label"), str):
        why = f"unknown keys {sorted(unknown)}" if unknown else "no label"
        raise VocabularyError("a concept breaks the schema", which=f"{name}: {key}", why=why)
    forms = [form for language in ("any", "nb", "nn", "en", "sv", "da") for form in table.get(language, ())]
    return Concept(
        id=f"{kind}.{key}",
        kind=kind,
        label=table["label"],
        forms=tuple(dict.fromkeys(forms or [table["label"]])),
        blockers=tuple(table.get("blockers", ())),
        esco=table.get("esco") or table.get("esco_label"),
        code=table.get("code"),
        beside_language=bool(table.get("beside_language", True)),
        **{flag: bool(table.get(flag, False)) for flag in _FLAGS if flag != "task"},
    )


def check(concepts: list[Concept]) -> list[str]:
    """What is wrong with these concepts, in words; empty when nothing is."""
    problems = []
    seen: set[str] = set()
    for concept in concepts:
        if concept.id in seen:
            problems.append(f"{concept.id} stands twice")
        seen.add(concept.id)
        if any(not form.strip() for form in concept.forms):
            problems.append(f"{concept.id} has an empty form")
        short = [form for form in concept.forms if len(form) < 3 and not concept.exact]
        if short:
            problems.append(f"{concept.id}: {short[0]!r} is short and must be exact")
    return problems
