"""A posting: one ad as one source shows it. Field names follow schema.org JobPosting in snake case.

A parser gives a *draft*; ``*_raw`` fields keep the source's own words beside the reading, so that a better
reading can be made later without fetching anything.
"""

import hashlib
import json
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, NewType

SafeHtml = NewType("SafeHtml", str)
"""HTML that has passed the allow-list of ``crawler.parsing.html.clean_html``; only this may be shown unescaped."""


class DeadlineKind(StrEnum):
    """How an ad bounds its applications."""

    DATE = "date"
    ASAP = "asap"
    ROLLING = "rolling"
    NONE = "none"


class PostingStatus(StrEnum):
    """Where a posting stands in its life."""

    ACTIVE = "active"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of work, as the source names it; municipality and county by Norway's borders of 2024."""

    city: str | None = None
    municipality: str | None = None
    county: str | None = None
    postal_code: str | None = None
    street_address: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2 where it could be told, otherwise the source's word."""


@dataclass(frozen=True, slots=True)
class Salary:
    """Base pay as stated, never estimated. ``minimum == maximum`` for a single figure."""

    minimum: float | None
    maximum: float | None
    currency: str
    """ISO 4217."""
    period: str
    """year, month, week, day or hour."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact person named in an ad: personal data, kept apart and wiped after withdrawal."""

    name: str | None = None
    title: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """An occupation code that the source gave. A weak hint: it never selects an ad by itself."""

    scheme: str
    """For example STYRK08, STYRK08NAV, ESCO, JANZZ."""
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a parser met and could not read; kept, so that it is neither a silent null nor a crash."""

    field: str
    raw: str
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One ad as parsed from one source. Everything but ``source_ref``, ``url`` and ``title`` may be missing."""

    source_ref: str
    """The source's own stable id; unique within the source."""
    url: str
    """Address of the ad at the source."""
    title: str
    employer: str | None = None
    employer_orgnr: str | None = None
    """Norwegian organisation number, nine digits with a valid MOD11 check digit, or None."""
    employer_homepage: str | None = None
    employer_description: str | None = None
    """What the employer says of itself, in plain text: shown, but never read for what the job asks."""
    department: str | None = None
    description_html: SafeHtml | None = None
    summary: str | None = None
    """A teaser where the source's list gives no text; never stored over a longer description."""
    apply_url: str | None = None
    """The application link exactly as the source gives it."""
    date_posted: datetime | None = None
    date_modified: datetime | None = None
    valid_through_raw: str | None = None
    deadline_raw: str | None = None
    deadline: date | None = None
    """Last day to apply, a date in Europe/Oslo."""
    deadline_kind: DeadlineKind = DeadlineKind.NONE
    places: tuple[Place, ...] = ()
    employment_type_raw: str | None = None
    extent_raw: str | None = None
    positions_raw: str | None = None
    sector: str | None = None
    salary_raw: str | None = None
    salary: Salary | None = None
    job_location_type: str | None = None
    """schema.org jobLocationType, for example TELECOMMUTE."""
    start_raw: str | None = None
    language: str | None = None
    categories: tuple[Category, ...] = ()
    contacts: tuple[Contact, ...] = ()
    references: tuple[str, ...] = ()
    """Other ids and addresses of the same ad (source page, recruiting system): strong keys for *same opening?*."""
    issues: tuple[Issue, ...] = field(default=(), compare=False)


# Not part of what an ad *says* of the job: moving timestamps, the employer's words about itself and our own remarks
# would make a change of every crawl.
_NOT_CONTENT = ("date_modified", "employer_description", "issues")


def content_hash(draft: Draft) -> str:
    """SHA-256 (hex) over everything the ad says, as JSON with its keys in order; equal hashes mean *unchanged*."""
    said = b", ".join([label + _canonical(getattr(draft, name)) for name, label in _HASHED])
    return hashlib.sha256(b"{%b}" % said).hexdigest()


def _canonical(value: Any) -> bytes:
    """``value`` as ``_CANONICAL`` writes it. An ad is hashed each time it is met: the usual kinds have a short way."""
    if value is None:
        return b"null"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, date):
        return b'"%b"' % str(value).encode()
    if value == ():
        return b"[]"
    if isinstance(value, tuple):
        return _list(value)
    return _CANONICAL.encode(value).encode()


@lru_cache(maxsize=4096)
def _list(value: tuple[Any, ...]) -> bytes:
    """A list of texts and of what is made of texts alone: equal ones are written alike. Places come again and again."""
    return _CANONICAL.encode(value).encode()


def _quoted(text: str) -> bytes:
    """A JSON string (RFC 8259 section 7)."""
    raw = text.encode()
    if len(raw.translate(None, _ESCAPED_BY_NUMBER)) != len(raw):
        return _CANONICAL.encode(text).encode()
    for sign, written in _ESCAPES:
        raw = raw.replace(sign, written)
    return b'"%b"' % raw


_ESCAPES = ((b"\\", b"\\\\"), (b'"', b'\\"'), (b"\n", b"\\n"), (b"\t", b"\\t"), (b"\r", b"\\r"))
"""The backslash first, since it stands in the others."""
_ESCAPED_BY_NUMBER = bytes(sign for sign in range(0x20) if sign not in b"\n\t\r")


def _shallow(value: Any) -> Any:
    """One level as a dict: the encoder, which is written in C, comes back for what lies inside."""
    if not is_dataclass(value):
        return str(value)
    return {name: getattr(value, name) for name in _field_names(type(value))}  # type: ignore[arg-type]


@cache
def _field_names(cls: Any) -> tuple[str, ...]:
    return tuple(spec.name for spec in fields(cls))


_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, default=_shallow)
_HASHED = tuple((name, f'"{name}": '.encode()) for name in sorted(_field_names(Draft)) if name not in _NOT_CONTENT)


def passed(deadline: date | None, today: date) -> bool:
    """Is the last day to apply over? A date-only deadline lasts until the end of that day."""
    return deadline is not None and deadline < today
