"""Lists of openings over the API, with notes, share links and files."""

import secrets
from collections.abc import Sequence

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from domain.accounts import Access
from domain.errors import UsageError
from operations.exporting import FORMATS, rows_of, written
from operations.targets import OCCUPATION_TARGET
from storage import audit, cards, openings, saved
from storage.saved import Shortlist
from web.access import Room, Who
from web.api.answers import given, nothing
from web.api.market import FILE, Form
from web.api.models import GivenId, opening_of
from web.api.models_mine import ItemWish, ListItem, ListShape, ListWish, Share, SharedList
from web.api.paging import Paged, listed, page_from
from web.api.room import PREFIX, ApiRoom
from web.desk import desk_of
from web.pages.lists import MOST_ITEMS, begin_list

ROOM: Room = ApiRoom("lists")


@ROOM.get("/lists", Access.RECRUITER, response_model=listed(ListShape))
def lists(request: Request, viewer: Who, paging: Paged) -> Response:
    """One's lists, by name."""
    with desk_of(request).context.store.read() as session:
        found = saved.lists(session, viewer.own.id)
    return page_from(request, ListShape, [_shape(one) for one in found], paging)


@ROOM.post("/lists", Access.RECRUITER, status_code=201, response_model=ListShape)
def new_list(request: Request, wish: ListWish, viewer: Who) -> Response:
    """A new, empty list."""
    context = desk_of(request).context
    with context.store.write() as session:
        number = begin_list(session, viewer.own.id, wish.name, context.clock.now())
        made = saved.own_list(session, viewer.own.id, number)
    return given(request, _shape(made), 201, {"Location": f"{PREFIX}/lists/{number}"})


@ROOM.get("/lists/{number}", Access.RECRUITER, response_model=ListShape)
def one_list(request: Request, number: GivenId, viewer: Who) -> Response:
    """One of them."""
    with desk_of(request).context.store.read() as session:
        return given(request, _shape(saved.own_list(session, viewer.own.id, number)))


@ROOM.delete("/lists/{number}", Access.RECRUITER, status_code=204)
def remove(request: Request, number: GivenId, viewer: Who) -> Response:
    """Remove a list with what is on it."""
    with desk_of(request).context.store.write() as session:
        saved.remove_list(session, saved.own_list(session, viewer.own.id, number).id)
    return nothing(request)


@ROOM.get("/lists/{number}/items", Access.RECRUITER, response_model=listed(ListItem))
def items(request: Request, number: GivenId, viewer: Who, paging: Paged) -> Response:
    """What is on the list, in the order in which it was put there."""
    with desk_of(request).context.store.read() as session:
        found = _items(session, saved.own_list(session, viewer.own.id, number))
    return page_from(request, ListItem, found, paging, identity="opening")


@ROOM.put("/lists/{number}/items/{opening}", Access.RECRUITER, status_code=204)
def put(request: Request, number: GivenId, opening: GivenId, wish: ItemWish, viewer: Who) -> Response:
    """Put an opening on the list, or change its note."""
    context = desk_of(request).context
    with context.store.write() as session:
        found = saved.own_list(session, viewer.own.id, number)
        current = openings.get(session, opening).id
        on_it = {item.opening for item in saved.items(session, number)}
        if found.size >= MOST_ITEMS and current not in on_it:
            raise UsageError("the list is full", why=f"at most {MOST_ITEMS} openings")
        saved.put(session, number, current, wish.note, context.clock.now())
    return nothing(request)


@ROOM.delete("/lists/{number}/items/{opening}", Access.RECRUITER, status_code=204)
def take_off(request: Request, number: GivenId, opening: GivenId, viewer: Who) -> Response:
    """Take an opening off the list; one that is not on it is no error."""
    with desk_of(request).context.store.write() as session:
        saved.take_off(session, saved.own_list(session, viewer.own.id, number).id, opening)
    return nothing(request)


@ROOM.put("/lists/{number}/share", Access.RECRUITER, response_model=Share)
def share(request: Request, number: GivenId, viewer: Who) -> Response:
    """Make a link that shows the list without signing in; an older link shows it no more."""
    desk = desk_of(request)
    token = secrets.token_urlsafe(24)
    with desk.context.store.write() as session:
        found = saved.own_list(session, viewer.own.id, number)
        saved.share(session, found.id, desk.digest("share", token))
        audit.record(session, desk.context.clock.now(), viewer.actor, "list.share", f"list {found.id}")
    return given(request, Share(token=token, location=f"/delt/{token}"))


@ROOM.delete("/lists/{number}/share", Access.RECRUITER, status_code=204)
def unshare(request: Request, number: GivenId, viewer: Who) -> Response:
    """Let the link show nothing any more."""
    with desk_of(request).context.store.write() as session:
        saved.share(session, saved.own_list(session, viewer.own.id, number).id, None)
    return nothing(request)


@ROOM.get("/lists/{number}/export/{form}", Access.RECRUITER, responses=FILE, response_class=Response)
def export(request: Request, number: GivenId, form: Form, viewer: Who) -> Response:
    """The list's openings as a file."""
    with desk_of(request).context.store.read() as session:
        found = saved.own_list(session, viewer.own.id, number)
        rows = list(rows_of(session, [item.opening for item in saved.items(session, found.id)]))
    headers = {"Content-Disposition": f'attachment; filename="liste-{number}.{form}"'}
    return StreamingResponse(written(rows, form), media_type=FORMATS[form], headers=headers)


@ROOM.get("/shared/{token}", Access.EVERYONE, response_model=SharedList)
def shared(request: Request, token: str) -> Response:
    """A list behind its share link, to read only."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        found = saved.shared_list(session, desk.digest("share", token[:100]))
        return given(request, SharedList(name=found.name, items=_items(session, found)))


def _items(session: Session, found: Shortlist) -> Sequence[ListItem]:
    on_it = saved.items(session, found.id)
    shown = cards.cards(session, [item.opening for item in on_it], OCCUPATION_TARGET)
    return [
        ListItem(
            opening=item.opening,
            note=item.note,
            added_at=item.added_at,
            card=opening_of(shown[item.opening]) if item.opening in shown else None,
        )
        for item in on_it
    ]


def _shape(found: Shortlist) -> ListShape:
    return ListShape(**{name: getattr(found, name) for name in ListShape.model_fields})
