"""Recman's API (``scope=jobPost``, with the customer's key): ads by their number, title beside an internal name."""

from crawler.parsing.listing import MAX_LIST_BYTES, Ad, Listing, Record, draft_of, record, sections
from crawler.parsing.page import Page, PageError
from crawler.parsing.places import country_code, place_name
from crawler.parsing.text import one_line, or_none
from domain.postings import Place

FIELDS = (
    "name,title,ingress,body,numberOfPositions,startDate,endDate,deadline,address1,postalCode,city,country,"
    "applyUrl,companyName,workplace,position,positionType,sector,accession,created,updated,salary,web"
)


def read_recman(page: Page) -> Listing:
    """The ads of ``/v2/get/?scope=jobPost``. Raises PageError when the key is refused or it is no such answer."""
    answer = record(page.json(max_bytes=MAX_LIST_BYTES))
    data = answer.get("data")
    if answer.get("success") is not True or not isinstance(data, (dict, list)):
        told = one_line(record(answer.get("error")).get("message") or answer.get("error"))
        why = f"Recman says: {told[:200]}" if told else "it says that it was no success"
        raise PageError(
            "not Recman's list of ads", which=page.url.partition("?")[0], why=why, remedy="is api_key right?"
        )
    items = data.items() if isinstance(data, dict) else ((record(item).get("jobPostId"), item) for item in data)
    return Listing(tuple(_ad(one_line(number), record(item)) for number, item in items))


def _ad(number: str, item: Record) -> Ad:
    link = one_line(item.get("applyUrl")) or one_line(item.get("web"))
    place = Place(
        city=place_name(item.get("city") or item.get("workplace")),
        postal_code=or_none(item.get("postalCode")),
        street_address=or_none(item.get("address1")),
        country=country_code(item.get("country")),
    )
    return draft_of(
        number,
        link,
        item.get("title") or item.get("name"),
        posted=_day(item.get("startDate")) or _day(item.get("created")),
        modified=_day(item.get("updated")),
        deadline=_day(item.get("deadline")),
        text=sections(("", item.get("ingress")), ("", item.get("body"))) or None,
        employer=or_none(item.get("companyName")),
        places=(place,) if place != Place() else (),
        employment_type_raw=or_none(item.get("positionType")),
        positions_raw=or_none(item.get("numberOfPositions")),
        sector=or_none(item.get("sector")),
        start_raw=or_none(item.get("accession")),
        valid_through_raw=or_none(_day(item.get("endDate"))),
    )


def _day(value: object) -> str:
    """A date; the zeros that stand for none are none."""
    text = one_line(value)
    return "" if text.startswith("0000") else text
