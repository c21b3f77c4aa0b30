"""The words of the field: concepts with their forms in five languages, as data files with a schema and a check.

Each ``*.toml`` file beside this module holds the concepts of one kind. ``cues/`` holds the words that tell how an ad
speaks of them.
"""

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from domain.errors import JobbvaktError
from domain.matching import ConceptKind
from matcher.vocabulary.checking import check
from matcher.vocabulary.concepts import Concept

FOLDER = Path(__file__).parent
_FLAGS = ("inflect", "exact", "cased", "method", "generic", "open", "together", "task")
_KEYS = {"label", "any", "nb", "nn", "en", "sv", "da", "blockers", "esco", "esco_label", "code", "beside_language"}


class VocabularyError(JobbvaktError):
    """A vocabulary file breaks the schema."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts, with a version that changes when any file does."""

    concepts: tuple[Concept, ...]
    version: str
    broader: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Concept id → the ids of what it is a kind of, near and far."""

    def by_id(self) -> dict[str, Concept]:
        """Concept id → concept."""
        return {concept.id: concept for concept in self.concepts}


def held(concepts: Collection[str]) -> frozenset[str]:
    """``concepts`` with all that they are a kind of: who knows Zendesk knows a ticket system."""
    return _held(frozenset(concepts))


@lru_cache(maxsize=2_000)
def _held(concepts: frozenset[str]) -> frozenset[str]:
    broader = load_vocabulary().broader
    return concepts.union(*(broader.get(concept, ()) for concept in concepts))


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary that ships. Raises VocabularyError when a file breaks the schema or the check finds a problem."""
    vocabulary = read_vocabulary()
    problems = check(vocabulary.concepts, vocabulary.broader)
    if problems:
        raise VocabularyError(
            "the vocabulary is inconsistent",
            why="; ".join(problems[:5]),
            remedy="'jobbvakt vocabulary check' lists every problem",
        )
    return vocabulary


def read_vocabulary() -> Vocabulary:
    """The same, unchecked. Raises VocabularyError when a file breaks the schema."""
    concepts: list[Concept] = []
    digest = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.toml")):
        raw = path.read_bytes()
        digest.update(raw)
        concepts += read_concepts(_parsed(raw, path.name), path.name)
    for path in sorted((FOLDER / "cues").glob("*.toml")):
        digest.update(path.read_bytes())
    raw = (FOLDER / "relations" / "broader.toml").read_bytes()
    digest.update(raw)
    return Vocabulary(tuple(concepts), digest.hexdigest()[:12], read_broader(_parsed(raw, "broader.toml")))


def read_broader(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Concept id → all that it is a kind of. Raises VocabularyError when a table is no list or a circle closes."""
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for broad, table in data.items():
        narrower = table.get("narrower") if isinstance(table, Mapping) else None
        if not isinstance(narrower, list):
            raise VocabularyError(
                "a relation breaks the schema", which=f"broader.toml: {broad}", why="no 'narrower' list"
            )
        for narrow in narrower:
            parents[narrow].append(broad)
    return {narrow: tuple(dict.fromkeys(_above(narrow, parents, (narrow,)))) for narrow in parents}


def _above(concept: str, parents: Mapping[str, list[str]], below: tuple[str, ...]) -> Iterator[str]:
    for broad in parents.get(concept, ()):
        if broad in below:
            raise VocabularyError(
                "a concept is broader than itself", which="broader.toml", why=" < ".join((*below, broad))
            )
        yield broad
        yield from _above(broad, parents, (*below, broad))


def _parsed(raw: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(raw.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VocabularyError("not a vocabulary file", which=name, why=str(error)) from error


def read_concepts(data: Mapping[str, Any], name: str) -> list[Concept]:
    """The concepts of one file's content. Raises VocabularyError naming file and concept."""
    try:
        kind = ConceptKind(data["kind"])
        tables = data["concepts"].items()
        suffixes = tuple(data.get("suffixes", ()))
    except (KeyError, ValueError, AttributeError) as error:
        raise VocabularyError(
            "not a vocabulary file", which=name, why=f"'kind' or 'concepts' is off: {error}"
        ) from None
    return [_concept(kind, key, _spun_out(table, suffixes), name) for key, table in tables]


def _spun_out(table: Mapping[str, Any], suffixes: tuple[str, ...]) -> Mapping[str, Any]:
    """``table`` with the compounds that its forms in *-sk* make with each suffix."""
    if not suffixes or not isinstance(table.get("any"), list):
        return table
    made = [form + suffix for form in table["any"] if form.endswith("sk") and " " not in form for suffix in suffixes]
    return {**table, "any": [*table["any"], *made]}


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
        esco=table.get("esco"),
        esco_label=table.get("esco_label"),
        code=table.get("code"),
        beside_language=bool(table.get("beside_language", True)),
        **{flag: bool(table.get(flag, False)) for flag in _FLAGS if flag != "task"},
    )


__all__ = [
    "FOLDER",
    "Concept",
    "Vocabulary",
    "VocabularyError",
    "check",
    "held",
    "load_vocabulary",
    "read_broader",
    "read_concepts",
    "read_vocabulary",
]
