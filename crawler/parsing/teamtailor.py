"""Teamtailor's lists of one employer's jobs: ``/jobs.json`` (JSON Feed 1.1 with a JobPosting each) and ``/jobs.rss``.

The feed's own id is a UUID; the number in ``identifier`` and in the address is what stays. Shapes: captures of 2026.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from parsel import Selector

from crawler.parsing.html import html_or_plain
from crawler.parsing.jobposting import read_node
from crawler.parsing.listing import MAX_LIST_BYTES, Ad, Listing, Record, absolute, draft_of, record, required_list
from crawler.parsing.page import Page
from crawler.parsing.places import country_code, place_name
from crawler.parsing.text import one_line, or_none
from crawler.parsing.xml_document import child, raw_child, read_xml, whole
from domain.postings import Draft, Issue, Place

_NUMBER = re.compile(r"/jobs/(\d{3,12})(?:-|/|$)")
_CONTINENTS = frozenset({"europe", "europa", "asia", "africa", "north america", "south america", "oceania"})
_REMOTE = frozenset({"fully", "temporary", "remote"})


def read_teamtailor(page: Page) -> Listing:
    """Every job in either form of the list. Raises PageError when it is neither."""
    if page.text.lstrip("\ufeff \r\n\t").startswith("<"):
        return _read_rss(page)
    data = page.json(max_bytes=MAX_LIST_BYTES)
    items = required_list(page, data, "items", "Teamtailor's list of jobs")
    employer = one_line(record(data).get("title"))
    return Listing(
        tuple(_item(record(item), employer, page) for item in items), following=one_line(data.get("next_url")) or None
    )


def _item(item: Record, employer: str, page: Page) -> Ad:
    node = record(item.get("_jobposting"))
    url = absolute(page.url, item.get("url"))
    found = draft_of(_ref(url, node), url, node.get("title") or item.get("title"), posted=item.get("date_published"))
    if not isinstance(found, Draft):
        return found
    draft = read_node(node, replace(page, url=url))
    text = item.get("content_html") or node.get("description")
    return replace(
        draft,
        source_ref=found.source_ref,
        url=found.url,
        apply_url=found.apply_url,
        title=found.title,
        employer=draft.employer or employer or None,
        date_posted=draft.date_posted or found.date_posted,
        description_html=(html_or_plain(text) or None) if isinstance(text, str) else draft.description_html,
        places=tuple(_without_continent(place) for place in draft.places),
        references=found.references,
    )


def _ref(url: str, node: Record) -> str:
    """The stable number: ``identifier.value``, which the address repeats."""
    own = one_line(record(node.get("identifier")).get("value"))
    found = _NUMBER.search(url)
    return own or (found[1] if found else "")


def _without_continent(place: Place) -> Place:
    """Teamtailor's regions are its own ("Europe"), not counties."""
    own = (place.county or "").casefold() in _CONTINENTS or place.county == place.country
    return replace(place, county=None) if own or country_code(place.county) == place.country else place


def _read_rss(page: Page) -> Listing:
    document = read_xml(page, "rss", what="Teamtailor's list of jobs")
    items = document.xpath("/rss/channel/item")
    whole(page, len(items), "item", "Teamtailor's list of jobs")
    employer = one_line(document.xpath("/rss/channel/title/text()").get())
    return Listing(tuple(_rss_item(item, employer) for item in items))


def _rss_item(item: Selector, employer: str) -> Ad:
    link = child(item, "link")
    number = _NUMBER.search(link)
    if not number:
        return Issue("list", f"{child(item, 'title')} {link}"[:200], "a job without a number in its address")
    return draft_of(
        number[1],
        link,
        child(item, "title"),
        posted=child(item, "pubDate"),
        text=raw_child(item, "description"),
        employer=employer or None,
        department=or_none(child(item, "department")),
        places=tuple(_rss_places(item)),
        job_location_type="TELECOMMUTE" if child(item, "remoteStatus") in _REMOTE else None,
    )


def _rss_places(item: Selector) -> Iterator[Place]:
    for node in item.xpath("./*[local-name()='locations']/*[local-name()='location']"):
        place = Place(
            city=place_name(child(node, "city", "name")),
            postal_code=or_none(child(node, "zip")),
            street_address=or_none(child(node, "address")),
            country=country_code(child(node, "country")),
        )
        if place != Place():
            yield place
