"""What a pattern needs: letters without which it can match nothing, read off the pattern itself.

Reading a sentence with a long pattern costs far more than knowing its words. So each pattern is taken apart once, as
search engines over code do it: what must stand in whatever it matches becomes *signs*, one bit each, and each distinct
word is asked once which signs it bears. A sentence bears those of its words, and a pattern is only tried where all that
it needs is there. Nobody who writes a pattern has to think of this; it holds by construction, and a test compares.

A *way* is a set of signs that must all be borne; a pattern has one way or several. A sign is a set of pieces of words,
of which one must stand in the sentence; a piece has a blank where the text has one, and ``BOUND`` where a word begins
or ends. Whatever is not understood asks for nothing.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from importlib import import_module
from itertools import product
from operator import or_
from typing import Any, NamedTuple

import ahocorasick

BOUND = "\x00"
"""Stands for the border of a word in a piece."""
_MOST_STRINGS, _MOST_WAYS, _MOST_CLASS, _MOST_PHRASES, _MOST_REPEATS = 200, 64, 12, 6, 3

_DIGIT = re.compile(r"\d")

_parser: Any = import_module("re._parser")
"""Python's own reader of patterns."""
Sign = frozenset[str]
Way = frozenset[Sign]


class Needs(NamedTuple):
    """What a part of a pattern needs. ``strings``: all that it can match, where those are few."""

    ways: tuple[Way, ...]
    strings: frozenset[str] | None = None


_ANY: tuple[Way, ...] = (frozenset(),)
_NOTHING = Needs(_ANY)
_EMPTY = Needs(_ANY, frozenset(("",)))
_BORDER = Needs(_ANY, frozenset((BOUND,)))


def needs_of(pattern: str) -> tuple[Way, ...]:
    """The ways of ``pattern``, which is used on folded text; one of them is empty when it may match anywhere."""
    return _settled(_of_sequence(_parser.parse(pattern))).ways


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Needs:
    """One part after the other: all are needed; strings grow as long as they are few."""
    ways: tuple[Way, ...] = _ANY
    strings: frozenset[str] = frozenset(("",))
    whole = True
    for part in _parts(items):
        if part.strings is not None and _fit(strings, part.strings):
            strings = frozenset([a + b for a in strings for b in part.strings])
            continue
        ways, whole = _both(ways, _ways_of(strings)), False
        if part.strings is not None:
            strings = part.strings
        else:
            ways, strings = _both(ways, part.ways), frozenset(("",))
    if whole:
        return Needs(_ANY, strings)
    return Needs(_both(ways, _ways_of(strings)))


def _fit(strings: frozenset[str], more: frozenset[str]) -> bool:
    """Are the strings few with ``more`` behind each of them?"""
    return len(strings) * len(more) <= max(_MOST_STRINGS, len(strings), len(more))


def _parts(items: Iterable[tuple[Any, Any]]) -> Iterator[Needs]:
    """What each item needs; letters that follow each other are one."""
    letters = ""
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL":
            letters += _plain(chr(argument))
            continue
        if letters:
            yield Needs(_ANY, frozenset((letters,)))
            letters = ""
        if name == "SUBPATTERN" and not argument[1]:  # a group without flags of its own is but a bracket
            yield from _parts(argument[3])
        else:
            read = _READERS.get(name)
            yield read(argument) if read else _NOTHING
    if letters:
        yield Needs(_ANY, frozenset((letters,)))


def _of_class(items: Sequence[tuple[Any, Any]]) -> Needs:
    letters: set[str] = set()
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL":
            letters.add(_plain(chr(argument)))
        elif name == "RANGE" and argument[1] - argument[0] < _MOST_CLASS:
            letters.update(_plain(chr(code)) for code in range(argument[0], argument[1] + 1))
        elif name == "CATEGORY" and str(argument) in _CATEGORIES:
            letters.update(_CATEGORIES[str(argument)])
        else:
            return _NOTHING
    return Needs(_ANY, frozenset(letters)) if len(letters) <= _MOST_CLASS else _NOTHING


_CATEGORIES = {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " "}
"""The white space of a sentence is blanks, and any digit stands for all."""


def _plain(letter: str) -> str:
    return "0" if letter.isdecimal() else letter


def _of_repeat(argument: tuple[int, int, Any]) -> Needs:
    least, most, items = argument
    part = _of_sequence(items)
    if part.strings is not None and most <= _MOST_REPEATS and len(part.strings) ** most <= _MOST_CLASS:
        counts = range(least, most + 1)
        return Needs(_ANY, frozenset("".join(each) for count in counts for each in product(part.strings, repeat=count)))
    if least == 0:
        if most == 1 and part.strings is not None:
            return Needs(_ANY, part.strings | {""})
        return _NOTHING
    return part if most == 1 else Needs(_settled(part).ways)


def _of_branch(argument: tuple[Any, Sequence[Any]]) -> Needs:
    parts = [_of_sequence(items) for items in argument[1]]
    if all(part.strings is not None for part in parts):
        return Needs(_ANY, frozenset().union(*(part.strings or () for part in parts)))
    return Needs(_either(way for part in parts for way in _settled(part).ways))


_READERS: dict[str, Callable[[Any], Needs]] = {
    "IN": _of_class,
    "AT": lambda where: _BORDER if str(where) == "AT_BOUNDARY" else _EMPTY,
    "ASSERT": lambda _: _EMPTY,
    "ASSERT_NOT": lambda _: _EMPTY,
    "BRANCH": _of_branch,
    "MAX_REPEAT": _of_repeat,
    "MIN_REPEAT": _of_repeat,
}


