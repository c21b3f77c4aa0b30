"""What a parser makes of one page today: the fields it finds, the part of the page that gave each, what follows."""

import base64
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crawler.job import CrawlJob
from crawler.one_page import MODULE, OnePage
from crawler.parsing.html import visible_text
from crawler.parsing.page import Page
from crawler.parsing.saved_page import read_saved_page
from crawler.parsing.trace import Traced, trace
from crawler.policy.limits import Limits
from crawler.process import Child
from crawler.spool import read_from
from domain.errors import JobbvaktError, UsageError
from domain.observations import Kept, Observation, Problem
from domain.postings import Draft
from domain.prefilter import worth_reading
from domain.sources import Source
from matcher.occupation import load_occupation
from matcher.reader import Reader
from operations.context import Context
from operations.match import text_of_draft
from operations.sources import configured_sources, require_contact, require_terms
from settings import SourceSettings

SECONDS = 90.0
"""For robots.txt, the page, redirects and retries together."""
MOST_BYTES = 8 * 2**20
WANTED = ("employer", "places", "description_html", "deadline", "apply_url", "date_posted", "salary")
"""Fields whose absence is worth a word."""


class PageNotReadError(JobbvaktError):
    """The page could not be had, or holds no ad."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One page as it was read."""

    url: str
    source: str
    """The source that its ads would be stored under."""
    ads: int
    fields: tuple[Traced, ...]
    """Of the first ad."""
    missing: tuple[str, ...]
    read_in_feeds: bool
    """Does the title pass the filter before ads of large feeds are read in full?"""
    relevance: str
    """The matcher's answer: yes, first_line or no."""
    why: tuple[str, ...]


def try_url(context: Context, url: str, stopping: Callable[[], bool] = lambda: False) -> Tried:
    """Fetch ``url`` as a crawl would, and read it. ``stopping`` is asked while the answer is waited for.

    Raises UsageError for no web address, ConfigurationError without a contact or with terms nobody accepted,
    PageNotReadError with the policy's or the page's reason.
    """
    source = _source_of(context, url)
    require_contact(context.settings, source)
    require_terms(source)
    with tempfile.TemporaryDirectory(prefix="jobbvakt-try-") as folder:
        return try_page(_fetched(context, source, Path(folder) / "spool.jsonl", stopping))


def try_file(context: Context, path: Path) -> Tried:
    """Read a saved page (.html, .mhtml). Raises UsageError, and PageNotReadError when it holds no ad."""
    try:
        body = path.read_bytes()[: MOST_BYTES + 1]
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError("the page cannot be read", which=str(path), why=why, remedy="name an HTML file") from error
    if not body.strip() or len(body) > MOST_BYTES:
        raise UsageError("the page cannot be read", which=str(path), why="it is empty or over 8 MB")
    return try_page(Page(path.resolve().as_uri(), body, context.clock.now()))


def try_page(page: Page) -> Tried:
    """What is on ``page``. Raises PageNotReadError when no ad is."""
    whole = read_saved_page(page)
    drafts = [ad for ad in whole.ads if isinstance(ad, Draft)]
    if not drafts:
        raise PageNotReadError(
            "no ad was found on the page",
            which=whole.url or page.url,
            why="it marks no JobPosting, and shows no heading with a text and facts as an ad does",
            remedy="open the ad itself, not the list; if it is the ad, save it and report the page",
        )
    first = drafts[0]
    found = trace(page, _first_ad)
    occupation = load_occupation()
    relevance = Reader(occupation).read(text_of_draft(first)).relevance
    return Tried(
        url=whole.url or page.url,
        source=whole.source,
        ads=len(drafts),
        fields=tuple(found),
        missing=tuple(name for name in WANTED if not getattr(first, name)),
        read_in_feeds=worth_reading(first.title, occupation.title_terms),
        relevance=relevance.answer.value,
        why=tuple(reason.text for reason in relevance.reasons),
    )


def value_text(name: str, value: Any, most: int) -> str:
    """A field's value as one line of at most ``most`` characters: towns by name, HTML as its words."""
    if name == "places":
        text = ", ".join(one.city or one.municipality or one.county or one.country or "" for one in value)
    else:
        text = visible_text(value) if name == "description_html" else str(value)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _first_ad(page: Page) -> Draft | None:
    return next((ad for ad in read_saved_page(page).ads if isinstance(ad, Draft)), None)


def _source_of(context: Context, url: str) -> Source:
    """A page of a configured source's host keeps that source's terms and limits."""
    if not _is_web(url):
        raise UsageError("not a web address", which=url, remedy="give one that begins with https://, or a file")
    same = [one for one in configured_sources(context.settings).values() if _is_host(one, url)]
    known = same[0] if same else None
    plain = Source(OnePage.name, OnePage.name, OnePage.portal, url)
    if known is None:
        return plain
    table = context.settings.sources.get(known.name, SourceSettings())
    return replace(
        known, platform=OnePage.name, base_url=url, allow_loopback=table.allow_loopback, options={}, enabled=True
    )


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that hold no address, a port beyond 65535
        return False


def _is_host(source: Source, url: str) -> bool:
    """Ports count: they tell one source on this machine from another."""
    own, asked = urlsplit(source.base_url), urlsplit(url)
    return (own.hostname or "").removeprefix("www.") == (asked.hostname or "").removeprefix("www.") and (
        own.port == asked.port
    )


def _fetched(context: Context, source: Source, spool: Path, stopping: Callable[[], bool]) -> Page:
    child = Child.start(
        CrawlJob(
            run_id=0,
            source=source,
            spool=str(spool),
            started_at=context.clock.now(),
            contact=context.settings.crawl.contact,
            limits=Limits(seconds=SECONDS, pages=20),
            spider_modules=(MODULE,),
        )
    )
    try:
        for _ in range(int(SECONDS) + 10):
            if child.wait(1) is not None or stopping():
                break
    finally:
        child.stop()
    seen = list(_observations(spool))
    kept = next((item for item in seen if isinstance(item, Kept)), None)
    if kept is not None:
        return Page(kept.url, base64.b64decode(kept.body), context.clock.now(), kept.content_type)
    trouble = next((item.message for item in seen if isinstance(item, Problem)), child.error_tail() or "no answer")
    raise PageNotReadError("the page could not be fetched", which=source.base_url, why=trouble)


def _observations(spool: Path) -> Iterator[Observation]:
    offset = 0
    while True:
        items, after, _ = read_from(spool, offset, 100)
        if after == offset:
            return
        offset = after
        yield from items
