"""New postings sorted in among those compared before: only what may have changed is compared and decided again.

The answer is that of grouping everything afresh. Which postings are compared hangs on their keys, and how a group is
decided hangs on nothing outside the web of likenesses that its members hang in. So it is enough to look at the
postings that are new, changed or gone, at the crowds they stand in, and at the webs that they were or now are part of.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from matcher.candidates import Pair, crowded, pairs, partner
from matcher.openings import NO_RULINGS, Grouping, Rulings, alike, decide
from matcher.sketch import NAME, TEASER_NAME, PostingKey, Sketch, kind_of


class Shelf(Protocol):
    """What is kept of the postings that were compared before."""

    def keys_of(self, ids: Collection[int]) -> Mapping[int, Collection[int]]:
        """Posting id → its keys, for those that are kept."""

    def holders(self, keys: Collection[int]) -> Mapping[int, Sequence[int]]:
        """Key → ids of the postings kept with it; no entry for a key that nobody has."""

    def likenesses(self, ids: Collection[int]) -> Mapping[Pair, str]:
        """The likenesses kept that have one of ``ids`` in them."""

    def postings(self, ids: Collection[int]) -> Mapping[int, PostingKey]:
        """The postings themselves, for those of ``ids`` that are kept."""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """What is decided anew, for the shelf and the openings to take over."""

    gone: frozenset[int]
    keys: Mapping[int, Collection[int]]
    """Of the new and changed postings."""
    redone: frozenset[int]
    """Postings whose likenesses are all replaced by ``likenesses``."""
    likenesses: Mapping[Pair, str]
    grouping: Grouping
    """Of every posting whose group may be another one now."""


def regroup(
    shelf: Shelf, fresh: Sequence[PostingKey], gone: Collection[int] = (), rulings: Rulings = NO_RULINGS
) -> Regrouping:
    """Sort ``fresh`` (new, changed, or ruled on since) in and take ``gone`` out; no id is in both."""
    change = _Change(shelf, fresh, frozenset(gone))
    found = change.compare()
    web = change.web(found, rulings)
    return Regrouping(
        gone=change.gone,
        keys={key.id: frozenset(change.sketches[key.id].keys) for key in fresh},
        redone=change.redone,
        likenesses=found,
        grouping=decide(web.sketches, web.likenesses, rulings),
    )


@dataclass(frozen=True, slots=True)
class _Web:
    """Postings that hang together, in order of id, and the likenesses among them."""

    sketches: Mapping[int, Sketch]
    likenesses: Mapping[Pair, str]


class _Change:
    """The postings that are looked at for one regrouping."""

    def __init__(self, shelf: Shelf, fresh: Sequence[PostingKey], gone: frozenset[int]) -> None:
        self._shelf, self.gone = shelf, gone
        self.sketches = {key.id: Sketch(key) for key in fresh}
        self._dirty = gone | self.sketches.keys()
        self._before = {number: frozenset(keys) for number, keys in shelf.keys_of(self._dirty).items()}
        self.redone = self._dirty | self._crowds()

    def compare(self) -> dict[Pair, str]:
        """Every likeness of the postings redone."""
        shown = self.redone - self.gone
        self._load(shown)
        wanted = {key for number in shown for key in self.sketches[number].keys}
        holders = self._holders({key for key in wanted if kind_of(key) != NAME} | {partner(key) for key in wanted})
        for number in shown:  # whom a name's teasers meet; all that bear the name were asked for if one is a teaser
            for key in self.sketches[number].keys:
                if kind_of(key) == NAME and partner(key) not in wanted:
                    holders.setdefault(key, []).append(number)
        self._load({number for key, members in holders.items() if crowded(key, members) for number in members})
        candidates = set(pairs(holders, self.sketches, shown))
        self._load({number for pair in candidates for number in pair})
        return alike(candidates, self.sketches)

    def web(self, found: Mapping[Pair, str], rulings: Rulings) -> _Web:
        """All that hangs together with a posting that is new, changed or gone, or did so before."""
        old = self._shelf.likenesses(self.redone)
        ahead = {number for pair in old for number in pair} | self.redone
        links = _links([*found, *rulings.same])
        likenesses, seen = dict(found), set[int]()
        while ahead := ahead - seen - self.gone:
            seen |= ahead
            kept = self._shelf.likenesses(ahead)
            still = {pair: words for pair, words in kept.items() if self.redone.isdisjoint(pair)}
            likenesses |= still
            ahead = {number for pair in still for number in pair}
            ahead |= {other for number in seen for other in links.get(number, ())}
        known = self._load(seen)
        return _Web({number: self.sketches[number] for number in sorted(known)}, likenesses)

    def _crowds(self) -> set[int]:
        """Members of crowds that somebody joins or leaves: whom each is compared with may be another now."""
        after = {number: sketch.keys for number, sketch in self.sketches.items()}
        touched = {key for keys in (*self._before.values(), *after.values()) for key in keys}
        past, now = self._shelf.holders(touched), self._holders(touched)
        crowds = {key for key in touched if crowded(key, past.get(key, ())) or crowded(key, now.get(key, ()))}
        names = {partner(key) for key in crowds if kind_of(key) == TEASER_NAME}
        members = {number for key in crowds for number in now.get(key, ())}
        return members | {number for other in self._holders(names).values() for number in other}

    def _holders(self, keys: Collection[int]) -> dict[int, list[int]]:
        """Who has each key once the change is made."""
        now = {
            key: [number for number in members if number not in self._dirty]
            for key, members in self._shelf.holders(keys).items()
        }
        for number in self._dirty - self.gone:
            for key in self.sketches[number].keys:
                if key in keys:
                    now.setdefault(key, []).append(number)
        return now

    def _load(self, ids: Collection[int]) -> set[int]:
        """Make sketches of ``ids``; those that there are."""
        missing = [number for number in ids if number not in self.sketches]
        if missing:
            self.sketches |= {number: Sketch(key) for number, key in self._shelf.postings(missing).items()}
        return {number for number in ids if number in self.sketches}


def _links(chosen: Iterable[Pair]) -> Mapping[int, set[int]]:
    links: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in chosen:
        links[one].add(other)
        links[other].add(one)
    return links
