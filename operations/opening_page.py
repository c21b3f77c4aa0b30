"""Everything that is known of one opening, each fact with where it comes from.

An ad that its source has withdrawn is closed to the public at once: its words stay stored, and are shown to operators
alone (terms of NAV's feed; we hold to them for every source).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from alerts.cleaning import web_address
from domain.alerts import OpeningCard
from domain.matching import Reading
from domain.postings import PostingStatus, SafeHtml
from operations.history import Change, changes
from operations.leading import leading_first
from operations.opening_facts import Fact, facts
from operations.targets import OCCUPATION_TARGET, target_of_name
from storage import cards, openings, postings, readings, search_like
from storage.postings import StoredPosting
from storage.search_like import PayRange

SIMILAR = 5


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source that shows the opening, or showed it."""

    posting: int
    source: str
    url: str
    """Empty when it is no address that may be followed."""
    title: str
    status: PostingStatus
    status_reason: str
    """Why its state is what it is; empty while nothing changed it."""
    first_seen: datetime
    last_seen: datetime
    why_same: str


@dataclass(frozen=True, slots=True)
class OpeningView:
    """What the page of an opening shows."""

    card: OpeningCard
    lead: StoredPosting
    html: SafeHtml
    about_employer: str
    """What the employer says of itself; the job's requirements are not read from it."""
    reading: Reading | None
    facts: tuple[Fact, ...]
    conflicts: tuple[tuple[str, str], ...]
    """Source, and how its field and the words of its ad contradict each other, in bokmål."""
    sources: tuple[SourceLine, ...]
    history: tuple[Change, ...]
    similar: tuple[OpeningCard, ...]
    pay_beside: PayRange | None
    is_open: bool
    withdrawn: bool
    """Every source has withdrawn its ad."""


def view(session: Session, opening_id: int, profile: str | None = None, *, withdrawn_too: bool = False) -> OpeningView:
    """The opening, open or closed; a merged one is followed. ``withdrawn_too``: the words of withdrawn ads as well.

    Raises NotStoredError.
    """
    record = openings.get(session, opening_id)
    target = target_of_name(session, profile)
    scored = cards.cards(session, [record.id], target) or cards.cards(session, [record.id], OCCUPATION_TARGET)
    card = scored[record.id] if scored else cards.card(session, record.id, target)
    stored = postings.by_ids(session, record.postings)
    texts = readings.of(session, record.postings)
    group = leading_first(stored.values(), texts)
    lead = group[0]
    readable = [posting for posting in group if withdrawn_too or posting.status is not PostingStatus.WITHDRAWN]
    if not readable:
        texts = {}
    like = cards.cards(session, search_like.similar(session, record.id, SIMILAR), OCCUPATION_TARGET)
    return OpeningView(
        card=card,
        lead=lead,
        html=(lead.draft.description_html if readable else None) or SafeHtml(""),
        about_employer=next((said for one in readable if (said := one.draft.employer_description)), ""),
        reading=texts.get(lead.id),
        facts=_facts(card, readable or group[:1], texts),
        conflicts=tuple(
            (one.source, told) for one in readable if one.id in texts for told in texts[one.id].fields.conflicts
        ),
        sources=_sources(group, record.explanations),
        history=tuple(
            change for posting in readable for change in changes(posting, postings.versions(session, posting.id))
        ),
        similar=tuple(like.values()),
        pay_beside=search_like.pay_range(session, record.id),
        is_open=any(posting.status is PostingStatus.ACTIVE for posting in group),
        withdrawn=all(posting.status is PostingStatus.WITHDRAWN for posting in group),
    )


def _sources(group: Sequence[StoredPosting], why: Mapping[int, str]) -> tuple[SourceLine, ...]:
    return tuple(
        SourceLine(
            posting.id,
            posting.source,
            web_address(posting.draft.url),
            posting.draft.title,
            posting.status,
            posting.status_reason,
            posting.first_seen,
            posting.last_seen,
            why.get(posting.id, ""),
        )
        for posting in group
    )


def _facts(card: OpeningCard, group: Sequence[StoredPosting], texts: Mapping[int, Reading]) -> tuple[Fact, ...]:
    """What the card says, and around it what the sources do."""
    found = facts(group, texts, {"deadline": card.deadline, "pay": card.salary})
    employer = next((one.source for one in group if one.draft.employer == card.employer), "")
    published = next((one.source for one in group if one.draft.date_posted == card.published), "")
    around = (
        Fact("employer", card.employer, source=employer),
        *found,
        Fact("published", card.published, source=published),
    )
    return tuple(fact for fact in around if fact.value not in (None, ""))
