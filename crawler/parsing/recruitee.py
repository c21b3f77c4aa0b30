"""Recruitee's offers: requirements stand beside the description, dates end in "UTC", pay has a period of its own."""

from collections.abc import Iterator

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
from domain.observations import LeftOut
from domain.postings import Category, Place


def read_recruitee(page: Page) -> Listing:
    """The offers of ``/api/offers/``. Raises PageError when it is no such list."""
    offers = required_list(page, page.json(max_bytes=MAX_LIST_BYTES), "offers", "Recruitee's list of offers")
    return Listing(tuple(_offer(record(item)) for item in offers))


def _offer(offer: Record) -> Ad:
    title, status = one_line(offer.get("title")), one_line(offer.get("status"))
    if title and status and status != "published":
        return LeftOut(one_line(offer.get("id")), title, f"its status is {status!r}")
    employment = one_line(offer.get("employment_type_code")).replace("_", " ")
    return draft_of(
        offer.get("id"),
        offer.get("careers_url"),
        title,
        posted=offer.get("published_at") or offer.get("created_at"),
        modified=offer.get("updated_at"),
        deadline=offer.get("close_at"),
        text=sections(("", offer.get("description")), ("", offer.get("requirements"))),
        apply_url=offer.get("careers_apply_url"),
        pay=_pay(record(offer.get("salary"))),
        employer=or_none(offer.get("company_name")),
        department=or_none(offer.get("department")),
        places=tuple(_places(offer)),
        employment_type_raw=employment or None,
        extent_raw=next((word for word in ("fulltime", "parttime") if word in employment), None),
        categories=tuple(_categories(offer)),
        job_location_type="TELECOMMUTE" if offer.get("remote") is True else None,
    )


def _categories(offer: Record) -> Iterator[Category]:
    code = one_line(offer.get("category_code"))
    if code:
        yield Category("Recruitee", code, code.replace("_", " "))


def _places(offer: Record) -> Iterator[Place]:
    for item in records(offer.get("locations")) or [offer]:
        place = Place(
            city=place_name(item.get("city")),
            county=place_name(item.get("state") or item.get("state_name")),
            postal_code=or_none(item.get("postal_code")),
            street_address=or_none(item.get("street")),
            country=country_code(item.get("country_code") or item.get("country")),
        )
        if place != Place():
            yield place


def _pay(given: Record) -> Record | None:
    if not given.get("min") and not given.get("max"):
        return None
    bounds = {"minValue": given.get("min"), "maxValue": given.get("max"), "unitText": given.get("period")}
    return {"currency": given.get("currency"), "value": bounds}
