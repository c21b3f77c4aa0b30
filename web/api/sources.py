"""Sources over the API: for everybody what is read, for operators how it goes and what to do about it."""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from alerts.cleaning import one_line
from domain.accounts import Access, Scope
from operations.judgement import renew_measure
from operations.source_health import SourceHealth, health, retry
from operations.sources import configured_sources, find_source
from storage import audit, figures, flags, left_out, sources
from storage.sources import SourceState
from web.access import Room, Who
from web.api.answers import given, nothing
from web.api.models_operation import PublicSource, SourceDetail, SourceShape, Why
from web.api.paging import Paged, listed, page_from
from web.api.room import ApiRoom
from web.desk import Desk, desk_of

ROOM: Room = ApiRoom("sources")
MOST_REASONS = 20


@ROOM.get("/sources", Access.EVERYONE, response_model=listed(PublicSource))
def public(request: Request, paging: Paged) -> Response:
    """Where ads come from: every source that is switched on, its terms and how fresh it is."""
    desk = desk_of(request)
    states = _states(desk)
    items = []
    for source in configured_sources(desk.context.settings).values():
        if source.enabled:
            portal, state = source.portal, states.get(source.name, SourceState(source.name))
            same = {name: getattr(portal, name) for name in ("title", "homepage", "country", "terms")}
            started = state.last_run.started_at if state.last_run else None
            items.append(PublicSource(name=source.name, active=state.active, last_run=started, **same))
    return page_from(request, PublicSource, items, paging, identity="name")


def _states(desk: Desk) -> Mapping[str, SourceState]:
    with desk.context.store.read() as session:
        return sources.all_states(session)


@ROOM.get("/operation/sources", Access.OPERATOR, response_model=listed(SourceShape))
def table(request: Request, paging: Paged) -> Response:
    """Every source, those in trouble first, those that are off last."""
    desk = desk_of(request)
    states = _states(desk)
    items = [SourceShape(**_plain(one, states.get(one.source.name))) for one in health(desk.context)]
    return page_from(request, SourceShape, items, paging, identity="name")


@ROOM.get("/operation/sources/{name}", Access.OPERATOR, response_model=SourceDetail)
def one(request: Request, name: str) -> Response:
    """One source: how full its fields are, contract, terms, why ads were left out."""
    desk = desk_of(request)
    source = find_source(desk.context.settings, name)
    (found,) = health(desk.context, [source.name])
    with desk.context.store.read() as session:
        filled = figures.coverage(session, source.name)
        reasons = left_out.counts(session, source.name)
    detail = SourceDetail(
        **_plain(found, _states(desk).get(source.name)),
        **{name: getattr(source.portal, name) for name in ("note", "minimum_ads", "absence_withdraws", "may_be_empty")},
        **{name: getattr(source, name) for name in ("delay_seconds", "terms_accepted_by", "terms_accepted_at")},
        coverage_of=filled.total,
        coverage=dict(filled.stated),
        left_out=dict(list(reasons.items())[:MOST_REASONS]),
    )
    return given(request, detail)


def _plain(one: SourceHealth, state: SourceState | None) -> dict[str, Any]:
    source, known = one.source, state or SourceState(one.source.name)
    return {
        "name": source.name,
        "title": source.portal.title,
        "platform": source.platform,
        "base_url": source.base_url,
        "terms": source.portal.terms,
        "enabled": source.enabled,
        "state": one.state,
        "paused": one.paused,
        "failures": one.failures,
        "last_error": one.error,
        "waits": one.waits,
        "next_run": one.next,
        "active": known.active,
        "postings": known.postings,
    }


def _done(request: Request, viewer: Who, name: str, action: str, do: Callable[[Desk, str], None]) -> Response:
    desk = desk_of(request)
    source = find_source(desk.context.settings, name)
    do(desk, source.name)
    with desk.context.store.write() as session:
        audit.record(session, desk.context.clock.now(), viewer.actor, action, source.name)
    return nothing(request)


@ROOM.post("/operation/sources/{name}/pause", Access.OPERATOR, Scope.OPERATE, status_code=204)
def pause(request: Request, name: str, wish: Why, viewer: Who) -> Response:
    """Let the timer leave the source alone."""

    def do(desk: Desk, source: str) -> None:
        with desk.context.store.write() as session:
            why = one_line(wish.why, 200) or "by hand"
            flags.set_flag(session, f"{flags.PAUSED}{source}", why, desk.context.clock.now())

    return _done(request, viewer, name, "source.pause", do)


@ROOM.post("/operation/sources/{name}/resume", Access.OPERATOR, Scope.OPERATE, status_code=204)
def resume(request: Request, name: str, viewer: Who) -> Response:
    """Let the timer come again."""

    def do(desk: Desk, source: str) -> None:
        with desk.context.store.write() as session:
            flags.clear_flag(session, f"{flags.PAUSED}{source}")

    return _done(request, viewer, name, "source.resume", do)


@ROOM.post("/operation/sources/{name}/retry", Access.OPERATOR, Scope.OPERATE, status_code=204)
def again(request: Request, name: str, viewer: Who) -> Response:
    """Have a failing source asked again at once, as if it had never failed."""
    desk = desk_of(request)
    retry(desk.context, find_source(desk.context.settings, name).name, viewer.actor)
    return nothing(request)


@ROOM.post("/operation/sources/{name}/accept", Access.OPERATOR, Scope.OPERATE, status_code=204)
def accept(request: Request, name: str, wish: Why, viewer: Who) -> Response:
    """Say that a source is right though it brings less than it used to: its next complete run is the new measure."""

    def do(desk: Desk, source: str) -> None:
        renew_measure(desk.context, source, one_line(wish.why, 200) or "looked at by hand")

    return _done(request, viewer, name, "source.accept", do)
