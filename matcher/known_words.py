"""Is it a word of the language? The words of ``simplemma``'s dictionaries, by their hashes alone.

The dictionaries hold 960,000 words of bokmål, nynorsk and English, each with its base form, in a hundred megabytes; a
matcher only asks whether a word is in them, and eight bytes a word answer that. A misspelling has the hash of one of a
million words once in ten billion times.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import numpy as np
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

_UNCACHED = DefaultDictionaryFactory(cache_max_size=0)


def is_known(word: str, tongue: str) -> bool:
    """Is the folded ``word`` a word of the language, or a name in it? ``tongue``: as ``simplemma`` calls it."""
    hashes = _hashes(tongue)
    wanted = hash(word)
    at = bisect_left(hashes, wanted)
    return at < len(hashes) and hashes[at] == wanted


@cache
def _hashes(tongue: str) -> Sequence[int]:
    """The hashes of all its words, in order. Names, which it writes with a capital letter, are folded words here."""
    words = [word.lower() if word == word.capitalize() else word for word in _UNCACHED.get_dictionary(tongue)]
    hashes = np.fromiter(map(hash, words), np.int64, len(words))
    hashes.sort()
    return hashes.data
