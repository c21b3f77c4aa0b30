"""What a person lacks, counted over the openings that are open now."""

from domain.clock import local_date
from domain.matching import Reading, RelevanceAnswer
from matcher.gaps import Gap, gaps
from matcher.occupation import load_occupation
from operations.context import Context
from storage import openings, postings, profiles, readings

REACH = 60
"""Points; the score from which the README's examples send an opening."""


def profile_gaps(context: Context, name: str, *, reach: int = REACH) -> list[Gap]:
    """Certifications, licences and tools that ``name`` lacks, those that open most openings first.

    Raises NothingFoundError when there is no such profile.
    """
    with context.store.read() as session:
        profile = profiles.get(session, name)
        active = {posting.id for posting in postings.active(session)}
        texts = readings.of(session, active)
        grouped = {one.id: [texts[item] for item in one.postings if item in texts] for one in openings.groups(session)}
    fullest = {one: _fullest(found) for one, found in grouped.items() if found}
    wanted = {one: text for one, text in fullest.items() if text.relevance.answer is not RelevanceAnswer.NO}
    return gaps(wanted, profile, load_occupation(), today=local_date(context.clock.now()), reach=reach)


def _fullest(found: list[Reading]) -> Reading:
    return max(found, key=lambda reading: len(reading.text))
