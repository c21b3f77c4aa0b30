"""An ad from anywhere onto one's own list: an upload field, a field to paste into, a bookmark that copies the page."""

from fastapi import Form, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access
from domain.errors import JobbvaktError, UsageError
from operations.ad_import import take_page
from web.access import Room, Who
from web.desk import desk_of
from web.pages.render import back_to, render

ROOM = Room()
BOOKMARK = (
    "javascript:(()=>{navigator.clipboard.writeText(document.documentElement.outerHTML)"
    ".then(()=>alert('Jobbvakt: siden er kopiert / the page is copied'))})()"
)
"""Copies the page that is open; the person pastes it here. It sends nothing anywhere."""


@ROOM.get("/min/annonse", Access.SIGNED_IN)
def own_ad(request: Request) -> Response:
    """The ways to bring an ad."""
    return _form(request)


@ROOM.post("/min/annonse", Access.SIGNED_IN)
def bring(request: Request, viewer: Who, html: str = Form(""), page: UploadFile | None = None) -> Response:
    """Read the page and put its ad on the list."""
    body, name = html.encode("utf-8", "replace"), "page.html"
    if page is not None and page.filename:
        body, name = page.file.read(), page.filename
    try:
        taken = take_page(desk_of(request).context, viewer.own.id, body, name)
        if not taken.openings:
            raise UsageError("the ad was read, but could not be sorted in", remedy="try again in a while")
    except JobbvaktError as error:
        return _form(request, error)
    return back_to(f"/stilling/{taken.openings[0]}?ok=imported")


def _form(request: Request, error: JobbvaktError | None = None) -> Response:
    return render(request, "own_ad.html", 422 if error else 200, tab="board", error=error, bookmark=BOOKMARK)
