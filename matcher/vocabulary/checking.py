"""What is wrong with a vocabulary, in words: for the person who edits its files, and for the tests."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from domain.matching import ConceptKind
from matcher.folding import fold
from matcher.vocabulary.concepts import Concept

_ESCO = re.compile(r"http://data\.europa\.eu/esco/skill/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CODE = re.compile(r"[a-z]{2,3}(?: [a-z]{2,3})*")
_LEAST = 3
"""Letters of a form that may be found with an ending or a misspelling."""


def check(concepts: Iterable[Concept], broader: Mapping[str, Iterable[str]] | None = None) -> list[str]:
    """Every problem, one line each; empty when there is none. ``broader``: concept id → what it is a kind of."""
    listed = list(concepts)
    known = {concept.id for concept in listed}
    named = {item for narrow, broad in (broader or {}).items() for item in (narrow, *broad)}
    strangers = [f"{item} stands in the relations, but is no concept" for item in sorted(named - known)]
    return [*(problem for concept in listed for problem in _alone(concept)), *_together(listed), *strangers]


def _alone(concept: Concept) -> Iterator[str]:
    if not concept.label.strip():
        yield f"{concept.id} has no label"
    for form in concept.forms:
        if not form.strip():
            yield f"{concept.id} has an empty form"
        elif not any(character.isalpha() for character in form):
            yield f"{concept.id}: {form!r} has no letter"
        elif len(form) < _LEAST and not concept.exact:
            yield f"{concept.id}: {form!r} is short and must be exact"
    if concept.cased and not any(character.isupper() for form in concept.forms for character in form):
        yield f"{concept.id} is told by its capitals, but no form has one"
    if concept.esco and not _ESCO.fullmatch(concept.esco):
        yield f"{concept.id}: {concept.esco!r} is no address of an ESCO skill"
    if concept.kind is ConceptKind.LANGUAGE and not _CODE.fullmatch(concept.code or ""):
        yield f"{concept.id} needs the ISO 639 code of its language"


def _together(concepts: Iterable[Concept]) -> Iterator[str]:
    seen: set[str] = set()
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for concept in concepts:
        if concept.id in seen:
            yield f"{concept.id} stands twice"
        seen.add(concept.id)
        for form in concept.forms:
            owners[tuple(fold(form).replace("-", " ").split())].add(concept.id)
    for words, ids in owners.items():
        if len(ids) > 1:
            yield f"{' '.join(words)!r} is a form of {' and of '.join(sorted(ids))}"
