"""Places of work brought to municipality and county, by the Norwegian register of post codes.

Where the portal names no place, the words of the ad do: *Arbeidssted: Mo i Rana*, *stillingen er plassert i Bodø*, or
the end of the title.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz import fuzz

from domain.postings import Place
from matcher.document import Document
from matcher.folding import compiled, fold, word_set
from matcher.sections import Section
from matcher.voice import Voice, once_for_words

_LIKE = 85
_ABROAD = word_set(
    "københavn copenhagen aarhus århus odense aalborg ålborg esbjerg randers kolding horsens vejle roskilde herning "
    "silkeborg næstved fredericia køge holstebro taastrup slagelse hillerød helsingør sønderborg svendborg hjørring "
    "frederikshavn glostrup ballerup hvidovre gentofte lyngby frederiksberg brøndby herlev kastrup hellerup søborg "
    "viborg billund skanderborg wien zurich bern geneve basel brussel bruxelles antwerpen budapest luxembourg "
    "hjørring amsterdam rotterdam riga ljubljana"
)
"""Towns of countries whose post codes have four digits too."""
_DATA = Path(__file__).parent.parent / "data" / "places_no.txt"
_ALSO = _DATA.with_name("places_also.txt")
"""Quarters and villages without a post office of their name."""


@dataclass(frozen=True, slots=True)
class Register:
    """Look-ups of the register; names are folded."""

    by_code: dict[str, tuple[str, str]]
    name_of: dict[str, str]
    """Post code → folded place."""
    by_place: dict[str, tuple[str, str]]
    county_of: dict[str, tuple[str, str]]
    """Folded municipality → (municipality, county)."""


@cache
def register() -> Register:
    """The register, read once."""
    by_code: dict[str, tuple[str, str]] = {}
    name_of: dict[str, str] = {}
    votes: dict[str, Counter[tuple[str, str]]] = {}
    county_of: dict[str, tuple[str, str]] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        county, _, municipality, places = line.split("|", 3)
        area = (municipality, county)
        for name in (municipality, *municipality.split(" - ")):
            county_of.setdefault(fold(name), area)
        for entry in places.split(";"):
            codes = [part for part in entry.split() if part[0].isdigit()]
            name = entry[: entry.index(codes[0])].strip()
            numbers = [number for code in codes for number in _expand(code)]
            votes.setdefault(fold(name), Counter())[area] += len(numbers)
            by_code.update(dict.fromkeys(numbers, area))
            name_of.update(dict.fromkeys(numbers, fold(name)))
    by_place = {name: counts.most_common(1)[0][0] for name, counts in votes.items()}
    for line in _ALSO.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            county, municipality, names = line.split("|")
            for name in names.split(";"):
                by_place.setdefault(fold(name), (municipality, county))
    return Register(by_code, name_of, by_place, county_of)


def _expand(code: str) -> list[str]:
    first, _, last = code.partition("-")
    return [f"{number:04d}" for number in range(int(first), int(last or first) + 1)]


@lru_cache(maxsize=8_000)
def resolve(place: Place, language: str = "nb") -> Place:
    """``place`` with municipality and county where the register knows them; foreign and unknown places unchanged.

    In a Swedish or Danish ad a name alone is Norwegian only when it is that of a municipality.
    """
    if place.country not in (None, "NO", "Norge", "Norway", "NORGE", "Noreg"):
        return place
    code = (place.postal_code or "").replace(" ", "")
    known = register()
    abroad = fold(place.city or "") in _ABROAD
    trusted = (language in ("nb", "nn") and not abroad) or _fits(code, place.city)
    area = known.by_code.get(code) if len(code) == 4 and trusted else None
    if area is None and place.municipality:
        area = known.county_of.get(fold(place.municipality.strip()))
    if area is None and place.city and not (len(code) == 5 and code.isdigit()):
        area = _by_name(place.city, municipalities_only=language in ("sv", "da"))
    if area is None:
        return place
    return replace(place, municipality=area[0], county=area[1], country="NO")


def _fits(code: str, city: str | None) -> bool:
    """Danish post codes have four digits too: the city must be a Norwegian one, or much like that of the code."""
    if not city or _by_name(city):
        return True
    return fuzz.partial_ratio(fold(city), register().name_of.get(code, "")) >= _LIKE


def _by_name(city: str, *, municipalities_only: bool = False) -> tuple[str, str] | None:
    known = register()
    for name in (city, city.split(",", maxsplit=1)[0], city.split("(", maxsplit=1)[0], city.replace("kommune", "")):
        folded = fold(" ".join(name.split()).strip(" ,.;"))
        area = None if municipalities_only else known.by_place.get(folded)
        area = area or known.county_of.get(folded)
        if area:
            return area
    return None


def all_of(place: Place) -> list[Place]:
    """One place per city: ``OSLO; KRISTIANSAND`` names two."""
    parts = [
        part.strip() for part in (place.city or "").replace(" / ", ";").replace("|", ";").split(";") if part.strip()
    ]
    if len(parts) < 2:
        return [place]
    return [replace(place, city=part, municipality=None, county=None, postal_code=None) for part in parts]


_WORK_PLACE = compiled(
    r"\b(?:arbeidss?ted\w*|arbeidss?tad\w*|arbetsort\w*|arbetsplats\w*|arbejdss?ted\w*|kontorsted\w*|kontorstad\w*|"
    r"kontoret|tjenestested\w*|oppmøtested\w*|oppmøtestad\w*|work ?place|place of work|location|job location|placering|"
    r"stillingen er (?:plassert|lokalisert|stasjonert)|stillinga er (?:plassert|lokalisert)|based|lokalisert|plassert|"
    r"hovedkontoret|hovudkontoret|kundesenteret|kundesenter|avdeling|avdelingen|office|offices)\b"
    r"(?::|\s(?:vårt|vårt|vår|er|vil være|vert|blir|is|are|will be|ligger|ligg|located))*\s(?:(?:i|på|ved|in|at)\s)?"
)
_NAMES = re.compile(r"(?P<name>[A-ZÆØÅ][\w.-]+(?:\s(?:i|på|og i)\s[A-ZÆØÅ][\w-]+|\s[A-ZÆØÅ][\w-]+)?)")
_NEXT = re.compile(r"\s?(?:,|/|\b(?:og|eller|or|and|samt|och|eller i|og i)\b)\s?")
_IN_TITLE = re.compile(r"(?:\s[-–|]\s|,\s|\bi\s|\bin\s|\btil\s|\()(?P<rest>[A-ZÆØÅ][^()|]{1,60})\)?\s*$")
_ABOUT = (Section.NONE, Section.ROLE, Section.PRACTICAL, Section.OFFER, Section.EMPLOYER)


def named(document: Document) -> tuple[Place, ...]:
    """Places of work that the ad itself names, in order; only such as the register knows."""
    for _, voice in document.said:
        if voice.section in _ABOUT or not voice.listed:
            found = _in_sentence(voice)
            if found:
                return found
    title = _IN_TITLE.search(document.ad.title)
    return _listed(title["rest"]) if title else ()


@once_for_words
def _in_sentence(voice: Voice) -> tuple[Place, ...]:
    for cue in _WORK_PLACE.finditer(voice.folded):
        found = _listed(voice.text[cue.end() :])
        if found:
            return found
    return ()


def _listed(words: str) -> tuple[Place, ...]:
    """The known places that ``words`` begins with: *Ålesund eller Volda*."""
    found: list[Place] = []
    at = 0
    while name := _NAMES.match(words, at):
        place, length = _longest(name["name"])
        if place is None:
            break
        found.append(place)
        following = _NEXT.match(words, name.start() + length)
        if following is None:
            break
        at = following.end()
    return tuple(dict.fromkeys(found))


def _longest(name: str) -> tuple[Place | None, int]:
    """The place that all of ``name`` or its first word is the name of, and the letters used."""
    for part in dict.fromkeys((name, name.split(" ", maxsplit=1)[0])):
        plain = part.rstrip(".,-")
        area = _by_name(plain)
        if area:
            return Place(city=plain, municipality=area[0], county=area[1], country="NO"), len(plain)
    return None, 0
