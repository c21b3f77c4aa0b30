"""What the readers of lists share: safe access into strangers' records, and one way from a record to a draft."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote, urljoin

from crawler.parsing.dates import deadline_fields, moment_field
from crawler.parsing.html import html_or_plain
from crawler.parsing.money import salary_fields
from crawler.parsing.page import Page, PageError
from crawler.parsing.places import read_address
from crawler.parsing.references import system_references
from crawler.parsing.text import one_line, or_none
from domain.clock import OSLO
from domain.observations import Gone, LeftOut
from domain.postings import Draft, Issue, Place

MAX_LIST_BYTES = 8 * 1024 * 1024
OPEN_APPLICATION = "an open application is no vacancy"
_OPEN = re.compile(
    r"(?:åpen|apen|open|öppen|spontan\w*|spontaneous|general|generell|uopfordret|uoppfordret)\s?"
    r"(?:søknad|application|ansökan|ansøgning)\b.*|spontanansökan|connect with us.*",
    re.IGNORECASE,
)
_BETWEEN_PLACES = re.compile(r"\s*(?:[;|•]|\s/\s)\s*")
_AGO = re.compile(r"(\d{1,3})\s*(\+)?\s*([^\W\d_]+)", re.IGNORECASE)
_BLOCK = re.compile(r"\s*<(?:p|div|ul|ol|h[1-6]|table|section|br)\b", re.IGNORECASE)
_ENDS_BLOCK = re.compile(r"(?:</(?:p|div|ul|ol|h[1-6]|table|section)|<br\s*/?)\s*>\s*$", re.IGNORECASE)
_UNITS = {
    **dict.fromkeys(("day", "days", "dag", "dager", "dagar", "dage"), 1),
    **dict.fromkeys(("week", "weeks", "uke", "uker", "veke", "veker", "vecka", "veckor", "uge", "uger"), 7),
    **dict.fromkeys(
        ("hour", "hours", "time", "timer", "timme", "timmar", "minute", "minutes", "minutt", "minutter"), 0
    ),
}
_TODAY = re.compile(r"\b(?:today|i dag|idag|just now|just posted|akkurat nå|nettopp|nyss)\b", re.IGNORECASE)
_YESTERDAY = re.compile(r"\b(?:yesterday|i går|igår)\b", re.IGNORECASE)

Record = Mapping[str, Any]
Ad = Draft | Issue | LeftOut | Gone


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list of open ads."""

    ads: tuple[Ad, ...]
    total: int | None = None
    """How many ads the list says it has in all, where it says so."""
    following: str | None = None
    """Address of the next page, where the list names it."""


def record(value: Any) -> Record:
    """``value`` if it is an object, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def records(value: Any) -> list[Record]:
    """The objects in a list; anything else counts as none."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def required_list(page: Page, data: Any, name: str, what: str) -> list[Any]:
    """The list called ``name`` (or ``data`` itself for ''). Raises PageError: the answer is not what was asked for."""
    found = record(data).get(name) if name else data
    if isinstance(found, list):
        return found
    told = next(
        (one_line(record(data).get(key)) for key in ("error", "message", "Message") if record(data).get(key)), ""
    )
    why = f"the source says: {told[:200]}" if told else f"it has no list called {name!r}" if name else "it is no list"
    raise PageError(f"not {what}", which=page.url, why=why, remedy="is the employer's name in base_url right?")


