"""Where a crawl may connect to: public addresses of the source's own hosts, over http or https.

Which addresses are public is said in ``domain.addresses``; names may be spelt in every form that ``inet_aton`` reads
(0x7f.1, 2130706433, 0177.0.0.1).
"""

import ipaddress
import socket
from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

from crawler.policy.errors import FetchError
from domain.addresses import Address, allowed, embedded
from domain.runs import ProblemCode
from domain.sources import Source

DEFAULT_PORTS = {"http": 80, "https": 443}
_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
REMEDY_LOOPBACK = "if this very source is meant to be on this machine, set allow_loopback = true in its table"
REMEDY_HOST = 'if that host belongs to this source, add it to its table: hosts = ["…"]'


def parse_address(host: str) -> Address | None:
    """The IP address that ``host`` spells in any form a resolver would accept, or None for a name."""
    try:
        return ipaddress.ip_address(host.strip("[]").split("%")[0])
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))  # octal, hexadecimal, decimal and short forms
    except (OSError, UnicodeError):
        return None


class Guard:
    """The address rules of one source. Static: names are checked again when they have been resolved."""

    def __init__(self, source: Source, hosts: Iterable[str] = ()) -> None:
        base = urlsplit(source.base_url)
        given = source.options.get("hosts")
        extra = [str(host) for host in given] if isinstance(given, (list, tuple)) else []
        self.loopback = source.allow_loopback
        self._hosts = {host.lower() for host in (base.hostname or "", *hosts, *extra) if host}
        if self._hosts & _LOCAL_NAMES:
            self._hosts |= _LOCAL_NAMES
        self._port = _port(base)
        self._passed: set[tuple[str, str]] = set()
        """Scheme and authority of addresses that were let through: none of what lets them changes within a run."""

    def check(self, url: str, *, redirected: bool = False) -> None:
        """Raises FetchError(ADDRESS) unless a request to ``url`` may be sent.

        A redirect may lead to another public host, which then belongs to the source for the rest of the run. It never
        leads to this machine, unless to the configured address; so a source that may use loopback cannot be led away.
        """
        parts, host = _split(url)
        origin = (parts.scheme, parts.netloc)
        if origin in self._passed:
            return
        address = parse_address(host)
        local = host in _LOCAL_NAMES or (address is not None and embedded(address).is_loopback)
        if address is not None and not allowed(address, loopback=self.loopback):
            raise refused_address(url, str(embedded(address)))
        if local and not self.loopback:
            raise refused_address(url, host)
        if not self._known(host):
            if self.loopback or local or not redirected:
                raise _refuse(url, f"{host} is not one of this source's hosts", REMEDY_HOST)
            self._hosts.add(host)
        port = _port(parts)
        if port != self._port and (local or port not in DEFAULT_PORTS.values()):
            raise _refuse(url, f"port {port} is neither 80, 443 nor the source's own", "mend base_url if it is wrong")
        self._passed.add(origin)

    def _known(self, host: str) -> bool:
        """A host is known by name, as a subdomain of one, or with or without its ``www.``."""
        bare = host.removeprefix("www.")
        return any(
            bare == known or bare.endswith("." + known) for known in (name.removeprefix("www.") for name in self._hosts)
        )


def refused_address(url: str, address: str) -> FetchError:
    """The error for a host that is, or resolves to, an address no crawl may reach."""
    return _refuse(url, f"{address} is not a public address", REMEDY_LOOPBACK)


def _split(url: str) -> tuple[SplitResult, str]:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").lower()
        parts.port  # noqa: B018  reading it is what checks it
    except ValueError as error:
        raise _refuse(url, str(error), "mend the link or base_url") from error
    if parts.scheme not in DEFAULT_PORTS:
        raise _refuse(url, f"only http and https are followed, not {parts.scheme or 'nothing'}:", "")
    if not host or parts.username is not None:
        raise _refuse(url, "it names no host" if not host else "it carries a user name", "")
    return parts, host


def host_of(url: str) -> str:
    """The host that ``url`` names, in lower case and without the dot that may end it; empty when it names none."""
    return (urlsplit(url).hostname or "").lower().rstrip(".")


def _port(parts: SplitResult) -> int:
    return parts.port or DEFAULT_PORTS.get(parts.scheme, 0)


def _refuse(url: str, why: str, remedy: str) -> FetchError:
    return FetchError(ProblemCode.ADDRESS, "address refused", url=url, why=why, remedy=remedy)
