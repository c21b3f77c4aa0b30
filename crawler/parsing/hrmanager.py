"""HR-Manager's JobPortal API (Talentech Talent Recruiter): dates as ``/Date(ms+0200)/``, errors as a status code.

Project leaders and users in the records are recruiters' own data: they are not read.
"""

from collections.abc import Iterator
from dataclasses import replace

from crawler.parsing.document import parse_document
from crawler.parsing.html import clean_html
from crawler.parsing.listing import (
    MAX_LIST_BYTES,
    Ad,
    Listing,
    Record,
    count,
    draft_of,
    named,
    record,
    records,
    required_list,
    sections,
)
from crawler.parsing.page import Page, PageError
from crawler.parsing.places import country_code, place_name
from crawler.parsing.text import one_line, or_none
from domain.postings import Draft, Place

WHAT = "HR-Manager's list of positions"


def read_hrmanager(page: Page) -> Listing:
    """One page of ``/jobportal.svc/<alias>/positionlist/json/``. Raises PageError when it is no such list.

    An unknown alias answers with HTTP 400 and a status code of 1.
    """
    data = record(page.json(max_bytes=MAX_LIST_BYTES))
    status = record(data.get("TransactionStatus"))
    if status.get("StatusCode") not in (0, None):
        raise PageError(
            "HR-Manager does not know this employer",
            which=page.url,
            why=one_line(status.get("Description"))[:200] or f"status {status.get('StatusCode')}",
            remedy="mend the alias in base_url: it is customer=… in the address of the employer's list of jobs",
        )
    items = required_list(page, data, "Items", WHAT)
    return Listing(tuple(_position(record(item)) for item in items), count(data.get("PositionCountCustomer")))


def read_hrmanager_ad(page: Page, draft: Draft) -> Draft:
    """``draft`` with the text of its page (``ApplicationInit.aspx``). Raises PageError when there is none."""
    found = parse_document(page.text).css("#AdvertisementInnerContent, #AdvertisementContent")
    if not found:
        raise PageError("not an ad of HR-Manager", which=page.url, why="it has no AdvertisementInnerContent")
    found[0].css(".contact, .contactinfo").drop()
    return replace(draft, description_html=clean_html(str(found[0].get())) or None)


def _position(item: Record) -> Ad:
    advert = next(iter(records(item.get("Advertisements"))), {})
    return draft_of(
        item.get("Id"),
        item.get("AdvertisementUrlSecure") or item.get("AdvertisementUrl"),
        item.get("Name"),
        posted=item.get("Published") or item.get("Created"),
        modified=item.get("LastUpdated"),
        deadline=item.get("ApplicationDue"),
        text=sections(("", advert.get("Introduction")), ("", advert.get("Content") or advert.get("Description")))
        or None,
        references=(f"hrmanager:{one_line(item.get('Id'))}",),
        employer=or_none(item.get("CustomerName")),
        department=named(item.get("Department"), "Name"),
        places=tuple(dict.fromkeys(_places(item))),
        employment_type_raw=or_none(item.get("PositionType")),
        extent_raw=or_none(item.get("WorkHours")),
        summary=or_none(item.get("ShortDescription")),
        start_raw="ASAP" if item.get("StartDateASAP") is True else None,
    )


def _places(item: Record) -> Iterator[Place]:
    department, tree = record(item.get("Department")), record(item.get("DepartmentTree"))
    country = country_code(named(tree, "Country") or named(department, "Country"))
    several = [named(place, "Name") for place in records(item.get("PositionLocationMultiSelection"))]
    single = named(item.get("PositionLocation"), "Name") or or_none(item.get("WorkPlace"))
    names: list[str | None] = [name for name in several if name]
    for name in names or [single]:
        city = place_name(name or named(department, "City") or named(tree, "City"))
        if city or country:
            yield Place(city=city, county=place_name(named(tree, "County")), country=country)
