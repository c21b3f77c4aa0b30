"""Jobbnorge's public list (``/v3/jobs``): dates as DD.MM.YYYY, "Løpende" for an open end, a teaser as text."""

from collections.abc import Iterator, Mapping
from typing import Any

from crawler.parsing.dates import deadline_fields, moment_field
from crawler.parsing.page import Page, PageError
from crawler.parsing.places import place_name
from crawler.parsing.references import system_references
from crawler.parsing.text import one_line, or_none
from domain.postings import Draft, Issue, Place

MAX_LIST_BYTES = 8 * 1024 * 1024
LOOK = "is base_url right? open the address in a browser; if its form has changed, report it"


def read_jobs(page: Page) -> list[Draft | Issue]:
    """All ads, and an Issue for each record that is none. Raises PageError when it is not the list.

    A list that is shorter than the number it states of itself is not believed either.
    """
    data = page.json(max_bytes=MAX_LIST_BYTES)
    jobs = data.get("jobs") if isinstance(data, Mapping) else data
    if not isinstance(jobs, list):
        raise PageError("not Jobbnorge's list", which=page.url, why="it has no list called 'jobs'", remedy=LOOK)
    stated = _stated(data)
    if stated is not None and len(jobs) < stated:
        why = f"{len(jobs)} ads where it states {stated}"
        raise PageError("Jobbnorge's list is cut", which=page.url, why=why, remedy="it is asked again next time")
    return [_job(record) for record in jobs]


def _stated(data: Any) -> int | None:
    meta = data.get("meta") if isinstance(data, Mapping) else None
    count = meta.get("jobCountTotal") if isinstance(meta, Mapping) else None
    return count if isinstance(count, int) and not isinstance(count, bool) else None


def _job(record: Any) -> Draft | Issue:
    number = one_line(record.get("id")) if isinstance(record, Mapping) else ""
    title = one_line(record.get("title")) if number else ""
    if not title:
        return Issue("jobs", str(record)[:200], "a record without id or title")
    published, issues = moment_field(record.get("publicationDate"), "date_posted")
    deadline = deadline_fields(record.get("deadline"), published)
    department = or_none(record.get("department"))
    as_employer = bool(record.get("regardDepartmentAsEmployer")) and department is not None
    link = one_line(record.get("link")) or f"https://www.jobbnorge.no/ledige-stillinger/stilling/{number}"
    return Draft(
        source_ref=number,
        url=link,
        title=title,
        employer=department if as_employer else or_none(record.get("employer")),
        department=department,
        summary=or_none(record.get("summary")),
        apply_url=link,
        date_posted=published,
        deadline_raw=deadline.raw,
        deadline=deadline.day,
        deadline_kind=deadline.kind,
        places=tuple(_places(record.get("locations"))),
        employment_type_raw=or_none(record.get("jobDuration")),
        extent_raw=or_none(record.get("jobScope")),
        positions_raw=or_none(record.get("positionCount")),
        references=system_references(link),
        issues=(*issues, *deadline.issues),
    )


def _places(value: Any) -> Iterator[Place]:
    for item in value if isinstance(value, list) else ():
        if isinstance(item, Mapping):
            place = Place(
                city=place_name(item.get("area")),
                municipality=place_name(item.get("municipality")),
                county=place_name(item.get("county")),
                postal_code=or_none(item.get("zipCode")),
                street_address=or_none(item.get("address")),
                country="NO" if item.get("isDomestic") else None,
            )
            if place != Place():
                yield place
