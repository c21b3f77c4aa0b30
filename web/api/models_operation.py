"""What the API takes and gives of the operation: sources, runs, work, outbox, vocabulary, system."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from web.api.models import Id, Shape, Text, Yes


class PublicSource(BaseModel):
    """A source that is switched on, its terms and how fresh it is."""

    name: str
    title: str
    homepage: str
    country: str
    terms: str
    active: int
    last_run: datetime | None


class SourceShape(BaseModel):
    """A source as its operator sees it."""

    name: str
    title: str
    platform: str
    base_url: str
    terms: str
    enabled: bool
    state: str
    paused: str | None
    failures: int
    last_error: str
    waits: bool
    next_run: datetime | None
    active: int
    postings: int


class SourceDetail(SourceShape):
    """A source with its contract, how full its fields are, and why ads were left out."""

    note: str
    delay_seconds: float
    minimum_ads: int
    absence_withdraws: bool
    may_be_empty: bool
    terms_accepted_by: str
    terms_accepted_at: datetime | None
    coverage_of: int
    coverage: dict[str, int]
    left_out: dict[str, int]


class Why(Shape):
    """Why, for those who wonder later."""

    why: Text = Field(default="", max_length=200)


class RunShape(BaseModel):
    """A run."""

    run: Id
    source: str
    state: str
    reason: str
    pages: int
    postings: dict[str, int]
    started_at: datetime
    finished_at: datetime | None
    trigger: str


class RunDetail(RunShape):
    """A run in full."""

    read: int
    stated: dict[str, int]
    not_relevant_reasons: dict[str, int]
    problems: list[dict[str, Any]]
    bytes: int


class LeftOut(BaseModel):
    """An ad that was met and not stored, with the reason."""

    source: str
    source_ref: str
    title: str
    reason: str
    last_seen: datetime


class RunWish(Shape):
    """Which source to crawl."""

    source: Annotated[Text, Field(min_length=1, max_length=80)]


class UrlWish(Shape):
    """The address of one ad."""

    url: Annotated[Text, Field(min_length=1, max_length=2000)]


class MatchWish(Shape):
    """``rescore``: read and score every ad anew."""

    rescore: Yes = False


class WorkShape(BaseModel):
    """A piece of work: queued, running, done (``result``) or failed (``error``)."""

    id: str
    kind: str
    state: Literal["queued", "running", "done", "failed"]
    asked_at: datetime
    result: dict[str, Any] | None
    error: dict[str, str] | None


class PlannedShape(BaseModel):
    """One thing that the clock will do."""

    due: datetime
    kind: str
    what: str
    alerts: list[Id]


class MailShape(BaseModel):
    """A message, without its text and its recipient."""

    id: Id
    alert: Id | None
    kind: str
    local_date: date
    state: str
    held: bool
    attempts: int
    not_before: datetime
    last_error: str | None
    created_at: datetime
    sent_at: datetime | None


class OutboxState(BaseModel):
    """Is mail on hold, and how much waits?"""

    held: bool
    why: str | None
    waiting: int


class OutboxWish(Shape):
    """Hold all mail, or let it go."""

    held: Yes


class ConceptShape(BaseModel):
    """A concept of the vocabulary and how many open openings ask for it."""

    id: str
    label: str
    kind: str
    forms: list[str]
    esco: str | None
    openings: int


class SuggestionShape(BaseModel):
    """A phrase of requirements that the vocabulary does not know."""

    phrase: str
    ads: int
    example: str


class ReportShape(BaseModel):
    """A reader says that something about an opening is wrong."""

    id: Id
    opening: Id
    kind: str
    words: str
    reported_at: datetime


class DuplicateShape(BaseModel):
    """An opening seen more than once: its postings, each with the reason it counts as the same."""

    opening: Id
    postings: list[dict[str, str]]


class Ruling(BaseModel):
    """What a ruling led to: the opening kept, its postings, the openings of those taken out."""

    opening: Id
    postings: list[Id]
    apart: list[Id]


class EntryShape(BaseModel):
    """Somebody did something."""

    id: Id
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str


class AuditCheck(BaseModel):
    """Is the log whole? ``broken_at``: the first entry that does not fit those before it."""

    whole: bool
    broken_at: Id | None
    entries: int


class FindingShape(BaseModel):
    """One thing about the store that was looked at."""

    ok: bool
    what: str
    told: str


class System(BaseModel):
    """Versions, findings about the store, accounts by role, backups, settings with secrets hidden."""

    version: str
    schema_version: str
    dialect: str
    indexed: int
    findings: list[FindingShape]
    accounts: dict[str, int]
    backups: list[str]
    settings: dict[str, Any]


class Backup(BaseModel):
    """A backup that was made."""

    name: str
