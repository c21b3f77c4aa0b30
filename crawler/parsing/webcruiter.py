"""Webcruiter's company search: dates follow the language asked for, a deadline in 1970 means "Snarest".

An unknown company answers 200 with a total of 0. Shapes: a captured answer of 2026.
"""

from collections.abc import Iterator

from crawler.parsing.listing import (
    MAX_LIST_BYTES,
    Ad,
    Listing,
    Record,
    absolute,
    count,
    draft_of,
    record,
    required_list,
)
from crawler.parsing.page import Page
from crawler.parsing.places import place_name
from crawler.parsing.text import one_line, or_none
from domain.postings import Place

SITE = "https://candidate.webcruiter.com"
WHAT = "Webcruiter's list of ads"


def read_webcruiter(page: Page) -> Listing:
    """One page of ``/api/odvert/companysearch/<company>``. Raises PageError when it is no such list."""
    data = page.json(max_bytes=MAX_LIST_BYTES)
    items = required_list(page, data, "Data", WHAT)
    return Listing(tuple(_ad(record(item)) for item in items), count(record(data).get("Total")))


def _ad(item: Record) -> Ad:
    number, tenant = one_line(item.get("Id")), one_line(item.get("TenantId"))
    link = one_line(item.get("OpenAdvertUrl"))
    if not link and number and tenant:
        link = f"https://{tenant}.webcruiter.no/Main/Recruit/Public/{number}"
    apply_url = one_line(item.get("ApplyUrl"))
    text = item.get("Presentation")
    return draft_of(
        number,
        link,
        item.get("Heading") or item.get("HeadingNotOverruled"),
        posted=item.get("PublishedDate"),
        deadline=item.get("ApplicationDeadline") or item.get("ApplyWithinDate"),
        text=text,
        apply_url=absolute(SITE, apply_url) or None,
        references=(f"webcruiter:{number}",) if number else (),
        employer=or_none(item.get("CompanyName")),
        places=tuple(dict.fromkeys(_places(item))),
        employment_type_raw=or_none(item.get("JobType")),
        language=one_line(item.get("Language"))[:2].lower() or None,
    )


def _places(item: Record) -> Iterator[Place]:
    """The facets name towns and municipalities; the plain fields are often empty."""
    given = [item.get("Workplace"), item.get("WorkPlaceFacet")]
    for facet in ("WorkPlaceFacet3", "WorkPlaceFacet2"):
        more = item.get(facet)
        given += more if isinstance(more, list) else []
    for name in given:
        city = place_name(name)
        if city:
            yield Place(city=city, country="NO" if one_line(item.get("Culture")).endswith("-NO") else None)
