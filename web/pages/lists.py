"""Shortlists: openings with notes, shared by a link that needs no account; and the keys of the API."""

import secrets
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import Form
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from alerts.cleaning import one_line
from domain.accounts import Access, Account, ApiKey, Role, Scope
from domain.errors import UsageError
from operations.exporting import FORMATS, rows_of, written
from operations.targets import OCCUPATION_TARGET
from storage import accounts, audit, cards, openings, saved
from web.access import Room, Who
from web.callers import address_of
from web.desk import Desk, desk_of
from web.pages.render import back_to, render

ROOM = Room()
MOST_LISTS, MOST_ITEMS, MOST_NOTE, MOST_KEYS = 100, 500, 2_000, 20
KEY_LASTS = timedelta(days=365)


@ROOM.get("/lister", Access.RECRUITER)
def lists(request: Request, viewer: Who, opening: str = "") -> Response:
    """One's lists; with an opening, the lists it can be put on."""
    with desk_of(request).context.store.read() as session:
        found = saved.lists(session, viewer.own.id)
    return render(
        request,
        "lists.html",
        lists=found,
        opening=opening if opening.isdigit() and len(opening) < 16 else "",
        error=None,
    )


def begin_list(session: Session, account: int, name: str, now: datetime) -> int:
    """The number of a new, empty list. Raises UsageError without a name, and when there are ``MOST_LISTS``."""
    name = one_line(name, 80)
    if not name:
        raise UsageError("the list needs a name")
    if len(saved.lists(session, account)) >= MOST_LISTS:
        raise UsageError("there are too many lists", why=f"at most {MOST_LISTS}", remedy="remove one first")
    return saved.add_list(session, account, name, now)


@ROOM.post("/lister", Access.RECRUITER)
def new_list(request: Request, viewer: Who, name: str = Form(""), opening: str = Form("")) -> Response:
    """A new list, with an opening on it where one was given."""
    context = desk_of(request).context
    with context.store.write() as session:
        number = begin_list(session, viewer.own.id, name, context.clock.now())
        if opening.isdigit() and len(opening) < 16:
            saved.put(session, number, openings.get(session, int(opening)).id, "", context.clock.now())
    return back_to(f"/lister/{number}?ok=saved")


@ROOM.get("/lister/{number}", Access.RECRUITER)
def one_list(request: Request, number: int, viewer: Who) -> Response:
    """A list with its notes."""
    with desk_of(request).context.store.read() as session:
        found = saved.own_list(session, viewer.own.id, number)
        items = saved.items(session, number)
        shown = cards.cards(session, [item.opening for item in items], OCCUPATION_TARGET)
    return render(request, "list.html", list=found, items=items, cards=shown, link="", formats=list(FORMATS))


@ROOM.post("/lister/{number}", Access.RECRUITER)
def change_list(
    request: Request, number: int, viewer: Who, action: str = Form(""), opening: str = Form(""), note: str = Form("")
) -> Response:
    """Put an opening on it, take one off, share it, stop sharing, remove it."""
    desk = desk_of(request)
    with desk.context.store.write() as session:
        found = saved.own_list(session, viewer.own.id, number)
        if action == "share":
            token = secrets.token_urlsafe(24)
            saved.share(session, number, desk.digest("share", token))
            audit.record(session, desk.context.clock.now(), viewer.actor, "list.share", f"list {number}")
        elif action == "unshare":
            saved.share(session, number, None)
        elif action == "remove":
            saved.remove_list(session, number)
            return back_to("/lister?ok=removed")
        elif action in ("put", "take_off") and opening.isdigit() and len(opening) < 16:
            if action == "put" and found.size >= MOST_ITEMS:
                raise UsageError("the list is full", why=f"at most {MOST_ITEMS} openings")
            current = openings.get(session, int(opening)).id
            _change(desk, session, number, current, note if action == "put" else None)
        else:
            raise UsageError("this cannot be done to a list", which=one_line(action, 40))
        if action == "share":
            items = saved.items(session, number)
            shown = cards.cards(session, [item.opening for item in items], OCCUPATION_TARGET)
            fresh = saved.own_list(session, viewer.own.id, number)
    if action != "share":
        return back_to(f"/lister/{number}?ok=saved")
    base = address_of(request, desk.context.settings.web)
    return render(
        request, "list.html", list=fresh, items=items, cards=shown, link=f"{base}/delt/{token}", formats=list(FORMATS)
    )


