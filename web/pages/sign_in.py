"""Signing in and out: a link by mail, or a password."""

from fastapi import Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.accounts import Access, Account, Role
from domain.errors import JobbvaktError
from operations.accounts import LINKS_BY_CALLER, LinkWords, count_attempt, send_link, sign_in, take_link
from storage import accounts
from web import sessions
from web.access import Room, Who
from web.callers import address_of, caller_digest
from web.desk import Desk, desk_of
from web.pages.render import LANGUAGE_COOKIE, back_to, language_of, local_path, render
from web.texts import LANGUAGES, texts

ROOM = Room()
_HOME = {Role.SEEKER: "/min", Role.RECRUITER: "/analyse", Role.OPERATOR: "/drift"}
_YEAR = 365 * 24 * 3600


@ROOM.get("/logg-inn", Access.EVERYONE)
def sign_in_page(request: Request, next: str = "") -> Response:
    """The two ways in."""
    return _form(request, next)


@ROOM.post("/logg-inn", Access.EVERYONE)
def by_password(request: Request, email: str = Form(""), password: str = Form(""), next: str = Form("")) -> Response:
    """Address and password."""
    desk = desk_of(request)
    try:
        account = sign_in(desk.context, email[:254], password[:1024], desk.digest, caller_digest(request, desk))
    except JobbvaktError as error:
        return _form(request, next, error=error, email=email, status=422)
    return _welcome(desk, account, next)


@ROOM.post("/logg-inn/lenke", Access.EVERYONE)
def by_link(request: Request, email: str = Form(""), next: str = Form("")) -> Response:
    """Send a link; the answer does not tell whether the address is known."""
    desk = desk_of(request)
    told = texts(language_of(request))
    words = LinkWords(told.t("mail.subject"), told.t("mail.text"))
    try:
        base = address_of(request, desk.context.settings.web)
        count_attempt(desk.context, LINKS_BY_CALLER, caller_digest(request, desk))
        send_link(desk.context, email[:254], lambda token: f"{base}/logg-inn/{token}", words, desk.digest)
    except JobbvaktError as error:
        return _form(request, next, link_error=error, link_email=email, status=422)
    return render(request, "link_sent.html", email=email)


@ROOM.get("/logg-inn/{token}", Access.EVERYONE)
def link_page(request: Request, token: str) -> Response:
    """What the link in the mail opens. It only asks: scanners of mail follow links, and must not use them up."""
    return render(request, "link.html", token_value=token)


@ROOM.post("/logg-inn/{token}", Access.EVERYONE)
def link_taken(request: Request, token: str) -> Response:
    """The link is used."""
    desk = desk_of(request)
    account = take_link(desk.context, token, desk.digest, language_of(request))
    return _welcome(desk, account, "")


@ROOM.post("/logg-ut", Access.EVERYONE)
def sign_out(request: Request, viewer: Who) -> Response:
    """Sign out here, and wherever the cookie was copied to."""
    desk = desk_of(request)
    sessions.end(viewer.session, desk)
    response = back_to("/?ok=signed_out")
    sessions.write(response, sessions.signed_out(), desk)
    return response


@ROOM.post("/logg-ut/alle", Access.SIGNED_IN)
def sign_out_everywhere(request: Request, viewer: Who) -> Response:
    """Sign out on every device."""
    desk = desk_of(request)
    with desk.context.store.write() as session:
        accounts.end_sessions(session, viewer.own.id)
    response = back_to("/?ok=signed_out")
    sessions.write(response, sessions.signed_out(), desk)
    return response


@ROOM.get("/sprak/{language}", Access.EVERYONE)
def choose_language(request: Request, language: str, next: str = "/") -> Response:
    """Remember the reader's language in a cookie of its own."""
    response = RedirectResponse(local_path(next), 303)
    if language in LANGUAGES:
        secure = desk_of(request).secure
        response.set_cookie(LANGUAGE_COOKIE, language, max_age=_YEAR, samesite="lax", secure=secure, httponly=True)
    return response


def _welcome(desk: Desk, account: Account, wanted: str) -> Response:
    response = back_to(local_path(wanted, _HOME[account.role]))
    sessions.write(response, sessions.begin(account.id, desk), desk)
    return response


def _form(request: Request, wanted: str, status: int = 200, **values: object) -> Response:
    found = {"error": None, "link_error": None, "email": "", "link_email": "", **values}
    return render(request, "sign_in.html", status, next=local_path(wanted, ""), **found)
