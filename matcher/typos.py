"""What an unknown word was meant to be: RapidFuzz judges the leftovers, once per distinct token.

Edits allowed: none under six letters, one for six to eight, two from nine. A word of the language is never taken for a
misspelling of another (``simplemma`` knows the words of bokmål, nynorsk and English; for Swedish and Danish, whose word
lists would cost a hundred megabytes each, one edit and eight letters are asked instead).
"""

from collections import defaultdict
from collections.abc import Iterable

import simplemma
from rapidfuzz.distance import OSA

_SHORTEST = 6
_TWO_EDITS_FROM = 9
_GUARDED = {"nb": ("nb", "en"), "nn": ("nn", "nb", "en"), "en": ("en",), "sv": ("en",), "da": ("nb", "en")}
_UNGUARDED = ("sv", "da")
_UNGUARDED_SHORTEST = 8
_MEMORY = 200_000


class Speller:
    """Corrects tokens to the words of the vocabulary's forms."""

    def __init__(self, form_words: Iterable[str]) -> None:
        self._words = frozenset(word for word in form_words if len(word) >= _SHORTEST and word.isalpha())
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            self._by_length[len(word)].append(word)
        self._memory: dict[tuple[str, str], str | None] = {}

    def correct(self, token: str, language: str) -> str | None:
        """The form word that ``token`` (folded) was meant to be; None when it is right as it stands, or unknown."""
        if len(token) < _SHORTEST or token in self._words or not token.isalpha():
            return None
        key = (token, language)
        if key not in self._memory:
            if len(self._memory) >= _MEMORY:
                self._memory.clear()
            self._memory[key] = self._search(token, language)
        return self._memory[key]

    def _search(self, token: str, language: str) -> str | None:
        allowed = 2 if len(token) >= _TWO_EDITS_FROM else 1
        if language in _UNGUARDED:
            allowed = 1 if len(token) >= _UNGUARDED_SHORTEST else 0
        if not allowed or len(token) > 40:
            return None
        best = self._nearest(token, allowed)
        if best is None or _is_word(token, language):
            return None
        return best

    def _nearest(self, token: str, allowed: int) -> str | None:
        """The one nearest form word; None when none is near, or two are equally near and start differently."""
        found = [
            (distance, word[0] != token[0], word)
            for length in range(len(token) - allowed, len(token) + allowed + 1)
            for word in self._by_length.get(length, ())
            if (distance := OSA.distance(token, word, score_cutoff=allowed)) <= allowed
        ]
        return min(found)[2] if found else None


def _is_word(token: str, language: str) -> bool:
    spelt = token.replace("ø", "ö").replace("æ", "ä") if language == "sv" else token
    return any(simplemma.is_known(spelt, lang=known) for known in _GUARDED.get(language, ("en",)))
