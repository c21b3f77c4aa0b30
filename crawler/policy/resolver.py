"""Resolves names for the reactor, and hands on only addresses that may be connected to.

The check is made on the very addresses that the connection is then opened to, so a name that changes its mind between
a check and the connection (DNS rebinding) gains nothing; IP literals in every spelling pass through here as well.
"""

import ipaddress
from collections.abc import Sequence
from typing import Any, Self

from scrapy.resolver import CachingHostnameResolver
from twisted.internet.interfaces import IAddress, IHostResolution

from domain.addresses import allowed

ALLOW_LOOPBACK = "JOBBVAKT_ALLOW_LOOPBACK"
"""Name of the Scrapy setting."""

refused: dict[str, str] = {}
"""Host → the address it was refused for. A fact of the process, as its one reactor has one resolver."""


class _Filter:
    """Passes on the good addresses of one resolution; a Twisted IResolutionReceiver (whose type mypy cannot read)."""

    def __init__(self, receiver: Any, host: str, loopback: bool) -> None:
        self._receiver, self._host, self._loopback = receiver, host, loopback

    def resolutionBegan(self, resolution: IHostResolution) -> None:
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: IAddress) -> None:
        text = getattr(address, "host", "")
        if allowed(ipaddress.ip_address(text.split("%")[0]), loopback=self._loopback):
            self._receiver.addressResolved(address)
        else:
            refused[self._host] = text

    def resolutionComplete(self) -> None:
        self._receiver.resolutionComplete()


class GuardedResolver(CachingHostnameResolver):
    """Scrapy's IPv4 and IPv6 resolver behind the address guard."""

    loopback = False

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> Self:
        """Built by Scrapy, once per process."""
        resolver = super().from_crawler(crawler, reactor)
        resolver.loopback = crawler.settings.getbool(ALLOW_LOOPBACK)
        return resolver

    def resolveHostName(
        self,
        resolutionReceiver: Any,
        hostName: str,
        portNumber: int = 0,
        addressTypes: Sequence[type[IAddress]] | None = None,
        transportSemantics: str = "TCP",
    ) -> IHostResolution:
        """As in Twisted's IHostnameResolver."""
        receiver: Any = _Filter(resolutionReceiver, hostName, self.loopback)
        return super().resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)
