"""What the links in mails open: a page that asks, and the deed by POST, without signing in (RFC 8058)."""

from starlette.requests import Request
from starlette.responses import Response

from alerts.links import Deed, token
from domain.accounts import Access
from operations.mail import link_secret
from operations.subscribing import act, alert_of
from storage.errors import NotStoredError
from web.access import Room
from web.desk import desk_of
from web.pages.render import render

ROOM = Room()


@ROOM.get("/varsel/{deed}/{named}", Access.EVERYONE)
def ask(request: Request, deed: str, named: str) -> Response:
    """Ask before anything is done: scanners of mail open every link."""
    wanted = _deed(deed)
    alert = alert_of(desk_of(request).context, wanted, named)
    return render(request, "mail_link.html", alert=alert, deed=wanted.value, named=named, done=False, undo="")


@ROOM.post("/varsel/{deed}/{named}", Access.EVERYONE, form=False)
def do(request: Request, deed: str, named: str) -> Response:
    """Do it at once. The mark in the address is the leave; a mail program sends neither cookie nor form token."""
    wanted, context = _deed(deed), desk_of(request).context
    alert = act(context, wanted, named)
    undo = token(link_secret(context), Deed.RESUME, alert) if wanted is Deed.UNSUBSCRIBE else ""
    return render(request, "mail_link.html", alert=alert, deed=wanted.value, named=named, done=True, undo=undo)


def _deed(text: str) -> Deed:
    if text not in [one.value for one in Deed]:
        raise NotStoredError("this link leads nowhere", which=text[:40])
    return Deed(text)
