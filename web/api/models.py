"""What the API takes and gives: the shapes behind its OpenAPI document."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from domain.accounts import SavedStatus
from domain.alerts import Frequency, OpeningCard
from domain.codec import to_plain

Text = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
"""No database takes NUL."""
Id = Annotated[int, Field(ge=1, le=2**53)]


class Shape(BaseModel):
    """Parent of all: unknown fields are refused."""

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


class Salary(BaseModel):
    """Stated pay, never estimated."""

    minimum: float | None
    maximum: float | None
    currency: str
    period: str


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

    id: int
    title: str
    employer: str
    places: list[Place]
    deadline: date | None
    deadline_kind: str
    published: datetime | None
    first_seen: datetime | None
    extent: str | None
    salary: Salary | None
    apply_url: str
    sources: list[Listing]
    score: int
    match: Match | None = None
    snippet: str | None = None


class OpeningList(BaseModel):
    """A page of openings. ``next``: pass it as ``after`` for the page that follows."""

    items: list[dict[str, Any]]
    total: int
    next: str | None
    facets: dict[str, dict[str, int]] | None = None


class Change(BaseModel):
    """A posting whose words or status changed."""

    id: int
    source: str
    source_ref: str
    url: str
    title: str
    status: str
    status_reason: str
    versions: int
    changed_at: datetime


class ChangeList(BaseModel):
    """Changes, oldest first. ``next``: pass it as ``since``."""

    items: list[Change]
    next: datetime | None


class Completions(BaseModel):
    """Titles and concepts that go on from what was typed."""

    titles: list[str]
    concepts: list[dict[str, str]]


class Statistics(BaseModel):
    """Figures over a search, expired openings included; ``n`` is what they rest on."""

    kind: str
    n: int
    rows: list[dict[str, Any]]


class SavedItem(BaseModel):
    """A saved opening."""

    opening: int
    status: SavedStatus
    notes: str
    saved_at: datetime
    changed_at: datetime


class SavedList(BaseModel):
    """Saved openings."""

    items: list[SavedItem]


class SaveWish(Shape):
    """Status and notes of a saved opening."""

    status: SavedStatus = SavedStatus.SAVED
    notes: Text | None = Field(default=None, max_length=4000)


class ProfileShape(Shape):
    """What a job seeker has and wants."""

    concepts: list[Text] = Field(default_factory=list, max_length=200)
    education: Literal["none", "vocational", "bachelor", "master", "phd"] | None = None
    experience_years: float | None = Field(default=None, ge=0, le=60)
    leadership: bool | None = None
    languages: list[Annotated[str, StringConstraints(pattern="^[a-z]{2}$")]] = Field(
        default_factory=list, max_length=20
    )
    municipalities: list[Annotated[Text, Field(max_length=60)]] = Field(default_factory=list, max_length=40)
    counties: list[Annotated[Text, Field(max_length=60)]] = Field(default_factory=list, max_length=40)
    remote: bool = False
    extent_min: float | None = Field(default=None, ge=1, le=100)
    shift_work: bool | None = None
    salary_floor: float | None = Field(default=None, ge=0, le=10_000_000)


class AlertShape(Shape):
    """An alert."""

    id: int
    name: str
    query: str
    min_score: int
    frequency: Frequency
    hour: int
    by_profile: bool
    paused: bool


class AlertList(BaseModel):
    """Alerts."""

    items: list[AlertShape]


class AlertWish(Shape):
    """A new alert. ``query``: words, or a search's address (``?v=1&…``)."""

    name: Annotated[Text, Field(min_length=1, max_length=80)]
    query: Text = Field(default="", max_length=2000)
    min_score: int = Field(default=0, ge=0, le=100)
    frequency: Frequency = Frequency.DAILY
    hour: int = Field(default=7, ge=0, le=23)
    by_profile: bool = False


class RunWish(Shape):
    """Which source to crawl."""

    source: Annotated[Text, Field(min_length=1, max_length=80)]


class Accepted(BaseModel):
    """The work was taken on; look at ``location`` for what becomes of it."""

    source: str
    location: str


class Run(BaseModel):
    """A run."""

    run: int
    source: str
    state: str
    reason: str
    pages: int
    postings: dict[str, int]
    started_at: datetime
    finished_at: datetime | None


class RunList(BaseModel):
    """Runs, newest first."""

    items: list[Run]


class Me(BaseModel):
    """Whose key it is."""

    account: int
    role: str
    scopes: list[str]


def opening_of(card: OpeningCard, *, full: bool = False, snippet: str | None = None) -> dict[str, Any]:
    """The card as the API gives it; ``full`` with the parts of its score."""
    plain = to_plain(card)
    found = Opening(
        **{name: plain[name] for name in ("title", "employer", "places", "deadline", "deadline_kind", "published")},
        **{name: plain[name] for name in ("first_seen", "extent", "salary", "apply_url")},
        id=card.opening,
        sources=plain["listings"],
        score=card.match.score,
        match=plain["match"] if full else None,
        snippet=snippet,
    )
    body = found.model_dump(mode="json")
    return body if full else {name: value for name, value in body.items() if name != "match"}
