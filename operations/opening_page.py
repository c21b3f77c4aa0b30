"""Everything that is known of one opening, each fact with where it comes from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from alerts.cleaning import web_address
from domain.alerts import OpeningCard
from domain.matching import AdFields, Reading
from domain.postings import PostingStatus, SafeHtml
from operations.history import Change, changes
from operations.match import OCCUPATION_TARGET, target_of_name
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
    reason: str
    first_seen: datetime
    last_seen: datetime
    why_same: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its origin: the portal's own field, or the words of the ad."""

    name: str
    value: object
    quote: str = ""
    """Empty: it stands in the portal's own field."""


@dataclass(frozen=True, slots=True)
class OpeningView:
    """What the page of an opening shows."""

    card: OpeningCard
    lead: StoredPosting
    html: SafeHtml
    reading: Reading | None
    facts: tuple[Fact, ...]
    sources: tuple[SourceLine, ...]
    history: tuple[Change, ...]
    similar: tuple[OpeningCard, ...]
    pay_beside: PayRange | None
    is_open: bool


def view(session: Session, opening_id: int, profile: str | None = None) -> OpeningView:
    """The opening, open or closed; a merged one is followed. Raises NotStoredError."""
    record = openings.get(session, opening_id)
    target = target_of_name(session, profile)
    scored = cards.cards(session, [record.id], target) or cards.cards(session, [record.id], OCCUPATION_TARGET)
    card = scored[record.id] if scored else cards.card(session, record.id, target)
    stored = postings.by_ids(session, record.postings)
    texts = readings.of(session, record.postings)
    group = _by_length(stored.values())
    lead = group[0]
    like = cards.cards(session, search_like.similar(session, record.id, SIMILAR), OCCUPATION_TARGET)
    return OpeningView(
        card=card,
        lead=lead,
        html=lead.draft.description_html or SafeHtml(""),
        reading=texts.get(lead.id),
        facts=_facts(card, lead, texts.get(lead.id)),
        sources=_sources(group, record.explanations),
        history=tuple(
            change for posting in group for change in changes(posting, postings.versions(session, posting.id))
        ),
        similar=tuple(like.values()),
        pay_beside=search_like.pay_range(session, record.id),
        is_open=any(posting.status is PostingStatus.ACTIVE for posting in group),
    )


def _by_length(found: Iterable[StoredPosting]) -> list[StoredPosting]:
    group = list(found)
    alive = [posting for posting in group if posting.status is PostingStatus.ACTIVE]
    return sorted(
        group, key=lambda item: (bool(alive) and item not in alive, -len(item.draft.description_html or ""), item.id)
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


def _facts(card: OpeningCard, lead: StoredPosting, reading: Reading | None) -> tuple[Fact, ...]:
    fields = reading.fields if reading else AdFields()
    quotes = fields.quotes
    draft = lead.draft
    found = (
        Fact("employer", card.employer),
        Fact("department", draft.department),
        Fact("employment_type", fields.employment_type, quotes.get("employment_type", "")),
        Fact("extent", _percent(fields.extent_percent) or draft.extent_raw, quotes.get("extent_percent", "")),
        Fact("positions", fields.positions, quotes.get("positions", "")),
        Fact("remote", fields.remote, quotes.get("remote", "")),
        Fact("sector", draft.sector),
        Fact("education", fields.education_min, quotes.get("education_min", "")),
        Fact("experience", fields.experience_years, quotes.get("experience_years", "")),
        Fact("people_managed", fields.people_managed, quotes.get("people_managed", "")),
        Fact("shift_work", fields.shift_work, quotes.get("shift_work", "")),
        Fact("languages", tuple(asked.language for asked in fields.languages), quotes.get("languages", "")),
        Fact("start", draft.start_raw),
        Fact("published", card.published),
    )
    return tuple(fact for fact in found if fact.value not in (None, "", ()))


def _percent(extent: tuple[float, ...] | None) -> str:
    if not extent:
        return ""
    low, high = min(extent), max(extent)
    return f"{low:g} %" if low == high else f"{low:g}–{high:g} %"
