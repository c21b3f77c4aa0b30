"""How much a server may say before the body of its answer begins.

Twisted reads headers, and interim answers (RFC 9110, 15.2) one after another, without an end: what keeps coming would
fill the child's memory within one time-out. RFC 9112 lets a client refuse a header section larger than it wants.
"""

from collections.abc import Iterator
from typing import Any

from scrapy.core.downloader.handlers.http11 import (
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from twisted.python.failure import Failure
from twisted.web._newclient import HEADER, STATUS

MOST_BEFORE_BODY = 256 * 1024
"""Bytes of status lines and headers; the first bytes of the body that come in the same packet count too."""


class HeadersTooLargeError(Exception):
    """The headers do not end."""


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """Scrapy's protocol, which hangs up on headers that do not end."""

    _before_body = 0

    def request(self, request: Any) -> Any:
        """As in Twisted; a connection that is used again counts anew."""
        self._before_body = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:
        """As in Twisted."""
        if self._parser is not None and self._parser.state in (STATUS, HEADER):
            self._before_body += len(data)
            if self._before_body > MOST_BEFORE_BODY:
                give_up: Any = self._giveUp
                give_up(_too_large())
                return
        base: Any = super()
        base.dataReceived(data)


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Builds ``BoundedProtocol``."""

    def buildProtocol(self, addr: object) -> BoundedProtocol:
        """As in Twisted."""
        made: Any = BoundedProtocol
        protocol: BoundedProtocol = made(self._quiescentCallback)
        return protocol


def _too_large() -> Failure:
    failed: Any = Failure  # Twisted's own types are not whole
    failure: Failure = failed(HeadersTooLargeError(f"more than {MOST_BEFORE_BODY} bytes of headers"))
    return failure


def headers_too_large(error: BaseException) -> bool:
    """Was it the headers that broke this download?"""
    return any(isinstance(cause, HeadersTooLargeError) for cause in causes(error))


def causes(exception: BaseException) -> Iterator[BaseException]:
    """The exception, what it was raised from, and the reasons that Twisted hides in it."""
    yield exception
    if exception.__cause__ is not None:
        yield from causes(exception.__cause__)
    for failure in getattr(exception, "reasons", None) or ():
        yield from causes(failure.value)
