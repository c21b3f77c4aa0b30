"""When are two postings alike enough to be one opening, and what forbids it whatever the likeness?"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from matcher.folding import fold

if TYPE_CHECKING:
    from matcher.openings import PostingKey

_FORM = re.compile(
    r"\b(?:as|asa|ans|da|sa|ks|kf|iks|hf|ab|aps|a/s|oy|oyj|ltd|limited|inc|gmbh|plc|llc|nuf|ba|enk|"
    r"stiftelsen|avd\.?|avdeling|konsern|gruppen|group|norge|norway|norden|nordic|scandinavia)\b"
)
_AGENCY = re.compile(r"\b(?:for|på vegne av|pva|on behalf of|client:?|kunde:?)\b\s*(?P<client>[^)]+)")
_NOISE = re.compile(
    r"\b(?:vi søker|vi søkjer|vi trenger|søker|søkes|ledig stilling|ledig|stilling som|til|i|på|for|av|"
    r"vår|vårt|ny|nye|the|a|of|in|som|frist\w*|fristen|søknadsfrist\w*|er|forlenget|forlenga|utvidet|"
    r"utlyst på nytt|ref\.?|avd\.?|deg|du|vil|bli|en|et|ei)\b"
)
_PORTAL_NUMBERS = frozenset(("finn", "finn_html", "linkedin", "linkedin_alert", "indeed", "indeed_alert", "webcruiter"))
_ROUND = timedelta(days=75)
"""Postings further apart, with no deadline in common, are two rounds of hiring."""
_ALIKE_TEXT, _CLOSE_TEXT = 93.0, 84.0
_ALIKE_TITLE = 86.0
_SHORT = 80
_TEASER = 160
"""Letters; what lists show in place of the text is cut off before."""
_PLACE_WORD = re.compile(r"[^\W\d_]{3,}")
_BOTH_PLACES = re.compile(r"\b(?:eller|or|och|og|and|/|samt)\b")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A posting reduced to what is compared."""

    id: int
    source: str
    title: str
    employer: str
    """Without legal form and department; the client where an agency names it."""
    employer_words: frozenset[str]
    orgnr: str | None
    areas: frozenset[str]
    areas_key: str
    text: str
    numbers: tuple[str, ...]
    """Head counts and other small numbers of the text, in order: they tell twins of one template apart."""
    published: date | None
    deadline: date | None
    references: frozenset[str]
    own_references: frozenset[str]
    """References of the employer's own numbering, which differ between openings."""
    blocks: tuple[str, ...]


def sketch(key: "PostingKey") -> Sketch:
    """Reduce a posting; done once each."""
    areas = frozenset(fold(place.municipality or place.city or "") for place in key.places) - {""}
    text = fold(key.text)
    employer = _employer(key.employer)
    words = frozenset(word for word in employer.split() if len(word) > 2)
    references = frozenset(_references(key))
    title = _title(key.title, areas, key.places)
    blocks = [f"w:{word}" for word in words] + [f"r:{reference}" for reference in references]
    if key.orgnr:
        blocks.append(f"o:{key.orgnr}")
    if len(text) >= _SHORT:
        blocks += [f"t:{_fingerprint(text)}", f"u:{_fingerprint(text[len(text) // 2 :])}"]
    return Sketch(
        id=key.id,
        source=key.source,
        title=title,
        employer=employer,
        employer_words=words,
        orgnr=key.orgnr,
        areas=areas,
        areas_key="|".join(sorted(areas)),
        text=text,
        numbers=(),
        published=key.published,
        deadline=key.deadline,
        references=references,
        own_references=frozenset() if key.source in _PORTAL_NUMBERS else references,
        blocks=tuple(blocks),
    )


def _employer(name: str) -> str:
    folded = fold(name)
    agency = _AGENCY.search(folded)
    if agency:
        folded = agency["client"]
    folded = re.split(r"\s-\s|\savd\b|\savdeling\b|,", folded)[0]
    return " ".join(re.findall(r"[^\W_]+", _FORM.sub(" ", folded)))


def _title(title: str, areas: frozenset[str], places: object) -> str:
    folded = _NOISE.sub(" ", fold(title))
    for area in areas:
        folded = folded.replace(area, " ")
    return " ".join(re.findall(r"[^\W_]+", folded))


def _references(key: "PostingKey") -> list[str]:
    """Ids that name the vacancy across portals: given references, and the numbers in well-known addresses."""
    found = [reference.casefold().strip() for reference in key.references if len(reference.strip()) > 3]
    address = key.url.casefold()
    easycruit = re.search(r"/vacancy/(\d+)/(\d+)", address)
    if easycruit:
        found.append(f"{easycruit.group(1)}_{easycruit.group(2)}_{'no'}")
    jobbnorge = re.search(r"jobbnorge\.no/.*?/(\d{5,})", address)
    if jobbnorge:
        found.append(jobbnorge.group(1))
    return found


def _fingerprint(text: str) -> str:
    """The rarest-looking words of a stretch of text, in order: equal for equal text whatever the frame."""
    words = re.findall(r"[^\W\d_]{7,}", text[:1200])
    return " ".join(sorted(set(words), key=lambda word: (-len(word), word))[:6])


