"""What openings are scored against, as the store keys it."""

from sqlalchemy.orm import Session

from domain.profiles import Profile
from storage import profiles

OCCUPATION_TARGET = "occupation:customer_service_manager"


def target_of(profile: Profile | None) -> str:
    """The key of a profile, or of the occupation."""
    return OCCUPATION_TARGET if profile is None else profiles.target(profile.name)


def target_of_name(session: Session, profile: str | None) -> str:
    """The same by the profile's name. Raises NothingFoundError when there is no such profile."""
    return target_of(None if profile is None else profiles.get(session, profile))
