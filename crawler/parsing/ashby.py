"""Ashby's public job board API; jobs that are not listed stay unlisted."""

import re
from collections.abc import Iterator

from crawler.parsing.listing import (
    MAX_LIST_BYTES,
    Ad,
    Listing,
    Record,
    board_name,
    draft_of,
    named,
    places_in,
    record,
    records,
    required_list,
)
from crawler.parsing.page import Page
from crawler.parsing.places import job_places
from crawler.parsing.text import one_line, or_none
from domain.observations import LeftOut
from domain.postings import Place

_INTERVAL = re.compile(r"1 (YEAR|MONTH|WEEK|DAY|HOUR)")


def read_ashby(page: Page) -> Listing:
    """The jobs of ``/posting-api/job-board/<board>``. Raises PageError when it is no such list."""
    jobs = required_list(page, page.json(max_bytes=MAX_LIST_BYTES), "jobs", "Ashby's list of jobs")
    return Listing(tuple(_job(record(item)) for item in jobs))


def _job(job: Record) -> Ad:
    title = one_line(job.get("title"))
    if job.get("isListed") is False and title:
        return LeftOut(one_line(job.get("id")), title, "the employer does not list it")
    return draft_of(
        job.get("id"),
        job.get("jobUrl"),
        title,
        posted=job.get("publishedAt"),
        text=job.get("descriptionHtml") or job.get("descriptionPlain"),
        apply_url=job.get("applyUrl"),
        pay=_pay(job),
        employer=board_name(job.get("jobUrl")),
        department=named(job, "department", "team"),
        places=tuple(dict.fromkeys(_places(job))),
        employment_type_raw=or_none(job.get("employmentType")),
        job_location_type="TELECOMMUTE" if job.get("workplaceType") == "Remote" else None,
    )


def _places(job: Record) -> Iterator[Place]:
    for item in (job, *records(job.get("secondaryLocations"))):
        address = record(item.get("address")).get("postalAddress") or item.get("address")
        yield from job_places({"address": address}) or places_in(item.get("location"))


def _pay(job: Record) -> Record | None:
    """The salary among the components; equity and bonus are no base pay."""
    for part in records(record(job.get("compensation")).get("summaryComponents")):
        period = _INTERVAL.match(one_line(part.get("interval")))
        if part.get("compensationType") == "Salary" and period:
            bounds = {"minValue": part.get("minValue"), "maxValue": part.get("maxValue"), "unitText": period[1]}
            return {"currency": part.get("currencyCode"), "value": bounds}
    return None
