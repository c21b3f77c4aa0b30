"""EURES (the EU's mobility portal): hits of its public search, with texts; regions are NUTS codes, dates epoch ms."""

from collections.abc import Iterator

from crawler.parsing.listing import MAX_LIST_BYTES, Ad, Listing, Record, count, draft_of, named, record, required_list
from crawler.parsing.page import Page
from crawler.parsing.text import one_line
from domain.postings import Place

AD = "https://europa.eu/eures/portal/jv-se/jv-details/"


def read_eures(page: Page) -> Listing:
    """One page of ``jv-search/search``. Raises PageError when it is no such answer."""
    data = record(page.json(max_bytes=MAX_LIST_BYTES))
    items = required_list(page, data, "jvs", "EURES' hits")
    return Listing(tuple(_hit(record(item)) for item in items), count(data.get("numberRecords")))


def _hit(item: Record) -> Ad:
    number = one_line(item.get("id"))
    language = next(iter(_languages(item)), None)
    return draft_of(
        number,
        f"{AD}{number}?lang={language or 'en'}" if number else "",
        item.get("title"),
        posted=item.get("creationDate"),
        modified=item.get("lastModificationDate"),
        text=item.get("description"),
        employer=named(item.get("employer"), "name"),
        places=tuple(_places(item)),
        employment_type_raw=one_line(item.get("positionOfferingCode")) or None,
        positions_raw=one_line(item.get("numberOfPosts")) or None,
        language=language,
    )


def _languages(item: Record) -> Iterator[str]:
    given = item.get("availableLanguages")
    yield from (one_line(name)[:2].lower() for name in given or () if one_line(name)) if isinstance(given, list) else ()


def _places(item: Record) -> Iterator[Place]:
    """The country; a NUTS code names a region, and is no name of a place."""
    for code in record(item.get("locationMap")):
        if len(one_line(code)) == 2:
            yield Place(country=one_line(code).upper())
