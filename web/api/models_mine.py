"""What the API takes and gives of one's own things: saved openings, profile, alerts, lists, keys."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from domain.accounts import SavedStatus, Scope
from domain.alerts import Frequency
from web.api.models import Day, GivenId, Id, Opening, Shape, Text, Whole, Yes

Name = Annotated[Text, Field(min_length=1, max_length=80)]
Number = Annotated[float, Field(strict=True)]
Hour = Annotated[Whole, Field(ge=0, le=23)]


class Me(BaseModel):
    """Whose key or session it is, and what it may do."""

    account: Id
    role: str
    scopes: list[str]


class SavedItem(BaseModel):
    """A saved opening; ``card`` null where it is no longer scored."""

    opening: Id
    status: SavedStatus
    notes: str
    saved_at: datetime
    changed_at: datetime
    card: Opening | None


class SaveWish(Shape):
    """Status and notes of a saved opening; notes null: as they were."""

    status: SavedStatus = SavedStatus.SAVED
    notes: Text | None = Field(default=None, max_length=4000)


class NewsWish(Shape):
    """Mails about saved openings: deadlines near, moved, ads withdrawn."""

    silent: Yes


class News(BaseModel):
    """Are mails about saved openings stopped?"""

    silent: bool


class ProfileShape(Shape):
    """What a job seeker has and wants."""

    concepts: list[Annotated[Text, Field(max_length=200)]] = Field(default_factory=list, max_length=200)
    education: Literal["none", "vocational", "bachelor", "master", "phd"] | None = None
    experience_years: Number | None = Field(default=None, ge=0, le=60)
    leadership: Yes | None = None
    languages: list[Annotated[str, StringConstraints(pattern="^[a-z]{2}$")]] = Field(
        default_factory=list, max_length=20
    )
    municipalities: list[Annotated[Text, Field(max_length=60)]] = Field(default_factory=list, max_length=40)
    counties: list[Annotated[Text, Field(max_length=60)]] = Field(default_factory=list, max_length=40)
    near: Annotated[Text, Field(max_length=60)] | None = None
    radius_km: Number | None = Field(default=None, ge=1, le=2000)
    """Kilometres from ``near`` (a municipality); both or neither."""
    remote: Yes = False
    extent_min: Number | None = Field(default=None, ge=1, le=100)
    shift_work: Yes | None = None
    salary_floor: Number | None = Field(default=None, ge=0, le=10_000_000)


class ProfileSuggestion(BaseModel):
    """What a text adds to the profile. Nothing is stored: send the profile with PUT when it is right."""

    profile: ProfileShape
    words: dict[str, str]
    """Field that was added to → the words of the text that it was read from."""


class Scored(BaseModel):
    """An opening and its score."""

    opening: Id
    score: int


class Trial(BaseModel):
    """How a profile that is not stored would do: openings tried, those with 70 points or more, the best."""

    tried: int
    good: int
    best: list[Scored]


class Gap(BaseModel):
    """One certification, licence or tool that is lacking, and what having it would open."""

    concept: str
    label: str
    kind: str
    must: int
    nice: int
    opened: int
    gain: float


class CvWish(Shape):
    """A CV, or any text about oneself. It is read and not kept."""

    text: Text = Field(max_length=50_000)


class AdWish(Shape):
    """The source of the page of an ad that one has open."""

    html: Text = Field(min_length=1, max_length=5 * 2**20)


class Received(BaseModel):
    """Openings that the page's ads belong to, now saved."""

    openings: list[Id]


class Told(BaseModel):
    """An opening that an alert told of."""

    alert: Id
    opening: Id
    date: date
    state: str


class AlertShape(BaseModel):
    """An alert."""

    id: Id
    name: str
    query: str
    min_score: int
    frequency: Frequency
    weekdays: list[int]
    hour: int
    quiet_from: int
    quiet_until: int
    daily_cap: int
    by_profile: bool
    channel: str
    """Empty for mail; else its name, without the key in it."""
    paused: bool
    silent_until: date | None


class AlertChange(Shape):
    """What an alert looks for, and when it speaks.

    ``query``: words, or a search's address (``?v=1&…``). ``weekdays``: of a weekly one, Monday 0.
    """

    name: Name
    query: Text = Field(default="", max_length=2000)
    min_score: Whole = Field(default=0, ge=0, le=100)
    frequency: Frequency = Frequency.DAILY
    weekdays: list[Annotated[Whole, Field(ge=0, le=6)]] = Field(default_factory=list, max_length=7)
    hour: Hour = 7
    quiet_from: Hour = 21
    quiet_until: Hour = 7
    daily_cap: Whole = Field(default=5, ge=0, le=50)
    by_profile: Yes = False


class AlertWish(AlertChange):
    """A new alert."""

    channel: Text = Field(default="", max_length=1000)
    """Instead of mail: an https webhook, or a chat as Apprise writes it."""


class FeedShape(BaseModel):
    """Form (``atom.xml``, ``rss.xml``, ``feed.json``, ``deadlines.ics``) → address; whoever knows it reads the feed."""

    addresses: dict[str, str]


class AlertState(Shape):
    """Whether an alert speaks. ``silent_until``: the first date with mail again."""

    paused: Yes = False
    silent_until: Day | None = None


class Letter(BaseModel):
    """A message as it would go out today; all null when nothing is new."""

    subject: str | None
    text: str | None
    html: str | None
    openings: list[Id]


class ListShape(BaseModel):
    """A list of openings."""

    id: Id
    name: str
    shared: bool
    size: int
    created_at: datetime


class ListItem(BaseModel):
    """An opening on a list; ``card`` null where it is no longer scored."""

    opening: Id
    note: str
    added_at: datetime
    card: Opening | None


class ListWish(Shape):
    """A new list."""

    name: Name


class ItemWish(Shape):
    """The note of an opening on a list."""

    note: Text = Field(default="", max_length=2000)


class SharedList(BaseModel):
    """A list as its share link shows it."""

    name: str
    items: list[ListItem]


class Share(BaseModel):
    """The link and the token in it, told this once."""

    token: str
    location: str


class KeyShape(BaseModel):
    """A key; the key itself is told once, when it is made."""

    id: Id
    name: str
    prefix: str
    scopes: list[Scope]
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


class NewKey(KeyShape):
    """A new key with its secret."""

    secret: str


class KeyWish(Shape):
    """A new key: what it may do, and for how long."""

    name: Annotated[Text, Field(min_length=1, max_length=60)]
    scopes: list[Scope] = Field(min_length=1, max_length=len(Scope))
    days: Whole = Field(default=365, ge=1, le=365)


class OpeningsWish(Shape):
    """Openings that are one."""

    openings: list[GivenId] = Field(min_length=2, max_length=50, json_schema_extra={"uniqueItems": True})
    why: Text = Field(default="", max_length=200)


class PostingsWish(Shape):
    """Postings that are not ads for the opening."""

    postings: list[GivenId] = Field(min_length=1, max_length=50)
    why: Text = Field(default="", max_length=200)
