"""Counts beside the hits, from memory: for each value the openings that have it, as the bits of one number.

Counting is then *and* and a count of bits, a few microseconds a value for a hundred thousand openings, where the
database would group them all again for each filter. Built from the index when it has changed, and kept for the process.
"""

import json
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from heapq import nsmallest
from itertools import chain, islice, repeat
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
        masks = _masks_of(rows)
        self.open, self.stated = masks.pop(("", "open"), 0), masks.pop(("", "stated"), 0)
        self._scores = [masks.pop(("score", str(score)), 0) for score in range(101)]
        self.values: Mapping[str, Mapping[str, int]] = _by_facet(masks)
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


def _masks_of(rows: Sequence[Any]) -> dict[tuple[str, str], int]:
    """(facet, value) → its openings; rows that say the same, of which there are many, are taken apart once."""
    alike: dict[tuple[str, int, bool, bool], list[int]] = {}
    for place, row in enumerate(rows):
        said = (row.facets, min(100, row.score), bool(row.is_open), row.salary_high is not None)
        alike.setdefault(said, []).append(place)
    places: dict[tuple[str, str], list[list[int]]] = {}
    for said, where in alike.items():
        for key in _keys(*said):
            places.setdefault(key, []).append(where)
    return {key: _mask(chain.from_iterable(wheres), len(rows)) for key, wheres in places.items()}


def _keys(facets: str, score: int, is_open: bool, stated: bool) -> Iterator[tuple[str, str]]:
    for facet, values in json.loads(facets).items():
        for value in values:
            yield facet, value
    if score >= 0:
        yield "score", str(score)
    if is_open:
        yield "", "open"
    if stated:
        yield "", "stated"


def _mask(places: Iterable[int], size: int) -> int:
    bits = bytearray(size // 8 + 1)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def _by_facet(masks: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (facet, value), mask in masks.items():
        found.setdefault(facet, {})[value] = mask
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
