"""One's own things over the API: who one is, saved openings, profile, what was sent, one's data."""

from typing import Annotated, Any, Literal

from fastapi import Query
from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access, Scope
from domain.clock import local_date
from domain.errors import UsageError
from domain.profiles import Profile
from operations.ad_import import take_page
from operations.gaps import REACH, profile_gaps
from operations.own import everything, openings_told, own_alerts, own_profile, save_profile, suggest, try_profile
from operations.people import concepts_named, near_place
from operations.rights import forget
from operations.targets import OCCUPATION_TARGET
from storage import cards, openings, profiles, saved, watching
from storage.errors import NotStoredError
from storage.saved import Saved
from web.access import Room, Viewer, Who
from web.api.answers import given, nothing
from web.api.models import GivenId, Opening, opening_of
from web.api.models_mine import (
    AdWish,
    CvWish,
    Gap,
    Me,
    News,
    NewsWish,
    ProfileShape,
    ProfileSuggestion,
    Received,
    SavedItem,
    SaveWish,
    Told,
    Trial,
)
from web.api.paging import Paged, listed, page_from
from web.api.room import ApiRoom
from web.desk import Desk, desk_of

ROOM: Room = ApiRoom("mine")
_SETS = ("concepts", "languages", "municipalities", "counties")


@ROOM.get("/me", Access.SIGNED_IN, response_model=Me)
def me(request: Request, viewer: Who) -> Response:
    """Whose key or session it is, and what it may do."""
    return given(request, Me(account=viewer.own.id, role=viewer.own.role, scopes=sorted(viewer.scopes)))


@ROOM.get("/me/data", Access.SIGNED_IN, response_model=dict[str, Any])
def data(request: Request, viewer: Who) -> Response:
    """All that is kept of the account (GDPR article 20)."""
    with desk_of(request).context.store.read() as session:
        return given(request, everything(session, viewer.own))


@ROOM.delete("/me", Access.SIGNED_IN, status_code=204)
def erase(request: Request, viewer: Who, sure: Annotated[Literal["erase"], Query()]) -> Response:
    """Erase the account and everything kept of it, this key too. It cannot be undone."""
    forget(desk_of(request).context, viewer.own.email, viewer.actor)
    return nothing(request)


@ROOM.get("/me/saved", Access.SIGNED_IN, response_model=listed(SavedItem))
def saved_list(request: Request, viewer: Who, paging: Paged) -> Response:
    """Saved openings, newest first."""
    return page_from(request, SavedItem, _saved(desk_of(request), viewer), paging, identity="opening")


@ROOM.get("/me/saved/{opening}", Access.SIGNED_IN, response_model=SavedItem)
def one_saved(request: Request, opening: GivenId, viewer: Who) -> Response:
    """One of them."""
    found = next((item for item in _saved(desk_of(request), viewer) if item.opening == str(opening)), None)
    if found is None:
        raise NotStoredError("you have not saved this opening", which=str(opening))
    return given(request, found)


def _saved(desk: Desk, viewer: Viewer) -> list[SavedItem]:
    with desk.context.store.read() as session:
        kept = saved.saved(session, viewer.own.id)
        shown = cards.cards(session, [item.opening for item in kept], OCCUPATION_TARGET)
    return [_saved_item(item, shown.get(item.opening)) for item in kept]


def _saved_item(item: Saved, card: Any) -> SavedItem:
    shown: Opening | None = opening_of(card) if card else None
    same = {name: getattr(item, name) for name in ("opening", "status", "notes", "saved_at", "changed_at")}
    return SavedItem(**same, card=shown)


@ROOM.put("/me/saved/{opening}", Access.SIGNED_IN, status_code=204)
def save(request: Request, opening: GivenId, wish: SaveWish, viewer: Who) -> Response:
    """Save an opening, or change its status and notes."""
    context = desk_of(request).context
    with context.store.write() as session:
        number = openings.get(session, opening).id
        saved.save(session, viewer.own.id, number, context.clock.now(), status=wish.status, notes=wish.notes)
    return nothing(request)


@ROOM.delete("/me/saved/{opening}", Access.SIGNED_IN, status_code=204)
def unsave(request: Request, opening: GivenId, viewer: Who) -> Response:
    """Let go of an opening; one that was not saved is no error."""
    with desk_of(request).context.store.write() as session:
        saved.unsave(session, viewer.own.id, opening)
    return nothing(request)


@ROOM.get("/me/news", Access.SIGNED_IN, response_model=News)
def news(request: Request, viewer: Who) -> Response:
    """Are mails about saved openings stopped?"""
    with desk_of(request).context.store.read() as session:
        return given(request, News(silent=watching.is_silenced(session, viewer.own.id)))


