"""Whose request it is: the address, believed from a proxy only when the operator named that proxy."""

from starlette.requests import Request

from web.desk import Desk


def caller(request: Request, desk: Desk) -> str:
    """The caller's network address."""
    nearest = request.client.host if request.client else "unknown"
    if nearest not in desk.context.settings.web.trusted_proxies:
        return nearest
    # The last entry is the one that our own proxy wrote; those before it anybody may invent.
    told = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return told or nearest


def caller_digest(request: Request, desk: Desk) -> str:
    """The same as a keyed digest: addresses of visitors are counted, never kept."""
    return desk.digest("limit", caller(request, desk))
