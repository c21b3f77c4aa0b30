"""Lever's postings API: a bare list; the text of an ad is its description, its lists and what comes after them."""

import re
from dataclasses import replace

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
    sections,
)
from crawler.parsing.page import Page, PageError
from crawler.parsing.places import country_code
from crawler.parsing.text import one_line, or_none
from domain.postings import Place

WHAT = "Lever's list of postings"
_INTERVAL = re.compile(r"per-(year|month|week|day|hour)")


def read_lever(page: Page) -> Listing:
    """The postings of ``/v0/postings/<employer>?mode=json``. Raises PageError when it is no such list.

    An employer lives in one of two regions; asked in the other, Lever says that there is no such document.
    """
    data = page.json(max_bytes=MAX_LIST_BYTES)
    if record(data).get("ok") is False:
        raise PageError(
            "Lever does not know this employer",
            which=page.url,
            why=one_line(data.get("error")) or "it says that nothing is there",
            remedy="an employer lives on api.lever.co or on api.eu.lever.co, never on both: try the other in base_url",
        )
    return Listing(tuple(_posting(record(item)) for item in required_list(page, data, "", WHAT)))


def _posting(posting: Record) -> Ad:
    categories = record(posting.get("categories"))
    return draft_of(
        posting.get("id"),
        posting.get("hostedUrl"),
        posting.get("text"),
        posted=posting.get("createdAt"),
        text=_text(posting),
        apply_url=posting.get("applyUrl"),
        pay=_pay(record(posting.get("salaryRange"))),
        employer=board_name(posting.get("hostedUrl")),
        department=named(categories, "department", "team"),
        places=_places(posting, categories),
        employment_type_raw=or_none(categories.get("commitment")),
        job_location_type="TELECOMMUTE" if posting.get("workplaceType") == "remote" else None,
    )


def _text(posting: Record) -> str:
    lists = [
        (item.get("text"), f"<ul>{item.get('content')}</ul>")
        for item in records(posting.get("lists"))
        if item.get("content")
    ]
    whole = posting.get("description") or f"{posting.get('opening') or ''}{posting.get('descriptionBody') or ''}"
    return sections(("", whole), *lists, ("", posting.get("additional")), ("", posting.get("salaryDescription")))


def _places(posting: Record, categories: Record) -> tuple[Place, ...]:
    every = categories.get("allLocations")
    names = every if isinstance(every, list) and every else [categories.get("location")]
    found = tuple(dict.fromkeys(place for name in names for place in places_in(name)))
    country = country_code(posting.get("country"))
    if not country or len(found) > 1:
        return found
    if not found:
        return (Place(country=country),)
    # "Chicago, IL" is in a state, not in Israel: the posting's own country decides.
    state = found[0].country if found[0].country not in (None, country) else None
    return (replace(found[0], county=state or found[0].county, country=country),)


def _pay(given: Record) -> Record | None:
    period = _INTERVAL.match(one_line(given.get("interval")))
    if not given or not period:
        return None
    return {
        "currency": given.get("currency"),
        "value": {"minValue": given.get("min"), "maxValue": given.get("max"), "unitText": period[1]},
    }
