"""Words for the index: folded, with the base forms of inflected ones beside them."""

import re
from collections.abc import Iterable
from functools import lru_cache

import simplemma

from domain.searching import search_words

LANGUAGES = ("nb", "nn", "sv", "da", "en")
LEAST_LEMMA = 4
"""Shorter base forms say too little (``er`` → ``være``)."""
_ENDINGS = ("ene", "ane", "enes", "anes", "ens", "ets", "ers", "et", "en", "er", "ar", "or", "a", "e", "s")
"""Of nouns in bokmål, nynorsk, Swedish and Danish, and the English plural."""
_PLAIN = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=200_000)
def lemma(word: str, language: str) -> str:
    """The folded base form of ``word`` (as written) in ``language``; empty when it is the word itself or too short."""
    if language not in LANGUAGES or len(word) <= LEAST_LEMMA:
        return ""
    found = search_words(simplemma.lemmatize(word.lower(), lang=language))
    base = found[0] if len(found) == 1 else ""
    return base if len(base) >= LEAST_LEMMA and base not in search_words(word) else ""


def lemmas(texts: Iterable[str], language: str) -> set[str]:
    """The folded base forms of the words of ``texts`` that differ from the words."""
    words = {word for text in texts for word in _PLAIN.findall(text)}
    return {base for base in (lemma(word, language) for word in words) if base}


def query_lemmas(word: str) -> set[str]:
    """Forms that the folded ``word`` may be an inflection of, by its ending alone.

    The dictionaries of five languages take seconds to load, which a search cannot wait for. A form that is no word
    does no harm: it stands in no ad.
    """
    stems = {word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending)}
    return {form for stem in stems if len(stem) >= LEAST_LEMMA for form in (stem, f"{stem}e")} - {word}
