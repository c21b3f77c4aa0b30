"""The API's own description: as OpenAPI 3.1, and as a page that needs no script and nothing from elsewhere."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from domain.accounts import Access
from web.access import Room
from web.pages.render import render

ROOM = Room()


@ROOM.get("/api/openapi.json", Access.EVERYONE)
def description(request: Request) -> Response:
    """OpenAPI 3.1."""
    return JSONResponse(document(request))


def document(request: Request) -> dict[str, Any]:
    """The description, with the ways to sign in."""
    found: dict[str, Any] = request.app.openapi()
    found.setdefault("components", {})["securitySchemes"] = {
        "key": {"type": "http", "scheme": "bearer", "description": "A key made at /min/nokler"}
    }
    found["security"] = [{}, {"key": []}]
    return found


@ROOM.get("/api/docs", Access.EVERYONE)
def docs(request: Request) -> Response:
    """Every route with its parameters."""
    found = document(request)
    routes = [
        {"method": method.upper(), "path": path, **told}
        for path, methods in found["paths"].items()
        for method, told in methods.items()
    ]
    return render(request, "api.html", routes=routes)
