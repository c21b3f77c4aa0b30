"""The parent of every spider: a platform says what to ask and what it saw; fetching is done here, by the policy.

class AcmeSpider(PortalSpider):
    name = "acme"
    portal = Portal(title="Acme", homepage="https://acme.example", country="NO", terms=Terms.TENANT)

    async def crawl(self):
        page = await self.fetch(self.source.base_url, listing=True)
        async for url, answer in self.fetch_many(ad_urls(page)):
            ...
            yield self.seen(draft, answer)
        self.listing_complete = True

    def ads_of(self, page):
        return parse(page)
"""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from crawler.job import CrawlJob
from crawler.parsing.page import Page
from crawler.policy.blocks import html_instead
from crawler.policy.door import Door
from crawler.policy.errors import FetchError
from crawler.policy.statuses import error_for
from crawler.raw_pages import RawPages
from crawler.reporter import Reporter
from domain.clock import SystemClock
from domain.observations import Observation, Seen
from domain.postings import Draft
from domain.runs import ProblemCode
from domain.sources import SECRET_OPTIONS, Portal, Source

__all__ = ["FetchError", "PortalSpider"]

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a spider wants fetched."""

    url: str
    method: str
    headers: Mapping[str, str]
    body: bytes | str
    listing: bool
    accept: frozenset[int]


class PortalSpider:
    """Base of all spiders. Subclasses set ``name`` and ``portal`` and write ``crawl``; they never touch Scrapy."""

    name: ClassVar[str]
    portal: ClassVar[Portal]
    options: ClassVar[Mapping[str, type]] = {"hosts": list}
    """Further keys of ``[sources.<name>]``; a subclass adds its own. ``hosts``: more hosts the source may use."""
    hosts: ClassVar[tuple[str, ...]] = ()
    """Hosts besides that of ``base_url`` which belong to the platform."""
    _opened: tuple[str, dict[str, Draft]] | None = None
    listing_complete: bool = False
    """Set to True once the whole list or feed has been read to its end; only then may absence mean anything."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.options = {**PortalSpider.options, **cls.options}

    def __init__(self, job: CrawlJob) -> None:
        self.job = job
        self.source: Source = job.source
        self.cursor: Mapping[str, Any] | None = job.cursor
        self.started_at: datetime = job.started_at
        self.title_terms: tuple[str, ...] = job.title_terms
        self.known_refs: frozenset[str] = frozenset(job.known_refs)
        """Ids of the source's ads that are stored as active."""
        self.door = Door(job, self.hosts)
        self.way_out: Callable[[Asked], Awaitable[Page]]
        """To the web, which whoever drives the spider sets: the answer, of whatever status. Raises FetchError."""
        self.reporter = Reporter(job.spool, SystemClock())
        for secret in filter(None, map(job.source.options.get, SECRET_OPTIONS)):
            self.reporter.hide(str(secret))
        self._raw = RawPages(Path(job.raw), job.source.name) if job.raw else None

    def crawl(self) -> AsyncIterator[Observation]:
        """An async generator of observations: the platform's only duty."""
        raise NotImplementedError

    def ads_of(self, page: Page) -> Iterable[object]:
        """What ``page`` holds, as ``crawl`` makes it out, without asking for anything; only drafts matter here.

        Raises PageError when it is no page of its kind.
        """
        raise NotImplementedError

    def again(self, ref: str, pages: Sequence[Page]) -> Draft | None:
        """The ad ``ref`` as ``pages`` give it, those that ``seen`` named; None where they hold it no longer.

        Raises PageError as ``ads_of`` does.
        """
        (page,) = pages
        if self._opened is None or self._opened[0] != page.key:  # a list holds many ads, read one after the other
            found = [item for item in self.ads_of(page) if isinstance(item, Draft)]
            self._opened = page.key, {draft.source_ref: draft for draft in found}
        return self._opened[1].get(ref)

    async def fetch(
        self,
        url: str,
        *,
        listing: bool = False,
        headers: Mapping[str, str] | None = None,
        method: str = "GET",
        body: bytes | str | None = None,
        accept: Iterable[int] = (200,),
        keep: bool = True,
    ) -> Page:
        """The page at ``url``, once the policy lets it in. ``listing`` tells a list or feed page from a single ad.

        It is kept as it came, unless ``keep`` says that it is nothing to keep (a token).
        Statuses in ``accept`` are returned; every other answer, and none, raises FetchError.
        """
        wanted = frozenset(accept)
        self.door.check_loop(url, method, listing=listing)
        page = await self.way_out(Asked(url, method, headers or {}, body or b"", listing, wanted))
        if page.status not in wanted:
            raise error_for(page.url, page.status, listing=listing)
        if keep:
            page = self._kept(page, url, listing=listing)
        if page.status < 300 and (instead := html_instead(page, headers or {})):
            raise FetchError(ProblemCode.SOFT_BLOCK, "the source shows something else", url=page.url, why=instead)
        return page

    async def fetch_many(
        self, urls: Iterable[str], *, parallel: int = 2, **how: Any
    ) -> AsyncIterator[tuple[str, Page | FetchError]]:
        """(url, page or what went wrong) in the order of ``urls``, at most ``parallel`` under way; ``how`` as in fetch.

        Raises the FetchError that ends the crawl as a whole (budget used up, source throttles us).
        """
        window: deque[tuple[str, asyncio.Task[Page]]] = deque()
        try:
            for url in urls:
                window.append((url, asyncio.ensure_future(self.fetch(url, **how))))
                if len(window) >= max(1, parallel):
                    yield await _first(window)
            while window:
                yield await _first(window)
        finally:
            await _drop(window)

    def seen(self, draft: Draft, *pages: Page) -> Seen:
        """``draft`` as it was read from ``pages``: the one it was found on, then those that told more of it."""
        keys = tuple(page.key for page in pages)
        return Seen(draft, keys if all(keys) else ())

    def refusal(self, url: str) -> str | None:
        """Why ``url`` would not be asked for (another host, not http), or None: to leave out a stray link early."""
        try:
            self.door.guard.check(url)
        except FetchError as error:
            return error.message
        return None

    def _kept(self, page: Page, asked: str, *, listing: bool) -> Page:
        """``page`` with its key. What cannot be kept is read all the same; a page that repeats a secret is not kept."""
        if self._raw is None or page.status >= 400 or not page.body or self.reporter.holds_secret(page.body):
            return page
        shown = self.reporter.masked(page.url)
        bare = page if shown == page.url else replace(page, url=shown)
        try:
            key = self._raw.keep(bare, self.reporter.masked(asked), "list" if listing else "ad")
        except OSError as error:
            _LOG.warning("pages of this run are no longer kept: %s", error)
            self._raw = None
            return page
        return replace(page, key=key)


async def _first(window: "deque[tuple[str, asyncio.Task[Page]]]") -> tuple[str, Page | FetchError]:
    url, task = window.popleft()
    try:
        return url, await task
    except FetchError as error:
        if error.ends_crawl:
            raise
        return url, error


async def _drop(window: "deque[tuple[str, asyncio.Task[Page]]]") -> None:
    for _, task in window:
        task.cancel()
    for _, task in window:
        with suppress(asyncio.CancelledError, FetchError):
            await task
