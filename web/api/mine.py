"""One's own things over the API: saved openings, profile, alerts."""

from datetime import time
from typing import Any

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access
from domain.alerts import Alert
from domain.codec import to_plain
from domain.profiles import Profile
from domain.search_address import from_address, is_address
from operations.own import own_alert, own_alerts, own_profile, save_profile
from operations.people import concepts_named
from storage import alerts, openings, profiles, saved
from storage.errors import NotStoredError
from web.access import Room, Who
from web.api.answers import PREFIX, given, limited, nothing, problems
from web.api.models import AlertList, AlertShape, AlertWish, Id, Me, ProfileShape, SavedList, SaveWish
from web.desk import desk_of

ROOM = Room(PREFIX, documented=True)
LIMITED = [Depends(limited)]


@ROOM.get("/me", Access.SIGNED_IN, response_model=Me, responses=problems(), dependencies=LIMITED)
def me(request: Request, viewer: Who) -> Response:
    """Whose key or session it is, and what it may do."""
    return given(request, Me(account=viewer.own.id, role=viewer.own.role, scopes=sorted(viewer.scopes)))


@ROOM.get("/me/saved", Access.SIGNED_IN, response_model=SavedList, responses=problems(), dependencies=LIMITED)
def saved_list(request: Request, viewer: Who) -> Response:
    """Saved openings, newest first."""
    with desk_of(request).context.store.read() as session:
        return given(request, {"items": to_plain(saved.saved(session, viewer.own.id))})


@ROOM.put("/me/saved/{opening}", Access.SIGNED_IN, status_code=204, responses=problems(), dependencies=LIMITED)
def save(request: Request, opening: Id, wish: SaveWish, viewer: Who) -> Response:
    """Save an opening, or change its status and notes."""
    context = desk_of(request).context
    with context.store.write() as session:
        number = openings.get(session, opening).id
        saved.save(session, viewer.own.id, number, context.clock.now(), status=wish.status, notes=wish.notes)
    return nothing()


@ROOM.delete("/me/saved/{opening}", Access.SIGNED_IN, status_code=204, responses=problems(), dependencies=LIMITED)
def unsave(request: Request, opening: Id, viewer: Who) -> Response:
    """Let go of an opening."""
    with desk_of(request).context.store.write() as session:
        saved.unsave(session, viewer.own.id, opening)
    return nothing()


@ROOM.get("/me/profile", Access.SIGNED_IN, response_model=ProfileShape, responses=problems(), dependencies=LIMITED)
def profile(request: Request, viewer: Who) -> Response:
    """What one has and wants."""
    with desk_of(request).context.store.read() as session:
        found = own_profile(session, viewer.own)
    if found is None:
        raise NotStoredError("there is no profile yet", remedy="store one with PUT")
    plain = to_plain(found)
    return given(request, ProfileShape(**{name: plain[name] for name in ProfileShape.model_fields}))


@ROOM.put("/me/profile", Access.SIGNED_IN, status_code=204, responses=problems(), dependencies=LIMITED)
def put_profile(request: Request, wish: ProfileShape, viewer: Who) -> Response:
    """Store the profile; every opening is scored against it at once. Concepts: ids, labels or known spellings."""
    single = wish.model_dump(exclude={"concepts", "languages", "municipalities", "counties"})
    wanted = Profile(
        viewer.own.profile,
        concepts_named(wish.concepts),
        languages=frozenset(wish.languages),
        municipalities=frozenset(wish.municipalities),
        counties=frozenset(wish.counties),
        **single,
    )
    save_profile(desk_of(request).context, wanted)
    return nothing()


@ROOM.delete("/me/profile", Access.SIGNED_IN, status_code=204, responses=problems(), dependencies=LIMITED)
def drop_profile(request: Request, viewer: Who) -> Response:
    """Erase the profile; not while an alert scores against it."""
    with desk_of(request).context.store.write() as session:
        profiles.remove(session, viewer.own.profile)
    return nothing()


@ROOM.get("/me/alerts", Access.SIGNED_IN, response_model=AlertList, responses=problems(), dependencies=LIMITED)
def alert_list(request: Request, viewer: Who) -> Response:
    """One's alerts."""
    with desk_of(request).context.store.read() as session:
        return given(request, {"items": [_shape(alert) for alert in own_alerts(session, viewer.own)]})


@ROOM.post(
    "/me/alerts",
    Access.SIGNED_IN,
    status_code=201,
    response_model=AlertShape,
    responses=problems(),
    dependencies=LIMITED,
)
def new_alert(request: Request, wish: AlertWish, viewer: Who) -> Response:
    """Save an alert."""
    context = desk_of(request).context
    if is_address(wish.query):
        from_address(wish.query)
    with context.store.write() as session:
        own = own_profile(session, viewer.own) if wish.by_profile else None
        alert = Alert(
            id=0,
            name=wish.name,
            email=viewer.own.email,
            profile=own.name if own else None,
            query=wish.query,
            min_score=wish.min_score,
            frequency=wish.frequency,
            at=time(wish.hour),
            language=viewer.own.language,
        )
        alert = alerts.add(session, alert, context.clock.now())
    return given(request, _shape(alert), 201, {"Location": f"{PREFIX}/me/alerts"})


@ROOM.delete("/me/alerts/{alert}", Access.SIGNED_IN, status_code=204, responses=problems(), dependencies=LIMITED)
def drop_alert(request: Request, alert: Id, viewer: Who) -> Response:
    """Remove an alert."""
    with desk_of(request).context.store.write() as session:
        alerts.remove(session, own_alert(session, viewer.own, alert).id)
    return nothing()


def _shape(alert: Alert) -> dict[str, Any]:
    shape = AlertShape(
        id=alert.id,
        name=alert.name,
        query=alert.query,
        min_score=alert.min_score,
        frequency=alert.frequency,
        hour=alert.at.hour,
        by_profile=alert.profile is not None,
        paused=alert.paused,
    )
    return shape.model_dump(mode="json")
