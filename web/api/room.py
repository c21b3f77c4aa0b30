"""A room of the API: every route counts its callers, declares its problems, and knows its parameters."""

from collections.abc import Callable, Iterator
from typing import Any

from fastapi import Depends
from fastapi.dependencies.models import Dependant
from starlette.requests import Request

from domain.accounts import Access, Scope
from domain.errors import UsageError
from operations.accounts import TooManyError
from web.access import F, Guard, Room, viewer_of
from web.api.models import Problem
from web.callers import caller
from web.desk import desk_of

PREFIX = "/api/v1"
_TOLD = {
    400: "Cannot be done",
    401: "No key, or one that does not count",
    403: "Not for this account or key",
    404: "Not found, or not yours",
    408: "The request came too slowly",
    409: "Collides with what is stored",
    413: "Too large",
    415: "Not a kind of body that is read here",
    422: "Cannot be read",
    429: "Too many requests",
    503: "Busy, try again",
}


def problems() -> dict[int | str, dict[str, Any]]:
    """Every problem that a route may answer with, declared."""
    told = {"content": {"application/problem+json": {"schema": Problem.model_json_schema()}}}
    return {status: {**told, "description": words} for status, words in _TOLD.items()}


def limited(request: Request) -> None:
    """Count the request; raise TooManyError when there were too many in the last minute (429)."""
    desk, viewer = desk_of(request), viewer_of(request)
    who = f"key {viewer.key}" if viewer.key is not None else caller(request, desk)
    most = desk.context.settings.web.requests_per_minute
    left, wait = desk.window.take(who, most, desk.context.clock.now())
    request.state.rate = (most, max(0, left), wait)
    if left < 0:
        raise TooManyError(
            "too many requests", why=f"at most {most} in a minute", remedy=f"try again in {wait} seconds"
        )


def known_only(request: Request) -> None:
    """Raise UsageError for a parameter that the route does not have, or has once and that is given twice."""
    route = request.scope["route"]
    several = dict.fromkeys(_query(route.dependant), False)
    several |= {
        item["name"]: item["schema"].get("type") == "array" for item in route.openapi_extra.get("parameters", ())
    }
    given = [name for name, _ in request.query_params.multi_items()]
    unknown = next((name for name in given if name not in several), None)
    if unknown is not None:
        remedy = f"parameters: {', '.join(several)}" if several else "this route takes none"
        raise UsageError("there is no such parameter", which=unknown[:60], remedy=remedy)
    twice = next((name for name in given if given.count(name) > 1 and not several[name]), None)
    if twice is not None:
        raise UsageError("the parameter takes one value", which=twice, remedy="give it once")


def _query(dependant: Dependant) -> Iterator[str]:
    """Names of the query parameters of a route and of all that it depends on."""
    yield from (field.alias for field in dependant.query_params)
    for part in dependant.dependencies:
        yield from _query(part)


class ApiRoom(Room):
    """Routes below ``/api/v1``, for keys as well as for sessions."""

    def __init__(self, tag: str) -> None:
        super().__init__(PREFIX, documented=True, keys=True)
        self._tag = tag

    def _route(self, method: str, path: str, guard: Guard, options: dict[str, Any]) -> Callable[[F], F]:
        given = {
            "tags": [self._tag],
            "dependencies": [Depends(limited), Depends(known_only)],
            **options,
            "responses": {**problems(), **options.get("responses", {})},
        }
        return super()._route(method, path, guard, given)

    def work(self, path: str, access: Access, scope: Scope, **options: Any) -> Callable[[F], F]:
        """A route that begins long work: 202, and where to look for what becomes of it."""
        return self.post(path, access, scope, status_code=202, **options)
