"""Which postings show the same opening? Strong keys, then likeness inside blocks, under vetoes; every merge explained.

City is a veto: the same text in another city is another opening, unless the ad itself names both. So are different
references of one employer's own numbering, and dates of different rounds of hiring.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from matcher import likeness
from matcher.candidates import Pair, holders_of, pairs
from matcher.sketch import PostingKey, Sketch

__all__ = ["Grouping", "PostingKey", "Rulings", "alike", "decide", "same_openings"]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups of ids (each posting in exactly one, in the order given) and the words for each merge."""

    groups: tuple[tuple[int, ...], ...]
    explanations: Mapping[tuple[int, int], str]


BY_HAND = "slått sammen for hånd"


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people have said of pairs of postings (lower id first). It goes before all likeness and every veto."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()


NO_RULINGS = Rulings()


def same_openings(postings: Sequence[PostingKey], rulings: Rulings = NO_RULINGS) -> Grouping:
    """Group ``postings`` (unique ids) by opening. Their order decides the order of the groups and nothing else.

    Postings ruled to be different are never in one group, not even by way of a third one.
    """
    sketches = {key.id: Sketch(key) for key in postings}
    candidates = dict.fromkeys(pairs(holders_of(sketches), sketches))  # neighbours stay together, in a set they do not
    found = alike(candidates, sketches)
    return decide(sketches, found, rulings)


def alike(candidates: Iterable[Pair], sketches: Mapping[int, Sketch]) -> dict[Pair, str]:
    """The pairs that are one opening as far as the two of them go, with the reason in words."""
    return {pair: words for pair in candidates if (words := likeness.same(sketches[pair[0]], sketches[pair[1]]))}


def decide(sketches: Mapping[int, Sketch], found: Mapping[Pair, str], rulings: Rulings) -> Grouping:
    """Group all of ``sketches`` by the likenesses ``found`` among them, the strongest first, under every veto."""
    groups = _Groups(sketches, rulings.different)
    by_hand = sorted(pair for pair in rulings.same if pair[0] in sketches and pair[1] in sketches)
    explanations = {pair: BY_HAND for pair in by_hand if groups.join(*pair, by_hand=True)}
    strongest_first = sorted(found.items(), key=lambda merge: (-likeness.strength(merge[1]), merge[0]))
    explanations |= {pair: words for pair, words in strongest_first if groups.join(*pair)}
    return Grouping(groups.in_order(list(sketches)), explanations)


class _Groups:
    """Disjoint sets that refuse a join when any member vetoes any other. Who never joins anybody is kept nowhere."""

    def __init__(self, sketches: Mapping[int, Sketch], different: Collection[Pair]) -> None:
        self._sketches, self._different = sketches, different
        self._group: dict[int, list[int]] = {}
        """Posting → the members of its group, one list for all of them."""

    def join(self, one: int, other: int, *, by_hand: bool = False) -> bool:
        """Put the two groups together; False when a member of one refuses a member of the other."""
        mine, theirs = self._group.get(one) or [one], self._group.get(other) or [other]
        if mine is theirs:
            return True
        vetoed = not by_hand and len(mine) + len(theirs) > 2  # the two alone were found alike under every veto
        if any(self._refuses(a, b, vetoed) for a in mine for b in theirs):
            return False
        mine += theirs
        for number in mine:
            self._group[number] = mine
        return True

    def _refuses(self, one: int, other: int, vetoed: bool) -> bool:
        if self._different and (min(one, other), max(one, other)) in self._different:
            return True
        return vetoed and bool(likeness.veto(self._sketches[one], self._sketches[other]))

    def in_order(self, ids: Sequence[int]) -> tuple[tuple[int, ...], ...]:
        groups: list[Sequence[int]] = []
        begun: dict[int, list[int]] = {}
        for number in ids:
            members = self._group.get(number)
            if members is None:
                groups.append((number,))
            elif group := begun.get(members[0]):
                group.append(number)
            else:
                groups.append(begun.setdefault(members[0], [number]))
        return tuple(map(tuple, groups))
