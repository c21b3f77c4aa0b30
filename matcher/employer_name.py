"""An employer's name reduced to what tells it from others: no legal form, no department, and numbers for keys."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from matcher.folding import fold, word_set

_LEGAL_FORMS = word_set("as asa ans da sa ks kf iks hf ab aps oy oyj ltd limited inc gmbh plc llc nuf ba enk a/s")
_FORMS = _LEGAL_FORMS | word_set("stiftelsen avd avdeling konsern gruppen group norge norway norden nordic scandinavia")
_FORM_IN_TWO = re.compile(r"\ba/s\b")
_AGENCY = re.compile(r"\b(?:for|på vegne av|pva|on behalf of|client:?|kunde:?)\b\s*(?P<client>[^)]+)")
_DEPARTMENT = re.compile(r"\s-\s|\savd\b|\savdeling\b|,")
_OF_TWO = word_set("for vegne pva behalf client kunde avd avdeling")
"""Only where one of these words stands, or a dash, comma or slash, may a name hold more than the employer."""
_REMEMBERED = 20_000
_words = re.compile(r"[^\W_]+").findall
_COMMON = word_set(
    "bank butikk data eiendom energi forsikring fylkeskommune handel hotell hotels invest kommune kundesenter "
    "kundeservice logistics norsk norske oslo region retail service services shop solutions systems teknologi telecom "
    "transport"
)
_WHOLE, _HEAD = crc32(b"e:"), crc32(b"n:")
"""What the keys of whole names and of their heads begin with."""


class EmployerName(NamedTuple):
    """A name as it is compared."""

    text: str
    """Folded; the client's where an agency names it."""
    words: Mapping[str, int]
    """Its words of three letters and more, and their keys."""
    numbers: tuple[str, ...]
    """Two shops of a chain differ in nothing but their number."""
    whole: int
    """A key of all its words, whatever their order."""
    head: int
    """A key of its first word and its numbers: branches are told apart by them."""

    def tells(self, word: str) -> bool:
        """Is ``word`` one of the name's that few other names have?"""
        return word in self.words and word not in _COMMON

    def telling_in(self, areas: frozenset[str]) -> list[int]:
        """Keys of the words that few others have in ``areas``; of the name as a whole where there is none."""
        keys = [key for word, key in self.words.items() if word not in _COMMON and word not in areas]
        return keys or ([self.whole] if self.words else [])


@lru_cache(_REMEMBERED)
def employer_name(name: str) -> EmployerName:
    """``name`` as ads write it, reduced."""
    folded = fold(name)
    words = folded.split() if folded.replace(" ", "").isalnum() else _words(folded)
    if not _OF_TWO.isdisjoint(words) or "-" in folded or "," in folded or "/" in folded:
        words = _words(_alone(folded))
    words = [word for word in words if word not in _FORMS]
    text, numbers = " ".join(words), [word for word in words if word.isdigit()]
    known = {word: crc32(word.encode()) for word in words if len(word) > 2}
    head = numbers if words[:1] == numbers[:1] else [words[0], *numbers]
    return EmployerName(
        text,
        known,
        tuple(numbers),
        crc32((" ".join(sorted(known)) or text).encode(), _WHOLE),
        crc32(" ".join(head).encode(), _HEAD),
    )


def _alone(folded: str) -> str:
    """The name of the employer without that of the agency that hires for it, or of its department."""
    agency = _AGENCY.search(folded)
    return _FORM_IN_TWO.sub(" ", _DEPARTMENT.split(agency["client"] if agency else folded)[0])


@lru_cache(_REMEMBERED)
def without_legal_form(name: str) -> str:
    """``name`` as it is written, less the legal form that it ends with: as running text calls an employer."""
    head, _, last = name.strip().rpartition(" ")
    return head.rstrip() if last.rstrip(".").casefold() in _LEGAL_FORMS else name.strip()


def number(words: str) -> int:
    """Text as 32 bits. Two that fall together by chance cost a comparison and nothing else."""
    return crc32(words.encode())
