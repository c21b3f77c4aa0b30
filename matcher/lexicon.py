"""Finds every form of the vocabulary in one pass, and tells a word from a piece of a word.

Aho-Corasick gives the candidates; whether one counts is decided at its edges: a form starts where a word starts and
ends where it ends, give or take an ending of the language. Long forms may be part of a compound.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from matcher.folding import fold, word_set
from matcher.vocabulary import Concept

_ENDINGS = word_set(
    "s 's e n t r a en et er ar or ne na es ed d ing ene ane ens ets ers aren eren erna arna orna erne inga "
    "ingen te ande ende are re res a's ns ande ad at de iga ige lig"
) | {""}
_NAME_ENDINGS = frozenset(("", "s", "'s"))
_EXACT_ENDINGS = frozenset(("", "'s"))
_LONGEST_WORD = 60
"""No word is longer; what is, was not written by a person."""
COMPOUND_FROM = 7
"""Letters a form needs before it is believed inside a longer word."""
_PREFIX_FROM = 9
# A customer-service *manager* or *agent* is a person, not the skill.
_PERSONS = (
    "leder",
    "leiar",
    "sjef",
    "chef",
    "medarbe",
    "konsulent",
    "ansvarlig",
    "ansvarleg",
    "agent",
    "direktør",
    "team",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept at ``text[start:end]``; ``found`` is exact, compound, fuzzy or words."""

    start: int
    end: int
    concept: Concept
    found: str = "exact"


@dataclass(frozen=True, slots=True)
class _Form:
    concept: Concept
    written: str
    length: int
    endings: frozenset[str]
    compounds: bool


class Lexicon:
    """The automaton over all forms of some concepts."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        table: dict[str, list[_Form]] = {}
        for concept in concepts:
            for written in concept.forms:
                for folded in _variants(fold(" ".join(written.split()))):
                    table.setdefault(folded, []).append(_form(concept, written, folded))
        self.forms = table
        self._automaton = ahocorasick.Automaton()
        for folded, forms in table.items():
            self._automaton.add_word(folded, tuple(forms))
        self._automaton.make_automaton()

    def find(self, text: str, folded: str) -> list[Hit]:
        """All hits in ``text`` (``folded`` is its folded form), longest first at each place, none inside another."""
        hits = [hit for hit in self._candidates(text, folded) if not _blocked(hit, folded)]
        return without_nested(hits)

    def _candidates(self, text: str, folded: str) -> Iterator[Hit]:
        size = len(folded)
        for last, forms in self._automaton.iter(folded):
            end = last + 1
            for form in forms:
                start = end - form.length
                inside = start > 0 and folded[start - 1].isalnum()
                if inside and not form.compounds:
                    continue
                tail_end = end
                limit = min(size, end + _LONGEST_WORD)
                while tail_end < limit and (folded[tail_end].isalnum() or _joins(folded, tail_end)):
                    tail_end += 1
                hit = _judge(form, text, folded, start, tail_end, inside)
                if hit is not None:
                    yield hit


def _joins(folded: str, position: int) -> bool:
    return folded[position] == "'" and folded[position + 1 : position + 2] == "s"


def _judge(form: _Form, text: str, folded: str, start: int, end: int, inside: bool) -> Hit | None:
    tail = folded[start + form.length : end]
    if inside:
        floor = max(0, start - _LONGEST_WORD)
        while start > floor and folded[start - 1].isalnum():
            start -= 1
        return Hit(start, end, form.concept, "compound") if tail in form.endings else None
    if tail in form.endings:
        if form.concept.cased and text[start : start + form.length] != form.written:
            return None
        return Hit(start, end, form.concept)
    if form.compounds and form.length >= _PREFIX_FROM and not _is_person(tail):
        return Hit(start, end, form.concept, "compound")
    return None


def _form(concept: Concept, written: str, folded: str) -> _Form:
    endings = _ENDINGS if concept.inflect and len(folded) > 3 else _NAME_ENDINGS
    if concept.exact or len(folded) < 4:
        endings = _EXACT_ENDINGS
    compounds = concept.inflect and not concept.exact and len(folded) >= COMPOUND_FROM and " " not in folded
    return _Form(concept, written, len(folded), endings, compounds)


def _variants(folded: str) -> Iterable[str]:
    """The form, and for two words the spelling with a hyphen or with a space."""
    if folded.count(" ") == 1:
        return (folded, folded.replace(" ", "-"))
    if folded.count("-") == 1 and " " not in folded and not folded.endswith("-"):
        return (folded, folded.replace("-", " "))
    return (folded,)


def _blocked(hit: Hit, folded: str) -> bool:
    if not hit.concept.blockers:
        return False
    around = folded[max(0, hit.start - 12) : hit.end + 34]
    return any(fold(blocker) in around for blocker in hit.concept.blockers)


def without_nested(hits: list[Hit]) -> list[Hit]:
    """The hits in order, without those that lie inside a longer one and without a second concept on one span."""
    kept: list[Hit] = []
    reach = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.end > reach:
            kept.append(hit)
            reach = hit.end
    return kept


def _is_person(tail: str) -> bool:
    return tail.startswith(_PERSONS) or (tail.startswith("s") and tail[1:].startswith(_PERSONS))
