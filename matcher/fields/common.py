"""What the field readers share: a found value with its place, and numbers as words in five languages."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from matcher.document import Document, Said
from matcher.folding import Line, any_of, compiled, fold
from matcher.sections import Section
from matcher.text import Shape
from matcher.voice import Voice, Words

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
    "femti": 50, "fifty": 50, "femtio": 50, "seksti": 60, "sixty": 60, "sextio": 60, "et": 1, "eitt": 1,
    "sexton": 16, "sjutton": 17, "arton": 18, "nitton": 19, "fyrtio": 40, "tolf": 12, "sytti": 70, "åtti": 80,
    "nitti": 90, "fyrre": 40, "halvtreds": 50, "tres": 60, "sjuttio": 70, "åttio": 80, "nittio": 90, "seventy": 70,
    "eighty": 80, "ninety": 90,
    "titall": 10, "titalls": 10, "titals": 10, "tital": 10, "tiotal": 10, "dusin": 12, "dozen": 12,
    "hundre": 100, "hundra": 100, "hundred": 100,
}  # fmt: skip
_ONES = ("en", "to", "tre", "fire", "fem", "seks", "sju", "syv", "åtte", "ni")
for _tens in ("tjue", "tretti", "førti", "femti"):
    NUMBERS |= {f"{_tens}{ones}": NUMBERS[_tens] + NUMBERS[ones] for ones in _ONES}
for _tens in ("twenty", "thirty", "forty", "fifty"):
    for _unit in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"):
        NUMBERS[f"{_tens}-{_unit}"] = NUMBERS[_tens] + NUMBERS[_unit]
for _tens in ("tjugo", "trettio", "fyrtio"):
    for _unit in ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"):
        NUMBERS[f"{_tens}{_unit}"] = NUMBERS[_tens] + NUMBERS[_unit]
for _tens in ("tyve", "tredive"):
    for _unit in ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"):
        NUMBERS[f"{_unit}og{_tens}"] = NUMBERS[_tens] + NUMBERS[_unit]
NUMBER = rf"(?:\d{{1,3}}|{any_of(NUMBERS)})"


def number(word: str) -> int:
    """The value of a folded number, in digits or as a word."""
    return int(word) if word.isdigit() else NUMBERS[word]


ABOUT_NO_APPLICANT = (Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.TASKS)
"""Sections that ask nothing of an applicant's past."""


class Found(NamedTuple, Generic[T]):
    """A value read at ``text[start:end]``."""

    value: T
    start: int
    end: int


def moved(found: Found[T], at: int) -> Found[T]:
    """``found`` in a sentence that begins at ``at``, with the ad's offsets."""
    return Found(found.value, at + found.start, at + found.end)


def speaking(document: Document, gate: int, *silent: Section) -> Iterator[Said]:
    """The sentences that may concern ``gate``, but those of the ``silent`` sections.

    Of requirements and duties only the list is silent: a paragraph after it may speak of anything.
    """
    for said in document.speaking(gate):
        voice = said[1]
        if (
            voice.section not in silent
            or (voice.section in _LISTED_ONLY and not voice.listed)
            or (voice.section is Section.EMPLOYER and _OF_THE_JOB.search(voice.folded))
            or (voice.section in _ASKING and voice.shape is not Shape.ITEM and not voice.cues)
            or _TERMS.search(voice.folded)
        ):
            yield said


_ASKING = (Section.MUST, Section.NICE, Section.TRAITS, Section.NEGATED, Section.TASKS)
"""A paragraph below demands or duties that asks nothing may speak of anything."""
_OF_THE_JOB = compiled(
    r"\b(?:du|deg|dig|you)\b|^\W*(?:fast|stilling\w*|vikariat|engasjement|tjänsten|the (?:position|job|role)|permanent|"
    r"full-?time|heltid|arbeidstid\w*)\b"
)
"""A sentence that speaks to the reader or of the job itself, under a heading about the employer."""
_TERMS = compiled(
    r"^\W*(?:(?:an? |en |ei |ein |et |ett )?(?:faste?|permanent|full[- ]time|heltids?|fulltids?|midlertidig|temporary|"
    r"tidsbegränsad|hel|heil|full),? (?:og )?(?:\w+ )?(?:\w*stilling|jobb?|position|role|contract|tjänst|anställning|"
    r"ansettelse|ansættelse|\d\d+ ?%)|(?:års|måneds|månads|time|fast|tim)?l(?:ø|ö)nn?\b|salary\b)|"
    r"\b(?:kan du|får du|you (?:can|may)) (?:\w+ ){0,2}?(?:hjemme|heime|hemma|hemifrån|from home)|"
    r"^\W*(?:arbeidet|arbetet|arbejdet|the work) (?:må|skal|ska|must)\b"
)
"""Terms of employment, which a heading that promises something may have in its list: *Fast stilling i 100 %*."""


_LONGEST_LABEL, _LONGEST_VALUE = 40, 120


class _Row(Words):
    """The words of a label and of the value beside it; no concepts are looked for in them."""

    def __init__(self, text: str) -> None:
        self.text, self.folded, self.cues, self.hits, self.mask, self.known = text, Line(fold(text)), (), (), 0, {}
        self.folded.signs = -1  # any pattern may be tried


@lru_cache(maxsize=2_000)
def _row(text: str, language: str) -> Voice:
    return Voice(_Row(text), Shape.PLAIN, (Section.PRACTICAL, True), language)


def _labelled(document: Document, gate: int, label: re.Pattern[str]) -> Iterator[Said]:
    """Labels set apart, each read as one line with the value behind it: *Hjemmekontor* above *Nei*.

    ``label`` is what the label as a whole must be; its words open ``gate``.
    """
    for at, voice in document.about(gate):
        if len(voice.folded) > _LONGEST_LABEL or not label.fullmatch(voice.folded):
            continue
        for start, value in document.after(at, 1):
            end = start + len(value.text)
            if start <= at + len(voice.text) + 1 and end - start <= _LONGEST_VALUE:
                yield at, _row(document.text[at:end], document.language)


def first_row(
    document: Document, gate: int, label: re.Pattern[str], read: Callable[[Voice], Found[T] | None]
) -> Found[T] | None:
    """What ``read`` finds in the first row of a label and a value where it finds something."""
    for at, row in _labelled(document, gate, label):
        found = read(row)
        if found is not None:
            return moved(found, at)
    return None


def first(document: Document, gate: int, read: Callable[[Voice], Found[T] | None], *silent: Section) -> Found[T] | None:
    """What ``read`` finds in the first sentence where it finds something."""
    for at, voice in speaking(document, gate, *silent):
        found = read(voice)
        if found is not None:
            return moved(found, at)
    return None
