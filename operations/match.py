"""Read what is stored, tell openings apart, score them against the occupation and every profile."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain.clock import local_date
from domain.matching import AdText, Match, Reading, RelevanceAnswer
from domain.postings import Draft
from domain.profiles import Profile
from matcher.occupation import Occupation, load_occupation
from matcher.reader import Reader
from matcher.score import score_occupation, score_profile
from operations.context import Context
from operations.grouping import group
from operations.indexing import reindex
from storage import matches, openings, postings, profiles, readings
from storage.postings import StoredPosting

OCCUPATION_TARGET = "occupation:customer_service_manager"
READ_AT_ONCE = 200
"""Ads read between two transactions."""


@dataclass(frozen=True, slots=True)
class MatchReport:
    """What a match run did."""

    read: int
    """Ads read anew."""
    openings: int
    """Openings behind the ads that are open now."""
    relevant: int
    """Of these, openings that are the occupation (first-line leads included)."""
    version: str


def match(context: Context, *, rescore: bool = False) -> MatchReport:
    """Bring readings, openings and scores up to date; with ``rescore`` every ad is read again.

    Waits for a match that another process has under way: two at once would group each other's openings.
    """
    with context.store.one_at_a_time("match"):
        return _match(context, rescore=rescore)


def _match(context: Context, *, rescore: bool) -> MatchReport:
    occupation = load_occupation()
    reader = Reader(occupation)
    if rescore:
        with context.store.write() as session:
            readings.forget_all(session)
    read = _read_new(context, reader)
    group(context)
    grouped = _open_now(context)
    relevant = _score(context, occupation, grouped)
    reindex(context, OCCUPATION_TARGET)
    return MatchReport(read, len(grouped), relevant, reader.version)


def _read_new(context: Context, reader: Reader) -> int:
    done = 0
    while True:
        with context.store.read() as session:
            batch = postings.to_read(session, reader.version, READ_AT_ONCE)
        if not batch:
            return done
        results = [(posting, reader.read(ad_text(posting))) for posting in batch]
        with context.store.write() as session:
            now = context.clock.now()
            for posting, reading in results:
                readings.save(session, posting.id, posting.content_hash, reading, now)
        done += len(batch)


def ad_text(posting: StoredPosting) -> AdText:
    """What the matcher may know of a posting: the ad as published."""
    return text_of_draft(posting.draft)


def text_of_draft(draft: Draft) -> AdText:
    """What the matcher may know of an ad."""
    return AdText(
        title=draft.title,
        description_html=draft.description_html or draft.summary or "",
        employer=draft.employer or "",
        published=local_date(draft.date_posted) if draft.date_posted else None,
        deadline_raw=draft.deadline_raw,
        places=draft.places,
        employment_type_raw=draft.employment_type_raw,
        extent_raw=draft.extent_raw,
        positions_raw=draft.positions_raw,
        salary=draft.salary,
        job_location_type=draft.job_location_type,
        language=draft.language,
    )


@dataclass(frozen=True, slots=True)
class _Opening:
    id: int
    reading: Reading
    """Of the posting that says most."""


def _open_now(context: Context) -> list[_Opening]:
    """Openings with a posting that is active and read, by id."""
    with context.store.read() as session:
        shown = openings.active_members(session)
        texts = readings.of(session, [number for members in shown.values() for number in members])
    return [_Opening(one, _fullest(members, texts)) for one, members in shown.items()]


def _fullest(group: Sequence[int], texts: Mapping[int, Reading]) -> Reading:
    return max((texts[number] for number in group), key=lambda reading: len(reading.text))


def _score(context: Context, occupation: Occupation, found: Iterable[_Opening]) -> int:
    relevant = [item for item in found if item.reading.relevance.answer is not RelevanceAnswer.NO]
    with context.store.read() as session:
        people = profiles.all_profiles(session)
    today = local_date(context.clock.now())
    rows: list[tuple[int, str, Match]] = []
    for item in relevant:
        rows.append((item.id, target_of(None), score_occupation(item.reading, occupation, today=today)))
        rows += [
            (item.id, target_of(person), score_profile(item.reading, person, occupation, today=today))
            for person in people
        ]
    with context.store.write() as session:
        matches.replace_all(session, rows, context.clock.now())
    return len(relevant)


def target_of(profile: Profile | None) -> str:
    """What a match is against, as the store keys it."""
    return OCCUPATION_TARGET if profile is None else f"profile:{profile.name}"


def target_of_name(session: Session, profile: str | None) -> str:
    """The same by the profile's name. Raises NothingFoundError when there is no such profile."""
    return target_of(None if profile is None else profiles.get(session, profile))
