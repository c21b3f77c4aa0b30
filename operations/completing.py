"""What may be meant by the words of a search: offered before anything is typed, and when nothing was found."""

from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz, process
from sqlalchemy.orm import Session

from domain.searching import parse, search_words
from matcher.vocabulary import load_vocabulary
from storage import figures, search

OFFERED = 24
"""Titles and concepts that a search field offers by itself, half of each."""
LOOKED_AT = 500
"""Open openings, the newest first, whose skills are counted: more would not change what is most asked for."""
MEANT = 3
_NEAR = 72
"""Likeness (0–100) from which a word may be a misspelling of another; shorter words need more."""
_SHORT, _NEAR_SHORT = 5, 80


def offered(session: Session) -> tuple[str, ...]:
    """The most frequent titles of open ads, then the skills, tools and certifications most asked for."""
    hits = figures.concept_hits(session, LOOKED_AT)
    asked = sorted((concept for concept in hits if concept in _labels()), key=lambda concept: (-hits[concept], concept))
    titles = search.titles(session, (), OFFERED // 2)
    return tuple(dict.fromkeys([*titles, *(_labels()[concept] for concept in asked[: OFFERED // 2])]))


def meant(session: Session, words: str) -> list[str]:
    """The search with a word put right that stands in no title and no concept; at most ``MEANT``, the likest first."""
    known = _known(session)
    found: dict[str, float] = {}
    for clause in parse(words):
        for word in (word for term in clause.terms for word in term.words if not clause.negated):
            least = _NEAR_SHORT if len(word) <= _SHORT else _NEAR
            for near, likeness, _ in process.extract(word, known, scorer=fuzz.ratio, score_cutoff=least, limit=MEANT):
                if near != word:
                    found[near] = max(found.get(near, 0.0), likeness)
    return sorted(found, key=lambda word: (-found[word], word))[:MEANT]


def _known(session: Session) -> list[str]:
    titles = search.titles(session, (), 2_000)
    return sorted(_words([*titles, *_labels().values()]))


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in search_words(text) if len(word) > 2}


@cache
def _labels() -> dict[str, str]:
    """Concept → its label, for kinds that people search for."""
    wanted = ("skill.", "tool.", "certification.")
    return {one.id: one.label for one in load_vocabulary().concepts if one.id.startswith(wanted)}
