"""What a person lacks, counted over the openings that are open now."""

from domain.clock import local_date
from matcher.gaps import Gap, gaps
from matcher.occupation import load_occupation
from operations.context import Context
from operations.scoring import open_readings
from storage import profiles

REACH = 60
"""Points; the score from which the README's examples send an opening."""


def profile_gaps(context: Context, name: str, *, reach: int = REACH) -> list[Gap]:
    """Certifications, licences and tools that ``name`` lacks, those that open most openings first.

    Raises NothingFoundError when there is no such profile.
    """
    with context.store.read() as session:
        profile = profiles.get(session, name)
        found = open_readings(session)
    return gaps(found, profile, load_occupation(), today=local_date(context.clock.now()), reach=reach)
