"""Places of work brought to municipality and county, by the Norwegian register of post codes."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz import fuzz

from domain.postings import Place
from matcher.folding import fold

_LIKE = 85
_DATA = Path(__file__).parent.parent / "data" / "places_no.txt"


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
    area = known.by_code.get(code) if len(code) == 4 and _fits(code, place.city) else None
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
