"""Bring the search index up to date: after a match, in large batches, only what has changed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from domain.matching import AdFields, ConceptKind, Modality, Reading
from domain.postings import Place, PostingStatus, Salary
from domain.prefilter import fold
from operations.context import Context
from operations.leading import leading_first
from storage import openings, postings, readings, search_index
from storage.postings import StoredPosting
from storage.search_index import SearchDoc

T = TypeVar("T")

BATCH = 500
"""Openings between two transactions."""
OPTIMISE_FROM = 5_000
_HOURS_A_YEAR, _DAYS_A_YEAR, _WEEKS_A_YEAR = 1950, 260, 52
_A_YEAR = {"year": 1, "month": 12, "week": _WEEKS_A_YEAR, "day": _DAYS_A_YEAR, "hour": _HOURS_A_YEAR}
"""How often a pay period comes in a year of full-time work."""
_FULL_TIME = 95.0
_LEVEL_OF_YEARS = ((1.0, "0"), (3.0, "1-2"), (6.0, "3-5"))


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What was done to the index."""

    entered: int
    removed: int
    rescored: int
    size: int


def reindex(context: Context, target: str, *, anew: bool = False) -> IndexReport:
    """Enter what is new or changed, drop what is gone, copy the scores against ``target``; with ``anew`` everything."""
    with context.store.read() as session:
        current = search_index.stamps(session)
        stored = {} if anew else search_index.stored_stamps(session)
        gone = [opening for opening in search_index.stored_stamps(session) if opening not in current]
    changed = sorted(opening for opening, stamp in current.items() if stored.get(opening) != stamp)
    with context.store.write() as session:
        removed = search_index.remove(session, gone)
    for start in range(0, len(changed), BATCH):
        _enter(context, changed[start : start + BATCH], current)
    with context.store.write() as session:
        rescored = search_index.take_scores(session, target)
        if len(changed) >= OPTIMISE_FROM:
            search_index.optimise(session)
        return IndexReport(len(changed), removed, rescored, search_index.size(session))


def ensure_indexed(context: Context, target: str) -> None:
    """Fill an index that is empty: a store from before there was one, or one that was restored."""
    with context.store.read() as session:
        empty = search_index.size(session) == 0
    if empty:
        reindex(context, target)


def _enter(context: Context, batch: Sequence[int], stamps: Mapping[int, str]) -> None:
    with context.store.read() as session:
        docs = list(_docs(session, batch, stamps))
    with context.store.write() as session:
        search_index.replace(session, docs)


def _docs(session: Session, batch: Sequence[int], stamps: Mapping[int, str]) -> Iterable[SearchDoc]:
    members = {opening: openings.members(session, opening) for opening in batch}
    wanted = [posting for group in members.values() for posting in group]
    stored = postings.by_ids(session, wanted)
    texts = readings.of(session, wanted)
    for opening, group in members.items():
        found = [stored[posting] for posting in group if posting in stored]
        if found:
            yield document(opening, stamps[opening], found, texts)


def document(opening: int, stamp: str, group: Sequence[StoredPosting], texts: Mapping[int, Reading]) -> SearchDoc:
    """An opening as the index wants it; the open posting that leads goes first (:mod:`operations.leading`)."""
    open_ones = [posting for posting in group if posting.status is PostingStatus.ACTIVE]
    shown = leading_first(open_ones or group, texts)
    drafts = [posting.draft for posting in shown]
    read = [texts[posting.id] for posting in shown if posting.id in texts]
    lead = read[0] if read else None
    places = next((item.fields.places for item in read if item.fields.places), None) or _first(
        draft.places for draft in drafts
    )
    low, high = _pay(_first([*(draft.salary for draft in drafts), *(item.fields.salary for item in read)]))
    return SearchDoc(
        opening=opening,
        stamp=stamp,
        is_open=bool(open_ones),
        title=drafts[0].title,
        employer=_first(draft.employer for draft in drafts) or "",
        employer_orgnr=_first(draft.employer_orgnr for draft in drafts),
        places=tuple(_place_words(places or ())),
        text=lead.text if lead else (drafts[0].summary or ""),
        language=lead.language if lead else "",
        published=min((draft.date_posted for draft in drafts if draft.date_posted), default=shown[0].first_seen),
        first_seen=min(posting.first_seen for posting in group),
        closed_at=None if open_ones else max((p.closed_at for p in group if p.closed_at), default=None),
        deadline=_deadline(shown, read),
        salary_low=low,
        salary_high=high,
        facets=_facets(shown, read, places or ()),
        concepts=_concepts(read, lambda mention_kind: True),
    )


