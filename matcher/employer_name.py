"""An employer's name reduced to what tells it from others: no legal form, no department, and numbers for keys."""

import re
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from matcher.folding import fold, word_set

_FORMS = word_set(
    "as asa ans da sa ks kf iks hf ab aps oy oyj ltd limited inc gmbh plc llc nuf ba enk stiftelsen avd avdeling "
    "konsern gruppen group norge norway norden nordic scandinavia"
)
_FORM_IN_TWO = re.compile(r"\ba/s\b")
_MAY_BE_AGENCY = ("for", "vegne", "pva", "behalf", "client", "kunde")
_AGENCY = re.compile(r"\b(?:for|på vegne av|pva|on behalf of|client:?|kunde:?)\b\s*(?P<client>[^)]+)")
_MAY_HAVE_DEPARTMENT = ("-", "avd", ",")
_DEPARTMENT = re.compile(r"\s-\s|\savd\b|\savdeling\b|,")
_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 20_000
_COMMON = word_set(
    "bank butikk data eiendom energi forsikring fylkeskommune handel hotell hotels invest kommune kundesenter "
    "kundeservice logistics norsk norske oslo region retail service services shop solutions systems teknologi telecom "
    "transport"
)


class EmployerName(NamedTuple):
    """A name as it is compared."""

    text: str
    """Folded; the client's where an agency names it."""
    words: frozenset[str]
    """Its words of three letters and more."""
    numbers: tuple[str, ...]
    """Two shops of a chain differ in nothing but their number."""
    whole: int
    """A key of all its words, whatever their order."""
    head: int
    """A key of its first word and its numbers: branches are told apart by them."""
    telling: tuple[tuple[str, int], ...]
    """Words that few other names have, and their keys."""

    def telling_in(self, areas: frozenset[str]) -> list[int]:
        """Keys of the words that few others have in ``areas``; of the name as a whole where there is none."""
        return [key for word, key in self.telling if word not in areas] or ([self.whole] if self.words else [])


@lru_cache(_REMEMBERED)
def employer_name(name: str) -> EmployerName:
    """``name`` as ads write it, reduced."""
    folded = fold(name)
    if _holds(folded, _MAY_BE_AGENCY) and (agency := _AGENCY.search(folded)):
        folded = agency["client"]
    if _holds(folded, _MAY_HAVE_DEPARTMENT):
        folded = _DEPARTMENT.split(folded)[0]
    if "a/s" in folded:
        folded = _FORM_IN_TWO.sub(" ", folded)
    parts = [word for word in _WORD.findall(folded) if word not in _FORMS]
    words = frozenset([word for word in parts if len(word) > 2])
    text = " ".join(parts)
    return EmployerName(
        text,
        words,
        tuple([word for word in parts if word.isdigit()]),
        number(f"e:{' '.join(sorted(words)) or text}"),
        number("n:" + " ".join([word for at, word in enumerate(parts) if not at or word.isdigit()])),
        tuple([(word, number(word)) for word in words if word not in _COMMON]),
    )


def number(words: str) -> int:
    """Text as 32 bits. Two that fall together by chance cost a comparison and nothing else."""
    return crc32(words.encode())


def _holds(text: str, marks: tuple[str, ...]) -> bool:
    """Looking for a few letters costs a tenth of what a pattern does."""
    for mark in marks:  # noqa: SIM110
        if mark in text:
            return True
    return False
