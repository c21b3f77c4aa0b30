"""The facts of an opening: of all sources the best value of each, where it comes from, and who says otherwise.

What the words of an ad say goes before a portal's own field, which often holds a default; among equals the source that
leads (open, with the longest text) goes first. A value that another source states differently is not lost: it stands
beside the one that is shown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from domain.matching import AdFields, Reading
from storage.postings import StoredPosting

_NOTHING = (None, "", ())


class Said(NamedTuple):
    """What one source says of a fact; an empty quote: in a field of its own."""

    value: object
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its origin: the portal's own field, or the words of the ad."""

    name: str
    value: object
    quote: str = ""
    """Empty: it stands in the portal's own field."""
    source: str = ""
    """The source that says so; empty when it is put together from all."""
    otherwise: tuple[Said, ...] = ()
    """What others say instead, or the source itself in another place."""


class _Ad(NamedTuple):
    posting: StoredPosting
    fields: AdFields


Getter = Callable[[_Ad], Iterator[tuple[object, str]]]


def _read(name: str, quoted: str = "") -> Getter:
    """A fact that is read in the words alone."""

    def get(ad: _Ad) -> Iterator[tuple[object, str]]:
        yield getattr(ad.fields, name), ad.fields.quotes.get(quoted or name, "")

    return get


def _stated(name: str) -> Getter:
    """A fact that only a portal's field states."""

    def get(ad: _Ad) -> Iterator[tuple[object, str]]:
        yield getattr(ad.posting.draft, name), ""

    return get


def _deadline(ad: _Ad) -> Iterator[tuple[object, str]]:
    yield ad.fields.deadline, ad.fields.quotes.get("deadline", "")
    yield ad.posting.draft.deadline, ""


def _pay(ad: _Ad) -> Iterator[tuple[object, str]]:
    yield ad.fields.salary, ad.fields.quotes.get("salary", "")
    yield ad.posting.draft.salary, ""


def _extent(ad: _Ad) -> Iterator[tuple[object, str]]:
    yield _percent(ad.fields.extent_percent), ad.fields.quotes.get("extent_percent", "")
    if not ad.fields.extent_percent:
        yield ad.posting.draft.extent_raw, ""


def _languages(ad: _Ad) -> Iterator[tuple[object, str]]:
    yield tuple(asked.language for asked in ad.fields.languages), ad.fields.quotes.get("languages", "")


_FACTS: tuple[tuple[str, Getter], ...] = (
    ("deadline", _deadline),
    ("pay", _pay),
    ("department", _stated("department")),
    ("employment_type", _read("employment_type")),
    ("extent", _extent),
    ("positions", _read("positions")),
    ("remote", _read("remote")),
    ("sector", _stated("sector")),
    ("education", _read("education_min")),
    ("experience", _read("experience_years")),
    ("people_managed", _read("people_managed")),
    ("shift_work", _read("shift_work")),
    ("languages", _languages),
    ("start", _stated("start_raw")),
)


def facts(
    group: Sequence[StoredPosting], readings: Mapping[int, Reading], shown: Mapping[str, object]
) -> tuple[Fact, ...]:
    """The facts that some source states.

    ``group``: the postings, the leading one first; ``shown``: what the head of the page says of deadline and pay, whose
    origin is told here and which a dispute is told against.
    """
    ads = [_Ad(one, readings[one.id].fields if one.id in readings else AdFields()) for one in group]
    found = []
    for name, get in _FACTS:
        said = list(_said(ads, get))
        best = _best(said, shown.get(name))
        if best is not None:
            found.append(Fact(name, *best, _otherwise(best.value, said)))
    return tuple(found)


def _said(ads: Iterable[_Ad], get: Getter) -> Iterator[Said]:
    for ad in ads:
        for value, quote in get(ad):
            if value not in _NOTHING:
                yield Said(value, quote, ad.posting.source)


def _best(said: Sequence[Said], shown: object) -> Said | None:
    """What the page already shows; else what the words of an ad say; else what the first source has in its field."""
    told = next((one for one in said if one.value == shown), None) if shown not in _NOTHING else None
    return told or next((one for one in said if one.quote), said[0] if said else None)


def _otherwise(value: object, said: Iterable[Said]) -> tuple[Said, ...]:
    """Other values, each once: as the first source that states it does."""
    others: list[Said] = []
    for one in said:
        if one.value != value and all(one.value != other.value for other in others):
            others.append(one)
    return tuple(others)


def _percent(extent: tuple[float, ...] | None) -> str:
    if not extent:
        return ""
    low, high = min(extent), max(extent)
    return f"{low:g} %" if low == high else f"{low:g}–{high:g} %"
