"""ReachMee's RSS: RSS 2.0 with elements of its own; ``pubDateTo`` is the last day to apply."""

from collections.abc import Iterator

from parsel import Selector

from crawler.parsing.listing import Ad, Listing, draft_of, unique
from crawler.parsing.page import Page
from crawler.parsing.places import country_code, place_name
from crawler.parsing.text import one_line, or_none
from crawler.parsing.xml_document import child, raw_child, read_xml, whole
from domain.postings import Contact, Place

WHAT = "ReachMee's list of vacancies"


def read_reachmee(page: Page) -> Listing:
    """The vacancies of ``/Public/rssfeed/external.ashx``. Raises PageError when it is no such feed."""
    document = read_xml(page, "rss", what=WHAT)
    items = document.xpath("/rss/channel/item")
    whole(page, len(items), "item", WHAT)
    return Listing(tuple(unique(_item(item) for item in items)))


def _item(item: Selector) -> Ad:
    number = child(item, "CommAdSeqNo")
    organisations = [name for name in (child(item, f"Org{level}") for level in (1, 2, 3)) if name]
    return draft_of(
        number,
        child(item, "link"),
        child(item, "title"),
        posted=child(item, "pubDate"),
        deadline=child(item, "pubDateTo"),
        text=raw_child(item, "description") or None,
        employer=organisations[0] if organisations else None,
        department=organisations[-1] if len(organisations) > 1 else None,
        places=tuple(place for place in [_place(item)] if place != Place()),
        employment_type_raw=or_none(child(item, "employmentLevel")),
        extent_raw=or_none(child(item, "workingHours")),
        contacts=tuple(_contacts(item)),
    )


def _place(item: Selector) -> Place:
    """Area1 is the county or the town, Area2 the town within it."""
    wide, narrow = place_name(child(item, "Area1")), place_name(child(item, "Area2"))
    return Place(
        city=narrow or wide,
        county=wide if narrow and narrow != wide else None,
        country=country_code(child(item, "country")),
    )


def _contacts(item: Selector) -> Iterator[Contact]:
    """Persons, each a group of fields in one of the elements whose name speaks of contacts."""
    groups = item.xpath("./*[contains(local-name(), 'contact') and *]/descendant-or-self::*[*[not(*)]]")
    for group in groups[:20]:
        fields = {
            one_line(node.root.tag).casefold(): one_line(node.xpath("string()").get()) for node in group.xpath("./*")
        }
        person = Contact(*(_field(fields, word) for word in ("name", "position", "email", "phone")))
        if person != Contact():
            yield person


def _field(fields: dict[str, str], word: str) -> str | None:
    also = {"phone": "telephone", "position": "title"}.get(word, word)
    return next((value for key, value in fields.items() if value and key.endswith((word, also))), None)
