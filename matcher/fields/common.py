"""What the field readers share: a found value with its place, and numbers as words in five languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from matcher.document import Document
from matcher.folding import compiled
from matcher.modality import Voice
from matcher.sections import Section

T = TypeVar("T")
_LISTED_ONLY = (Section.MUST, Section.NICE, Section.TRAITS, Section.TASKS, Section.NEGATED)

NUMBERS = {
    "en": 1,  "ein": 1,  "ett": 1, "ei": 1, "one": 1, "to": 2, "two": 2, "två": 2, "tre": 3,
    "three": 3,
    "fire": 4, "four": 4, "fyra": 4, "fem": 5, "five": 5, "seks": 6, "six": 6, "sex": 6, "sju": 7, "syv": 7, "seven": 7,
    "åtte": 8, "eight": 8, "åtta": 8, "otte": 8, "ni": 9, "nine": 9, "nio": 9, "ti": 10, "ten": 10, "tio": 10,
    "elleve": 11, "eleven": 11, "elva": 11, "tolv": 12, "twelve": 12, "tretten": 13, "thirteen": 13, "tretton": 13,
    "fjorten": 14, "fourteen": 14, "fjorton": 14, "femten": 15, "fifteen": 15, "femton": 15, "seksten": 16,
    "sixteen": 16,
    "sytten": 17, "seventeen": 17, "atten": 18, "eighteen": 18, "nitten": 19, "nineteen": 19, "tjue": 20, "twenty": 20,
    "tjugo": 20, "tyve": 20, "tretti": 30, "thirty": 30, "trettio": 30, "tredive": 30, "førti": 40, "forty": 40,
    "femti": 50, "fifty": 50, "seksti": 60, "sixty": 60, "et": 1, "eitt": 1,
}  # fmt: skip
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
_NUMBER_WORD = compiled(NUMBER)


def number(word: str) -> int:
    """The value of a folded number, in digits or as a word."""
    return int(word) if word.isdigit() else NUMBERS[word]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read at ``text[start:end]``."""

    value: T
    start: int
    end: int


def speaking(document: Document, gate: int, *silent: Section) -> Iterator[Voice]:
    """The voices that may concern ``gate``, but those of the ``silent`` sections.

    Of requirements and duties only the list is silent: a paragraph after it may speak of anything.
    """
    for voice in document.voices:
        if not voice.mask & gate:
            continue
        section = voice.passage.section
        if section not in silent or (section in _LISTED_ONLY and not voice.passage.listed):
            yield voice


def search(pattern: re.Pattern[str], document: Document, voice: Voice) -> re.Match[str] | None:
    """First match of ``pattern`` in the folded text of the passage; offsets are those of the ad."""
    return pattern.search(document.folded, voice.passage.start, voice.passage.end)