def _change(desk: Desk, session: Session, number: int, opening: int, note: str | None) -> None:
    if note is None:
        saved.take_off(session, number, opening)
    else:
        saved.put(session, number, opening, note[:MOST_NOTE], desk.context.clock.now())


@ROOM.get("/lister/{number}/eksport/{form}", Access.RECRUITER)
def list_file(request: Request, number: int, form: str, viewer: Who) -> Response:
    """The list's openings as a file."""
    context = desk_of(request).context
    if form not in FORMATS:
        raise UsageError("this is no format", which=form[:20], remedy=f"use one of: {', '.join(FORMATS)}")
    with context.store.read() as session:
        saved.own_list(session, viewer.own.id, number)
        found = list(rows_of(session, [item.opening for item in saved.items(session, number)]))
    headers = {"Content-Disposition": f'attachment; filename="liste-{number}.{form}"'}
    return StreamingResponse(written(found, form), media_type=FORMATS[form], headers=headers)


@ROOM.get("/delt/{token}", Access.EVERYONE)
def shared(request: Request, token: str) -> Response:
    """A list behind its share link, to read only."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        found = saved.shared_list(session, desk.digest("share", token[:100]))
        items = saved.items(session, found.id)
        shown = cards.cards(session, [item.opening for item in items], OCCUPATION_TARGET)
    return render(request, "shared.html", list=found, items=items, cards=shown)


@ROOM.get("/min/nokler", Access.SIGNED_IN)
def key_list(request: Request, viewer: Who) -> Response:
    """One's keys of the API."""
    return _keys(request, viewer.own)


@ROOM.post("/min/nokler", Access.SIGNED_IN)
def new_key(
    request: Request, viewer: Who, name: str = Form(""), scope: Annotated[list[str] | None, Form()] = None
) -> Response:
    """A new key. It is shown on this one answer, and never again."""
    desk = desk_of(request)
    scopes = frozenset(Scope(item) for item in scope or () if item in [one.value for one in scopes_for(viewer.own)])
    if not one_line(name, 60) or not scopes:
        raise UsageError("the key needs a name and something that it may do")
    key, secret = make_key(desk, viewer.own, one_line(name, 60), scopes)
    with desk.context.store.write() as session:
        if len([one for one in accounts.keys(session, viewer.own.id) if one.revoked_at is None]) >= MOST_KEYS:
            raise UsageError("there are too many keys", why=f"at most {MOST_KEYS}")
        accounts.add_key(session, key, desk.digest("key", secret))
        audit.record(session, desk.context.clock.now(), viewer.actor, "key.add", key.prefix, " ".join(sorted(scopes)))
    return _keys(request, viewer.own, secret=secret)


@ROOM.post("/min/nokler/{key}/trekk", Access.SIGNED_IN)
def revoke(request: Request, key: int, viewer: Who) -> Response:
    """The key counts no longer."""
    context = desk_of(request).context
    with context.store.write() as session:
        accounts.revoke_key(session, viewer.own.id, key, context.clock.now())
        audit.record(session, context.clock.now(), viewer.actor, "key.revoke", f"key {key}")
    return back_to("/min/nokler?ok=done")


def make_key(
    desk: Desk, account: Account, name: str, scopes: frozenset[Scope], lasts: timedelta = KEY_LASTS
) -> tuple[ApiKey, str]:
    """A key to be stored, and the secret that opens it."""
    secret = f"jv_{secrets.token_urlsafe(32)}"
    now = desk.context.clock.now()
    return ApiKey(0, account.id, name, secret[:8], scopes, now, now + lasts), secret


def scopes_for(account: Account) -> list[Scope]:
    """What a key of this account may do at most."""
    return [scope for scope in Scope if scope is not Scope.OPERATE or account.role is Role.OPERATOR]


def _keys(request: Request, account: Account, secret: str = "") -> Response:
    with desk_of(request).context.store.read() as session:
        found = accounts.keys(session, account.id)
    return render(request, "keys.html", tab="keys", keys=found, secret=secret, scopes=scopes_for(account))
