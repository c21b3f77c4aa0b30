"""What an unknown word was meant to be: candidates by deleted letters, judged by RapidFuzz.

Edits allowed in a form's word: none under six letters, one for six to eight, two from nine. A word of the language is
never taken for a misspelling of another (``simplemma`` knows the words of bokmål, nynorsk and English; for Swedish and
Danish, whose word lists would cost a hundred megabytes each, one edit and eight letters are asked instead).

Two words within two edits of each other share what is left of their first letters after so many deletions (Garbe's
symmetric deletion); only words that share such a rest are measured.
"""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from matcher.known_words import is_known

SHORTEST = 6
_TWO_EDITS_FROM = 9
_LONGEST = 40
_PREFIX = 7
"""Letters that deletions are made in: fewer rests to keep, and hardly more to measure."""
_GUARDED = {"nb": ("nb", "en"), "nn": ("nn", "nb", "en"), "en": ("en",), "sv": ("en",), "da": ("nb", "en")}
_UNGUARDED = ("sv", "da")
_UNGUARDED_SHORTEST = 8
_LEAST_PART = 4
_COMPOUNDING = {"nb": ("nb",), "nn": ("nn", "nb"), "da": ("nb",)}


class Speller:
    """Corrects tokens to the words of the vocabulary's forms."""

    def __init__(self, form_words: Iterable[str]) -> None:
        for tongue in _GUARDED["nb"]:  # loaded here and not with the first doubtful word of an ad
            is_known("a", tongue)
        self._rests: dict[str, tuple[str, ...]] = {}
        """Tuples: of so many lists, Python would look after each again and again."""
        for word in sorted({word for word in form_words if SHORTEST <= len(word) <= _LONGEST and word.isalpha()}):
            for rest in _rests(word, edits_for(len(word))):
                self._rests[rest] = (*self._rests.get(rest, ()), word)

    def correct(self, token: str, language: str) -> str | None:
        """The form word that ``token`` (folded) was meant to be; None when it may stand as it is, or is unknown."""
        size = len(token)
        allowed = edits_for(size + 2) if size >= SHORTEST - 1 else 0
        if not allowed or size > _LONGEST or not token.isalpha():
            return None
        if language in _UNGUARDED:
            allowed = 1 if size >= _UNGUARDED_SHORTEST else 0
        if not allowed or is_word(token, language):
            return None
        best = self._nearest(token, allowed)
        if best is None:
            return None
        distance, word = best
        return None if distance > 1 and _is_compound(token, language) else word

    def _nearest(self, token: str, allowed: int) -> tuple[int, str] | None:
        """Distance and nearest form word; of equally near ones the one that begins alike and is closest in length."""
        size = len(token)
        known = self._rests
        met = {word for rest in _rests(token, min(allowed, size - 3)) if rest in known for word in known[rest]}
        found = [word for word in met if -allowed <= len(word) - size <= allowed]
        best: tuple[int, bool, int, str] | None = None
        for word in found:
            distance = OSA.distance(token, word, score_cutoff=allowed)
            if distance <= min(allowed, edits_for(len(word))):
                rank = (distance, word[0] != token[0], abs(len(word) - size), word)
                best = rank if best is None or rank < best else best
        return (best[0], best[3]) if best else None


def edits_for(letters: int) -> int:
    """How many edits a word of so many letters may have suffered."""
    return 0 if letters < SHORTEST else 1 if letters < _TWO_EDITS_FROM else 2


def _rests(word: str, deletions: int) -> set[str]:
    """What is left of a word's first letters after so many deletions, two at most, and fewer."""
    head = word[:_PREFIX]
    once = {head[:at] + head[at + 1 :] for at in range(len(head))} if deletions else set()
    twice = {rest[:at] + rest[at + 1 :] for rest in once for at in range(len(rest))} if deletions > 1 else set()
    return {head} | once | twice


def _is_compound(token: str, language: str) -> bool:
    """Is ``token`` made of two words of the language, perhaps with an s between them?"""
    tongues = _COMPOUNDING.get(language, ())
    for cut in range(_LEAST_PART, len(token) - _LEAST_PART):
        left, right = token[:cut], token[cut:]
        for tongue in tongues:
            if is_known(right, tongue) and (
                is_known(left, tongue) or (left[-1] == "s" and is_known(left[:-1], tongue))
            ):
                return True
    return False


def is_word(token: str, language: str) -> bool:
    """Is ``token`` (folded) a word of the ad's language, or of English?"""
    spelt = token.replace("ø", "ö").replace("æ", "ä") if language == "sv" else token
    return any(is_known(spelt, tongue) for tongue in _GUARDED.get(language, ("en",)))
