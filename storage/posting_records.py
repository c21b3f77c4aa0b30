"""What storage gives out of a posting, and how a draft becomes a row."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping

from domain.codec import from_plain, to_plain
from domain.lifecycle import Decision, Standing
from domain.postings import DeadlineKind, Draft, PostingStatus
from storage.codec import draft_from, is_storable, payload_of, places_to_json, salary_to_json, storable


@dataclass(frozen=True, slots=True)
class SeenPosting:
    """An ad that was read, its ``domain.postings.content_hash`` and what ``domain.lifecycle.on_seen`` made of it."""

    draft: Draft
    content_hash: str
    decision: Decision
    pages: tuple[str, ...] = ()
    """Keys of the kept pages that gave it."""


@dataclass(frozen=True, slots=True)
class StoredPosting:
    """A posting as stored. ``draft.contacts`` is always empty: ask ``postings.contacts`` where they are needed."""

    id: int
    source: str
    source_ref: str
    draft: Draft
    status: PostingStatus
    status_reason: str
    status_run: int | None
    """The run that gave the posting its status; None when a date or an import did."""
    absences: int
    content_hash: str
    versions: int
    """How many versions are stored; the newest has this number."""
    first_seen: datetime
    last_seen: datetime
    changed_at: datetime
    """When its words or its status changed last."""
    closed_at: datetime | None
    """Since when it has not been active; None while it is."""


@dataclass(frozen=True, slots=True)
class PostingVersion:
    """What a posting said from ``seen_at`` on."""

    number: int
    content_hash: str
    run_id: int | None
    seen_at: datetime
    draft: Draft
    reread: bool = False
    """The ad said the same before; a better parser made this of it."""


@dataclass(frozen=True, slots=True)
class PostingChange:
    """A posting that has changed, without its text."""

    id: int
    source: str
    source_ref: str
    url: str
    title: str
    status: PostingStatus
    status_reason: str
    versions: int
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Expiring:
    """What ``domain.lifecycle.on_date`` wants to know of a posting."""

    standing: Standing
    deadline: date | None
    deadline_kind: DeadlineKind


def stored(row: RowMapping) -> StoredPosting:
    """A row of posting + version as a StoredPosting."""
    values = {name: row[name] for name in StoredPosting.__slots__ if name not in ("draft", "status")}
    return StoredPosting(
        draft=draft_from(row["payload"], row["description_html"]), status=PostingStatus(row["status"]), **values
    )


def sound(draft: Draft) -> tuple[Draft, str]:
    """The draft and its payload, without characters that no database takes: one bad ad must not cost a batch."""
    try:
        payload = payload_of(draft)
        # JSON writes NUL as an escape.
        if "\\u0000" not in payload and is_storable(_apart(draft)):
            return draft, payload
    except ValueError:
        pass
    draft = from_plain(Draft, _clean(to_plain(draft)))
    return draft, payload_of(draft)


def _apart(draft: Draft) -> str:
    """All words that are not in the payload."""
    words: list[str | None] = [draft.description_html]
    for person in draft.contacts:
        words += [person.name, person.title, person.email, person.phone]
    return " ".join(filter(None, words))


def content_columns(draft: Draft) -> dict[str, Any]:
    """The columns of ``posting`` that come from the draft. Raises ValueError for a moment without a zone."""
    if draft.date_posted is not None and draft.date_posted.tzinfo is None:
        raise ValueError(f"date_posted of {draft.source_ref} has no zone: {draft.date_posted}")
    return {
        "source_ref": draft.source_ref,
        "url": draft.url,
        "title": draft.title,
        "employer": draft.employer,
        "employer_orgnr": draft.employer_orgnr,
        "apply_url": draft.apply_url,
        "date_posted": draft.date_posted,
        "deadline": draft.deadline,
        "deadline_kind": draft.deadline_kind.value,
        "extent_raw": draft.extent_raw,
        "places": places_to_json(draft.places),
        "salary": salary_to_json(draft.salary),
        "description_length": len(draft.description_html or ""),
    }


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return value
