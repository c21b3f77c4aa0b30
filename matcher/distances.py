"""How far two Norwegian municipalities lie from each other: between their largest towns, as the crow flies."""

from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from matcher.folding import fold

_DATA = Path(__file__).parent / "data" / "centres_no.txt"
_EARTH_KM = 6371.0


def kilometres(one: str, other: str) -> float | None:
    """Between two municipalities by name; None when the centre of either is not known."""
    here, there = _centres().get(fold(one)), _centres().get(fold(other))
    if here is None or there is None:
        return None
    (north, east), (far_north, far_east) = here, there
    # The haversine formula: exact enough for any distance.
    half = sin((far_north - north) / 2) ** 2 + cos(north) * cos(far_north) * sin((far_east - east) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def is_known(municipality: str) -> bool:
    """Is its centre known?"""
    return fold(municipality) in _centres()


@cache
def _centres() -> dict[str, tuple[float, float]]:
    """Folded municipality → latitude and longitude in radians."""
    found: dict[str, tuple[float, float]] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _, name, latitude, longitude = line.split("|")
            centre = radians(float(latitude)), radians(float(longitude))
            for spelling in (name, *name.split(" - ")):
                found.setdefault(fold(spelling), centre)
    return found
