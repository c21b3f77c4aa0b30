"""Headers of every answer, error pages too, and the bounds of every request. The outermost layer that is ours."""

import logging
from collections.abc import Awaitable, Callable

from jinja2.exceptions import TemplateError as JinjaError
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.errors import answer

log = logging.getLogger(__name__)

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
"""No inline script, no inline style, nothing from elsewhere."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-robots-tag": "noindex",
}
MOST_BYTES = 6 * 2**20
"""Of a request; an ad page that somebody uploads is the largest thing that is sent here."""


class TooLargeError(HTTPException):
    """The request's body is over the bound. An HTTPException: the framework hands any other on as a 400."""

    def __init__(self) -> None:
        super().__init__(413)


class Outermost:
    """Adds the headers, bounds the body, and turns what nobody foresaw into a page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def dressed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _dress(MutableHeaders(scope=message), secure=scope["scheme"] == "https")
            await send(message)

        try:
            await self.app(scope, _bounded(scope, receive), dressed)
        except TooLargeError:
            await _tell(scope, receive, dressed, 413, started=started)
        except Exception:  # the last boundary: somebody waits for an answer
            log.exception("request failed: %s %s", scope["method"], scope["path"])
            await _tell(scope, receive, dressed, 500, started=started)


async def _tell(scope: Scope, receive: Receive, send: Send, status: int, *, started: bool) -> None:
    """Should even the page of the error fail, a line of text is left."""
    if started:
        return
    try:
        told = answer(Request(scope), status)
    except JinjaError:
        log.exception("the error page failed")
        told = PlainTextResponse("Jobbvakt: error\n", status)
    await told(scope, receive, send)


def _dress(headers: MutableHeaders, *, secure: bool) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("cache-control", "no-store")
    if secure:
        headers.setdefault("strict-transport-security", "max-age=31536000")


def _bounded(scope: Scope, receive: Receive) -> Callable[[], Awaitable[Message]]:
    declared = dict(scope["headers"]).get(b"content-length", b"0")
    if declared.isdigit() and int(declared) > MOST_BYTES:
        raise TooLargeError
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_BYTES:
            raise TooLargeError
        return message

    return counted