def _settled(part: Needs) -> Needs:
    """``part`` with its strings turned into ways."""
    return part if part.strings is None else Needs(_both(part.ways, _ways_of(part.strings)))


def _ways_of(strings: frozenset[str]) -> tuple[Way, ...]:
    """One of ``strings`` must stand in the sentence; a few of several words make ways of their own."""
    pieces = [_pieces(string) for string in strings]
    if not all(pieces):
        return _ANY
    if sum(len(found) > 1 for found in pieces) > _MOST_PHRASES:
        pieces = [[max(found, key=len)] for found in pieces]
    return _either(frozenset(frozenset((piece,)) for piece in found) for found in pieces)


def _pieces(string: str) -> list[str]:
    """The letters of ``string`` within words: the blanks and borders that part them stay at their edges."""
    found: list[str] = []
    piece = ""
    for letter in string:
        if letter in " \x00":
            found.append(piece + letter)
            piece = letter
        else:
            piece += letter
    found.append(piece)
    return [piece for piece in found if piece.strip(" \x00")]


def _either(ways: Iterable[Way]) -> tuple[Way, ...]:
    """One of ``ways``: those of one sign become one sign together; too many give only their best signs."""
    known = set(ways)
    if frozenset() in known:
        return _ANY
    single = frozenset().union(*(sign for way in known if len(way) == 1 for sign in way))
    several = [way for way in known if len(way) > 1 and not any(sign <= single for sign in way)]
    if len(several) + bool(single) > _MOST_WAYS:
        several = _with_shared_sign_joined(several)
    if len(several) + bool(single) > _MOST_WAYS:
        return (frozenset((single.union(*map(_best, several)),)),)
    return (*((frozenset((single,)),) if single else ()), *several)


def _with_shared_sign_joined(ways: list[Way]) -> list[Way]:
    """Ways that share a sign as one way: that sign, and one of what else they need."""
    joined: list[Way] = []
    while ways:
        shared, _ = Counter(sign for way in ways for sign in way).most_common(1)[0]
        having = [way for way in ways if shared in way]
        others = (_best(way - {shared}) for way in having)
        joined.append(frozenset((shared, frozenset().union(*others))))
        ways = [way for way in ways if shared not in way]
    return joined


def _both(one: tuple[Way, ...], other: tuple[Way, ...]) -> tuple[Way, ...]:
    """One way of each."""
    if len(one) * len(other) <= _MOST_WAYS:
        return tuple({a | b for a, b in product(one, other)})
    small, large = sorted((one, other), key=len)
    if frozenset() in large:
        return small
    merged = frozenset((frozenset().union(*map(_best, large)),))
    return tuple({way | merged for way in small})


def _best(way: Way) -> Sign:
    """The sign of a way that is likely the rarest."""
    return min(way, key=_commonness)


def _commonness(sign: Sign) -> tuple[float, list[str]]:
    """Grows with how many words are likely to bear ``sign``; the letters themselves tell equally common ones apart."""
    return sum(0.1 ** min(len(piece), 5) for piece in sign), sorted(sign)


class Needed(dict[int, bool]):
    """What a pattern needs: signs borne, of those that it knows → may it match? Fills itself.

    Sentences bear few of a pattern's signs, and mostly the same: whether one of the ways is open is found out once.
    """

    def __init__(self, ways: tuple[int, ...]) -> None:
        super().__init__()
        self.ways = ways
        self.known = reduce(or_, ways)
        """All signs that matter to it."""

    def __missing__(self, borne: int) -> bool:
        if len(self) >= _MEMORY:
            self.clear()
        found = self[borne] = any(borne & way == way for way in self.ways)
        return found


class Signs:
    """The signs that some patterns need, numbered; tells which of them a word bears."""

    def __init__(self, patterns: Iterable[str]) -> None:
        ways_of = {pattern: needs_of(pattern) for pattern in patterns}
        signs = {sign for ways in ways_of.values() for way in ways for sign in way}
        # What many words bear comes first: the numbers of most words are then small.
        bit_of = {sign: 1 << number for number, sign in enumerate(sorted(signs, key=_commonness, reverse=True))}
        self.needs = {
            pattern: Needed(tuple(sum(bit_of[sign] for sign in way) for way in ways))
            for pattern, ways in ways_of.items()
        }
        pieces: dict[str, int] = {}
        for sign, bit in bit_of.items():
            for piece in sign:
                letters = _INNER_BORDER.sub(BOUND, piece)
                pieces[letters] = pieces.get(letters, 0) | bit
        self._automaton = ahocorasick.Automaton()
        for letters, bits in pieces.items():
            self._automaton.add_word(letters, bits)
        self._automaton.make_automaton()
        self.all = (1 << len(bit_of)) - 1

    def of(self, word: str) -> int:
        """The signs that a folded word, with its punctuation, bears."""
        borne = 0
        if word.isalpha():
            marked = f" {BOUND}{word}{BOUND} "
        else:
            marked = _BORDER_OF_WORD.sub(BOUND, f" {_DIGIT.sub('0', word)} ")
        for _, bits in self._automaton.iter(marked):
            borne |= bits
        return borne


_MEMORY = 1_000
_BORDER_OF_WORD = re.compile(r"\b")
_INNER_BORDER = re.compile(r"(?<=[^\W\x00])(?=[^\w\x00])|(?<=[^\w\x00])(?=[^\W\x00])")
"""A border inside a piece, which stands in the marked text too; those at its edges are told by the piece."""
