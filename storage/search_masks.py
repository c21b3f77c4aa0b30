"""Counts beside the hits, from memory: for each value the openings that have it, as the bits of one number.

Counting is then *and* and a count of bits, a few microseconds a value for a hundred thousand openings, where the
database would group them all again for each filter. Built from the index when it has changed, and kept for the process.
"""

import json
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from heapq import nsmallest
from itertools import islice, repeat
from threading import Lock
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.tables_alerts import STORE_FLAG
from storage.tables_search import SEARCH_ENTRY

GENERATION = "search_generation"
_COLUMNS = ("opening_id", "is_open", "score", "published", "deadline_order", "salary_high", "facets")
_KEPT, _WORDS_KEPT = 2, 64


class Masks:
    """The openings of one state of the index; bit 0 is the one published last."""

    def __init__(self, session: Session) -> None:
        columns = [SEARCH_ENTRY.c[name] for name in _COLUMNS]
        newest_first = (SEARCH_ENTRY.c.published.desc(), SEARCH_ENTRY.c.opening_id)
        rows = session.execute(select(*columns).order_by(*newest_first)).all()
        self.size = len(rows)
        self.place = {row.opening_id: place for place, row in enumerate(rows)}
        self._published = [row.published for row in rows]
        self._ids, self._deadlines = [row.opening_id for row in rows], [row.deadline_order for row in rows]
        self._score_of = [row.score for row in rows]
        in_order = sorted(range(self.size), key=lambda at: (self._deadlines[at], self._ids[at]))
        self._by_deadline, self._rank = array("I", in_order), array("I", bytes(4 * self.size))
        for rank, at in enumerate(in_order):
            self._rank[at] = rank
        builder = _Builder(self.size)
        for place, row in enumerate(rows):
            builder.add(place, row)
        self.values: Mapping[str, Mapping[str, int]] = builder.values()
        self.open, self.stated = builder.mask("", "open"), builder.mask("", "stated")
        self._scores = [builder.mask("score", str(score)) for score in range(101)]
        self._words: OrderedDict[str, int] = OrderedDict()

    def at_least(self, score: int) -> int:
        """Openings with that score against the occupation, or more."""
        found = 0
        for mask in self._scores[max(0, score) :]:
            found |= mask
        return found

    def since(self, moment: datetime) -> int:
        """Openings published at or after ``moment``: the lowest bits, since the newest come first."""
        low, high = 0, self.size
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._published[middle] >= moment else (low, middle)
        return (1 << low) - 1

    def any_of(self, facet: str, values: Iterable[str]) -> int:
        """Openings with one of the values."""
        found = 0
        for value in values:
            found |= self.values.get(facet, {}).get(value, 0)
        return found

    def of(self, openings: Iterable[int]) -> int:
        """Those openings, as far as the index has them."""
        # The digits of a binary number, last first.
        digits, one = bytearray(b"0") * (self.size + 1), ord("1")
        for place in map(self.place.get, openings, repeat(self.size)):
            digits[place] = one
        digits[self.size] = ord("0")  # where those fell that the index does not have
        digits.reverse()
        return int(digits, 2)

    def newest(self, found: int, wanted: int) -> list[tuple[int, datetime, int]]:
        """(score, published, id) of the first ``wanted`` of ``found``, the newest first."""
        places = islice(_places(found), wanted)
        return [(self._score_of[at], self._published[at], self._ids[at]) for at in places]

    def best(self, found: int, least: int, wanted: int) -> list[tuple[int, date, int]]:
        """(score, deadline, id) of the first ``wanted`` of ``found``: highest score first, then nearest deadline."""
        chosen: list[tuple[int, date, int]] = []
        for score in range(len(self._scores) - 1, max(0, least) - 1, -1):
            if alike := found & self._scores[score]:
                chosen += self.soonest(alike, wanted - len(chosen))
                if len(chosen) == wanted:
                    break
        return chosen

    def soonest(self, found: int, wanted: int) -> list[tuple[int, date, int]]:
        """(score, deadline, id) of the first ``wanted`` of ``found``, the nearest deadline first."""
        many = found.bit_count()
        # Few are sorted; of many, the first ones are soon met in the order of all.
        if many * many <= wanted * self.size:
            places = nsmallest(wanted, _places(found), key=self._rank.__getitem__)
        else:
            held = found.to_bytes(self.size // 8 + 1, "little")
            places = list(islice((at for at in self._by_deadline if held[at >> 3] >> (at & 7) & 1), wanted))
        return [(self._score_of[at], self._deadlines[at], self._ids[at]) for at in places]

    def remembered(self, words: str) -> int | None:
        """What ``keep`` kept."""
        return self._words.get(words)

    def keep(self, words: str, mask: int) -> int:
        """Remember which openings hold ``words``: the next page and the next filter ask again."""
        self._words[words] = mask
        while len(self._words) > _WORDS_KEPT:
            self._words.popitem(last=False)
        return mask


def _places(mask: int) -> Iterator[int]:
    """Places of the bits, lowest first."""
    digits = bin(mask)[:1:-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)


class _Builder:
    """Sets single bits in bytes, which is cheap, and makes numbers of them at the end."""

    def __init__(self, size: int) -> None:
        self._length = size // 8 + 1
        self._bits: dict[tuple[str, str], bytearray] = {}

    def add(self, place: int, row: Any) -> None:
        """Enter one opening."""
        score = min(100, row.score)
        if score >= 0:
            self._set("score", str(score), place)
        if row.is_open:
            self._set("", "open", place)
        if row.salary_high is not None:
            self._set("", "stated", place)
        for facet, values in json.loads(row.facets).items():
            for value in values:
                self._set(facet, value, place)

    def _set(self, facet: str, value: str, place: int) -> None:
        key = (facet, value)
        bits = self._bits.get(key)
        if bits is None:
            bits = self._bits[key] = bytearray(self._length)
        bits[place >> 3] |= 1 << (place & 7)

    def mask(self, facet: str, value: str) -> int:
        """One value's openings."""
        return int.from_bytes(self._bits.get((facet, value), b""), "little")

    def values(self) -> dict[str, dict[str, int]]:
        """Facet → value → openings."""
        found: dict[str, dict[str, int]] = {}
        for facet, value in self._bits:
            if facet not in ("", "score"):
                found.setdefault(facet, {})[value] = self.mask(facet, value)
        return found


_CACHE: OrderedDict[str, Masks] = OrderedDict()
_LOCK = Lock()


def masks(session: Session) -> Masks:
    """The masks of the index as ``session`` sees it."""
    state = generation(session)
    if state is None:
        return Masks(session)
    with _LOCK:
        if state not in _CACHE:
            _CACHE[state] = Masks(session)
            while len(_CACHE) > _KEPT:
                _CACHE.popitem(last=False)
        _CACHE.move_to_end(state)
        return _CACHE[state]


def masks_at_hand(session: Session) -> Masks | None:
    """The masks of the index, where they have been made already: for one search alone they would not pay."""
    state = generation(session)
    with _LOCK:
        return None if state is None else _CACHE.get(state)


def generation(session: Session) -> str | None:
    """A name for the state of the index, another after each change; None while it has never been filled."""
    named = select(STORE_FLAG.c.why).where(STORE_FLAG.c.name == GENERATION)
    found: str | None = session.execute(named).scalar_one_or_none()
    return found
