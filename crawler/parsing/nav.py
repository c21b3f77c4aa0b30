"""NAV's job feed (pam-stilling-feed): its pages of events, and the ads behind them.

Source of the shapes: navikt/pam-stilling-feed, FeedService and the documentation of the feed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crawler.parsing.dates import deadline_fields, moment_field
from crawler.parsing.html import about_employer, html_or_plain
from crawler.parsing.orgnr import valid_orgnr
from crawler.parsing.page import Page, PageError
from crawler.parsing.places import country_code, place_name
from crawler.parsing.references import system_references
from crawler.parsing.text import one_line, or_none
from domain.postings import Category, Contact, Draft, Place, SafeHtml

AD_ADDRESS = "https://arbeidsplassen.nav.no/stillinger/stilling/"
MAX_PAGE_BYTES = 8 * 1024 * 1024
"""A page of 1,000 events is about half a MiB; the largest that may be asked for has 10,000."""
LOOK = "is base_url right? open the address in a browser; if its form has changed, report it"
_TOKEN = re.compile(r"ey[\w-]+\.[\w-]+\.[\w-]+")
_MASKS = frozenset({"", "...", "?"})


@dataclass(frozen=True, slots=True)
class Event:
    """One item of the feed: an ad was published, changed or closed."""

    uuid: str
    active: bool
    title: str
    """Masked ("...", "?") when the ad was stopped or taken out."""
    changed: str = ""
    """When, as the feed writes it: tells one event of an ad from the next."""


@dataclass(frozen=True, slots=True)
class FeedPage:
    """One page of the event log."""

    id: str
    next_id: str | None
    """None at the tip."""
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """An ad whose entry is a stub by now."""

    uuid: str


def read_token(text: str) -> str | None:
    """The public token in the answer of ``/api/publicToken``, or None."""
    found = _TOKEN.search(text)
    return found[0] if found else None


def holds_events(page: Page) -> bool:
    """Is it a page of the feed rather than an entry? Raises PageError when it is no JSON at all."""
    data = page.json(max_bytes=MAX_PAGE_BYTES)
    return isinstance(data, Mapping) and "items" in data


def read_feed_page(page: Page) -> FeedPage:
    """The events of one page, oldest first. Raises PageError when it is no page of the feed."""
    data = page.json(max_bytes=MAX_PAGE_BYTES)
    items = data.get("items") if isinstance(data, Mapping) else None
    if not isinstance(items, list):
        why = "it has no list called 'items'"
        raise PageError("not a page of NAV's feed", which=page.url, why=why, remedy=LOOK)
    following = one_line(data.get("next_id")) or _last_part(data.get("next_url"))
    own = one_line(data.get("id")) or _last_part(data.get("feed_url"))
    if not own:
        why = "it has no id, so nothing could start from it"
        raise PageError("not a page of NAV's feed", which=page.url, why=why, remedy=LOOK)
    return FeedPage(own, following or None, tuple(_events(items)))


def _last_part(address: Any) -> str:
    return one_line(address).partition("?")[0].rstrip("/").rpartition("/")[2]


def _events(items: list[Any]) -> Iterator[Event]:
    for item in items:
        if not isinstance(item, Mapping):
            continue
        entry = item.get("_feed_entry")
        entry = entry if isinstance(entry, Mapping) else {}
        uuid = one_line(entry.get("uuid")) or one_line(item.get("id"))
        if uuid:
            status = one_line(entry.get("status")).upper() or "ACTIVE"
            changed = one_line(entry.get("sistEndret") or item.get("date_modified"))
            yield Event(uuid, status == "ACTIVE", one_line(entry.get("title") or item.get("title")), changed)


def is_masked(title: str) -> bool:
    """Has NAV put a mask in the place of the title?"""
    return title.strip() in _MASKS


def read_entry(page: Page) -> Draft | Closed:
    """The ad of one ``feedentry``. Raises PageError when it is none."""
    data = page.json()
    uuid = one_line(data.get("uuid")) if isinstance(data, Mapping) else ""
    if not uuid:
        raise PageError("not an entry of NAV's feed", which=page.url, why="it has no uuid")
    if one_line(data.get("status")).upper() not in ("ACTIVE", ""):
        return Closed(uuid)
    content = data.get("ad_content")
    if not isinstance(content, Mapping):
        raise PageError("not an entry of NAV's feed", which=page.url, why="it is ACTIVE, and yet has no ad_content")
    return read_ad(uuid, content)


def read_ad(uuid: str, content: Mapping[str, Any]) -> Draft:
    """An ``ad_content`` as a draft. Fields that are null, empty or of another type are simply not there."""
    employer = content.get("employer")
    employer = employer if isinstance(employer, Mapping) else {"name": employer}
    published, published_issues = moment_field(content.get("published"), "date_posted")
    updated, updated_issues = moment_field(content.get("updated"), "date_modified")
    deadline = deadline_fields(content.get("applicationDue"), published)
    source_url = one_line(content.get("sourceurl"))
    link = one_line(content.get("link")) or AD_ADDRESS + uuid
    return Draft(
        source_ref=uuid,
        url=link,
        title=one_line(content.get("title")) or one_line(content.get("jobtitle")),
        employer=or_none(employer.get("name")),
        employer_orgnr=valid_orgnr(employer.get("orgnr")),
        employer_homepage=or_none(employer.get("homepage")),
        employer_description=about_employer(employer.get("description")),
        description_html=_description(content.get("description")),
        apply_url=_as_given(content.get("applicationUrl"), content.get("sourceurl"), link),
        date_posted=published,
        date_modified=updated,
        valid_through_raw=or_none(content.get("expires")),
        deadline_raw=deadline.raw,
        deadline=deadline.day,
        deadline_kind=deadline.kind,
        places=tuple(_places(content.get("workLocations"))),
        employment_type_raw=or_none(content.get("engagementtype")),
        extent_raw=or_none(content.get("extent")),
        positions_raw=or_none(content.get("positioncount")),
        sector=_sector(content.get("sector")),
        start_raw=or_none(content.get("starttime")),
        categories=tuple(_categories(content)),
        contacts=tuple(_contacts(content.get("contactList"))),
        references=_references(source_url, content.get("applicationUrl")),
        issues=(*published_issues, *updated_issues, *deadline.issues),
    )


def _description(value: Any) -> SafeHtml | None:
    return (html_or_plain(value) or None) if isinstance(value, str) else None


def _references(source_url: str, *addresses: Any) -> tuple[str, ...]:
    """Where NAV has the ad from, and the numbers that recruiting systems put into its addresses."""
    systems = [ref for item in (source_url, *addresses) if isinstance(item, str) for ref in system_references(item)]
    return tuple(dict.fromkeys(filter(None, (source_url, *systems))))


def _as_given(*candidates: Any) -> str | None:
    """The application link exactly as NAV passes it on: the terms ask for it to be left alone."""
    return next((item for item in candidates if isinstance(item, str) and item.strip()), None)


def _sector(value: Any) -> str | None:
    word = one_line(value)
    return None if word.casefold() in ("", "ikke oppgitt") else word


def _places(value: Any) -> Iterator[Place]:
    for item in value if isinstance(value, list) else ():
        if isinstance(item, Mapping):
            place = Place(
                city=place_name(item.get("city")),
                municipality=place_name(item.get("municipal")),
                county=place_name(item.get("county")),
                postal_code=or_none(item.get("postalCode")),
                street_address=or_none(item.get("address")),
                country=country_code(item.get("country")),
            )
            if place != Place():
                yield place


def _categories(content: Mapping[str, Any]) -> Iterator[Category]:
    for item in _mappings(content.get("categoryList")):
        code = one_line(item.get("code"))
        if code:
            yield Category(one_line(item.get("categoryType")), code, one_line(item.get("name")))
    for item in _mappings(content.get("occupationCategories")):
        names = [one_line(item.get(level)) for level in ("level1", "level2")]
        if any(names):
            yield Category("NAV", " / ".join(filter(None, names)), names[-1] or names[0])


def _contacts(value: Any) -> Iterator[Contact]:
    for item in _mappings(value):
        contact = Contact(*(or_none(item.get(key)) for key in ("name", "title", "email", "phone")))
        if contact != Contact():
            yield contact


def _mappings(value: Any) -> Iterator[Mapping[str, Any]]:
    for item in value if isinstance(value, list) else ():
        if isinstance(item, Mapping):
            yield item
