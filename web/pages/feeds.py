"""Feeds of alerts: read at an address that is its own key, made and taken back on the alert's page."""

import hashlib

from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access
from domain.errors import UsageError
from operations import one_alert
from operations.feeds import read
from web.access import Room, Who
from web.desk import desk_of
from web.pages.render import back_to

ROOM = Room()
FRESH_SECONDS = 15 * 60
"""Readers need not ask more often; NAV's terms allow an ad that is gone to be shown for as long."""


@ROOM.get("/strom/{named}/{form}", Access.EVERYONE)
def feed(request: Request, named: str, form: str) -> Response:
    """The feed in one of its forms; 304 for a reader that has it already."""
    media_type, content = read(desk_of(request).context, named, form)
    mark = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": mark, "Cache-Control": f"private, max-age={FRESH_SECONDS}"}
    if mark in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=f"{media_type}; charset=utf-8", headers=headers)


@ROOM.post("/min/varsler/{alert}/strom/{action}", Access.SIGNED_IN)
def change(request: Request, alert: int, action: str, viewer: Who) -> Response:
    """Make addresses, make new ones, or take them back."""
    context = desk_of(request).context
    if action == "lag":
        one_alert.open_feed(context, viewer.own, alert, viewer.actor)
    elif action == "slutt":
        one_alert.close_feed(context, viewer.own, alert, viewer.actor)
    else:
        raise UsageError("this cannot be done to a feed")
    return back_to(f"/min/varsler/{alert}?ok=done")
