"""Letters made comparable without moving them: every character of the folded text stands where it stood.

Offsets found in folded text are therefore offsets in the ad. (``domain.prefilter.fold`` spells letters out and is for
titles, where offsets do not matter.)
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from itertools import groupby
from typing import Any, cast

from matcher.signs import Needed, Signs

# Swedish and Norwegian spell the same sounds differently; å, æ and ø stay apart from a, ae and o.
_LETTERS = {"ö": "ø", "ä": "æ", "ð": "d", "’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"'}
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_KEPT = frozenset("åæø«»•")
_PATTERN_LETTERS = str.maketrans("öäéèü", "øæeeu")
WORD = re.compile(r"[^\W_]+(?:['.&+#/][^\W_]+)*[+#]*")
"""A token: letters and digits, held together by an inner mark (``node.js``, ``e-mail`` stays two)."""


_ODD = re.compile(r"[^\x00-\x7fæøå«»•]")


_DASHES_AND_QUOTES = 4
"""How many kinds of letters beyond Latin-1 are folded one by one, before all letters are."""


@cache
def _fold_character(character: str) -> str:
    lowered = character.lower()
    lowered = _LETTERS.get(lowered, _DASHES.get(lowered, lowered))
    if lowered in _KEPT or len(lowered) != 1:
        return lowered if len(lowered) == 1 else character
    plain = unicodedata.normalize("NFD", lowered)[0]
    return plain if plain.isalpha() else lowered


def fold(text: str) -> str:
    """``text`` in lower case, without accents (å, æ, ø stay; ä and ö become æ and ø). Same length as ``text``."""
    if text.isascii():
        return text.lower()
    for _ in range(_DASHES_AND_QUOTES):  # nearly every text: byte by byte by a table, many times as fast
        try:
            return text.encode("latin-1").translate(_latin()).decode("latin-1")
        except UnicodeEncodeError as odd:
            plain = _fold_character(letter := text[odd.start])
            if plain > "\xff":
                break
            text = text.replace(letter, plain)
    return _fold_letters(text)


def _fold_letters(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals have two small letters: those stay as they are
        return "".join(map(_fold_character, text))
    return _ODD.sub(lambda found: _fold_character(found.group()), lowered)


@cache
def _latin() -> bytes:
    """What each letter of Latin-1 is folded to; none of them leaves it."""
    return _fold_letters(bytes(range(256)).decode("latin-1")).encode("latin-1")


class Line(str):
    """A folded sentence that knows which signs its words bear (see :mod:`matcher.signs`)."""

    __slots__ = ("signs",)
    signs: int


class SignedPattern:
    """A pattern that is compiled when it is first needed, and tried on a line only where it may match.

    The matcher's many would cost each command half a second to compile, and an ad most of its time to try.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.needed = Needed((0,))
        """Until it is read off the pattern, it may match anything."""

    def search(self, text: str, *at: int) -> Any:
        """As that of a compiled pattern."""
        return None if text.__class__ is Line and self._is_in_vain(text, at) else self._search(text, *at)

    def match(self, text: str, *at: int) -> Any:
        """As that of a compiled pattern."""
        return None if text.__class__ is Line and self._is_in_vain(text, at) else self._match(text, *at)

    def finditer(self, text: str, *at: int) -> Any:
        """As that of a compiled pattern."""
        return () if text.__class__ is Line and self._is_in_vain(text, at) else self.matches(text, *at)

    @cached_property
    def matches(self) -> Callable[..., Iterator[re.Match[str]]]:
        """``finditer`` of the compiled pattern, for texts that :meth:`may_match` was asked about."""
        return re.compile(self.source).finditer

    def may_match(self, signs: int) -> bool:
        """May it match something that bears these signs?"""
        return self.needed[signs & self.needed.known]

    def _is_in_vain(self, line: Any, at: tuple[int, ...]) -> bool:
        """Does the line lack what the pattern needs? Where it shall end within a word, who knows."""
        needed = self.needed
        return not needed[line.signs & needed.known] and (len(at) < _WITH_END or not _cuts_a_word(line, at[1]))

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.source), name.removeprefix("_"))
        setattr(self, name, found)  # from now on found like any attribute, without this detour
        return found


def _cuts_a_word(line: str, end: int) -> bool:
    """Does ``line[:end]`` end with a border that is none in ``line``?"""
    return line[end - 1 : end + 1].replace("_", "a").isalnum() and 0 < end < len(line)


_WITH_END = 2
"""Offsets given to a search that also ends somewhere."""
_PATTERNS: list[SignedPattern] = []


def compiled(pattern: str) -> re.Pattern[str]:
    """``pattern`` for use on folded text: its own letters are spelt as :func:`fold` spells them."""
    return cast("re.Pattern[str]", signed(pattern))


def signed(pattern: str) -> SignedPattern:
    """The same, to be asked for its signs."""
    made = SignedPattern(with_shared_borders(pattern.translate(_PATTERN_LETTERS)))
    _PATTERNS.append(made)
    return made


def with_shared_borders(pattern: str) -> str:
    """The same pattern, where ways that follow each other and all begin at the border of a word share that border.

    Python looks at the first letter of each way before it tries it, but not behind a border.
    """
    ways = _ways(pattern)
    if len(ways) == 1:
        return pattern
    shared = (
        (f"{_BORDER}(?:{'|'.join(way.removeprefix(_BORDER) for way in run)})" if bordered else "|".join(run))
        for bordered, group in groupby(ways, key=lambda way: way.startswith(_BORDER))
        if (run := list(group))
    )
    return "|".join(shared)


_BORDER = r"\b"
_PIECE_OF_PATTERN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)


def _ways(pattern: str) -> list[str]:
    """The alternatives of a pattern, outside all brackets."""
    ways, depth = [""], 0
    for piece in _PIECE_OF_PATTERN.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += piece
    return ways


@cache
def known_signs() -> Signs:
    """The signs of all patterns, which from now on use them."""
    signs = Signs(pattern.source for pattern in _PATTERNS)
    for pattern in _PATTERNS:
        pattern.needed = signs.needs[pattern.source]
    return signs


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for one of ``phrases``, the longest that fits: letters shared at the beginning are written once."""
    after: dict[str, list[str]] = {}
    for phrase in phrases:
        after.setdefault(phrase[:1], []).append(phrase[1:])
    ends = after.pop("", None) is not None
    ways = "|".join(re.escape(letter) + any_of(rests) for letter, rests in sorted(after.items()))
    if not ways:
        return ""
    return f"(?:{ways}){'?' * ends}" if ends or len(after) > 1 else ways


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, which white space parts."""
    return frozenset(text.split())


def words(folded: str) -> list[str]:
    """The tokens of folded text, in order."""
    return [token.group() for token in WORD.finditer(folded)]
