"""Read what is stored, tell openings apart, score them against the occupation and every profile."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from domain.clock import local_date
from domain.matching import AdText, Match, Reading, RelevanceAnswer
from domain.postings import Draft, PostingStatus
from domain.profiles import Profile
from matcher.occupation import Occupation, load_occupation
from matcher.openings import Grouping, PostingKey, Rulings, same_openings
from matcher.reader import Reader
from matcher.score import score_occupation, score_profile
from operations.context import Context
from operations.indexing import reindex
from storage import matches, openings, postings, profiles, readings, rulings
from storage.postings import StoredPosting
from storage.rulings import Ruling

OCCUPATION_TARGET = "occupation:customer_service_manager"
REMEMBERED = timedelta(days=60)
"""Since when a posting may be closed and still be compared with new ones."""
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
    """Bring readings, openings and scores up to date; with ``rescore`` every ad is read again."""
    occupation = load_occupation()
    reader = Reader(occupation)
    if rescore:
        with context.store.write() as session:
            readings.forget_all(session)
    read = _read_new(context, reader)
    grouped = _regroup(context, reader.version)
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


def _regroup(context: Context, version: str) -> list[_Opening]:
    """Decide anew which postings are one opening; ids are kept where they can be.

    Postings closed not long ago take part: when one portal withdraws an ad before another first shows it, the opening
    is still the one that people were told of.
    """
    now = context.clock.now()
    with context.store.read() as session:
        stored = {posting.id: posting for posting in postings.active_or_closed_since(session, now - REMEMBERED)}
        texts = readings.of(session, list(stored))
        ruled = rulings.all_rulings(session)
    keys = [_key(stored[number], texts[number]) for number in stored if number in texts]
    grouping = same_openings(keys, _rulings(ruled))
    with context.store.write() as session:
        opening_of = openings.save_groups(session, grouping.groups, _why(grouping), now)
    active = {number: text for number, text in texts.items() if stored[number].status is PostingStatus.ACTIVE}
    shown = [[number for number in group if number in active] for group in grouping.groups]
    return [_Opening(opening_of[group[0]], _fullest(group, active)) for group in shown if group]


def _rulings(ruled: Iterable[Ruling]) -> Rulings:
    same, different = set[tuple[int, int]](), set[tuple[int, int]]()
    for ruling in ruled:
        (same if ruling.same else different).add((ruling.first, ruling.second))
    return Rulings(frozenset(same), frozenset(different))


def _why(grouping: Grouping) -> dict[int, str]:
    """Posting id → why it is in its group, in the words of the merge that brought it in."""
    told: dict[int, str] = {}
    for (one, other), words in grouping.explanations.items():
        for number in (one, other):
            told[number] = f"{told[number]}; {words}" if number in told else words
    return told


def _fullest(group: Sequence[int], texts: Mapping[int, Reading]) -> Reading:
    return max((texts[number] for number in group), key=lambda reading: len(reading.text))


def _key(posting: StoredPosting, reading: Reading) -> PostingKey:
    draft = posting.draft
    return PostingKey(
        id=posting.id,
        source=posting.source,
        title=draft.title,
        employer=draft.employer or "",
        orgnr=draft.employer_orgnr,
        places=reading.fields.places or draft.places,
        text=reading.text,
        published=local_date(draft.date_posted) if draft.date_posted else None,
        deadline=reading.fields.deadline,
        deadline_kind=reading.fields.deadline_kind,
        references=draft.references,
        url=draft.url,
    )


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
