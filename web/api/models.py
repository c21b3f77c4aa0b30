"""What the API takes and gives: shapes that more than one group of routes uses, and the openings themselves."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints, WithJsonSchema

from domain.alerts import OpeningCard
from domain.matching import Match as Scored
from domain.postings import Salary

_IDENTITY = r"[1-9][0-9]{0,14}"
_TOLD = {"type": "string", "pattern": f"^{_IDENTITY}$", "description": "Opaque"}
Text = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
"""No database takes NUL."""


def _text(number: Any) -> Any:
    return str(number) if isinstance(number, int) else number


def _number(given: Any) -> Any:
    if not isinstance(given, str) or not re.fullmatch(_IDENTITY, given):
        raise ValueError("this is no id of ours")
    return int(given)


Id = Annotated[str, BeforeValidator(_text), WithJsonSchema(_TOLD)]
"""An id that we give: text, whatever it is in the store."""
GivenId = Annotated[int, BeforeValidator(_number), WithJsonSchema(_TOLD)]
"""The same as a caller gives it back."""


def _whole(given: Any) -> Any:
    if isinstance(given, bool) or not isinstance(given, (int, float)) or given != given // 1:
        raise ValueError("this is no whole number")
    return int(given)


def _day(given: Any) -> Any:
    if not isinstance(given, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", given, re.ASCII):
        raise ValueError("a day is written like 2026-11-24")
    return date.fromisoformat(given)


def _moment(given: Any) -> Any:
    if not isinstance(given, str) or not _RFC3339.fullmatch(given):
        raise ValueError("a time is written with its zone, like 2026-11-24T08:00:00Z")
    return datetime.fromisoformat(given.upper()).astimezone(UTC)


_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})]
"""ISO 8601 with a zone (RFC 3339)."""
Whole = Annotated[int, BeforeValidator(_whole)]
"""JSON knows numbers from words, so no number is taken that was sent as text."""
Yes = Annotated[bool, Strict()]


class Shape(BaseModel):
    """Parent of all that is taken: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class Problem(BaseModel):
    """RFC 9457 problem details."""

    type: str
    title: str
    status: int
    detail: str | None = None
    instance: str | None = None
    remedy: str | None = None
    errors: list[dict[str, Any]] | None = None


class Place(BaseModel):
    """A place of work."""

    city: str | None = None
    municipality: str | None = None
    county: str | None = None
    postal_code: str | None = None
    street_address: str | None = None
    country: str | None = None


class Money(BaseModel):
    """Stated pay, never estimated."""

    min: float | None
    max: float | None
    currency: str
    unit: str
    """year, month, hour …"""


class Listing(BaseModel):
    """One source that shows the opening."""

    source: str
    title: str
    url: str


class Reason(BaseModel):
    """A reason, with the words of the ad that it rests on."""

    text: str
    quote: str = ""


class Part(BaseModel):
    """A part of the score; ``points`` null: the ad does not speak of it."""

    name: str
    weight: float
    points: float | None
    has: list[Reason]
    lacks: list[Reason]
    not_stated: list[Reason]


class Match(BaseModel):
    """The score and its parts."""

    score: int
    parts: list[Part]
    version: str


class Opening(BaseModel):
    """An opening."""

    id: Id
    title: str
    employer: str
    places: list[Place]
    deadline: date | None
    deadline_kind: str
    published: datetime | None
    first_seen: datetime | None
    extent: str | None
    salary: Money | None
    apply_url: str
    sources: list[Listing]
    score: int
    snippet: str | None = None


class FactOtherwise(BaseModel):
    """A value that another source, or the same one in another place, states."""

    value: Any
    quote: str
    source: str


class Fact(BaseModel):
    """A fact; ``quote``: the words of the ad it was read from, empty where a field of the portal states it.

    ``source``: who says so, empty for what is put together from all; ``otherwise``: what others say instead.
    """

    name: str
    value: Any
    quote: str
    source: str
    otherwise: list[FactOtherwise]


class Conflict(BaseModel):
    """A source whose field and words contradict each other; ``told`` is bokmål."""

    source: str
    told: str


class Requirement(BaseModel):
    """A concept that the ad speaks of, and how."""

    concept: str
    label: str
    kind: str
    modality: Literal["must", "nice", "task", "negated"]
    quote: str


class SeenAt(BaseModel):
    """A posting behind the opening."""

    posting: Id
    source: str
    url: str
    title: str
    status: str
    status_reason: str
    first_seen: datetime
    last_seen: datetime
    why_same: str


class PayBeside(BaseModel):
    """Stated pay of other openings, NOK a year; never an estimate for this one. ``county`` null: of the whole index."""

    low: int
    median: int
    high: int
    stated: int
    of: int
    county: str | None


class OpeningDetail(Opening):
    """An opening with everything that is known of it."""

    match: Match
    is_open: bool
    withdrawn: bool
    language: str | None
    text_html: str
    about_employer: str
    facts: list[Fact]
    conflicts: list[Conflict]
    requirements: list[Requirement]
    postings: list[SeenAt]
    pay_beside: PayBeside | None


class FactChange(BaseModel):
    """A fact that changed; null: it was not stated, or is no longer."""

    field: str
    before: Any
    after: Any


class TextPiece(BaseModel):
    """A stretch of the text: same, added, removed, or a gap."""

    kind: str
    text: str


class Version(BaseModel):
    """One version of a posting against the one before it."""

    source: str
    number: int
    at: datetime
    told: list[str]
    facts: list[FactChange]
    text: list[TextPiece]


class PostingChange(BaseModel):
    """A posting whose words or status changed."""

    id: Id
    source: str
    source_ref: str
    url: str
    title: str
    status: str
    status_reason: str
    versions: int
    changed_at: datetime


class Concept(BaseModel):
    """A concept of the vocabulary."""

    id: str
    label: str


class Completions(BaseModel):
    """Titles and concepts that go on from what was typed."""

    titles: list[str]
    concepts: list[Concept]


class ReportWish(Shape):
    """What is wrong with an opening."""

    kind: Literal["closed", "wrong", "not_same", "other"]
    words: Text = Field(default="", max_length=1000)


class Accepted(BaseModel):
    """The work was taken on; look at ``location`` for what becomes of it."""

    location: str


def opening_of(card: OpeningCard, snippet: str | None = None) -> Opening:
    """The card as the API gives it."""
    return Opening(**_opening(card), snippet=snippet)


def detail_of(card: OpeningCard, **more: Any) -> OpeningDetail:
    """The card with the parts of its score, and what else is known."""
    return OpeningDetail(**_opening(card), match=match_of(card.match), **more)


def match_of(match: Scored) -> Match:
    """The score as the API gives it."""
    return Match.model_validate(match, from_attributes=True)


def _opening(card: OpeningCard) -> dict[str, Any]:
    same = ("title", "employer", "deadline", "deadline_kind", "published", "first_seen", "extent", "apply_url")
    return {
        **{name: getattr(card, name) for name in same},
        "id": card.opening,
        "places": [Place.model_validate(place, from_attributes=True) for place in card.places],
        "salary": _money(card.salary),
        "sources": [Listing.model_validate(one, from_attributes=True) for one in card.listings],
        "score": card.match.score,
    }


def _money(salary: Salary | None) -> Money | None:
    if salary is None:
        return None
    return Money(min=salary.minimum, max=salary.maximum, currency=salary.currency, unit=salary.period)
