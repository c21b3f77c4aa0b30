"""Scrapy's side of a crawl: one Scrapy spider that drives a portal's, and fetches what it asks for.

The rest of the crawler knows no Scrapy: which portals there are, and what stands on a kept page, is told without it.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.job import CrawlJob
from crawler.parsing.page import Page
from crawler.policy.door import ACCEPT, LISTING, ROBOTS
from crawler.policy.errors import FetchError, error_message
from crawler.spider import Asked, PortalSpider
from domain.clock import SystemClock
from domain.errors import JobbvaktError
from domain.observations import Problem, Seen
from domain.runs import ProblemCode

BREATH = 50
"""After so many observations in one go the event loop gets a turn, for the heartbeat's sake."""


class Driver(Spider):
    """Drives a spider of class ``portal`` through ``job``."""

    name = "jobbvakt"

    def __init__(self, portal: type[PortalSpider], job: CrawlJob, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.driven = portal(job)
        self.driven.way_out = self._answer
        self.door = self.driven.door
        """Where the policy looks for it."""
        self._clock = SystemClock()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Built by Scrapy."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider._arrived, signals.response_received)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """Drive ``crawl``; what goes wrong in it becomes a Problem, so that the run always has a last word.

        Observations are written here and now, not yielded as Scrapy items: Scrapy 2.19 waits for ever when it is asked
        to stop while an item of ``start`` is on its way through the pipelines.
        """
        try:
            await self._drive()
        except FetchError as error:
            self._failed(Problem(error.code, error.message, error.url))
        except JobbvaktError as error:  # a page the platform could not make sense of, and could not do without
            self._failed(Problem(ProblemCode.UNREADABLE, error_message(error)))
        except Exception as error:
            if self._failed(Problem(ProblemCode.CRASHED, crash_message(self.driven.name, error))):
                self.logger.exception("the spider crashed")
        return
        yield  # never reached: it makes this the async generator that Scrapy asks for

    def _failed(self, problem: Problem) -> bool:
        """Report ``problem``, unless the crawl was asked to stop: what breaks then is no fault of the source."""
        if self.crawler.engine.running:
            self.driven.reporter.report(problem)
        return self.crawler.engine.running

    def closed(self, reason: str) -> None:
        """Called by Scrapy when all is done."""
        self.driven.reporter.ended(reason, self.door, listing_complete=bool(self.driven.listing_complete))

    async def _drive(self) -> None:
        stream = self.driven.crawl()
        try:
            count = 0
            async for observation in stream:
                if isinstance(observation, Seen):
                    self.door.budget.spend_ad(self.driven.source.base_url)
                self.driven.reporter.report(observation)
                count += 1
                if count % BREATH == 0:
                    await asyncio.sleep(0)
        finally:
            if isinstance(stream, AsyncGenerator):
                await stream.aclose()

    async def _answer(self, asked: Asked) -> Page:
        """The answer to ``asked``, of whatever status. Raises FetchError when there is none."""
        try:
            request = Request(
                asked.url,
                method=asked.method,
                headers=dict(asked.headers),
                body=asked.body,
                meta={LISTING: asked.listing, ACCEPT: asked.accept},
                dont_filter=True,
            )
        except ValueError as error:
            raise FetchError(ProblemCode.ADDRESS, "not a web address", url=asked.url, why=str(error)) from error
        response = await self._download(request)
        content_type = response.headers.get("Content-Type") or b""
        return Page(
            url=response.url,
            body=response.body,
            fetched_at=self._clock.now(),
            content_type=content_type.decode("latin-1"),
            status=response.status,
        )

    async def _download(self, request: Request) -> Response:
        try:
            return await self.crawler.engine.download_async(request)
        except IgnoreRequest as error:
            code = ProblemCode.LOOP if request.meta[LISTING] else ProblemCode.UNREADABLE
            raise FetchError(code, "too many redirects", url=request.url, why=str(error)) from error
        except ValueError as error:
            raise FetchError(
                ProblemCode.ADDRESS, "it leads to no web address", url=request.url, why=str(error)[:200]
            ) from error
        except FetchError as error:
            if error.ends_crawl:
                self.door.close(error)
            raise

    def _arrived(self, response: Response, request: Request) -> None:
        """An answer reached the crawl (Scrapy's signal ``response_received``)."""
        if not request.meta.get(ROBOTS):
            listing = bool(request.meta.get(LISTING))
            self.driven.reporter.fetched(response.url, response.status, len(response.body), listing=listing)


def crash_message(name: str, error: Exception) -> str:
    """One line about an error nobody foresaw."""
    first_line = (str(error).splitlines() or [""])[0][:300]
    return f"spider {name} crashed: {type(error).__name__}: {first_line}; this is a bug, please report it"