def _deadline(shown: Sequence[StoredPosting], read: Sequence[Reading]) -> date | None:
    return _first([*(posting.draft.deadline for posting in shown), *(item.fields.deadline for item in read)])


def _pay(salary: Salary | None) -> tuple[int | None, int | None]:
    """NOK a year; nothing for pay in another currency, which would be a guess."""
    if salary is None or salary.currency != "NOK" or salary.period not in _A_YEAR:
        return None, None
    times = _A_YEAR[salary.period]
    low, high = (None if value is None else round(value * times) for value in (salary.minimum, salary.maximum))
    return (low if low is not None else high), (high if high is not None else low)


def _facets(shown: Sequence[StoredPosting], read: Sequence[Reading], places: Sequence[Place]) -> dict[str, set[str]]:
    fields = read[0].fields if read else AdFields()
    return {
        **_where(places),
        "extent": _extent(fields.extent_percent),
        "engagement": _known(fields.employment_type),
        "sector": {word for posting in shown if (word := sector(posting.draft.sector))},
        "education": _known(fields.education_min),
        "experience": _experience(fields.experience_years),
        "remote": _known(fields.remote),
        "language": _known(read[0].language if read else None),
        "work_language": {asked.language for asked in fields.languages if asked.level is not Modality.NEGATED},
        "certification": _concepts(read, lambda kind: kind is ConceptKind.CERTIFICATION),
        "source": {posting.source for posting in shown},
    }


def _where(places: Sequence[Place]) -> dict[str, set[str]]:
    counties = {county for place in places if (county := _county(place))}
    municipalities = {f"{place.county}.{place.municipality}" for place in places if place.county and place.municipality}
    return {"county": counties, "municipality": municipalities}


def _county(place: Place) -> str | None:
    """A Norwegian county, or abroad the country's code."""
    if place.county and (place.country or "NO") == "NO":
        return place.county
    return place.country if place.country and len(place.country) == 2 and place.country != "NO" else None


def _place_words(places: Iterable[Place]) -> Iterable[str]:
    names = [name for place in places for name in (place.city, place.municipality, place.county) if name]
    return dict.fromkeys(names)


def _extent(percent: tuple[float, ...] | None) -> set[str]:
    if not percent:
        return set()
    full = {"full"} if max(percent) >= _FULL_TIME else set()
    return full | ({"part"} if min(percent) < _FULL_TIME else set())


def sector(word: str | None) -> str | None:
    """``public`` or ``private``, as far as the portal's word says so."""
    folded = fold(word or "")
    if folded.startswith(("offentl", "offentleg", "public", "kommun", "stat", "fylke")):
        return "public"
    return "private" if folded.startswith("privat") else None


def _experience(years: float | None) -> set[str]:
    if years is None:
        return set()
    return {next((level for below, level in _LEVEL_OF_YEARS if years < below), "6+")}


def _known(value: str | None) -> set[str]:
    return {value} if value else set()


def _concepts(read: Sequence[Reading], wanted: Callable[[ConceptKind], bool]) -> set[str]:
    """Concepts that any of the ads asks for; what an ad says it does not ask for is none."""
    return {
        mention.concept
        for item in read
        for mention in item.mentions
        if mention.modality is not Modality.NEGATED and wanted(mention.kind)
    }


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value), None)
