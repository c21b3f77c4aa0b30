"""Letters made comparable without moving them: every character of the folded text stands where it stood.

Offsets found in folded text are therefore offsets in the ad. (``domain.prefilter.fold`` spells letters out and is for
titles, where offsets do not matter.)
"""

import re
import unicodedata
from functools import cache
from typing import Any, cast

# Swedish and Norwegian spell the same sounds differently; å, æ and ø stay apart from a, ae and o.
_LETTERS = {"ö": "ø", "ä": "æ", "ð": "d", "’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"'}
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_KEPT = frozenset("åæø«»•")
_PATTERN_LETTERS = str.maketrans("öäéèü", "øæeeu")
WORD = re.compile(r"[^\W_]+(?:['.&+#/][^\W_]+)*[+#]*")
"""A token: letters and digits, held together by an inner mark (``node.js``, ``e-mail`` stays two)."""


_ODD = re.compile(r"[^\x00-\x7fæøå«»•]")


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
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals have two small letters: those stay as they are
        return "".join(map(_fold_character, text))
    if lowered.isascii():
        return lowered
    return _ODD.sub(lambda found: _fold_character(found.group()), lowered)


class _CompiledWhenUsed:
    """A pattern that is compiled when it is first asked: the matcher's many would cost each command half a second."""

    def __init__(self, pattern: str) -> None:
        self._source = pattern

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source), name)
        setattr(self, name, found)  # from now on found like any attribute, without this detour
        return found


def compiled(pattern: str) -> re.Pattern[str]:
    """``pattern`` for use on folded text: its own letters are spelt as :func:`fold` spells them."""
    return cast("re.Pattern[str]", _CompiledWhenUsed(pattern.translate(_PATTERN_LETTERS)))


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, which white space parts."""
    return frozenset(text.split())


def words(folded: str) -> list[str]:
    """The tokens of folded text, in order."""
    return [token.group() for token in WORD.finditer(folded)]
