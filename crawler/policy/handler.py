"""The download handler: the last piece of our code before the wire, passed by every request of whatever origin."""

from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response

from crawler.policy.address import allowed, host_of, refused_address


class DoorHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP handler, entered one at a time per host and only while the run may still send.

    The waiting is done here and not in Scrapy's slots, so that a pause which a host asks for also holds back the
    requests that were already queued.
    """

    async def download_request(self, request: Request) -> Response:
        """The answer to ``request``, once the host's turn has come. Raises FetchError when it may not be sent."""
        spider: Any = self._crawler.spider
        door = spider.door
        await door.pace.turn(host_of(request.url))
        door.admit(request.url)
        response = await super().download_request(request)
        peer = response.ip_address
        if peer is not None and not allowed(peer, loopback=door.guard.loopback):
            raise refused_address(request.url, str(peer))  # whatever led there, its answer is not used
        return response
