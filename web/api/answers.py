"""What every answer of the API has in common: ETags, declared problems, limits, cursors."""

import base64
import binascii
import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import Depends, Response
from fastapi.encoders import jsonable_encoder
from starlette.requests import Request

from domain.errors import UsageError
from operations.accounts import TooManyError
from web.access import viewer_of
from web.api.models import Problem
from web.callers import caller
from web.desk import desk_of

PREFIX = "/api/v1"
_TOLD = {
    400: "Cannot be done",
    401: "No key, or one that does not count",
    403: "Not for this account or key",
    404: "Not found",
    409: "Collides with what is stored",
    413: "Too large",
    422: "Cannot be read",
    429: "Too many requests",
    503: "Busy, try again",
}


def problems(*more: int) -> dict[int | str, dict[str, Any]]:
    """Every problem that a route may answer with, declared."""
    return {status: {**_declared(), "description": _TOLD[status]} for status in sorted({*_TOLD, *more})}


def _declared() -> dict[str, Any]:
    return {"content": {"application/problem+json": {"schema": Problem.model_json_schema()}}}


def limited(request: Request, response: Response) -> None:
    """Count the request; raise TooManyError when there were too many in the last minute (429)."""
    desk = desk_of(request)
    viewer = viewer_of(request)
    who = f"key {viewer.key}" if viewer.key is not None else caller(request, desk)
    most = desk.context.settings.web.requests_per_minute
    left, wait = desk.window.take(who, most, desk.context.clock.now())
    if left < 0:
        raise TooManyError(
            "too many requests", why=f"at most {most} in a minute", remedy=f"try again in {wait} seconds"
        )
    request.state.rate = (most, left, wait)
    del response


Limited = Annotated[None, Depends(limited)]


def given(request: Request, body: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """``body`` as JSON with an ETag; 304 when the caller has it."""
    plain = json.dumps(jsonable_encoder(body), ensure_ascii=False, separators=(",", ":")).encode()
    tag = f'"{hashlib.sha256(plain).hexdigest()[:24]}"'
    most, left, wait = getattr(request.state, "rate", (0, 0, 60))
    told = {
        "RateLimit-Limit": str(most),
        "RateLimit-Remaining": str(left),
        "RateLimit-Reset": str(wait),
        **(headers or {}),
    }
    if status == 200 and request.method == "GET":
        told |= {"ETag": tag, "Cache-Control": "private, no-cache"}
        wanted = [item.strip() for item in request.headers.get("if-none-match", "").split(",")]
        if tag in wanted or f"W/{tag}" in wanted:
            return Response(status_code=304, headers=told)
    return Response(plain, status, told, media_type="application/json")


def nothing() -> Response:
    """Done, with nothing to tell."""
    return Response(status_code=204)


def to_cursor(key: Sequence[Any]) -> str:
    """Where the next page goes on, opaque to callers."""
    plain = [
        {"d": item.isoformat()}
        if isinstance(item, date) and not isinstance(item, datetime)
        else {"t": item.isoformat()}
        if isinstance(item, datetime)
        else item
        for item in key
    ]
    return base64.urlsafe_b64encode(json.dumps(plain).encode()).decode().rstrip("=")


def from_cursor(text: str) -> list[Any]:
    """The key of ``to_cursor``. Raises UsageError for anything else."""
    try:
        plain = json.loads(base64.urlsafe_b64decode(text[:1000] + "=" * (-len(text) % 4)))
        return [_restored(item) for item in plain]
    except (ValueError, TypeError, KeyError, AttributeError, binascii.Error, RecursionError) as error:
        raise UsageError(
            "the cursor cannot be read", which="after", remedy="pass the value of 'next' as it was given"
        ) from error


def _restored(item: Any) -> Any:
    if isinstance(item, dict):
        return date.fromisoformat(item["d"]) if "d" in item else datetime.fromisoformat(item["t"])
    if not isinstance(item, (int, float)):
        raise ValueError("not a key")
    return item
