"""A search as a value: its words, its filters, its order. The same for pages, API, command line and saved searches.

Words are given as people type them: ``sjef "to ord" kund* -selger oslo OR bergen``.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.prefilter import fold


class Sort(StrEnum):
    """The order of the hits."""

    MATCH = "match"
    NEWEST = "newest"
    DEADLINE = "deadline"
    RELEVANCE = "relevance"


FACETS = (
    "county",
    "municipality",
    "extent",
    "engagement",
    "sector",
    "education",
    "experience",
    "remote",
    "language",
    "work_language",
    "certification",
    "source",
)
"""What can be filtered by value, in the order shown. A municipality is written ``County.Municipality``."""

PUBLISHED_DAYS = (1, 3, 7, 30)
"""Presets of *published*: today, the last three days, week, month."""
MAX_QUERY = 300
"""Characters of the words; more is not a search."""
MAX_CLAUSES = 16
MAX_VALUES = 60
"""Values of one filter."""


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that must stand together, in this order."""

    words: tuple[str, ...]
    prefix: bool = False
    """The last word may go on."""
    exact: bool = False
    """Written in quotation marks: whole words only."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One of these terms must be there, or none of them may."""

    terms: tuple[Term, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Criteria:
    """Everything that a search asks for. Values of one filter are alternatives; filters add up."""

    words: str = ""
    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(facet, values) in the order of ``FACETS``."""
    published: int | None = None
    """At most so many days ago."""
    min_score: int = 0
    salary_min: int | None = None
    """NOK a year that the stated pay must reach."""
    pay_stated: bool = False
    closed: bool = False
    """Openings that are over too."""
    sort: Sort = Sort.MATCH
    employer: str = ""
    """An organisation number or its beginning, or words of the name."""

    def values(self, facet: str) -> tuple[str, ...]:
        """The values chosen for ``facet``."""
        return dict(self.chosen).get(facet, ())

    def choose(self, facet: str, values: tuple[str, ...]) -> "Criteria":
        """The same search with these values for ``facet``."""
        kept = dict(self.chosen) | {facet: tuple(dict.fromkeys(values))}
        return replace(self, chosen=tuple((name, kept[name]) for name in FACETS if kept.get(name)))

    def without(self, facet: str) -> "Criteria":
        """The same search with ``facet`` left open."""
        return self.choose(facet, ())


_PIECE = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_WORD = re.compile(r"[^\W_]+")
_OR = frozenset({"OR", "ELLER", "|"})
MAX_WORD = 60


def search_words(text: str) -> list[str]:
    """The words of ``text``, folded for comparing: as ``fold``, with *aa* as *å* is (Aalesund is Ålesund)."""
    return [word[:MAX_WORD] for word in _WORD.findall(fold(text).replace("aa", "a"))]


def parse(words: str) -> tuple[Clause, ...]:
    """What ``words`` ask for. Never fails: signs that mean nothing are taken for white space."""
    clauses: list[Clause] = []
    joining = False
    for piece in _PIECE.finditer(words[:MAX_QUERY]):
        if piece["word"] in _OR and not piece["minus"]:
            joining = bool(clauses)
            continue
        term = _term(piece)
        if term is None:
            continue
        negated = bool(piece["minus"])
        if joining and not negated and not clauses[-1].negated:
            clauses[-1] = Clause((*clauses[-1].terms, term))
        else:
            clauses.append(Clause((term,), negated))
        joining = False
    return tuple(clauses[:MAX_CLAUSES])


def _term(piece: re.Match[str]) -> Term | None:
    raw = piece["phrase"] if piece["word"] is None else piece["word"]
    found = tuple(search_words(raw))
    if not found:
        return None
    prefix = piece["word"] is not None and raw.endswith("*")
    return Term(found, prefix=prefix, exact=piece["word"] is None)
