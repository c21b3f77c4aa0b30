"""Which of many patterns are worth trying on a line: the signs of its words asked of all of them in one go.

A pattern passes over a line by itself (:class:`matcher.folding.SignedPattern`), but thirty calls that find nothing
cost a sentence more than what they look for. Lines bear few of the patterns' signs, and mostly the same few: which
patterns those are signs for is worked out once.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, reduce
from operator import or_
from typing import Generic, TypeVar, cast

from matcher.folding import Line, SignedPattern
from matcher.memory import Memory

T = TypeVar("T")
_MEMORY = 500
"""Sets of signs that are remembered, and as many more from before."""


class Sieve(Generic[T]):
    """Patterns, each with what a match of it means."""

    def __init__(self, rows: Iterable[tuple[re.Pattern[str], T]]) -> None:
        self._rows = tuple((cast("SignedPattern", pattern), meaning) for pattern, meaning in rows)
        self._worth: Memory[int, tuple[_Row[T], ...]] = Memory(_MEMORY)

    def finds(self, folded: str) -> Iterator[tuple[re.Match[str], T]]:
        """Every match in ``folded`` and what it means, pattern by pattern."""
        rows = self._worth_trying(folded.signs) if folded.__class__ is Line else _ready(self._rows)
        for matches, meaning in rows:
            for found in matches(folded):
                yield found, meaning

    def _worth_trying(self, signs: int) -> "tuple[_Row[T], ...]":
        borne = signs & self._known
        rows = self._worth[borne]
        if rows is None:
            rows = self._worth.keep(borne, _ready(row for row in self._rows if row[0].may_match(signs)))
        return rows

    @cached_property
    def _known(self) -> int:
        """All signs that matter to one of the patterns; asked for when they are known."""
        return reduce(or_, (pattern.needed.known for pattern, _ in self._rows))


_Row = tuple[Callable[[str], Iterator[re.Match[str]]], T]
"""What finds the matches of a pattern, and what they mean."""


def _ready(rows: Iterable[tuple[SignedPattern, T]]) -> tuple[_Row[T], ...]:
    return tuple([(pattern.matches, meaning) for pattern, meaning in rows])
