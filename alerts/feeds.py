"""An alert as a feed: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1, and its deadlines as a calendar.

A feed tells what fits now, told by mail before or not, the newest first. What its sources withdraw is gone from it.
The same openings give the same bytes, so that a reader need not fetch them again.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from lxml import etree

from alerts.calendar import deadlines
from alerts.cleaning import one_line, web_address
from alerts.entries import Entry, build
from alerts.languages import words
from alerts.render import feed_item
from domain.alerts import Alert, OpeningCard

MOST = 100
"""Openings in a feed."""
_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
"""Of what has no time: the same bytes each time."""


@dataclass(frozen=True, slots=True)
class Item:
    """One opening in a feed."""

    identity: str
    """The same for ever, wherever the feed is read."""
    entry: Entry
    url: str
    at: datetime
    """When it was seen first."""
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in words, not yet in a form."""

    title: str
    identity: str
    language: str
    home: str
    """Address of the pages; empty where none run."""
    address: str
    """The feed's own; empty for a file."""
    items: tuple[Item, ...]
    changed: datetime
    calendar: bytes


def make_feed(
    alert: Alert,
    cards: Sequence[OpeningCard],
    now: datetime,
    *,
    base_url: str = "",
    address: str = "",
    source_names: Mapping[str, str] | None = None,
) -> Feed:
    """The feed of ``alert`` over ``cards``, openings that fit it at ``now`` (aware).

    ``address`` is the feed's own without its form. Raises ZoneInfoNotFoundError for a zone that does not exist.
    """
    language, home = words(alert.language), web_address(base_url).rstrip("/")
    today = now.astimezone(ZoneInfo(alert.zone)).date()
    newest = sorted(cards, key=lambda card: (_seen(card), card.opening), reverse=True)[:MOST]
    entries = {entry.opening: entry for entry in build(newest, today, language, source_names or {})[0]}
    kept = [card for card in newest if card.opening in entries]
    return Feed(
        title=f"Jobbvakt: {one_line(alert.name, 80)}",
        identity=_urn(f"alert/{alert.id}"),
        language=language.tag,
        home=home,
        address=address,
        items=tuple(_item(card, entries[card.opening], home) for card in kept),
        changed=max(map(_seen, kept), default=_BEGINNING),
        calendar=deadlines(kept, language, base_url, _BEGINNING, alert.name),
    )


def _item(card: OpeningCard, entry: Entry, home: str) -> Item:
    html, text = feed_item(entry)
    url = f"{home}/stilling/{card.opening}" if home else entry.ad.title.url
    return Item(_urn(f"opening/{card.opening}"), entry, url, _seen(card), html, text)


def _seen(card: OpeningCard) -> datetime:
    return (card.first_seen or card.published or _BEGINNING).astimezone(UTC).replace(microsecond=0)


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'jobbvakt:{name}')}"


def atom(feed: Feed) -> bytes:
    """Atom 1.0."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM}, attrib={_XML_LANG: feed.language})
    _add(root, _ATOM, "id", feed.identity)
    _add(root, _ATOM, "title", feed.title)
    _add(root, _ATOM, "updated", _iso(feed.changed))
    _add(_add(root, _ATOM, "author"), _ATOM, "name", "Jobbvakt")
    if feed.address:
        _add(root, _ATOM, "link", rel="self", type="application/atom+xml", href=f"{feed.address}/atom.xml")
    if feed.home:
        _add(root, _ATOM, "link", rel="alternate", type="text/html", href=feed.home)
    for item in feed.items:
        entry = _add(root, _ATOM, "entry")
        _add(entry, _ATOM, "id", item.identity)
        _add(entry, _ATOM, "title", _title(item))
        _add(entry, _ATOM, "updated", _iso(item.at))
        _add(entry, _ATOM, "published", _iso(item.at))
        if item.url:
            _add(entry, _ATOM, "link", rel="alternate", href=item.url)
        _add(entry, _ATOM, "content", item.html, type="html")
    return _xml(root)


def rss(feed: Feed) -> bytes:
    """RSS 2.0, for readers that know no other."""
    root = etree.Element("rss", nsmap={"atom": _ATOM}, version="2.0")
    channel = _add(root, "", "channel")
    _add(channel, "", "title", feed.title)
    _add(channel, "", "link", feed.home or feed.identity)
    _add(channel, "", "description", feed.title)
    _add(channel, "", "language", feed.language)
    _add(channel, "", "lastBuildDate", format_datetime(feed.changed, usegmt=True))
    if feed.address:
        _add(channel, _ATOM, "link", rel="self", type="application/rss+xml", href=f"{feed.address}/rss.xml")
    for item in feed.items:
        one = _add(channel, "", "item")
        _add(one, "", "title", _title(item))
        if item.url:
            _add(one, "", "link", item.url)
        _add(one, "", "guid", item.identity, isPermaLink="false")
        _add(one, "", "pubDate", format_datetime(item.at, usegmt=True))
        _add(one, "", "description", item.html)
    return _xml(root)


def json_feed(feed: Feed) -> bytes:
    """JSON Feed 1.1; what it has no name for is in ``_jobbvakt``."""
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "language": feed.language,
        "home_page_url": feed.home,
        "feed_url": f"{feed.address}/feed.json" if feed.address else "",
        "items": [_json_item(item) for item in feed.items],
    }
    return json.dumps(
        {name: value for name, value in told.items() if value != ""}, ensure_ascii=False, indent=1
    ).encode()


def _json_item(item: Item) -> dict[str, object]:
    entry = item.entry
    told: dict[str, object] = {
        "id": item.identity,
        "url": item.url,
        "external_url": entry.ad.title.url,
        "title": _title(item),
        "content_html": item.html,
        "content_text": item.text,
        "date_published": _iso(item.at),
        "_jobbvakt": {
            "opening": entry.opening,
            "score": entry.score,
            "employer": entry.ad.employer,
            "place": entry.ad.place,
            "deadline": entry.ad.deadline,
            "last_day": entry.ad.last_day.isoformat() if entry.ad.last_day else None,
            "pay": entry.ad.pay,
        },
    }
    return {name: value for name, value in told.items() if value != ""}


def _title(item: Item) -> str:
    return " · ".join(filter(None, (item.entry.ad.title.text, item.entry.ad.employer, item.entry.ad.place)))


def _iso(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _add(parent: etree._Element, space: str, name: str, text: str = "", **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{space}}}{name}" if space else name, attrib=attributes)
    child.text = text or None
    return child


def _xml(root: etree._Element) -> bytes:
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return content


FORMS: Mapping[str, tuple[str, Callable[[Feed], bytes]]] = {
    "atom.xml": ("application/atom+xml", atom),
    "rss.xml": ("application/rss+xml", rss),
    "feed.json": ("application/feed+json", json_feed),
    "deadlines.ics": ("text/calendar", lambda feed: feed.calendar),
}
"""File name → media type and writer."""
