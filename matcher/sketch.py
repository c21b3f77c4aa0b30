"""A posting reduced to what is compared, and the blocks in which it meets others.

A block is a key that two postings of one opening share whatever else differs: employer and place, a reference, the
employer's number and place, or how the longest sentences of the text begin. The keys of a posting depend on nothing
but itself, and are numbers that mean the same in every process: they are kept, so that a new posting finds those that
it may meet.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from zlib import crc32

from domain.postings import DeadlineKind, Place
from matcher.employer_name import employer_name, number
from matcher.fields.common import NUMBERS
from matcher.folding import any_of, fold, word_set

_NOISE = re.compile(
    r"\b(?:vi søker|vi søkjer|vi trenger|søker|søkes|ledig stilling|ledig|stilling som|til|i|på|for|av|"
    r"vår|vårt|ny|nye|the|a|of|in|som|frist\w*|fristen|søknadsfrist\w*|er|forlenget|forlenga|utvidet|"
    r"utlyst på nytt|ref\.?|avd\.?|deg|du|vil|bli|en|et|ei|hos|hjå|hjemmekontor|heimekontor|remote|hybrid)\b"
)
_WORD = re.compile(r"[^\W_]+")
_EASYCRUIT = re.compile(r"/vacancy/(\d+)/(\d+)")
_JOBBNORGE = re.compile(r"jobbnorge\.no/.*?/(\d{5,})")
_PORTAL_NUMBERS = frozenset(("finn", "finn_html", "linkedin", "linkedin_alert", "indeed", "indeed_alert", "webcruiter"))
SHORT = 80
"""Letters; a shorter text says too little to be compared."""
TEASER = 160
"""Letters; what lists show in place of the text is cut off before."""
_END = ". "
LONG = 25
"""Letters; a shorter sentence tells nothing."""
_LONGEST, _START = slice(-3, None), 50
"""Which sentences make prints, and how many letters of each count."""
_REMEMBERED = 20_000
_32_BITS = 0xFFFFFFFF
"""Keys are joined by adding them: that means the same in every process, and in whichever order they are found."""
_NOWHERE = ("",)
KEYS_VERSION = "5"
"""Raised when keys or likeness change: everything is then compared anew."""
BLOCK, NAME, TEASER_NAME = 0, 1 << 32, 2 << 32
"""Kinds of keys; what they are for tells :mod:`matcher.candidates`."""
_KIND = 3 << 32


@dataclass(frozen=True, slots=True)
class PostingKey:
    """What the comparison may know of a posting."""

    id: int
    source: str
    title: str
    employer: str = ""
    orgnr: str | None = None
    places: tuple[Place, ...] = ()
    text: str = ""
    published: date | None = None
    deadline: date | None = None
    deadline_kind: DeadlineKind = DeadlineKind.NONE
    references: tuple[str, ...] = ()
    url: str = ""


class Sketch:
    """A posting reduced to what is compared. The text is folded when it is first asked for: most are never compared."""

    __slots__ = (
        "_figured",
        "_line",
        "_sentences",
        "_text",
        "areas",
        "deadline",
        "employer",
        "id",
        "keys",
        "orgnr",
        "own_references",
        "published",
        "raw_text",
        "references",
        "title",
    )

    def __init__(self, key: PostingKey) -> None:
        self.id, self.orgnr, self.published, self.deadline = key.id, key.orgnr, key.published, key.deadline
        places = key.places
        self.areas = _areas_of(places[0].municipality, places[0].city) if len(places) == 1 else _areas(places)
        self.employer = employer_name(key.employer)
        self.title, title = _title(key.title, self.areas)
        self.references = _references(key)
        self.own_references = frozenset() if key.source in _PORTAL_NUMBERS else self.references
        """References of the employer's own numbering, which differ between openings."""
        self.raw_text = key.text
        self._text: str | None = None
        self._line: str | None = None
        self._sentences: frozenset[str] | None = None
        self._figured: str | None = None
        self.keys = tuple(self._keys(title))
        """Numbers below 2**34, in which kind and key are told apart; by chance one may stand there twice."""

    @property
    def text(self) -> str:
        """Folded."""
        if self._text is None:
            self._text = fold(self.raw_text)
        return self._text

    @property
    def line(self) -> str:
        """The same in one line, in which every sentence ends alike."""
        if self._line is None:
            self._line = _in_one_line(self.text)
        return self._line

    @property
    def sentences(self) -> frozenset[str]:
        """What the text says, sentence by sentence, without the shortest."""
        if self._sentences is None:
            self._sentences = sentences_of(self.line)
        return self._sentences

    @property
    def figured(self) -> str:
        """The line with numbers in digits: *seksten* here is *16* there."""
        if self._figured is None:
            self._figured = in_digits(self.line)
        return self._figured

    @property
    def middle(self) -> str:
        """One of the sentences, from the middle of the text; empty where a short one stands there."""
        half = len(self.line) // 2
        start, end = self.line.rfind(_END, 0, half), self.line.find(_END, max(0, half - 1))
        sentence = self.line[start + len(_END) if start >= 0 else 0 : end if end >= 0 else None].strip()
        return sentence if len(sentence) > LONG else ""

    @property
    def is_teaser(self) -> bool:
        """Has it no text of its own?"""
        return len(self.raw_text) < TEASER

    def _keys(self, title: int) -> list[int]:
        name, areas, teaser = self.employer, self.areas, self.is_teaser
        keys = _prints(self.raw_text)
        for area in areas or _NOWHERE:
            here = _place(area)
            if name.text:
                keys += (name.whole + here & _32_BITS, name.head + here + title & _32_BITS)
            if self.orgnr:
                keys.append(number(f"o:{self.orgnr}") + here & _32_BITS)
            if area:
                known = [(key + here & _32_BITS) + NAME for key in name.telling_in(areas)]
                keys += known
                if teaser:
                    keys += [key - NAME + TEASER_NAME for key in known]
        keys += [number(f"r:{reference}") for reference in self.references]
        return keys


