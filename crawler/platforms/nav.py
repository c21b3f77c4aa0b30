"""A spider for NAV's event feed: walks the log from the cursor to the tip, and reads the ads worth reading.

The log is taken in windows of some pages: inside a window the last event of an ad counts, and after it the cursor may
move. The cursor names the page still to be read; the tip is read again each time, without conditional requests (its
ETag is the id of the last item, not a hash of the content, so a changed tip can look unchanged).
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from typing import Any, ClassVar

from crawler.parsing.nav import Closed, Event, FeedPage, is_masked, read_entry, read_feed_page, read_token
from crawler.parsing.page import Page, PageError
from crawler.spider import FetchError, PortalSpider
from domain.observations import Checkpoint, Gone, LeftOut, Observation, Problem, Seen
from domain.prefilter import worth_reading
from domain.runs import ProblemCode

FIRST_SYNC_DAYS = 183
"""No ad is active for longer than half a year."""
WINDOW_PAGES = 10
MAX_TRIES = 5
"""An entry that cannot be read in so many runs is given up, and said so."""
NO_ENTRY = "no entry in the feed (404): ads from FINN and withdrawn ones have none"
NOT_THIS_JOB = "title: not about leading customer service"


class NavEventFeed(PortalSpider):
    """Parent of spiders over an event feed of NAV's form."""

    options: ClassVar[Mapping[str, type]] = {"page_size": int}

    async def crawl(self) -> AsyncIterator[Observation]:
        """Events to the tip, then their ads, window by window."""
        cursor = dict(self.cursor or {})
        self._unread: dict[str, int] = {str(key): int(value) for key, value in dict(cursor.get("unread", {})).items()}
        self._token = await self._fetch_token()
        self._visited: set[str] = set()
        page_id = str(cursor["page_id"]) if cursor.get("page_id") else None
        while True:
            events: dict[str, Event] = {}
            page = await self._walk(page_id, events)
            async for observation in self._report(events):
                yield observation
            yield Checkpoint({"page_id": page.id, "unread": dict(self._unread)})
            if page.next_id is None:
                break
            page_id = page.next_id
        self.listing_complete = True

    async def _walk(self, page_id: str | None, events: dict[str, Event]) -> FeedPage:
        """Read up to a window of pages into ``events``; the last page that was read."""
        for number in range(WINDOW_PAGES):
            page = await self._feed_page(page_id)
            for event in page.events:
                events.pop(event.uuid, None)
                events[event.uuid] = event
            if page.next_id is None or number == WINDOW_PAGES - 1:
                break
            page_id = page.next_id
        return page

    async def _feed_page(self, page_id: str | None) -> FeedPage:
        size = self.source.options.get("page_size")
        address = f"{self.source.base_url}/api/v1/feed" + (f"/{page_id}" if page_id else "")
        headers = {} if page_id else {"If-Modified-Since": self._half_a_year_ago()}
        page = await self._get(address + (f"?pageSize={size}" if size else ""), listing=True, headers=headers)
        try:
            feed = read_feed_page(page)
        except PageError as error:
            raise FetchError(ProblemCode.NOT_A_LISTING, error.what, url=page.url, why=error.why) from error
        if feed.id in self._visited or feed.next_id == feed.id:
            raise FetchError(
                ProblemCode.LOOP,
                "the feed repeats a page",
                url=page.url,
                why=f"page {feed.id} was read in this run already",
                remedy="nothing was withdrawn; look at the feed's next_id, and crawl again later",
            )
        self._visited.add(feed.id)
        return feed

    def _half_a_year_ago(self) -> str:
        moment = self.started_at - timedelta(days=FIRST_SYNC_DAYS)
        return format_datetime(moment.replace(microsecond=0), usegmt=True)

    async def _report(self, events: Mapping[str, Event]) -> AsyncIterator[Observation]:
        wanted: dict[str, str] = dict.fromkeys((ref for ref in self._unread if ref not in events), "")
        for event in events.values():
            if not event.active:
                self._unread.pop(event.uuid, None)
                yield Gone(event.uuid, "NAV says INACTIVE")
            elif event.uuid in self.known_refs or is_masked(event.title) or self._worth_reading(event.title):
                wanted[event.uuid] = event.title
            else:
                yield LeftOut(event.uuid, event.title, NOT_THIS_JOB)
        async for observation in self._read(wanted):
            yield observation

    def _worth_reading(self, title: str) -> bool:
        return worth_reading(title, self.title_terms)

    async def _read(self, wanted: Mapping[str, str]) -> AsyncIterator[Observation]:
        """The ads behind ``wanted`` (uuid → title); what cannot be read now is remembered for the next run."""
        for uuid, title in wanted.items():
            address = f"{self.source.base_url}/api/v1/feedentry/{uuid}"
            try:
                page = await self._get(address, accept=(200, 404))
            except FetchError as error:
                if error.ends_crawl or error.code in (ProblemCode.ROBOTS, ProblemCode.UNAUTHORIZED):
                    raise
                yield self._remember(uuid, error.code, error.message, address)
                continue
            for observation in self._entry(uuid, title, page):
                yield observation

    def _entry(self, uuid: str, title: str, page: Page) -> Iterable[Observation]:
        if page.status == 404:
            self._unread.pop(uuid, None)
            return [LeftOut(uuid, title, NO_ENTRY)]
        try:
            entry = read_entry(page)
        except PageError as error:
            return [self._remember(uuid, ProblemCode.NOT_AN_AD, str(error), page.url)]
        self._unread.pop(uuid, None)
        if isinstance(entry, Closed):
            return [Gone(uuid, "NAV says INACTIVE")]
        return [Seen(entry if entry.title else replace(entry, title=title))]

    def _remember(self, uuid: str, code: ProblemCode, message: str, address: str) -> Problem:
        tries = self._unread.pop(uuid, 0) + 1
        if tries < MAX_TRIES:
            self._unread[uuid] = tries
            return Problem(code, f"{message}; it is read again in the next run", address, uuid)
        return Problem(code, f"{message}; given up after {tries} runs", address, uuid)

    async def _fetch_token(self) -> str | None:
        """The public token. Where there is none at the moment, we go on without, and the feed says what it thinks."""
        page = await self.fetch(f"{self.source.base_url}/api/publicToken", accept=(200, 404))
        return read_token(page.text) if page.status == 200 else None

    async def _get(self, address: str, *, headers: Mapping[str, str] | None = None, **how: Any) -> Page:
        """With the token; it is replaced now and then, so on a 401 a fresh one is tried once."""
        try:
            return await self.fetch(address, headers=self._headers(headers), **how)
        except FetchError as error:
            if error.code is not ProblemCode.UNAUTHORIZED:
                raise
        self._token = await self._fetch_token()
        return await self.fetch(address, headers=self._headers(headers), **how)

    def _headers(self, more: Mapping[str, str] | None) -> dict[str, str]:
        token = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        return {"Accept": "application/json", **token, **(more or {})}
