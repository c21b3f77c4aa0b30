"""Snippets: the place in an ad where the words of a search stand, with those words marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from domain.searching import Term, parse, search_words
from storage.search_words import query_lemmas

LENGTH = 200
"""Characters, more or less: two lines on a wide screen."""
_WORD = re.compile(r"[^\W_]+")
_LEAD = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the ad's text; ``marked`` where it is what was searched for."""

    text: str
    marked: bool = False


Snippet = tuple[Piece, ...]


def snippet(text: str, words: str, length: int = LENGTH) -> Snippet:
    """The first place where words of the search stand, or the beginning of the text. Empty for an empty text."""
    places = marks(text, words)
    first = next(places, None)
    start = _start(text, first[0]) if first else 0
    end = _end(text, start + length)
    # Looked for no further than is shown: a page has twenty whole ads behind it.
    spans = [first, *takewhile(lambda span: span[0] < end, places)] if first else []
    pieces = _cut(text, start, end, spans)
    if pieces and start:
        pieces.insert(0, Piece("… "))
    if pieces and end < len(text):
        pieces.append(Piece(" …"))
    return tuple(pieces)


def marks(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where in ``text`` the words of the search stand: whole words, from left to right, without overlaps."""
    tests = _wanted(words)
    for found in _WORD.finditer(text) if tests else ():
        word = _folded(found.group())
        if any(wanted.fits(word) for wanted in tests):
            yield found.span()


@lru_cache(maxsize=64)
def _wanted(words: str) -> "tuple[_Wanted, ...]":
    return tuple(_Wanted(term) for clause in parse(words) if not clause.negated for term in clause.terms)


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return "".join(search_words(word))


class _Wanted:
    """One term, ready to be compared with folded words."""

    def __init__(self, term: Term) -> None:
        self.term = term
        loose = len(term.words) == 1 and not term.exact
        self.bases = query_lemmas(term.words[0]) if loose else set()
        self.inside = loose and not term.prefix and len(term.words[0]) >= 3

    def fits(self, word: str) -> bool:
        last = self.term.words[-1]
        if self.inside:
            return last in word or word in self.bases
        return word in self.term.words or (self.term.prefix and word.startswith(last))


def _start(text: str, first: int) -> int:
    if first <= _LEAD:
        return 0
    space = text.find(" ", first - _LEAD)
    return space + 1 if 0 <= space < first else first


def _end(text: str, wanted: int) -> int:
    if wanted >= len(text):
        return len(text)
    space = text.rfind(" ", 0, wanted)
    return space if space > wanted - 40 else wanted


def _cut(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> list[Piece]:
    pieces, position = [], start
    for low, high in spans:
        if low < start or high > end:
            continue
        if low > position:
            pieces.append(Piece(text[position:low]))
        pieces.append(Piece(text[low:high], marked=True))
        position = high
    if position < end:
        pieces.append(Piece(text[position:end]))
    return pieces
