"""Errors as answers: a page for people, RFC 9457 problem details for programs."""

from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from domain.errors import ConfigurationError, JobbvaktError, NothingFoundError, UsageError
from operations.accounts import TooManyError
from operations.works import TooMuchWorkError
from storage.errors import StoreBusyError, StoreError
from web.access import RefusedError, SignInNeededError
from web.pages.render import render_error

API = "/api/"
PROBLEM = "application/problem+json"
_TITLES = {
    400: "bad_request",
    401: "sign_in",
    403: "refused",
    404: "not_found",
    405: "not_allowed",
    408: "bad_request",
    409: "conflict",
    413: "too_large",
    415: "bad_request",
    421: "bad_request",
    422: "bad_request",
    429: "too_many",
    500: "fault",
    503: "busy",
}


def answer(
    request: Request,
    status: int,
    error: JobbvaktError | None = None,
    *,
    headers: dict[str, str] | None = None,
    problems: list[dict[str, Any]] | None = None,
) -> Response:
    """The answer to a request that cannot be done."""
    kind = _TITLES.get(status, "fault" if status >= 500 else "bad_request")
    if not request.url.path.startswith(API):
        return render_error(request, status, kind, error, headers)
    body: dict[str, Any] = {"type": "about:blank", "title": kind.replace("_", " "), "status": status}
    if error is not None:
        body |= {"title": error.what, "detail": str(error)}
        if error.remedy:
            body["remedy"] = error.remedy
    if problems:
        body["errors"] = problems
    body["instance"] = request.url.path
    return JSONResponse(body, status, headers, media_type=PROBLEM)


def install(app: FastAPI) -> None:
    """Every error that is foreseen gets its answer here."""

    async def not_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        headers = dict(error.headers or {})
        if error.status_code == 405:
            headers["Allow"] = ", ".join(_methods(request))
        return answer(request, error.status_code, headers=headers)

    async def not_valid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return answer(request, 422, UsageError("the request cannot be read"), problems=_problems(error))

    async def ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, JobbvaktError)
        return _ours(request, error)

    app.add_exception_handler(HTTPException, not_http)
    app.add_exception_handler(RequestValidationError, not_valid)
    app.add_exception_handler(JobbvaktError, ours)


def _methods(request: Request) -> list[str]:
    """What the address takes; the framework names the methods of the first route alone."""
    routes = [route for route in request.app.routes if isinstance(route, APIRoute)]
    fitting = [route for route in routes if route.path_regex.match(request.url.path)]
    return sorted({method for route in fitting for method in route.methods or ()})


def _ours(request: Request, error: JobbvaktError) -> Response:
    if isinstance(error, SignInNeededError):
        if request.url.path.startswith(API):
            return answer(request, 401, error, headers={"WWW-Authenticate": "Bearer"})
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        target = f"/logg-inn?next={quote(wanted, safe='')}" if request.method == "GET" else "/logg-inn"
        return RedirectResponse(target, 303)
    status = status_of(error)
    return answer(request, status, error, headers={"Retry-After": _wait(request)} if status in (429, 503) else None)


def _wait(request: Request) -> str:
    """Seconds until the caller may come again: of the API's own limit as counted, else a minute."""
    most, left, wait = getattr(request.state, "rate", (1, 1, 60))
    return str(wait if most and not left else 60)


def status_of(error: JobbvaktError) -> int:
    """The HTTP status that says what ``error`` says."""
    for kind, status in (
        (RefusedError, 403),
        (TooManyError, 429),
        (NothingFoundError, 404),
        (UsageError, 422),
        (StoreBusyError, 503),
        (TooMuchWorkError, 503),
        (ConfigurationError, 409),
        (StoreError, 409),
    ):
        if isinstance(error, kind):
            return status
    return 400


def _problems(error: RequestValidationError) -> list[dict[str, Any]]:
    return [
        {"detail": item["msg"], "pointer": "#/" + "/".join(str(part) for part in item["loc"])}
        for item in error.errors()
    ]
