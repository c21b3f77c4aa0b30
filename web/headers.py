"""Headers of every answer, error pages too, and the bounds of every request. The outermost layer that is ours."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from jinja2.exceptions import TemplateError as JinjaError
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.callers import is_our_name
from web.desk import desk_of
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


SLOWEST_SECONDS = 30.0
"""For a whole body: whoever takes longer only holds on to us."""


class TooLargeError(HTTPException):
    """The request's body is over the bound. An HTTPException: the framework hands any other on as a 400."""

    def __init__(self) -> None:
        super().__init__(413)


class TooSlowError(HTTPException):
    """The request's body did not arrive in time."""

    def __init__(self) -> None:
        super().__init__(408, headers={"Connection": "close"})


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
        head = scope["method"] == "HEAD"

        async def dressed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _dress(MutableHeaders(scope=message), secure=scope["scheme"] == "https")
            elif head:
                message = {**message, "body": b""}
            await send(message)

        try:
            if not is_our_name(_host(scope), desk_of(Request(scope)).context.settings.web):
                await _tell(scope, receive, dressed, 421, started=started)
                return
            # What answers GET answers HEAD, without the body (RFC 9110, 9.3.2).
            await self.app({**scope, "method": "GET"} if head else scope, _bounded(scope, receive), dressed)
        except (TooLargeError, TooSlowError) as error:
            await _tell(scope, receive, dressed, error.status_code, started=started)
        except Exception:  # the last boundary: somebody waits for an answer
            log.exception("request failed: %s %s", scope["method"], scope["path"])
            await _tell(scope, receive, dressed, 500, started=started)


def _host(scope: Scope) -> str:
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    return next((value for name, value in headers if name == b"host"), b"").decode("latin-1")


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
    taken, whole = 0, False
    late = asyncio.get_running_loop().time() + SLOWEST_SECONDS

    async def counted() -> Message:
        nonlocal taken, whole
        if whole:  # the body is here; what is waited for now is the end of the connection, and that may take long
            return await receive()
        try:
            async with asyncio.timeout_at(late):
                message = await receive()
        except TimeoutError:
            raise TooSlowError from None
        taken += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if taken > MOST_BYTES:
            raise TooLargeError
        return message

    return counted
