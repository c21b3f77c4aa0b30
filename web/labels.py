"""What values are called: facets, sources, concepts, countries and languages."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from domain.concept_names import named
from domain.extents import extent_in_words
from domain.searching import Criteria
from matcher.vocabulary import load_vocabulary
from web.evidence import retold
from web.mistakes import mistake_in
from web.texts import Texts

_ISO_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
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

    def bounds(self, criteria: Criteria) -> dict[str, str]:
        """The limits in force that are no values: age, score, pay, and whether what is over counts."""
        told, found = self.told, {}
        if criteria.employer:
            found["employer"] = told.t("facet.employer_is", name=criteria.employer)
        if criteria.published:
            preset = f"published.d{criteria.published}"
            many = told.n("search.last_days", criteria.published)
            found["published"] = told.t(preset) if told.has(preset) else many
        if criteria.min_score:
            found["min_score"] = told.t("alert.least", score=criteria.min_score)
        if criteria.salary_min:
            found["salary_min"] = told.t("search.pays", pay=f"{criteria.salary_min:,}".replace(",", "\u00a0"))
        if criteria.pay_stated:
            found["pay_stated"] = told.t("facet.pay_stated")
        if criteria.closed:
            found["closed"] = told.t("facet.closed")
        return found

    def mistake(self, text: str) -> str | None:
        """A sentence of an error in the reader's language; None where there is English alone."""
        return mistake_in(text, self.told.language)

    def source(self, name: str) -> str:
        """A source as people know it."""
        return self.sources.get(name, name)

    def concept(self, concept: str) -> str:
        """A skill, tool or certification."""
        label = concept_labels().get(concept, concept)
        return named(label, self.told.language) or label

    def reason(self, text: str) -> str | None:
        """A reason of a score in the reader's language; None where there is bokmål alone."""
        told = retold(text, self.told.language)
        return told and _ISO_DAY.sub(r"\3.\2.\1", told)

    def extent(self, stated: str) -> str:
        """Full time or part time, where a portal has a code for it or says so in its own language; else as stated."""
        return extent_in_words(stated, self.value("extent", "full"), self.value("extent", "part"))

    def trigger(self, name: str) -> str:
        """Who or what asked for a run."""
        key = f"trigger.{name}"
        return self.told.t(key) if self.told.has(key) else name

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
