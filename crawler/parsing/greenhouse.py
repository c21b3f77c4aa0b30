"""Greenhouse's job board API: one answer with every job; ``content`` is HTML with its entities escaped once more."""

from urllib.parse import urlsplit

from crawler.parsing.listing import (
    MAX_LIST_BYTES,
    Ad,
    Listing,
    Record,
    count,
    draft_of,
    named,
    places_in,
    record,
    records,
    required_list,
)
from crawler.parsing.page import Page
from crawler.parsing.text import one_line, or_none
from domain.observations import LeftOut

WHAT = "Greenhouse's list of jobs"


def read_greenhouse(page: Page) -> Listing:
    """The jobs of ``/v1/boards/<board>/jobs?content=true``. Raises PageError when it is no such list."""
    data = page.json(max_bytes=MAX_LIST_BYTES)
    jobs = required_list(page, data, "jobs", WHAT)
    board = urlsplit(page.url).path.partition("/boards/")[2].partition("/")[0]
    return Listing(tuple(_job(record(item), board) for item in jobs), count(record(data.get("meta")).get("total")))


def _job(job: Record, board: str) -> Ad:
    title = one_line(job.get("title"))
    if "internal_job_id" in job and job["internal_job_id"] is None and title:
        return LeftOut(one_line(job.get("id")), title, "a prospect post, behind which there is no vacancy")
    requisition = one_line(job.get("requisition_id"))
    return draft_of(
        job.get("id"),
        job.get("absolute_url"),
        title,
        posted=job.get("first_published"),
        modified=job.get("updated_at"),
        deadline=job.get("application_deadline"),
        text=job.get("content"),
        references=(f"id@greenhouse/{board}:{requisition}",) if requisition else (),
        employer=or_none(job.get("company_name")),
        department=next((named(item, "name") for item in records(job.get("departments"))), None),
        places=places_in(record(job.get("location")).get("name")),
        employment_type_raw=_employment(job),
        language=one_line(job.get("language"))[:2].lower() or None,
    )


def _employment(job: Record) -> str | None:
    """Of the employer's own fields, the one that is called so."""
    fields = {one_line(item.get("name")).casefold(): item.get("value") for item in records(job.get("metadata"))}
    return or_none(fields.get("employment type"))
