"""Which of many patterns are worth trying on a line: the signs of its words asked of all of them in one go.

A pattern passes over a line by itself (:class:`matcher.folding.SignedPattern`), but thirty calls that find nothing
cost a sentence more than what they look for.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar, cast

from matcher.folding import Line, SignedPattern

T = TypeVar("T")


class Sieve(Generic[T]):
    """Patterns, each with what a match of it means."""

    def __init__(self, rows: Iterable[tuple[re.Pattern[str], T]]) -> None:
        self._rows = tuple((cast("SignedPattern", pattern), meaning) for pattern, meaning in rows)

    def finds(self, folded: str) -> Iterator[tuple[re.Match[str], T]]:
        """Every match in ``folded`` and what it means, pattern by pattern."""
        rows = self._rows
        if folded.__class__ is Line:
            signs = folded.signs
            rows = tuple(row for row in rows if row[0].may_match(signs))
        for pattern, meaning in rows:
            for found in pattern.finditer(folded):
                yield found, meaning
