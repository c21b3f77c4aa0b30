"""Alerts, digests and deliveries: what is owed to whom, for which date, through which channel."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from domain.matching import Match
from domain.postings import DeadlineKind, Place, Salary


class Frequency(StrEnum):
    """How often an alert speaks."""

    DAILY = "daily"
    WEEKLY = "weekly"
    """On the alert's ``weekdays``; on Mondays where none are chosen."""


class DeliveryState(StrEnum):
    """Where an outbox row stands."""

    READY = "ready"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Alert:
    """A saved search with a channel."""

    id: int
    name: str
    email: str
    profile: str | None
    """Name of the profile to score against; None scores against the occupation."""
    query: str = ""
    """Words that title, employer, place or text must hold; empty takes everything."""
    min_score: int = 0
    frequency: Frequency = Frequency.DAILY
    at: time = time(7, 0)
    """Local time in ``zone`` from which the digest of a date is due."""
    zone: str = "Europe/Oslo"
    language: str = "nb"
    paused: bool = False
    weekdays: frozenset[int] = frozenset()
    """Days on which a weekly alert speaks, Monday 0 to Sunday 6."""
    silent_until: date | None = None
    """Snoozed: no digest for a local date before this one."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One source that shows an opening."""

    source: str
    title: str
    url: str
    posting: int = 0
    """Id of the posting, by which ``openings split`` takes it out."""


@dataclass(frozen=True, slots=True)
class OpeningCard:
    """What a digest, a table or a list says of an opening."""

    opening: int
    title: str
    employer: str
    places: tuple[Place, ...]
    deadline: date | None
    deadline_kind: DeadlineKind
    published: datetime | None
    apply_url: str
    """Link to the ad or its application form, as the best source gives it."""
    listings: tuple[Listing, ...]
    match: Match
    salary: Salary | None = None
    extent: str | None = None
    first_seen: datetime | None = None
