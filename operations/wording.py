"""Words of ads that the vocabulary does not know, for an operator to look at."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain.searching import Criteria, Sort
from matcher.suggest import Suggestion, suggest
from storage import openings, readings, search

LOOKED_AT = 2_000
"""Open openings, the newest first: enough to see how ads speak now."""


def unknown_phrases(session: Session, now: datetime) -> list[Suggestion]:
    """Phrases that the requirements of open ads use and no concept covers, most frequent first."""
    hits = search.find(session, Criteria(sort=Sort.NEWEST), now, limit=LOOKED_AT)
    postings = [posting for hit in hits for posting in openings.members(session, hit.opening)]
    return suggest(readings.of(session, postings).values())
