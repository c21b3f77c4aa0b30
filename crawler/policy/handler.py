"""The download handler: the last piece of our code before the wire, passed by every request of whatever origin."""

from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadFailedError
from scrapy.http import Response

from crawler.policy.address import host_of, refused_address
from crawler.policy.errors import FetchError
from crawler.policy.retry_after import retry_after
from crawler.policy.wire import BoundedFactory, headers_too_large
from domain.addresses import allowed
from domain.clock import SystemClock
from domain.runs import ProblemCode

_BUSY = frozenset({429, 503})
_CLOCK = SystemClock()


class DoorHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP handler, entered one at a time per host and only while the run may still send.

    The waiting is done here and not in Scrapy's slots, so that a pause which a host asks for also holds back the
    requests that were already queued.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory

    async def download_request(self, request: Request) -> Response:
        """The answer to ``request``, once the host's turn has come. Raises FetchError when it may not be sent."""
        spider: Any = self._crawler.spider
        door = spider.door
        async with door.pace.room(host_of(request.url)):
            door.admit(request.url)
            response = await self._asked(request)
            if response.status in _BUSY:  # before the next one is let in: to retry or to give up is decided later
                door.pace.pause(host_of(request.url), self._wanted_pause(response))
        peer = response.ip_address
        if peer is not None and not allowed(peer, loopback=door.guard.loopback):
            raise refused_address(request.url, str(peer))  # whatever led there, its answer is not used
        return response

    async def _asked(self, request: Request) -> Response:
        try:
            return await super().download_request(request)
        except DownloadFailedError as error:
            if not headers_too_large(error):
                raise
            why = "its headers do not end"
            raise FetchError(ProblemCode.TOO_LARGE, "the answer is too large", url=request.url, why=why) from error

    def _wanted_pause(self, response: Response) -> float:
        header = (response.headers.get("Retry-After") or b"").decode("latin-1")
        spider: Any = self._crawler.spider
        return retry_after(header, _CLOCK.now()) or spider.door.limits.backoff_seconds
