"""A spider for NAV's event feed: walks the log from the cursor to the tip, and reads the ads worth reading.

The log is taken in windows of some pages: inside a window the last event of an ad counts, and after it the cursor may
move. The cursor names the page still to be read; the tip is read again each time, without conditional requests (its
ETag is the id of the last item, not a hash of the content, so a changed tip can look unchanged).
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from typing import Any, ClassVar

from crawler.parsing.nav import Closed, Event, FeedPage, is_masked, read_entry, read_feed_page
from crawler.parsing.page import Page, PageError
from crawler.platforms.nav_token import TokenSpider
from crawler.spider import FetchError
from domain.observations import NEWEST_EVENT, Checkpoint, Gone, LeftOut, Observation, Problem, Seen
from domain.postings import Draft
from domain.prefilter import worth_reading
from domain.runs import ProblemCode

FIRST_SYNC_DAYS = 183
"""No ad is active for longer than half a year."""
WINDOW_PAGES = 10
MAX_TRIES = 5
"""An entry that cannot be read in so many runs is given up, and said so."""
PARALLEL = 2
NO_ENTRY = "detail not available (404): FINN ads and unknown ids have none"
NOT_THIS_JOB = "title: not about leading customer service"
INACTIVE = "NAV says INACTIVE"
_ENDS_RUN = frozenset({ProblemCode.ROBOTS, ProblemCode.UNAUTHORIZED, ProblemCode.FORBIDDEN})


class NavEventFeed(TokenSpider):
    """Parent of spiders over an event feed of NAV's form."""

    options: ClassVar[Mapping[str, type]] = {"page_size": int}

    async def crawl(self) -> AsyncIterator[Observation]:
        """Events to the tip, then their ads, window by window."""
        page_id, self._unread = read_cursor(self.cursor)
        self._pages: set[str] = set()
        self._met: set[tuple[str, bool, str]] = set()
        self._told_on: dict[str, str] = {}
        self._newest = str((self.cursor or {}).get(NEWEST_EVENT) or "")
        await self.fetch_token()
        while True:
            events: dict[str, Event] = {}
            self._told_on.clear()
            page = await self._walk(page_id, events)
            async for observation in self._report(events):
                yield observation
            yield Checkpoint({"page_id": page.id, "unread": dict(self._unread), NEWEST_EVENT: self._newest})
            if page.next_id is None:
                break
            page_id = page.next_id
        self.listing_complete = True

    def ads_of(self, page: Page) -> Iterable[object]:
        """The ad of an entry."""
        return [read_entry(page)]

    def again(self, ref: str, pages: Sequence[Page]) -> Draft | None:
        """From its entry; one without a title was named by the feed."""
        *feed, entry = pages
        draft = super().again(ref, [entry])
        if draft is None or draft.title:
            return draft
        titles = [event.title for page in feed for event in read_feed_page(page).events if event.uuid == ref]
        return replace(draft, title=titles[-1] if titles else "")

    async def _walk(self, page_id: str | None, events: dict[str, Event]) -> FeedPage:
        """Read up to a window of pages into ``events``, the last event of an ad last; the page reached."""
        for number in range(WINDOW_PAGES):
            page, key = await self._feed_page(page_id)
            self._told_on |= dict.fromkeys((event.uuid for event in page.events), key)
            for event in page.events:
                events.pop(event.uuid, None)
                events[event.uuid] = event
            if page.next_id is None or number == WINDOW_PAGES - 1:
                break
            page_id = page.next_id
        return page

    async def _feed_page(self, page_id: str | None) -> tuple[FeedPage, str]:
        """A page of the log, and the key under which it is kept."""
        accept = (200,) if self._pages or not page_id else (200, 404)
        page = await self._ask(page_id, accept)
        if page.status == 404:  # the page of the cursor is gone: the log was built anew, so we begin as at first
            page = await self._ask(None, (200,))
        try:
            feed = read_feed_page(page)
        except PageError as error:
            raise FetchError(
                ProblemCode.NOT_A_LISTING, error.what, url=page.url, why=error.why, remedy=error.remedy
            ) from error
        self._check_progress(feed, page.url)
        return feed, page.key

    async def _ask(self, page_id: str | None, accept: tuple[int, ...]) -> Page:
        size = self.source.options.get("page_size")
        address = f"{self.source.base_url}/api/v1/feed" + (f"/{page_id}" if page_id else "")
        # A date that is not RFC 1123 is ignored without a word, and the feed then begins in 2019.
        since = format_datetime((self.started_at - timedelta(days=FIRST_SYNC_DAYS)).replace(microsecond=0), usegmt=True)
        headers = {} if page_id else {"If-Modified-Since": since}
        query = f"?pageSize={size}" if size else ""
        return await self.get(address + query, headers=headers, listing=True, accept=accept)

    def _check_progress(self, feed: FeedPage, url: str) -> None:
        """A page met before, or one with no event that is new, leads nowhere. The tip alone may repeat an event."""
        events = {(event.uuid, event.active, event.changed) for event in feed.events}
        why = ""
        if feed.id in self._pages or feed.next_id == feed.id:
            why = f"page {feed.id} was read in this run already"
        elif feed.next_id is not None and events <= self._met:
            why = f"page {feed.id} has no new event, and yet names a next page"
        if why:
            remedy = "nothing was withdrawn; look at the feed's next_id, and crawl again later"
            raise FetchError(ProblemCode.LOOP, "the feed runs in a circle", url=url, why=why, remedy=remedy)
        self._pages.add(feed.id)
        self._newest = next((event.changed for event in reversed(feed.events) if event.changed), self._newest)
        self._met |= events

    async def _report(self, events: Mapping[str, Event]) -> AsyncIterator[Observation]:
        wanted: dict[str, str] = dict.fromkeys((ref for ref in self._unread if ref not in events), "")
        for event in events.values():
            if not event.active:
                self._unread.pop(event.uuid, None)
                yield Gone(event.uuid, INACTIVE)
            elif self._wants(event):
                wanted[event.uuid] = event.title
            else:
                self._unread.pop(event.uuid, None)
                yield LeftOut(event.uuid, event.title, NOT_THIS_JOB)
        async for observation in self._read(wanted):
            yield observation

    def _wants(self, event: Event) -> bool:
        """A stored ad is read again whatever its new title says, or its change would pass unseen."""
        return event.uuid in self.known_refs or is_masked(event.title) or worth_reading(event.title, self.title_terms)

    async def _read(self, wanted: Mapping[str, str]) -> AsyncIterator[Observation]:
        """The ads behind ``wanted`` (uuid → title); what cannot be read now is remembered for the next run."""
        addresses = {f"{self.source.base_url}/api/v1/feedentry/{uuid}": uuid for uuid in wanted}
        async for address, answer in self.get_many(addresses, parallel=PARALLEL, accept=(200, 404)):
            uuid = addresses[address]
            if isinstance(answer, Page):
                for observation in self._entry(uuid, wanted[uuid], answer):
                    yield observation
            elif answer.code in _ENDS_RUN:
                raise answer
            else:
                yield self._remember(uuid, answer.code, answer.message, address)

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
            return [Gone(uuid, INACTIVE)]
        if entry.title:
            return [self.seen(entry, page)]
        told_on = self._told_on.get(uuid, "")
        return [Seen(replace(entry, title=title), (told_on, page.key) if told_on and page.key else ())]

    def _remember(self, uuid: str, code: ProblemCode, message: str, address: str) -> Problem:
        tries = self._unread.pop(uuid, 0) + 1
        if tries < MAX_TRIES:
            self._unread[uuid] = tries
            return Problem(code, f"{message}; it is read again in the next run", address, uuid)
        return Problem(code, f"{message}; given up after {tries} runs", address, uuid)


def read_cursor(cursor: Mapping[str, Any] | None) -> tuple[str | None, dict[str, int]]:
    """The page to begin with (None: the first sync) and entries still unread, with the number of tries."""
    known = dict(cursor or {})
    unread = known.get("unread")
    tries = {str(key): int(value) for key, value in unread.items()} if isinstance(unread, Mapping) else {}
    return (str(known["page_id"]) if known.get("page_id") else None), tries
