"""schema.org JobPosting in every shape that sites give it, as drafts.

JSON-LD first, then microdata; where a page's JSON-LD is broken, what the page itself says, marked with an Issue.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from crawler.parsing.dates import deadline_fields, moment_field
from crawler.parsing.document import Surroundings, main_html, parse_document, read_surroundings
from crawler.parsing.html import html_or_plain
from crawler.parsing.jsonld import nodes_of_type
from crawler.parsing.microdata import items_of_type
from crawler.parsing.money import salary_fields
from crawler.parsing.orgnr import valid_orgnr
from crawler.parsing.page import Page
from crawler.parsing.places import job_places
from crawler.parsing.references import system_references
from crawler.parsing.text import one_line, or_none, unescape_fully
from domain.postings import DeadlineKind, Draft, Issue


def read_job_postings(page: Page) -> list[Draft]:
    """Every ad of the page; none when it is no ad. Never raises."""
    document = parse_document(page.text)
    found = nodes_of_type(document, "JobPosting")
    nodes = found.nodes or items_of_type(document, "JobPosting")
    around = read_surroundings(document, page.url)
    if not nodes and found.broken:
        return _from_the_page(main_html(document), around, page, found.broken[0])
    drafts = (_draft(node, page, around, number) for number, node in enumerate(nodes))
    return [draft for draft in drafts if draft.title]


def _draft(node: Mapping[str, Any], page: Page, around: Surroundings, number: int) -> Draft:
    employer = _first(node.get("hiringOrganization"))
    organisation = employer if isinstance(employer, Mapping) else {"name": employer}
    published, published_issues = moment_field(_first(node.get("datePosted")), "date_posted")
    modified, _ = moment_field(_first(node.get("dateModified")), "date_modified")
    through = _first(node.get("validThrough"))
    deadline = deadline_fields(through, published)
    stated = deadline_fields(around.deadline, published) if around.labelled_apart else deadline
    if stated.kind in (DeadlineKind.ASAP, DeadlineKind.ROLLING):  # then validThrough is a placeholder
        deadline = stated
    pay = salary_fields(node.get("baseSalary"))
    return Draft(
        source_ref=_identity(node, page, number),
        url=page.url,
        title=unescape_fully(one_line(_first(node.get("title") or node.get("name")))),
        employer=unescape_fully(one_line(_name(organisation))) or None,
        employer_orgnr=valid_orgnr(organisation.get("taxID") or organisation.get("vatID")),
        employer_homepage=or_none(_first(organisation.get("sameAs") or organisation.get("url"))),
        description_html=html_or_plain(str(_first(node.get("description")) or "")) or None,
        apply_url=around.apply_url or or_none(_first(node.get("url"))) or page.url,
        date_posted=published,
        date_modified=modified,
        valid_through_raw=or_none(through),
        deadline_raw=deadline.raw,
        deadline=deadline.day,
        deadline_kind=deadline.kind,
        places=job_places(node.get("jobLocation")),
        employment_type_raw=_joined(node.get("employmentType")),
        positions_raw=or_none(_first(node.get("totalJobOpenings"))),
        salary_raw=pay.raw,
        salary=pay.salary,
        job_location_type=or_none(_first(node.get("jobLocationType"))),
        start_raw=or_none(_first(node.get("jobStartDate"))),
        language=or_none(_first(node.get("inLanguage"))) or around.language,
        references=tuple(filter(None, (one_line(_identifier(node)), *system_references(around.apply_url)))),
        issues=(*published_issues, *deadline.issues, *pay.issues),
    )


def _identity(node: Mapping[str, Any], page: Page, number: int) -> str:
    """The site's identifier of the ad, else the page's path: hosts and queries change, paths stay."""
    path = urlsplit(page.url).path.rstrip("/") or "/"
    return path if number == 0 else f"{path}#{one_line(_identifier(node)) or number}"


def _identifier(node: Mapping[str, Any]) -> Any:
    value = _first(node.get("identifier"))
    return value.get("value") or value.get("name") if isinstance(value, Mapping) else value


def _name(organisation: Mapping[str, Any]) -> Any:
    return _first(organisation.get("name") or organisation.get("legalName"))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else None if isinstance(value, list) else value


def _joined(value: Any) -> str | None:
    words = value if isinstance(value, list) else [value]
    return ", ".join(filter(None, map(one_line, words))) or None


def _from_the_page(body: str, around: Surroundings, page: Page, fault: str) -> list[Draft]:
    """An ad whose structured data is broken: heading, text and deadline as a reader sees them."""
    if not around.heading or not body:
        return []
    deadline = deadline_fields(around.deadline, None)
    return [
        Draft(
            source_ref=urlsplit(page.url).path.rstrip("/") or "/",
            url=page.url,
            title=around.heading,
            description_html=html_or_plain(body) or None,
            apply_url=around.apply_url or page.url,
            deadline_raw=deadline.raw,
            deadline=deadline.day,
            deadline_kind=deadline.kind,
            language=around.language,
            issues=(Issue("json_ld", fault, "broken structured data: read from the page instead"),),
        )
    ]
