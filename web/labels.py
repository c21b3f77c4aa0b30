"""What values are called: facets, sources, concepts, countries and languages."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from matcher.vocabulary import load_vocabulary
from web.texts import Texts

_BABEL = {"nb": "nb", "nn": "nn", "en": "en"}


class Labels:
    """Names in the reader's language; what has none keeps its own."""

    def __init__(self, told: Texts, sources: Mapping[str, str]) -> None:
        self.told, self.sources = told, sources

    def value(self, facet: str, value: str) -> str:
        """A facet's value."""
        if facet == "source":
            return self.source(value)
        if facet in ("certification", "concept"):
            return self.concept(value)
        if facet == "county" and len(value) == 2 and value.isupper():
            return str(_locale(self.told.language).territories.get(value, value))
        if facet == "municipality":
            return value.partition(".")[2] or value
        if facet in ("language", "work_language"):
            return self.tongue(value)
        key = f"value.{facet}_{value.replace('-', '_').replace('+', '_plus')}"
        return self.told.t(key) if self.told.has(key) else value

    def source(self, name: str) -> str:
        """A source as people know it."""
        return self.sources.get(name, name)

    def concept(self, concept: str) -> str:
        """A skill, tool or certification."""
        return concept_labels().get(concept, concept)

    def tongue(self, code: str) -> str:
        """A language."""
        name = str(_locale(self.told.language).languages.get(code, code))
        return name[:1].upper() + name[1:]

    def part(self, name: str) -> str:
        """A part of the score."""
        key = f"part.{name}"
        return self.told.t(key) if self.told.has(key) else name


@cache
def concept_labels() -> Mapping[str, str]:
    """Concept → its label in bokmål."""
    return {concept.id: concept.label for concept in load_vocabulary().concepts}


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_BABEL[language])
