"""The API's own description: as OpenAPI 3.1, and as a page that needs no script and nothing from elsewhere."""

import re
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from domain.accounts import Access
from web import sessions
from web.access import TOKEN_HEADER, Room
from web.pages.render import render

ROOM = Room(keys=True)
MOST_FIELDS = 300
_WAYS = {
    "key": {"type": "http", "scheme": "bearer", "description": "A key made at /min/nokler or with POST /me/keys"},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": sessions.COOKIE,
        "description": f"The cookie of the pages; what changes something also needs the form's token in {TOKEN_HEADER}",
    },
}
_TEXT, _WHOLE = {"schema": {"type": "string"}}, {"schema": {"type": "integer"}}
_RATE = dict.fromkeys(("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"), _WHOLE)
_NOT_MODIFIED = {"description": "The caller has it already (If-None-Match)", "headers": {"ETag": _TEXT}}


@ROOM.get("/api/openapi.json", Access.EVERYONE)
def description(request: Request) -> Response:
    """OpenAPI 3.1."""
    return JSONResponse(document(request))


def document(request: Request) -> dict[str, Any]:
    """The description, with the ways to sign in and the headers that every answer has. Made once."""
    app = request.app
    if app.openapi_schema is None:
        found: dict[str, Any] = app.openapi()
        found.setdefault("components", {})["securitySchemes"] = _WAYS
        for methods in found["paths"].values():
            for method, told in methods.items():
                _complete(method, told, found["components"]["schemas"])
    described: dict[str, Any] = app.openapi_schema
    return described


def _fields(answer: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """The names that ``fields`` may hold, parted by commas."""
    shape = _shape(answer["content"]["application/json"]["schema"], schemas)
    if "items" in shape["properties"]:
        shape = _shape(shape["properties"]["items"]["items"], schemas)
    one = f"({'|'.join(shape['properties'])})"
    return {"type": "string", "maxLength": MOST_FIELDS, "pattern": f"^{one}(,{one})*$"}


def _shape(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = schemas[schema["$ref"].rpartition("/")[2]]
    return found


def _complete(method: str, told: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Who may, and what every answer of the route carries."""
    for item in told.get("parameters", ()):
        if item["name"] == "fields":
            item["schema"] = _fields(told["responses"]["200"], schemas)
    open_to_all = told["x-access"] == Access.EVERYONE.value
    told["security"] = [*([{}] if open_to_all else []), {"key": []}, {"session": []}]
    for status, answer in told["responses"].items():
        file = "application/json" not in answer.get("content", {"application/json": {}})
        if status.startswith("2") and not file:
            answer["headers"] = {**_RATE, **({"ETag": _TEXT} if method == "get" else {})}
        if status in ("201", "202"):
            answer["headers"] = {**answer["headers"], **({"Location": _TEXT} if status == "202" else {})}
        if status in ("429", "503"):
            answer["headers"] = {"Retry-After": _WHOLE}
    if method == "get":
        told["responses"]["304"] = _NOT_MODIFIED


@ROOM.get("/api/docs", Access.EVERYONE)
def docs(request: Request) -> Response:
    """Every route with its parameters."""
    found = document(request)
    routes = [
        {"method": method.upper(), "path": path, **told}
        for path, methods in found["paths"].items()
        for method, told in methods.items()
    ]
    return render(request, "api.html", routes=routes, pieces=pieces)


_MARKED = re.compile(r"``(.+?)``|\*(\w[^*]*?)\*")


def pieces(text: str) -> list[tuple[str, str]]:
    """A docstring as (kind, words): ``code``, *em* or plain words."""
    found, at = [], 0
    for marked in _MARKED.finditer(text):
        found.append(("", text[at : marked.start()]))
        found.append(("code", marked[1]) if marked[1] else ("em", marked[2]))
        at = marked.end()
    return [piece for piece in [*found, ("", text[at:])] if piece[1]]
