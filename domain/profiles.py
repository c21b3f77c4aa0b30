"""A profile: what a job seeker has and wants."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """One person's profile. Empty wishes mean *no preference*; the match then leaves that part out."""

    name: str
    concepts: frozenset[str] = frozenset()
    """Concept ids held: skills, tools, certifications, licences."""
    education: str | None = None
    """none, vocational, bachelor, master or phd."""
    experience_years: float | None = None
    leadership: bool | None = None
    """Has the person led people?"""
    languages: frozenset[str] = frozenset()
    """ISO 639-1 codes spoken at work."""
    municipalities: frozenset[str] = frozenset()
    counties: frozenset[str] = frozenset()
    near: str | None = None
    """Municipality from which ``radius_km`` is counted."""
    radius_km: float | None = None
    """As the crow flies, between the largest towns of two municipalities."""
    remote: bool = False
    """Would work from home, so that place matters less."""
    extent_min: float | None = None
    """Least extent wanted, per cent of full time."""
    shift_work: bool | None = None
    """Will the person work evenings and weekends? None: no preference."""
    salary_floor: float | None = None
    """NOK a year."""