@ROOM.put("/me/news", Access.SIGNED_IN, status_code=204)
def set_news(request: Request, wish: NewsWish, viewer: Who) -> Response:
    """Stop mails about saved openings, or let them come again."""
    context = desk_of(request).context
    with context.store.write() as session:
        watching.silence(session, viewer.own.id, context.clock.now(), silent=wish.silent)
    return nothing(request)


@ROOM.post("/me/ads", Access.SIGNED_IN, status_code=201, response_model=Received)
def bring(request: Request, wish: AdWish, viewer: Who) -> Response:
    """Read the page of an ad that one has open, at whatever portal, and save its opening."""
    body = wish.html.encode("utf-8", "replace")
    taken = take_page(desk_of(request).context, viewer.own.id, body)
    if not taken.openings:
        raise UsageError("the ad was read, but could not be sorted in", remedy="try again in a while")
    return given(request, Received(openings=list(taken.openings)), 201)


@ROOM.get("/me/profile", Access.SIGNED_IN, response_model=ProfileShape)
def profile(request: Request, viewer: Who) -> Response:
    """What one has and wants."""
    with desk_of(request).context.store.read() as session:
        found = own_profile(session, viewer.own)
    if found is None:
        raise NotStoredError("there is no profile yet", remedy="store one with PUT")
    return given(request, _plain(found))


@ROOM.put("/me/profile", Access.SIGNED_IN, status_code=204)
def put_profile(request: Request, wish: ProfileShape, viewer: Who) -> Response:
    """Store the profile; every opening is scored against it at once. Concepts: ids, labels or known spellings."""
    save_profile(desk_of(request).context, _profile(viewer, wish))
    return nothing(request)


@ROOM.delete("/me/profile", Access.SIGNED_IN, status_code=204)
def drop_profile(request: Request, viewer: Who) -> Response:
    """Erase the profile; not while an alert scores against it."""
    with desk_of(request).context.store.write() as session:
        profiles.remove(session, viewer.own.profile)
    return nothing(request)


@ROOM.post("/me/profile/trial", Access.SIGNED_IN, Scope.READ, response_model=Trial)
def trial(request: Request, wish: ProfileShape, viewer: Who) -> Response:
    """How the profile would do, on all that is open; nothing is stored."""
    context = desk_of(request).context
    with context.store.read() as session:
        found = try_profile(session, _profile(viewer, wish), context.clock.now())
    best = [{"opening": opening, "score": score} for opening, score in found.best]
    return given(request, Trial(tried=found.tried, good=found.good, best=best))


@ROOM.post("/me/profile/suggestions", Access.SIGNED_IN, Scope.READ, response_model=ProfileSuggestion)
def suggestions(request: Request, wish: CvWish, viewer: Who) -> Response:
    """One's profile with what a CV adds to it, and the words for each addition. The CV is not kept."""
    context = desk_of(request).context
    with context.store.read() as session:
        before = own_profile(session, viewer.own) or Profile(viewer.own.profile)
    found = suggest(before, wish.text, local_date(context.clock.now()))
    return given(request, {"profile": _plain(found.profile), "words": dict(found.words)})


@ROOM.get("/me/profile/gaps", Access.SIGNED_IN, response_model=listed(Gap))
def gaps(request: Request, viewer: Who, paging: Paged, reach: Annotated[int, Query(ge=1, le=100)] = REACH) -> Response:
    """Certifications, licences and tools that one lacks, those that would open most openings first."""
    found = [
        Gap(**{name: getattr(gap, name) for name in Gap.model_fields if name != "opened"}, opened=len(gap.opened))
        for gap in profile_gaps(desk_of(request).context, viewer.own.profile, reach=reach)
    ]
    return page_from(request, Gap, found, paging, identity="concept")


@ROOM.get("/me/sent", Access.SIGNED_IN, response_model=listed(Told))
def sent(request: Request, viewer: Who, paging: Paged) -> Response:
    """Openings that one's alerts told of, newest first."""
    with desk_of(request).context.store.read() as session:
        told = openings_told(session, [alert.id for alert in own_alerts(session, viewer.own)])
    items = [Told(alert=one.alert, opening=one.opening, date=one.local_date, state=one.state) for one in told]
    return page_from(request, Told, items, paging, identity="opening")


def _profile(viewer: Viewer, wish: ProfileShape) -> Profile:
    single = wish.model_dump(exclude=set(_SETS))
    near_place(wish.near, wish.radius_km)
    return Profile(
        viewer.own.profile,
        concepts_named(wish.concepts),
        languages=frozenset(wish.languages),
        municipalities=frozenset(wish.municipalities),
        counties=frozenset(wish.counties),
        **single,
    )


def _plain(profile: Profile) -> dict[str, Any]:
    values = {name: getattr(profile, name) for name in ProfileShape.model_fields}
    return values | {name: sorted(values[name]) for name in _SETS}
