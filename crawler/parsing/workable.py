"""Workable's widget API: one record for each place of a job, so that records with one code are one job."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from crawler.parsing.listing import (
    MAX_LIST_BYTES,
    Ad,
    Listing,
    Record,
    draft_of,
    record,
    records,
    required_list,
    sections,
)
from crawler.parsing.page import Page
from crawler.parsing.places import country_code, place_name
from crawler.parsing.text import one_line, or_none
from domain.postings import Draft, Place


def read_workable(page: Page) -> Listing:
    """The jobs of ``/api/v1/widget/accounts/<account>?details=true``. Raises PageError when it is no such list."""
    data = page.json(max_bytes=MAX_LIST_BYTES)
    employer = or_none(record(data).get("name"))
    jobs = required_list(page, data, "jobs", "Workable's list of jobs")
    account = urlsplit(page.url).path.rpartition("/")[2]
    return Listing(tuple(_joined([_job(record(item), employer, account) for item in jobs])))


def _joined(ads: list[Ad]) -> Iterator[Ad]:
    """Records of one job as one draft with all its places."""
    drafts: dict[str, Draft] = {}
    for ad in ads:
        if not isinstance(ad, Draft):
            yield ad
        elif ad.source_ref in drafts:
            before = drafts[ad.source_ref]
            drafts[ad.source_ref] = replace(before, places=tuple(dict.fromkeys((*before.places, *ad.places))))
        else:
            drafts[ad.source_ref] = ad
    yield from drafts.values()


def _job(job: Record, employer: str | None, account: str) -> Ad:
    parts = (("", job.get("description")), ("", job.get("requirements")), ("", job.get("benefits")))
    return draft_of(
        job.get("shortcode") or job.get("id"),
        job.get("url") or job.get("shortlink"),
        job.get("title"),
        posted=job.get("published_on") or job.get("created_at"),
        text=sections(*parts) or None,
        apply_url=job.get("application_url"),
        references=(f"id@workable/{account}:{one_line(job['code'])}",) if one_line(job.get("code")) else (),
        employer=employer,
        department=or_none(job.get("department")),
        places=tuple(_places(job)),
        employment_type_raw=or_none(job.get("employment_type")),
        job_location_type="TELECOMMUTE" if job.get("telecommuting") is True else None,
    )


def _places(job: Record) -> Iterator[Place]:
    for item in records(job.get("locations")) or [{**job, "region": job.get("state")}]:
        place = Place(
            city=place_name(item.get("city")),
            county=place_name(item.get("region")),
            country=country_code(item.get("countryCode") or item.get("country")),
        )
        if place != Place():
            yield place
