"""Which postings are compared at all: those that share a key, and none by chance of order.

Keys come in three kinds. All that share a *block* are compared. A posting without text of its own (a *teaser*) is
compared with every posting under the *name* of its employer and place. Whether two are compared hangs on the keys of
the two alone, but in crowds: of a block with too many members only neighbours in sorted order are compared, and of too
many teasers under one name only the oldest. A crowd is therefore always looked at as a whole (:func:`crowded`).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, product

from matcher.sketch import NAME, TEASER_NAME, Sketch, kind_of

Pair = tuple[int, int]
CROWD = 60
"""Members of one key from which time would grow with the square."""
_NEIGHBOURS = CROWD // 4
_SEVERAL = 5
"""Members of one key from which it pays to look at their numbers before they are paired."""


def holders_of(sketches: Mapping[int, Sketch]) -> dict[int, list[int]]:
    """Key → ids of the postings that have it. Left out are blocks of one, and names that no teaser is looking for."""
    sought = {partner(key) for sketch in sketches.values() if sketch.is_teaser for key in sketch.keys}
    holders: dict[int, list[int]] = {}
    first: dict[int, int] = {}
    for number, sketch in sketches.items():
        for key in sketch.keys:
            if key < NAME:
                before = first.setdefault(key, number)
                if before != number:  # a list only where two have met
                    holders.setdefault(key, [before]).append(number)
            elif key in sought or key >= TEASER_NAME:
                holders.setdefault(key, []).append(number)
    return holders


def partner(key: int) -> int:
    """The key that those compared with a holder of ``key`` have: teasers meet names, blocks themselves."""
    return {NAME: key - NAME + TEASER_NAME, TEASER_NAME: key - TEASER_NAME + NAME}.get(kind_of(key), key)


def crowded(key: int, members: Collection[int]) -> bool:
    """Are so many behind ``key`` that a change of one may change whom the others are compared with?"""
    return kind_of(key) != NAME and len(members) > CROWD


def pairs(
    holders: Mapping[int, Sequence[int]], sketches: Mapping[int, Sketch], about: Collection[int] | None = None
) -> Iterator[Pair]:
    """Pairs of ids (lower first; some more than once) to compare; with ``about`` only those with one of these in it.

    ``holders`` is whole for every key of those in ``about`` and for its partner.
    """
    for key, members in holders.items():
        kind = kind_of(key)
        if kind == TEASER_NAME:
            found = _with_names(members, holders.get(partner(key), ()))
        elif kind == NAME or len(members) < 2:
            continue
        else:
            found = _inside(members, sketches, about)
        for one, other in found:
            if about is None or one in about or other in about:
                yield (one, other) if one < other else (other, one)


def _with_names(teasers: Sequence[int], names: Sequence[int]) -> Iterator[Pair]:
    for teaser in sorted(teasers)[:CROWD]:
        for number in names:
            if number != teaser:
                yield teaser, number


def _inside(members: Sequence[int], sketches: Mapping[int, Sketch], about: Collection[int] | None) -> Iterator[Pair]:
    if len(members) <= CROWD:
        if about is None:
            yield from combinations(members, 2) if len(members) < _SEVERAL else _unparted(members, sketches)
        else:
            yield from ((one, other) for one in members if one in about for other in members if one != other)
        return
    near = sorted(members, key=lambda number: (sorted(sketches[number].areas), sketches[number].title, number))
    for index, one in enumerate(near):
        for other in near[index + 1 : index + 1 + _NEIGHBOURS]:
            yield one, other


def _unparted(members: Sequence[int], sketches: Mapping[int, Sketch]) -> Iterator[Pair]:
    """All pairs but those that their numbers part: a chain's shops in one city are many, and none is another."""
    numbered: dict[tuple[str, ...], list[int]] = {}
    for number in members:
        sketch = sketches[number]
        stands_out = sketch.orgnr or sketch.references  # these may join what numbers part
        numbered.setdefault(() if stands_out else sketch.employer.numbers, []).append(number)
    others = numbered.pop((), [])
    yield from combinations(others, 2)
    for alike in numbered.values():
        yield from combinations(alike, 2)
        yield from product(alike, others)
