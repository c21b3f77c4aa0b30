"""What people say of themselves, in the words of the vocabulary."""

from collections.abc import Iterable, Mapping
from functools import cache

from rapidfuzz import fuzz, process

from domain.errors import UsageError
from domain.prefilter import fold
from matcher.distances import is_known
from matcher.vocabulary import load_vocabulary

EDUCATION = ("none", "vocational", "bachelor", "master", "phd")
LANGUAGES = {
    "no": "no", "norsk": "no", "norwegian": "no", "nb": "no", "nn": "nn", "nynorsk": "nn", "en": "en",
    "engelsk": "en", "english": "en", "sv": "sv", "svensk": "sv", "swedish": "sv", "da": "da", "dansk": "da",
    "danish": "da", "de": "de", "tysk": "de", "german": "de", "fi": "fi", "finsk": "fi", "finnish": "fi",
    "fr": "fr", "fransk": "fr", "es": "es", "spansk": "es", "pl": "pl", "polsk": "pl", "se": "se", "samisk": "se",
}  # fmt: skip


def concepts_named(names: Iterable[str]) -> frozenset[str]:
    """Concept ids of ``names`` (ids, labels or known forms). Raises UsageError with the nearest known words."""
    return frozenset(_concept(name) for name in names)


def education_level(word: str | None) -> str | None:
    """The level, if it is one. Raises UsageError otherwise."""
    if word is None or word.lower() in EDUCATION:
        return word and word.lower()
    raise UsageError("unknown level of education", which=word, remedy=f"use one of: {', '.join(EDUCATION)}")


def near_place(name: str | None, radius_km: float | None) -> str | None:
    """The municipality to count a distance from. Raises UsageError for one without the other, or an unknown one."""
    if (name is None) != (radius_km is None):
        raise UsageError("a distance needs a place, and a place a distance", remedy="give both, or neither")
    if name is None or is_known(name):
        return name
    raise UsageError(
        "the centre of this municipality is not known",
        which=name,
        remedy="give the name of a municipality or its largest neighbour; small islands and valleys are not known",
    )


def languages_named(words: Iterable[str]) -> frozenset[str]:
    """ISO 639-1 codes of ``words``. Raises UsageError for a language we cannot tell."""
    return frozenset(_language(word) for word in words)


def _language(word: str) -> str:
    code = LANGUAGES.get(word.strip().lower())
    if code is None:
        raise UsageError("unknown language", which=word, remedy=f"use a code such as {', '.join(sorted(LANGUAGES))}")
    return code


def _concept(name: str) -> str:
    known = _names()
    found = known.get(fold(name))
    if found is not None:
        return found
    close = process.extract(fold(name), list(known), scorer=fuzz.WRatio, limit=4, score_cutoff=60)
    raise UsageError(
        "the vocabulary does not know that",
        which=name,
        why=f"near it: {', '.join(word for word, _, _ in close)}" if close else "nothing is near it",
        remedy="use one of these words, or the id of a concept",
    )


@cache
def _names() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for concept in load_vocabulary().concepts:
        for word in (concept.id, *concept.forms):
            names.setdefault(fold(word), concept.id)
    return names
