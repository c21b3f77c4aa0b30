"""What every answer of the API has in common: ETags, limits told, and work that is begun once."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import Header, Response
from fastapi.encoders import jsonable_encoder
from starlette.requests import Request

from domain.errors import JobbvaktError
from storage import answered
from storage.errors import StoreError
from web.access import Viewer
from web.desk import desk_of

OnceKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=100, pattern=r"^[\x21-\x7e]+$")]
"""The same request with the same key is taken on once, however often it is sent within a day."""


def given(request: Request, body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """``body`` as JSON with an ETag; 304 when the caller has it."""
    plain = json.dumps(jsonable_encoder(body), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    told = {**rate_headers(request), **(headers or {})}
    if status == 200 and request.method == "GET":
        tag = f'"{hashlib.sha256(plain).hexdigest()[:24]}"'
        told |= {"ETag": tag, "Cache-Control": "private, no-cache"}
        wanted = [item.strip().removeprefix("W/") for item in request.headers.get("if-none-match", "").split(",")]
        if tag in wanted or "*" in wanted:
            return Response(status_code=304, headers=told)
    return Response(plain, status, told, media_type="application/json")


def nothing(request: Request) -> Response:
    """Done, with nothing to tell."""
    return Response(status_code=204, headers=rate_headers(request))


def rate_headers(request: Request) -> dict[str, str]:
    """How many requests are left; nothing where none are counted."""
    rate = getattr(request.state, "rate", None)
    if rate is None:
        return {}
    names = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
    return {name: str(value) for name, value in zip(names, rate, strict=True)}


def once(
    request: Request, viewer: Viewer, wish: Mapping[str, Any], key: str | None, location: str, begin: Callable[[], Any]
) -> Response:
    """202 and where to look; ``begin`` is called once for each Idempotency-Key of the account.

    The key is noted before the work begins, so that two requests at once begin it once. Raises StoreError when the
    key was used for another request, and what ``begin`` raises.
    """
    context = desk_of(request).context
    asked = hashlib.sha256(json.dumps([request.url.path, dict(wish)], sort_keys=True).encode()).hexdigest()
    if key is not None:
        with context.store.write() as session:
            before = answered.keep(session, viewer.own.id, key, asked, location, context.clock.now())
        if before is not None:
            if before.request != asked:
                raise StoreError(
                    "the key was used for another request", which="Idempotency-Key", remedy="take a new one"
                )
            return _taken(request, before.answer)
    try:
        begin()
    except JobbvaktError:
        if key is not None:
            with context.store.write() as session:
                answered.forget(session, viewer.own.id, key)
        raise
    return _taken(request, location)


def _taken(request: Request, location: str) -> Response:
    return given(request, {"location": location}, 202, {"Location": location})
