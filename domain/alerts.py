"""Alerts, digests and deliveries: what is owed to whom, for which date, through which channel."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from domain.matching import Match
from domain.postings import DeadlineKind, Place, Salary


class Frequency(StrEnum):
    """How often an alert speaks."""

    DAILY = "daily"
    WEEKLY = "weekly"
    """On the alert's ``weekdays``; on Mondays where none are chosen."""
    INSTANT = "instant"
    """As soon as an opening is found; what waits out the quiet hours or the day's cap comes in a daily digest."""


class MailKind(StrEnum):
    """Why a message is written."""

    DIGEST = "digest"
    INSTANT = "instant"
    CONFIRM = "confirm"
    """Asks an address whether it wants the alert; the only mail it gets before it has said so."""
    RENEWAL = "renewal"
    """Asks whether the alert is still wanted, before it lapses."""
    NOTE = "note"
    """What has happened to openings that somebody saved, where no digest could take it along."""
    TEST = "test"
    """Asked for to see how it looks; it counts for nothing."""


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
    quiet_from: time = time(21, 0)
    """Local time from which an instant alert keeps still, until ``quiet_until``; the same time twice: never still."""
    quiet_until: time = time(7, 0)
    daily_cap: int = 5
    """Instant mails on one local date at most; what comes later waits for the next digest."""
    confirmed: bool = True
    """Has the address said that it wants the alert, or somebody vouched for it? Before that it gets no digest."""
    renewed_at: datetime | None = None
    """When somebody last said that the alert is wanted; None before it is stored."""
    channel: str = field(default="", repr=False)
    """Where digests and instant messages go: empty for mail to ``email``, an https address for a webhook, else a chat
    in the words of Apprise (``slack://…``). It may hold a key, so that it is never printed whole."""


@dataclass(frozen=True, slots=True)
class Known:
    """How an opening stands, or how it stood when the person who saved it last heard of it."""

    deadline: date | None
    deadline_kind: DeadlineKind
    open: bool
    reminded_for: date | None = None
    """The deadline that a reminder was sent of."""


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
