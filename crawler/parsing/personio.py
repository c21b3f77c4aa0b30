"""Personio's XML feed (``workzag-jobs``): names and texts in CDATA, further offices, the same position twice."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from parsel import Selector

from crawler.parsing.listing import Ad, Listing, draft_of, places_in, sections, unique
from crawler.parsing.page import Page
from crawler.parsing.text import or_none
from crawler.parsing.xml_document import child, raw_child, read_xml, whole
from domain.postings import Category, Place

WHAT = "Personio's list of positions"


def read_personio(page: Page) -> Listing:
    """The positions of ``/xml``. Raises PageError when it is no such list."""
    document = read_xml(page, "workzag-jobs", what=WHAT)
    positions = document.xpath("/workzag-jobs/position")
    whole(page, len(positions), "position", WHAT)
    parts = urlsplit(page.url)
    return Listing(tuple(unique(_position(item, f"{parts.scheme}://{parts.netloc}/job/") for item in positions)))


def _position(item: Selector, address: str) -> Ad:
    number = child(item, "id")
    texts = [(child(part, "name"), raw_child(part, "value")) for part in item.xpath("./jobDescriptions/jobDescription")]
    return draft_of(
        number,
        address + number if number else "",
        child(item, "name"),
        posted=child(item, "createdAt"),
        text=sections(*texts) or None,
        employer=or_none(child(item, "subcompany")),
        department=or_none(child(item, "department")),
        places=_places(item),
        employment_type_raw=or_none(child(item, "employmentType")),
        categories=tuple(_categories(item)),
        extent_raw=or_none(child(item, "schedule")),
    )


def _categories(item: Selector) -> Iterator[Category]:
    for name in ("occupation", "occupationCategory"):
        code = child(item, name)
        if code:
            yield Category(f"Personio {name}", code, code.replace("_", " "))


def _places(item: Selector) -> tuple[Place, ...]:
    offices = item.xpath("./office/text() | ./additionalOffices/office/text()").getall()
    return tuple(dict.fromkeys(place for office in offices for place in places_in(office)))
