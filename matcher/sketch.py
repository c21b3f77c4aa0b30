"""A posting reduced to what is compared, and the blocks in which it meets others.

A block is a key that two postings of one opening share whatever else differs: employer and place, a reference, the
employer's number and place, or the longest words of the text. The keys of a posting depend on nothing but itself: the
answer is the same in whatever order postings come, but in blocks so large that only neighbours are compared.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from domain.postings import DeadlineKind, Place
from matcher.folding import fold

_FORM = re.compile(
    r"\b(?:as|asa|ans|da|sa|ks|kf|iks|hf|ab|aps|a/s|oy|oyj|ltd|limited|inc|gmbh|plc|llc|nuf|ba|enk|"
    r"stiftelsen|avd\.?|avdeling|konsern|gruppen|group|norge|norway|norden|nordic|scandinavia)\b"
)
_AGENCY = re.compile(r"\b(?:for|på vegne av|pva|on behalf of|client:?|kunde:?)\b\s*(?P<client>[^)]+)")
_DEPARTMENT = re.compile(r"\s-\s|\savd\b|\savdeling\b|,")
_NOISE = re.compile(
    r"\b(?:vi søker|vi søkjer|vi trenger|søker|søkes|ledig stilling|ledig|stilling som|til|i|på|for|av|"
    r"vår|vårt|ny|nye|the|a|of|in|som|frist\w*|fristen|søknadsfrist\w*|er|forlenget|forlenga|utvidet|"
    r"utlyst på nytt|ref\.?|avd\.?|deg|du|vil|bli|en|et|ei)\b"
)
_NAME_WORD = re.compile(r"[^\W_]+")
_EASYCRUIT = re.compile(r"/vacancy/(\d+)/(\d+)")
_JOBBNORGE = re.compile(r"jobbnorge\.no/.*?/(\d{5,})")
_PORTAL_NUMBERS = frozenset(("finn", "finn_html", "linkedin", "linkedin_alert", "indeed", "indeed_alert", "webcruiter"))
SHORT = 80
"""Letters; a shorter text says too little to be compared."""
TEASER = 160
"""Letters; what lists show in place of the text is cut off before."""
_LONGEST, _PRINTED, _FEWEST = 24, 6, 3
_HALF = "l"
"""Words before and from this letter make two prints: a misspelt word spoils one of them."""
_REMEMBERED = 20_000


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
        "_sentences",
        "_text",
        "areas",
        "deadline",
        "employer",
        "employer_words",
        "id",
        "orgnr",
        "own_references",
        "published",
        "raw_text",
        "references",
        "title",
    )

    def __init__(self, key: PostingKey) -> None:
        self.id, self.orgnr, self.published, self.deadline = key.id, key.orgnr, key.published, key.deadline
        self.areas = _areas(key.places)
        self.employer, self.employer_words = _employer(key.employer)
        self.title = _title(key.title, self.areas)
        self.references = _references(key)
        self.own_references = frozenset() if key.source in _PORTAL_NUMBERS else self.references
        """References of the employer's own numbering, which differ between openings."""
        self.raw_text = key.text
        self._text: str | None = None
        self._sentences: frozenset[str] | None = None

    @property
    def text(self) -> str:
        """Folded."""
        if self._text is None:
            self._text = fold(self.raw_text)
        return self._text

    @property
    def sentences(self) -> frozenset[str]:
        """What the text says, sentence by sentence, without the shortest."""
        if self._sentences is None:
            self._sentences = _sentences(self.text)
        return self._sentences

    @property
    def is_teaser(self) -> bool:
        """Has it no text of its own?"""
        return len(self.raw_text) < TEASER

    def blocks(self) -> Iterator[str]:
        """Keys; all that share one are compared."""
        for area in self.areas or ("",):
            if self.employer:
                name = " ".join(sorted(self.employer_words)) or self.employer
                yield f"e:{name}|{area}"
                yield f"n:{_head(self.employer)}|{area}|{self.title}"
            if self.orgnr:
                yield f"o:{self.orgnr}|{area}"
        for reference in self.references:
            yield f"r:{reference}"
        if len(self.raw_text) >= SHORT:
            yield from _prints(self.raw_text)

    def names(self) -> list[str]:
        """Keys under which a posting without text finds what it may belong to: a word of the employer, and a place."""
        return [f"{word}|{area}" for word in self.employer_words for area in self.areas]


def _prints(text: str) -> Iterator[str]:
    """The longest words of each half of the alphabet: equal for equal text, whatever frame a portal puts around it."""
    words = sorted(set(text.lower().split()), key=len)
    # With all of the length at the edge, for the order of a set is chance.
    edge = len(words[-min(_LONGEST, len(words))])
    found = sorted(words[bisect_left(words, edge, key=len) :])
    halves = [word for word in found if word < _HALF], [word for word in found if word >= _HALF]
    for number, half in enumerate(halves):
        if len(half) >= _FEWEST:
            half.sort(key=len)
            yield f"t{number}:{' '.join(half[-_PRINTED:])}"


@lru_cache(_REMEMBERED)
def _areas(places: tuple[Place, ...]) -> frozenset[str]:
    return frozenset(fold(place.municipality or place.city or "") for place in places) - {""}


@lru_cache(_REMEMBERED)
def _employer(name: str) -> tuple[str, frozenset[str]]:
    """Without legal form and department; the client where an agency names it. With its telling words."""
    folded = fold(name)
    agency = _AGENCY.search(folded)
    if agency:
        folded = agency["client"]
    words = _NAME_WORD.findall(_FORM.sub(" ", _DEPARTMENT.split(folded)[0]))
    return " ".join(words), frozenset(word for word in words if len(word) > 2)


@lru_cache(_REMEMBERED)
def _title(title: str, areas: frozenset[str]) -> str:
    folded = _NOISE.sub(" ", fold(title))
    for area in areas:
        folded = folded.replace(area, " ")
    return " ".join(_NAME_WORD.findall(folded))


@lru_cache(_REMEMBERED)
def _head(employer: str) -> str:
    """The first word of the name with its numbers: branches are told apart by them."""
    first, *rest = employer.split()
    return " ".join([first, *(word for word in rest if word.isdigit())])


def _references(key: PostingKey) -> frozenset[str]:
    """Ids that name the vacancy across portals: given references, and the numbers in well-known addresses."""
    found = [reference.casefold().strip() for reference in key.references if len(reference.strip()) > 3]
    address = key.url.casefold()
    if "/vacancy/" in address and (easycruit := _EASYCRUIT.search(address)):
        found.append(f"{easycruit.group(1)}_{easycruit.group(2)}_no")
    if "jobbnorge.no/" in address and (jobbnorge := _JOBBNORGE.search(address)):
        found.append(jobbnorge.group(1))
    return frozenset(found)


def _sentences(text: str) -> frozenset[str]:
    for end in ("! ", "? ", ": "):
        text = text.replace(end, ". ")
    parts = text.replace("\n", " ").split(". ")
    return frozenset(sentence for part in parts if len(sentence := part.strip()) > 25)
