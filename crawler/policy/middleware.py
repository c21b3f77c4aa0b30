"""The downloader middleware: what must be true before a request goes on, and what to make of what came back."""

import random
from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.http import Response

from crawler.policy import failures, resolver
from crawler.policy.address import host_of, refused_address
from crawler.policy.decoding import PackingError, check_ending, decode_body
from crawler.policy.door import ACCEPT, LISTING, ROBOTS, TRIES, Door
from crawler.policy.errors import FetchError
from crawler.policy.retry_after import retry_after
from crawler.policy.robots import RobotsGate
from crawler.policy.statuses import PASSING, error_for
from domain.clock import SystemClock
from domain.runs import ProblemCode

ROBOTS_ACCEPTS = frozenset(range(200, 300))


class DoorMiddleware:
    """Address and robots gate on the way out; retries, pauses and strict decoding on the way in."""

    def __init__(self, crawler: Crawler) -> None:
        spider: Any = crawler.spider
        self._crawler, self._door = crawler, _door_of(spider)
        self._robots = RobotsGate(self._fetch_robots)
        self._clock = SystemClock()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Built by Scrapy."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises FetchError when ``request`` may not be sent."""
        self._door.check_open()
        self._door.guard.check(request.url, redirected="redirect_times" in request.meta)
        if not request.meta.get(ROBOTS):
            rules = await self._robots.check(request.url)
            self._door.pace.slow_down(host_of(request.url), rules.delay)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """The decoded answer, or the request once more. Raises FetchError."""
        if b"challenge" in (response.headers.get("cf-mitigated") or b""):
            raise FetchError(ProblemCode.SOFT_BLOCK, "the source wants proof of a human", url=request.url)
        self._door.budget.spend_bytes(len(response.body))
        if response.status in request.meta.get(ACCEPT, ()):
            return self._decoded(request, response)
        if response.status in PASSING:
            return self._once_more(request, response)
        return response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """The request once more, or None for an error that is none of ours. Raises FetchError."""
        if isinstance(exception, FetchError | IgnoreRequest):
            return None
        host = host_of(request.url)
        if isinstance(exception, CannotResolveHostError) and host in resolver.refused:
            raise refused_address(request.url, resolver.refused[host]) from exception
        error = failures.explain(request.url, exception)
        if error is None:
            return None
        if isinstance(exception, failures.PASSING) and (retry := self._retry(request, error.code)):
            return retry
        raise error from exception

    def _decoded(self, request: Request, response: Response) -> Request | Response:
        encodings = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1")
        try:
            body = decode_body(response.body, encodings, self._door.limits.body_bytes)
            if "partial" in response.flags:
                check_ending(body)
        except PackingError as error:
            if error.code is ProblemCode.TRUNCATED and (retry := self._retry(request, error.code)):
                return retry
            again = "it is asked again next time"
            raise FetchError(
                error.code, "the page cannot be unpacked", url=request.url, why=str(error), remedy=again
            ) from error
        if body is response.body:
            return response
        # A plain Response: Scrapy's text classes would guess a charset from what was still packed.
        return Response(response.url, response.status, response.headers, body, response.flags, request)

    def _once_more(self, request: Request, response: Response) -> Request | Response:
        header = response.headers.get("Retry-After")
        asked = retry_after(header.decode("latin-1"), self._clock.now()) if header else None
        code = ProblemCode.THROTTLED if response.status == 429 or asked is not None else ProblemCode.SERVER_ERROR
        if (asked or 0) <= self._door.limits.max_wait_seconds and (retry := self._retry(request, code, asked or 0)):
            return retry
        if code is not ProblemCode.THROTTLED:
            return response
        error = error_for(response.url, response.status, listing=bool(request.meta.get(LISTING)))
        why = f"HTTP {response.status}" + (f", not before {asked:.0f} seconds have passed" if asked else "")
        raise FetchError(code, error.what, url=request.url, status=response.status, why=why, remedy=error.remedy)

    def _retry(self, request: Request, code: ProblemCode, at_least: float = 0) -> Request | None:
        """The request once more after a pause of its whole host, or None when it has been tried enough."""
        limits = self._door.limits
        tries = request.meta.get(TRIES, 0) + 1
        if tries > (1 if code is ProblemCode.TRUNCATED else limits.retries):
            return None
        backoff = limits.backoff_seconds * 2 ** (tries - 1) * random.uniform(1, 1.5)
        self._door.pace.pause(host_of(request.url), max(backoff, at_least * random.uniform(1, 1.1)))
        self._door.retries += 1
        retry = request.copy()
        retry.meta[TRIES] = tries
        return retry

    async def _fetch_robots(self, url: str) -> tuple[int, bytes]:
        request = Request(url, meta={ROBOTS: True, ACCEPT: ROBOTS_ACCEPTS}, dont_filter=True)
        try:
            response = await self._crawler.engine.download_async(request)
        except IgnoreRequest as error:
            raise FetchError(ProblemCode.LOOP, "robots.txt redirects too often", url=url) from error
        except ValueError as error:
            raise FetchError(ProblemCode.LOOP, "robots.txt leads to no web address", url=url) from error
        return response.status, response.body


def _door_of(spider: Any) -> Door:
    door: Door = spider.door
    return door
