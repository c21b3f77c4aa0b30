"""Is a title worth reading the whole ad for? Generous on purpose: a missed opening costs more than a page read."""

import unicodedata
from collections.abc import Iterable

_FOLDED = str.maketrans({"ø": "o", "æ": "ae", "å": "a", "ö": "o", "ä": "ae", "đ": "d"})


def fold(text: str) -> str:
    """Lower case, without accents, with Nordic letters spelt out and white space collapsed: for comparing only."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_FOLDED)
    plain = "".join(char for char in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(char))
    return " ".join(plain.split())


def worth_reading(title: str, terms: Iterable[str]) -> bool:
    """Does the folded title hold one of the folded ``terms`` anywhere, also inside a word?

    A term of several words joined by ``+`` asks for all of them, in any order. No terms at all let every title in.
    """
    folded = fold(title)
    wanted = [term.split("+") for term in terms]
    return not wanted or any(all(part in folded for part in parts) for parts in wanted)
