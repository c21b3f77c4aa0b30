"""Which postings show the same opening? Strong keys, then likeness inside blocks, under vetoes; every merge explained.

City is a veto: the same text in another city is another opening, unless the ad itself names both. So are different
references of one employer's own numbering, and dates of different rounds of hiring.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from matcher import likeness
from matcher.sketch import PostingKey, Sketch

__all__ = ["Grouping", "PostingKey", "Rulings", "same_openings"]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups of ids (each posting in exactly one, in the order given) and the words for each merge."""

    groups: tuple[tuple[int, ...], ...]
    explanations: Mapping[tuple[int, int], str]


Pair = tuple[int, int]
BY_HAND = "slått sammen for hånd"


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people have said of pairs of postings (lower id first). It goes before all likeness and every veto."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()


NO_RULINGS = Rulings()
_LARGEST_BLOCK = 60
"""In a larger block only neighbours in sorted order are compared: time stays near linear."""


def same_openings(postings: Sequence[PostingKey], rulings: Rulings = NO_RULINGS) -> Grouping:
    """Group ``postings`` (unique ids) by opening. Their order decides the order of the groups and nothing else.

    Postings ruled to be different are never in one group, not even by way of a third one.
    """
    sketches = {key.id: Sketch(key) for key in postings}
    merges = [
        (likeness.strength(words), pair, words)
        for pair in sorted(set(_candidates(sketches)))
        if (words := likeness.same(sketches[pair[0]], sketches[pair[1]]))
    ]
    groups = _Groups(sketches, rulings.different)
    by_hand = sorted(pair for pair in rulings.same if pair[0] in sketches and pair[1] in sketches)
    explanations = {pair: BY_HAND for pair in by_hand if groups.join(*pair, by_hand=True)}
    strongest_first = sorted(merges, key=lambda merge: (-merge[0], merge[1]))
    explanations |= {pair: words for _, pair, words in strongest_first if groups.join(*pair)}
    return Grouping(groups.in_order([key.id for key in postings]), explanations)


class _Groups:
    """Disjoint sets that refuse a join when any member vetoes any other."""

    def __init__(self, sketches: Mapping[int, Sketch], different: Collection[Pair]) -> None:
        self._sketches, self._different = sketches, different
        self._members: dict[int, list[int]] = {number: [number] for number in sketches}
        self._head = {number: number for number in sketches}

    def join(self, one: int, other: int, *, by_hand: bool = False) -> bool:
        """Put the two groups together; False when a member of one refuses a member of the other."""
        head, tail = self._head[one], self._head[other]
        if head == tail:
            return True
        if any(self._refuses(a, b, by_hand) for a in self._members[head] for b in self._members[tail]):
            return False
        self._members[head] += self._members.pop(tail)
        for number in self._members[head]:
            self._head[number] = head
        return True

    def _refuses(self, one: int, other: int, by_hand: bool) -> bool:
        if (min(one, other), max(one, other)) in self._different:
            return True
        return not by_hand and bool(likeness.veto(self._sketches[one], self._sketches[other]))

    def in_order(self, ids: Sequence[int]) -> tuple[tuple[int, ...], ...]:
        seen: dict[int, list[int]] = {}
        for number in ids:
            seen.setdefault(self._head[number], []).append(number)
        return tuple(tuple(members) for members in seen.values())


def _candidates(sketches: Mapping[int, Sketch]) -> Iterator[Pair]:
    """Pairs that share a block, and those of a posting without text with what its employer has in that place."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, sketch in sketches.items():
        for key in sketch.blocks():
            blocks[key].append(number)
    for members in blocks.values():
        if len(members) > 1:
            yield from _pairs(sorted(members), sketches)
    yield from _with_teasers(sketches)


def _with_teasers(sketches: Mapping[int, Sketch]) -> Iterator[Pair]:
    teasers: defaultdict[str, list[int]] = defaultdict(list)
    for number, sketch in sketches.items():
        if sketch.is_teaser:
            for name in sketch.names():
                teasers[name].append(number)
    if not teasers:
        return
    for number, sketch in sketches.items():
        for name in sketch.names():
            for teaser in teasers.get(name, ())[:_LARGEST_BLOCK]:
                if teaser != number:
                    yield min(number, teaser), max(number, teaser)


def _pairs(members: list[int], sketches: Mapping[int, Sketch]) -> Iterable[Pair]:
    if len(members) <= _LARGEST_BLOCK:
        return combinations(members, 2)
    near = sorted(members, key=lambda number: (sorted(sketches[number].areas), sketches[number].title, number))
    return (
        (min(one, other), max(one, other))
        for index, one in enumerate(near)
        for other in near[index + 1 : index + 1 + _LARGEST_BLOCK // 4]
    )
