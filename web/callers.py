"""Whose request it is, and for which name: headers are believed only where the operator said so."""

from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from starlette.requests import Request

from domain.errors import ConfigurationError
from settings import WebTable
from web.desk import Desk

_HERE = frozenset({"127.0.0.1", "::1", "localhost"})


def caller(request: Request, desk: Desk) -> str:
    """The caller's network address, of IPv6 the /64 that one subscriber has.

    Our own proxies write X-Forwarded-For from the right; the first address from there that is no proxy of ours is the
    caller. Those to its left anybody may invent.
    """
    nearest = request.client.host if request.client else "unknown"
    trusted = desk.context.settings.web.trusted_proxies
    told = [part.strip() for part in request.headers.get("x-forwarded-for", "").split(",")]
    while _is_in(nearest, trusted) and told and _is_address(told[-1]):
        nearest = told.pop()
    return _subscriber(nearest)


def caller_digest(request: Request, desk: Desk) -> str:
    """The same as a keyed digest: addresses of visitors are counted, never kept."""
    return desk.digest("limit", caller(request, desk))


def is_our_name(host: str, table: WebTable) -> bool:
    """May a request come for ``host`` (a Host header)? Other names are how a page elsewhere reaches in (DNS rebinding).

    Ours are the name in ``base_url``, ``[web] host`` and this machine itself; where we listen on every address, any
    address too, for probes and networks without names.
    """
    name = _name(host)
    return name in _own_names(table) or (_is_everywhere(table.host) and _is_address(name))


def address_of(request: Request, table: WebTable) -> str:
    """Where people reach these pages, for links in mails. Raises ConfigurationError when only the request says so."""
    if table.base_url:
        return table.base_url
    if _name(request.headers.get("host", "")) not in _own_names(table):
        raise ConfigurationError(
            "no address is set for links", why="[web] base_url is empty", remedy="set it, and start the server anew"
        )
    return str(request.base_url).rstrip("/")


def _own_names(table: WebTable) -> frozenset[str]:
    told = {table.host.lower()} if not _is_everywhere(table.host) else set()
    return _HERE | told | {_name(urlsplit(table.base_url).netloc) or "localhost"}


def _is_everywhere(host: str) -> bool:
    """Does a server on this address listen on all of the machine's?"""
    return not host or (_is_address(host) and ip_address(host).is_unspecified)


def _name(host: str) -> str:
    """The name or address in a Host header, without its port."""
    bare = host.strip().lower()
    if bare.startswith("["):
        return bare[1:].partition("]")[0]
    return bare.rpartition(":")[0] if bare.count(":") == 1 else bare


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _is_in(text: str, networks: list[str]) -> bool:
    if not _is_address(text):
        return text in networks
    address = ip_address(text)
    return any(address in ip_network(one, strict=False) for one in networks if _is_network(one))


def _is_network(text: str) -> bool:
    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def _subscriber(text: str) -> str:
    if not _is_address(text):
        return text
    address = ip_address(text)
    if not isinstance(address, IPv6Address):
        return text
    return str(address.ipv4_mapped or ip_network((address, 64), strict=False))
