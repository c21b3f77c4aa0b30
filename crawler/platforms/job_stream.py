"""Parent of the spider over JobTech: a search for what is open the first time, then the stream of what has changed.

The stream answers with all changes of a window of time at once, so a long absence is taken in slices; a slice that
is too large is halved. Windows overlap, since it is not said whether a moment without an offset is Swedish time.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, ClassVar
from urllib.parse import quote, quote_plus

from crawler.parsing.jobtech import read_jobtech
from crawler.parsing.listing import Listing
from crawler.parsing.page import Page, PageError
from crawler.platforms.listing import NOT_THIS_JOB
from crawler.spider import FetchError, PortalSpider
from domain.observations import Checkpoint, Gone, LeftOut, Observation, Problem
from domain.postings import Issue
from domain.prefilter import worth_reading
from domain.runs import ProblemCode

SEARCH = "https://jobsearch.api.jobtechdev.se"
QUERIES = ("kundtjänstchef", "chef kundtjänst", "kundservicechef", "teamledare kundtjänst", "customer service manager")
PER_PAGE = 100
LAST_OFFSET = 2000
"""The search gives no hits beyond this one."""
WINDOW = timedelta(hours=6)
LEAST_WINDOW = timedelta(minutes=15)
OVERLAP = timedelta(hours=2)
STALE = timedelta(days=14)
"""After a longer absence the search is asked again: how far back the stream goes is not said."""


class JobStream(PortalSpider):
    """A subclass gives name and portal."""

    options: ClassVar[Mapping[str, type]] = {"search_url": str, "queries": list, "regions": list}

    async def crawl(self) -> AsyncIterator[Observation]:
        """What is open, or what has changed since the last run."""
        until = read_moment_of(self.cursor)
        if until is None or self.started_at - until > STALE:
            async for observation in self._search():
                yield observation
            until = self.started_at
            yield Checkpoint({"until": until.isoformat()})
        window = WINDOW
        while until < self.started_at:
            end = min(until + window, self.started_at)
            try:
                listing, page = await self._slice(until, end)
            except FetchError as error:
                if error.code is not ProblemCode.TOO_LARGE or window <= LEAST_WINDOW:
                    raise
                window /= 2
                continue
            for observation in self._told(listing, page):
                yield observation
            until = end
            yield Checkpoint({"until": until.isoformat()})
        self.listing_complete = True

    def ads_of(self, page: Page) -> Iterable[object]:
        """Those of one answer of the search or the stream."""
        return read_jobtech(page).ads

    async def _search(self) -> AsyncIterator[Observation]:
        given = self.source.options.get("queries")
        for query in given if isinstance(given, list) and given else QUERIES:
            for offset in range(0, LAST_OFFSET + 1, PER_PAGE):
                base = str(self.source.options.get("search_url") or SEARCH)
                regions = "".join(f"&region={quote(region)}" for region in self._regions())
                listing, page = await self._read(
                    f"{base}/search?q={quote_plus(str(query))}{regions}&limit={PER_PAGE}&offset={offset}"
                )
                for observation in self._told(listing, page):
                    yield observation
                if not listing.ads or offset + PER_PAGE >= (listing.total or 0):
                    break

    async def _slice(self, start: datetime, end: datetime) -> tuple[Listing, Page]:
        """Changes between two moments."""
        moments = [f"{moment:%Y-%m-%dT%H:%M:%S}" for moment in (start - OVERLAP, end + OVERLAP)]
        regions = "".join(f"&location-concept-id={quote(region)}" for region in self._regions())
        query = f"date={moments[0]}&updated-before-date={moments[1]}{regions}"
        return await self._read(f"{self.source.base_url}/v2/stream?{query}")

    def _regions(self) -> list[str]:
        given = self.source.options.get("regions")
        return [str(item) for item in given] if isinstance(given, list) else []

    async def _read(self, address: str) -> tuple[Listing, Page]:
        page = await self.fetch(address, listing=True, headers={"Accept": "application/json"})
        try:
            return read_jobtech(page), page
        except PageError as error:
            raise FetchError(ProblemCode.NOT_A_LISTING, error.what, url=page.url, why=error.why) from error

    def _told(self, listing: Listing, page: Page) -> list[Observation]:
        found: list[Observation] = []
        for ad in listing.ads:
            if isinstance(ad, Issue):
                found.append(Problem(ProblemCode.NOT_AN_AD, f"{ad.why}: {ad.raw}", self.source.base_url))
            elif isinstance(ad, Gone | LeftOut):
                found.append(ad)
            elif ad.source_ref in self.known_refs or worth_reading(ad.title, self.title_terms):
                found.append(self.seen(ad, page))
            else:
                found.append(LeftOut(ad.source_ref, ad.title, NOT_THIS_JOB))
        return found


def read_moment_of(cursor: Mapping[str, Any] | None) -> datetime | None:
    """The moment up to which the stream has been read; None for the first time."""
    try:
        moment = datetime.fromisoformat(str(dict(cursor or {}).get("until")))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
