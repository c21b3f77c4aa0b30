"""RSS 2.0, RSS 1.0 and Atom feeds of jobs: the text, the address without tracking, a deadline where one is labelled."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from parsel import Selector

from crawler.parsing.document import parse_document, read_surroundings
from crawler.parsing.jobposting import page_ref
from crawler.parsing.listing import Ad, absolute, draft_of, unique
from crawler.parsing.page import Page
from crawler.parsing.text import one_line, or_none
from crawler.parsing.xml_document import child, raw_child, read_xml, whole
from domain.postings import Draft

WHAT = "a feed (RSS or Atom)"
MAX_ITEMS = 2000
_TRACKING = ("utm_", "mc_")
_ALSO_TRACKING = frozenset({"fbclid", "gclid", "source", "src", "ref", "trk", "trackingid"})
_NOT_THE_NAME = re.compile(
    r"\b(?:ledige? (?:stillinger|stillingar|jobber|jobb|job)|lediga jobb|available (?:vacancies|positions|jobs)|"
    r"(?:job )?vacancies|open positions|stillinger|stillingar|jobs?|careers?|karriere|rss(?: feed)?|feed)\b",
    re.IGNORECASE,
)
_EDGES = " -–—|:·,/"
_AT = re.compile(r"^(?:hos|ved|i|at|på|from|fra|från|hjå)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its ads and what it says of itself."""

    ads: tuple[Ad, ...]
    oldest: datetime | None = None
    """When the oldest of the ads that are listed was published."""


def read_feed(page: Page) -> Feed:
    """Every entry of the feed as an ad, each once. Raises PageError when it is no feed, or only a part of one."""
    document = read_xml(page, "rss", "RDF", "feed", what=WHAT)
    items = document.xpath("/rss/channel/item | /RDF/item | /feed/entry")
    tag = "entry" if document.xpath("/feed") else "item"
    whole(page, len(items), tag, WHAT)
    head = document.xpath("/rss/channel | /RDF/channel | /feed")
    employer = employer_in(one_line(head.xpath("./title//text()").get()) if head else "")
    language = one_line(head.xpath("./language/text() | ./@lang | ./@*[local-name()='lang']").get())[:2].lower()
    ads = tuple(unique(_ad(item, page.url, employer, language or None) for item in items[:MAX_ITEMS]))
    posted = [ad.date_posted for ad in ads if isinstance(ad, Draft) and ad.date_posted]
    return Feed(ads, min(posted, default=None))


def employer_in(title: str) -> str | None:
    """The employer in a feed's title: "Ledige stillinger - Fjordvatn IKS" is of Fjordvatn IKS."""
    rest = " ".join(_NOT_THE_NAME.sub(" ", title).split()).strip(_EDGES)
    return _AT.sub("", rest).strip(_EDGES) or None


def without_tracking(url: str) -> str:
    """``url`` without the parameters that say where a reader came from."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not (pair[0].lower().startswith(_TRACKING) or pair[0].lower() in _ALSO_TRACKING)]
    return url if kept == pairs else parts._replace(query=urlencode(kept)).geturl()


def _ad(item: Selector, address: str, employer: str | None, language: str | None) -> Ad:
    link = without_tracking(absolute(address, _link(item)))
    own = child(item, "guid", "id")
    text = raw_child(item, "encoded", "content", "description", "summary")
    around = read_surroundings(parse_document(f"<p>{raw_child(item, 'description', 'summary')}</p>{text}"), link)
    found = draft_of(
        own if own and not own.startswith(("http://", "https://")) else page_ref(link),
        link,
        child(item, "title"),
        posted=child(item, "pubDate", "published", "date", "updated"),
        modified=child(item, "updated"),
        text=text or None,
        employer=employer,
        language=language,
    )
    return replace(found, **_deadline(found, around.deadline)) if isinstance(found, Draft) else found


def _deadline(draft: Draft, words: str) -> dict[str, Any]:
    """A labelled deadline in the text, if it can be read: a sentence about something else is no issue."""
    read = draft_of(draft.source_ref, draft.url, draft.title, posted=_iso(draft.date_posted), deadline=words)
    if not isinstance(read, Draft) or read.issues:
        return {}
    return {"deadline_raw": read.deadline_raw, "deadline": read.deadline, "deadline_kind": read.deadline_kind}


def _iso(moment: datetime | None) -> str | None:
    return or_none(moment.isoformat()) if moment else None


def _link(item: Selector) -> str:
    """The address of the ad's page: RSS writes it as text, Atom as an attribute."""
    return next(filter(None, (one_line(href) for href in _links(item))), "")


def _links(item: Selector) -> Iterator[str | None]:
    yield item.xpath("./link[not(@rel) or @rel='alternate']/@href").get()
    yield item.xpath("./link[not(@href)]//text()").get()
    yield item.xpath("./guid[not(@isPermaLink='false')]//text()").get()
