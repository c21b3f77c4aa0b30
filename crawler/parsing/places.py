"""Places of work: proper case for NAV's capitals, the Norwegian form of double names, addresses, country codes."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from babel import Locale

from crawler.parsing.text import one_line, or_none
from domain.postings import Place

_SMALL = frozenset({"i", "på", "og", "ved", "av", "den", "de", "over", "under", "til"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Official Sámi and Kven names of municipalities and counties, and the Norwegian ones that all sources share (the
# register of municipalities, borders of 2024).
_NORWEGIAN_OF = {
    **{"guovdageaidnu": "Kautokeino", "kárášjohka": "Karasjok", "karasjohka": "Karasjok", "deatnu": "Tana"},
    **{"unjárga": "Nesseby", "porsáŋgu": "Porsanger", "porsanki": "Porsanger", "gáivuotna": "Kåfjord"},
    **{"kaivuono": "Kåfjord", "omasvuotna": "Storfjord", "omasvuono": "Storfjord", "loabák": "Lavangen"},
    **{"dielddanuorri": "Tjeldsund", "hábmer": "Hamarøy", "fuossko": "Fauske", "evenášši": "Evenes"},
    **{"snåase": "Snåsa", "raarvihke": "Røyrvik", "aarborte": "Hattfjelldal", "rosse": "Røros"},
    **{"finnmárku": "Finnmark", "finmarkku": "Finnmark", "romsa": "Troms", "tromssa": "Troms"},
    **{"nordlánnda": "Nordland", "nordlaante": "Nordland", "trööndelage": "Trøndelag"},
}
_PARTS = re.compile(r"\s*[-–/]\s*")
_POSTAL_CITY = re.compile(r"^(?:[A-Z]{1,2}-)?(\d{4,5}|\d{3} \d{2})\s+(\D.*)$")
_NOWHERE = frozenset({"remote", "hjemmekontor", "anywhere", "fjernarbeid", "home office", "distans"})
_LANGUAGES = ("nb", "nn", "en", "sv", "da", "de")
_ALSO = {
    "uk": "GB",
    "usa": "US",
    "nor": "NO",
    "swe": "SE",
    "dnk": "DK",
    "fin": "FI",
    "isl": "IS",
    "deu": "DE",
    "gbr": "GB",
}
_MAX_PLACES = 60


def proper_case(name: str) -> str:
    """A name in capitals ("MO I RANA") as Norwegian writes it ("Mo i Rana"); anything else as it is."""
    if not name.isupper() or len(name) < 2:
        return name
    return _WORD.sub(lambda word: _cased(word[0], first=word.start() == 0), name)


def norwegian_name(name: str) -> str:
    """The Norwegian form of an official name in several languages ("Kárášjohka - Karasjok" is Karasjok)."""
    found = (_NORWEGIAN_OF.get(part.strip().casefold()) for part in _PARTS.split(name))
    return next(filter(None, found), name)


def place_name(value: object) -> str | None:
    """A municipality, county or city in one spelling for all sources."""
    name = one_line(value)
    return norwegian_name(proper_case(name)) or None


def country_code(value: object) -> str | None:
    """ISO 3166-1 alpha-2 of a country named in Norwegian, English, Swedish, Danish or German; else the word itself."""
    word = one_line(value)
    if not word:
        return None
    return _countries().get(word.casefold(), word)


def read_address(text: str) -> Place | None:
    """A postal address in one line ("Strandgata 13, 2815 Gjøvik, Norge"), a city, or a country."""
    parts = [part.strip() for part in one_line(text).split(",") if part.strip()]
    parts = [part for part in parts if part.casefold() not in _NOWHERE]
    if not parts:
        return None
    # A two-letter word alone may be a village as well as a country.
    country = _countries().get(parts[-1].casefold()) if len(parts) > 1 or len(parts[0]) > 2 else None
    if country:
        parts.pop()
    for number, part in enumerate(parts):
        found = _POSTAL_CITY.match(part)
        if found:
            street = ", ".join(parts[:number]) or None
            return Place(
                place_name(found[2]), None, place_name(", ".join(parts[number + 1 :])), found[1], street, country
            )
    city = place_name(parts[0]) if parts else None
    county = place_name(parts[1]) if len(parts) == 2 else None
    if len(parts) > 1 and any(char.isdigit() for char in parts[0]):
        return Place(city=place_name(parts[-1]), street_address=", ".join(parts[:-1]), country=country)
    return Place(city=city, county=county, country=country)


def job_places(value: Any) -> tuple[Place, ...]:
    """Places in a schema.org ``jobLocation`` (object, list or text, addresses likewise), each once."""
    return tuple(dict.fromkeys(_places(value)))[:_MAX_PLACES]


def _places(value: Any) -> Iterator[Place]:
    if isinstance(value, list):
        for item in value[:_MAX_PLACES]:
            yield from _places(item)
    elif isinstance(value, Mapping):
        address = value.get("address", value if "addressLocality" in value or "postalCode" in value else None)
        if isinstance(address, Mapping):
            yield from _postal(address)
        elif address:
            yield from _places(address)
        elif value.get("@type") != "VirtualLocation":
            yield from _places(or_none(value.get("name")))
    elif isinstance(value, str):
        place = read_address(value)
        if place:
            yield place


def _postal(address: Mapping[str, Any]) -> Iterator[Place]:
    place = Place(
        city=place_name(_named(address.get("addressLocality"))),
        county=place_name(_named(address.get("addressRegion"))),
        postal_code=or_none(address.get("postalCode")),
        street_address=or_none(address.get("streetAddress")),
        country=country_code(_named(address.get("addressCountry"))),
    )
    if place != Place():
        yield place


def _named(value: Any) -> Any:
    """Text, the ``name`` of an object, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get("name") if isinstance(value, Mapping) else value


def _cased(word: str, *, first: bool) -> str:
    lowered = word.lower()
    return lowered if lowered in _SMALL and not first else lowered.capitalize()


@cache
def _countries() -> Mapping[str, str]:
    named = [item for language in _LANGUAGES for item in _territories(language)]
    return {**{name.casefold(): code for code, name in named}, **{code.casefold(): code for code, _ in named}, **_ALSO}


def _territories(language: str) -> Iterator[tuple[str, str]]:
    for code, name in Locale(language).territories.items():
        if isinstance(code, str) and isinstance(name, str) and len(code) == 2 and code.isalpha():
            yield code, name