def kind_of(key: int) -> int:
    """BLOCK, NAME or TEASER_NAME."""
    return key & _KIND


def _prints(text: str) -> list[int]:
    """What each two of the three longest sentences begin with, whichever order they stand in, as keys.

    Equal for equal text, also where one sentence was changed, or a portal put one of its own beside it.
    """
    if len(text) < SHORT:
        return []
    sentences = text.replace("\n", " ").split(".")
    sentences[0] = f" {sentences[0]}"  # as all others begin
    sentences.sort(key=len)
    starts = {crc32(part[:_START].encode()) for part in sentences[_LONGEST] if len(part) >= LONG}
    if len(starts) < 3:
        return [sum(starts) & _32_BITS] if starts else []
    first, second, third = starts
    return [first + second & _32_BITS, first + third & _32_BITS, second + third & _32_BITS]


_place = lru_cache(_REMEMBERED)(number)


_NO_TOWN = word_set(
    "norge noreg norway sverige sweden danmark denmark finland europe europa norden nordics scandinavia skandinavia "
    "remote hjemmekontor heimekontor hybrid anywhere fjernarbeid distans"
) | {"hele landet", "heile landet", "flere steder", "fleire stader", "hvor som helst", "hjemmefra", "work from home"}
"""What portals write where a job has no town: it parts nothing."""


def _areas(places: tuple[Place, ...]) -> frozenset[str]:
    return _NONE.union(*(_areas_of(place.municipality, place.city) for place in places))


@lru_cache(_REMEMBERED)
def _areas_of(municipality: str | None, city: str | None) -> frozenset[str]:
    town = fold(municipality) if municipality else _town(city or "")
    return frozenset((town,)) if town else _NONE


def _town(city: str) -> str:
    """``Aarhus, Central Denmark Region, Denmark`` is one town, ``Norway (Remote)`` is none."""
    name = _TOWN_ENDS.split(fold(city), maxsplit=1)[0].strip()
    return "" if name in _NO_TOWN else name


_TOWN_ENDS = re.compile(r"[,(]|\s[-–]\s")


@lru_cache(_REMEMBERED)
def _title(title: str, areas: frozenset[str]) -> tuple[str, int]:
    """What the title says beside the usual words and the place, and that as a number."""
    folded = _NOISE.sub(" ", fold(title))
    for area in areas:
        folded = folded.replace(area, " ")
    words = " ".join(_WORD.findall(folded))
    return words, number(words)


def _references(key: PostingKey) -> frozenset[str]:
    """Ids that name the vacancy across portals: given references, and the numbers in well-known addresses."""
    found = [reference.casefold().strip() for reference in key.references if len(reference.strip()) > 3]
    address = key.url.casefold()
    if "/vacancy/" in address and (easycruit := _EASYCRUIT.search(address)):
        found.append(f"{easycruit.group(1)}_{easycruit.group(2)}_no")
    if "jobbnorge.no/" in address and (jobbnorge := _JOBBNORGE.search(address)):
        found.append(jobbnorge.group(1))
    return frozenset(found) if found else _NONE


_NONE: frozenset[str] = frozenset()
_NUMBER_WORDS = [word for word, value in NUMBERS.items() if value > 1 and word != "to"]
"""*En* and *to* are mostly no numbers."""
_OF_NUMBERS = frozenset(part for word in _NUMBER_WORDS for part in word.split("-"))
_words = re.compile(r"\w+").findall
_NUMBER_WORD = re.compile(rf"\b{any_of(_NUMBER_WORDS)}\b")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(rf"{_NUMBER_WORD.pattern}|\d+")


def beside_numbers(folded: str) -> str:
    """The longest part of it in which no number is written, in words or digits."""
    if _OF_NUMBERS.isdisjoint(_words(folded)) and not _DIGIT.search(folded):
        return folded  # most are told so without the long pattern
    return max(_NUMBER.split(folded), key=len)


def in_digits(folded: str) -> str:
    """``folded`` with the numbers that it writes in words written in digits."""
    return _NUMBER_WORD.sub(lambda found: str(NUMBERS[found.group()]), folded)


def _in_one_line(text: str) -> str:
    for mark in "!?:":
        if mark in text:
            text = text.replace(f"{mark} ", _END)
    return text.replace("\n", " ")


def sentences_of(line: str) -> frozenset[str]:
    """The sentences of a line but the shortest."""
    return frozenset([sentence for part in line.split(_END) if len(sentence := part.strip()) > LONG])
