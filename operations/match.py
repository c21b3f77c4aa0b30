"""Read what is stored, tell openings apart, score them against the occupation and every profile."""

from dataclasses import dataclass

from domain.clock import local_date
from domain.matching import AdText
from domain.postings import Draft
from matcher.occupation import load_occupation
from matcher.reader import Reader
from operations.context import Context
from operations.grouping import group
from operations.indexing import reindex
from operations.scoring import readings_of, score_for, score_for_occupation
from operations.targets import OCCUPATION_TARGET
from storage import openings, postings, profiles, readings
from storage.postings import StoredPosting

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
    reader = Reader(load_occupation())
    if rescore:
        with context.store.write() as session:
            readings.forget_all(session)
    read = _read_new(context, reader)
    group(context)
    with context.store.read() as session:
        leads = openings.active_leads(session)
        relevant = readings_of(session, leads)
        people = profiles.all_profiles(session)
    score_for_occupation(context, relevant)
    score_for(context, people, relevant)
    reindex(context, OCCUPATION_TARGET)
    return MatchReport(read, len(leads), len(relevant), reader.version)


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