def count(value: Any) -> int | None:
    """A number of ads, or None for what is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def draft_of(
    ref: Any,
    url: Any,
    title: Any,
    *,
    posted: Any = None,
    modified: Any = None,
    deadline: Any = None,
    text: Any = None,
    apply_url: Any = None,
    pay: Any = None,
    references: Iterable[str] = (),
    **fields: Any,
) -> Ad:
    """A record as a draft; an Issue when it has no id, title or address, a LeftOut when it is an open application.

    ``posted``, ``modified`` and ``deadline`` are read in any form of ``domain.dates``; ``text`` is HTML or plain,
    ``pay`` a schema.org MonetaryAmount. Other ``fields`` are the draft's own.
    """
    number, link, name = one_line(ref), one_line(url), one_line(title)
    if not number or not link or not name:
        return Issue("list", f"{number} {link} {name}".strip()[:200], "a record without id, title or address")
    if _OPEN.fullmatch(name):
        return LeftOut(number, name, OPEN_APPLICATION)
    published, posted_issues = moment_field(posted, "date_posted")
    changed, modified_issues = moment_field(modified, "date_modified")
    closes = deadline_fields(deadline, published)
    salary = salary_fields(pay)
    form = apply_url if isinstance(apply_url, str) and apply_url.strip() else link
    systems = (*references, *system_references(link), *system_references(form))
    return Draft(
        source_ref=number,
        url=link,
        title=name,
        description_html=(html_or_plain(text) or None) if isinstance(text, str) else None,
        apply_url=form,
        date_posted=published,
        date_modified=changed,
        deadline_raw=closes.raw,
        deadline=closes.day,
        deadline_kind=closes.kind,
        salary_raw=salary.raw,
        salary=salary.salary,
        references=tuple(dict.fromkeys(systems)),
        issues=(*posted_issues, *modified_issues, *closes.issues, *salary.issues),
        **fields,
    )


def sections(*parts: tuple[Any, Any]) -> str:
    """(heading, HTML) pairs as one HTML text; pairs without a text are left out, and no two run together."""
    whole = ""
    for heading, body in parts:
        if isinstance(body, str) and body.strip():
            piece = (f"<h3>{one_line(heading)}</h3>" if one_line(heading) else "") + body
            whole += piece if not whole or _ENDS_BLOCK.search(whole[-20:]) or _BLOCK.match(piece) else f"<br>{piece}"
    return whole


def places_in(value: Any) -> tuple[Place, ...]:
    """Places in one line: "Oslo, Norway; Bergen, Norway"."""
    found = (read_address(part) for part in _BETWEEN_PLACES.split(one_line(value)))
    return tuple(dict.fromkeys(place for place in found if place))


def absolute(base: str, link: Any) -> str:
    """The address that ``link`` means on the page ``base``; '' for none, and for what can be no address."""
    text = one_line(link)
    try:
        return urljoin(base, text) if text else ""
    except ValueError:  # "http://["
        return ""


def board_name(address: Any) -> str | None:
    """The employer's name as its board's address spells it ("jobs.example/acme-group/17" is Acme group).

    For lists that name the employer nowhere else; the source's own ``employer`` goes before it.
    """
    parts = [part for part in one_line(address).partition("://")[2].split("/")[1:] if part]
    name = re.sub(r"[-_]+", " ", unquote(parts[0])) if parts else ""
    return (name if any(char.isupper() for char in name) else name.capitalize()) or None


def named(value: Any, *names: str) -> str | None:
    """The text under the first of ``names`` that holds one."""
    return next(filter(None, (or_none(record(value).get(name)) for name in names)), None)


def relative_day(text: Any, fetched_at: datetime) -> datetime | None:
    """The day that "3 days ago" or "for 2 dager siden" means, as its first moment in Oslo; None beyond a bound.

    "30+ days" has no day. Hours and minutes count as the same day: the day is what an ad is dated by.
    """
    words = one_line(text)
    found = _AGO.search(words)
    if _TODAY.search(words):
        days: int | None = 0
    elif _YESTERDAY.search(words):
        days = 1
    else:
        unit = _UNITS.get(found[3].lower()) if found and not found[2] else None
        days = None if unit is None or found is None else int(found[1]) * unit
    if days is None:
        return None
    day = (fetched_at.astimezone(OSLO) - timedelta(days=days)).date()
    return datetime(day.year, day.month, day.day, tzinfo=OSLO)


def unique(ads: Iterable[Ad]) -> Iterator[Ad]:
    """Each id once: the first time it is met."""
    seen: set[str] = set()
    for ad in ads:
        ref = "" if isinstance(ad, Issue) else ad.source_ref
        if not ref or ref not in seen:
            seen.add(ref)
            yield ad