def strength(words: str) -> int:
    """Order of merging: what rests on a shared reference first."""
    return 2 if words.startswith("samme referanse") else 1


def veto(one: Sketch, other: Sketch) -> str:
    """Why the two cannot be one opening, in words; empty when nothing forbids it."""
    if one.areas and other.areas and not one.areas & other.areas and not _names_both(one, other):
        return "ulike byer, og annonsen nevner dem ikke begge"
    shared = one.references & other.references
    if not shared and one.own_references and other.own_references and _same_numbering(one, other):
        return "ulike referanser i samme nummerserie"
    far = one.published and other.published and abs(one.published - other.published) > _ROUND
    if far and not (one.deadline and one.deadline == other.deadline):
        return "utlyst i ulike runder"
    return ""


def _names_both(one: Sketch, other: Sketch) -> bool:
    """Do the texts themselves name the other's city, as a choice of cities?"""
    for text, areas in ((one.text, other.areas), (other.text, one.areas)):
        if not text or not any(area in text for area in areas):
            return False
    mine = next(iter(one.areas), "")
    position = one.text.find(mine)
    near = one.text[max(0, position - 80) : position + 80]
    return any(area in near for area in other.areas) and bool(_BOTH_PLACES.search(near))


def _same_numbering(one: Sketch, other: Sketch) -> bool:
    """Two references that look alike but for their digits come from one series."""
    shapes = {re.sub(r"\d", "9", reference) for reference in one.own_references}
    return bool(shapes & {re.sub(r"\d", "9", reference) for reference in other.own_references})


def same(one: Sketch, other: Sketch) -> str:
    """The reason why two postings are one opening, in words; empty when they are not taken for one."""
    if veto(one, other):
        return ""
    shared = one.references & other.references
    related = _related(one, other)
    if shared and (related or _text_likeness(one, other) >= _CLOSE_TEXT):
        return f"samme referanse {min(shared)}"
    likeness = _text_likeness(one, other)
    titles = fuzz.token_set_ratio(one.title, other.title)
    if not _twins(one, other, titles):
        if likeness >= _ALIKE_TEXT and (related or likeness >= 97):
            return f"samme tekst ({likeness:.0f} %) og {'arbeidsgiver' if related else 'innhold'}"
        if related and likeness >= _CLOSE_TEXT and titles >= 60:
            return f"nesten samme tekst ({likeness:.0f} %), samme arbeidsgiver"
        if related and titles >= _ALIKE_TITLE and _one_is_teaser(one, other) and _same_place(one, other):
            return "samme tittel, arbeidsgiver og sted; den ene har ingen tekst"
    return ""


def _one_is_teaser(one: Sketch, other: Sketch) -> bool:
    """Has one of them no text, or a teaser only, and does no date speak against it?"""
    apart = one.deadline and other.deadline and one.deadline != other.deadline
    return min(len(one.text), len(other.text)) < _TEASER and not apart


def _same_place(one: Sketch, other: Sketch) -> bool:
    return bool(one.areas & other.areas)


def _related(one: Sketch, other: Sketch) -> bool:
    """One employer: equal number, or names that are the same but for legal form, order and department."""
    if one.orgnr and other.orgnr:
        return one.orgnr == other.orgnr
    if not one.employer_words or not other.employer_words:
        return False
    if one.employer == other.employer:
        return True
    shorter, longer = sorted((one.employer_words, other.employer_words), key=len)
    return shorter <= longer or fuzz.token_set_ratio(one.employer, other.employer) >= 92


def _text_likeness(one: Sketch, other: Sketch) -> float:
    """0 to 100; what one text has beyond the other (an agency's preface, a shortened copy) counts little."""
    if min(len(one.text), len(other.text)) < _SHORT:
        return 0.0
    whole = fuzz.ratio(one.text, other.text)
    if whole >= _ALIKE_TEXT:
        return whole
    sentences = [_sentences(one.text), _sentences(other.text)]
    shorter, longer = sorted(sentences, key=len)
    if not shorter:
        return whole
    common = sum(len(part) for part in shorter & longer)
    return max(whole, 100.0 * common / max(1, sum(len(part) for part in shorter)))


def _sentences(text: str) -> set[str]:
    return {part.strip() for part in re.split(r"[.!?:]\s", text) if len(part.strip()) > 25}


def _twins(one: Sketch, other: Sketch, titles: float) -> bool:
    """Two jobs from one template: the titles differ in a telling word, and so does the text."""
    mine, theirs = set(one.title.split()), set(other.title.split())
    if mine == theirs or (titles == 100 and (mine <= theirs or theirs <= mine)):
        return _different_core(one, other) and bool(mine ^ theirs)
    return not _alike_words(mine ^ theirs) and _different_core(one, other)


def _alike_words(words: set[str]) -> bool:
    listed = sorted(words)
    return any(fuzz.ratio(a, b) >= 88 for a, b in pairwise(listed))


def _different_core(one: Sketch, other: Sketch) -> bool:
    """Do both texts hold sentences of their own?"""
    mine, theirs = _sentences(one.text), _sentences(other.text)
    return bool(mine - theirs) and bool(theirs - mine)
