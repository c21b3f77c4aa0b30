"""Keys of the API over the API. A key makes no key that may do more, or lasts longer, than itself."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from alerts.cleaning import one_line
from domain.accounts import Access, ApiKey, Scope
from domain.errors import UsageError
from storage import accounts, audit
from web.access import RefusedError, Room, Viewer, Who
from web.api.answers import given, nothing
from web.api.models import GivenId
from web.api.models_mine import KeyShape, KeyWish, NewKey
from web.api.paging import Paged, listed, page_from
from web.api.room import PREFIX, ApiRoom
from web.desk import Desk, desk_of
from web.pages.lists import MOST_KEYS, make_key, scopes_for

ROOM: Room = ApiRoom("keys")


@ROOM.get("/me/keys", Access.SIGNED_IN, response_model=listed(KeyShape))
def keys(request: Request, viewer: Who, paging: Paged) -> Response:
    """One's keys, newest first; revoked ones too."""
    with desk_of(request).context.store.read() as session:
        found = accounts.keys(session, viewer.own.id)
    return page_from(request, KeyShape, [KeyShape(**_plain(key)) for key in found], paging)


@ROOM.post("/me/keys", Access.SIGNED_IN, status_code=201, response_model=NewKey)
def new_key(request: Request, wish: KeyWish, viewer: Who) -> Response:
    """A new key. Its secret is told in this answer, and never again."""
    desk, name = desk_of(request), one_line(wish.name, 60)
    if not name:
        raise UsageError("the key needs a name")
    key, secret = make_key(desk, viewer.own, name, _scopes(viewer, wish), timedelta(days=wish.days))
    with desk.context.store.write() as session:
        mine = accounts.keys(session, viewer.own.id)
        if len([one for one in mine if one.revoked_at is None]) >= MOST_KEYS:
            raise UsageError("there are too many keys", why=f"at most {MOST_KEYS}", remedy="revoke one first")
        parent = next((one for one in mine if one.id == viewer.key), None)
        if parent is not None and parent.expires_at < key.expires_at:
            raise RefusedError("a key makes none that lasts longer than itself", remedy="ask for fewer days")
        made = accounts.add_key(session, key, desk.digest("key", secret))
        told = " ".join(sorted(made.scopes))
        audit.record(session, desk.context.clock.now(), viewer.actor, "key.add", f"key {made.id}", told)
    return given(request, NewKey(**_plain(made), secret=secret), 201, {"Location": f"{PREFIX}/me/keys/{made.id}"})


def _scopes(viewer: Viewer, wish: KeyWish) -> frozenset[Scope]:
    asked = frozenset(wish.scopes)
    allowed = frozenset(scopes_for(viewer.own)) & viewer.scopes
    if too_much := sorted(asked - allowed):
        raise RefusedError("the new key may not do this", which=", ".join(too_much), why="you may not either")
    return asked


@ROOM.get("/me/keys/{key}", Access.SIGNED_IN, response_model=KeyShape)
def one(request: Request, key: GivenId, viewer: Who) -> Response:
    """One of them."""
    return given(request, KeyShape(**_plain(_own(desk_of(request), viewer, key))))


@ROOM.delete("/me/keys/{key}", Access.SIGNED_IN, status_code=204)
def revoke(request: Request, key: GivenId, viewer: Who) -> Response:
    """The key counts no longer; it stays in the list."""
    context = desk_of(request).context
    with context.store.write() as session:
        accounts.revoke_key(session, viewer.own.id, key, context.clock.now())
        audit.record(session, context.clock.now(), viewer.actor, "key.revoke", f"key {key}")
    return nothing(request)


def _own(desk: Desk, viewer: Viewer, number: int) -> ApiKey:
    with desk.context.store.read() as session:
        return accounts.own_key(session, viewer.own.id, number)


def _plain(key: ApiKey) -> dict[str, object]:
    return {name: getattr(key, name) for name in KeyShape.model_fields} | {"scopes": sorted(key.scopes)}
