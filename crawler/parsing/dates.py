"""Date fields of a page: the reading, and an Issue where words stood that could not be read."""

from dataclasses import dataclass
from datetime import date, datetime

from crawler.parsing.text import one_line
from domain.dates import read_moment
from domain.deadlines import read_deadline
from domain.postings import DeadlineKind, Issue


@dataclass(frozen=True, slots=True)
class DeadlineFields:
    """What a draft says of its deadline."""

    raw: str | None = None
    day: date | None = None
    kind: DeadlineKind = DeadlineKind.NONE
    issues: tuple[Issue, ...] = ()


def deadline_fields(value: object, published: datetime | None, *, field: str = "deadline_raw") -> DeadlineFields:
    """The deadline in ``value`` (text or epoch milliseconds), anchored in ``published``; the raw words are kept."""
    raw = one_line(value)
    if not raw:
        return DeadlineFields()
    read = read_deadline(raw, published)
    issues = () if read.understood else (Issue(field, raw[:200], "no deadline could be read in this"),)
    return DeadlineFields(raw, read.day, read.kind, issues)


def moment_field(value: object, field: str) -> tuple[datetime | None, tuple[Issue, ...]]:
    """The moment in ``value``, aware; an Issue when something stands there that is none."""
    raw = one_line(value)
    moment = read_moment(raw)
    if moment is not None or not raw:
        return moment, ()
    return None, (Issue(field, raw[:200], "not a date or time of a known form"),)
