"""Workday's career sites (CXS): lists of 20 with relative dates, one answer for each ad.

The list says "Posted 3 Days Ago" and "3 Locations"; the ad's own answer has a date and the places.
"""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from crawler.parsing.dates import deadline_fields, moment_field
from crawler.parsing.html import html_or_plain
from crawler.parsing.listing import (
    Ad,
    Listing,
    Record,
    count,
    draft_of,
    named,
    places_in,
    record,
    relative_day,
    required_list,
)
from crawler.parsing.page import Page, PageError
from crawler.parsing.places import country_code
from crawler.parsing.text import one_line, or_none
from domain.postings import Draft, Place

WHAT = "Workday's list of jobs"


def read_workday(page: Page) -> Listing:
    """One page of ``/wday/cxs/<tenant>/<site>/jobs``. Raises PageError when it is no such list."""
    data = page.json()
    jobs = required_list(page, data, "jobPostings", WHAT)
    site = _site(page.url)
    # Only the first page states the number; the others say 0.
    return Listing(tuple(_job(record(item), site, page) for item in jobs), count(record(data).get("total")) or None)


def _site(url: str) -> str:
    """The address of the career site that people see: ``https://<tenant>.wdN.myworkdayjobs.com/<site>``."""
    parts = urlsplit(url)
    path = [part for part in parts.path.split("/") if part]
    site = path[3] if len(path) > 3 and path[:2] == ["wday", "cxs"] else ""
    return f"{parts.scheme}://{parts.netloc}/{site}".rstrip("/")


def _job(job: Record, site: str, page: Page) -> Ad:
    path = one_line(job.get("externalPath"))
    bullets = job.get("bulletFields")
    number = one_line(bullets[0]) if isinstance(bullets, list) and bullets else ""
    where = one_line(job.get("locationsText"))
    found = draft_of(
        path,
        site + path if path else "",
        job.get("title"),
        references=(f"id@{urlsplit(site).hostname}:{number}",) if number else (),
        places=() if where[:1].isdigit() else places_in(where),
    )
    if isinstance(found, Draft):
        return replace(found, date_posted=relative_day(job.get("postedOn"), page.fetched_at))
    return found


def read_workday_ad(page: Page, draft: Draft) -> Draft:
    """``draft`` with what its own answer says. Raises PageError when that has no ad."""
    data = record(page.json())
    info = record(data.get("jobPostingInfo"))
    text = info.get("jobDescription")
    if not isinstance(text, str) or not text.strip():
        raise PageError("not an ad of Workday", which=page.url, why="it has no jobPostingInfo with a text")
    posted, issues = moment_field(info.get("startDate"), "date_posted")
    closes = deadline_fields(info.get("endDate"), posted)
    return replace(
        draft,
        title=one_line(info.get("title")) or draft.title,
        employer=named(data.get("hiringOrganization"), "name"),
        description_html=html_or_plain(text) or None,
        date_posted=posted or draft.date_posted,
        deadline_raw=closes.raw,
        deadline=closes.day,
        deadline_kind=closes.kind,
        places=tuple(dict.fromkeys(_places(info))) or draft.places,
        extent_raw=or_none(info.get("timeType")),
        issues=(*draft.issues, *issues, *closes.issues),
    )


def _places(info: Record) -> Iterator[Place]:
    country = country_code(record(info.get("country")).get("descriptor"))
    more = info.get("additionalLocations")
    for name in (info.get("location"), *(more if isinstance(more, list) else ())):
        for place in places_in(name):
            yield place if place.country or not country else replace(place, country=country)
