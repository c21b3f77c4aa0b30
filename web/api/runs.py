"""Runs over the API: look, begin (202), stop."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Query
from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access, Scope
from operations.runview import run_view
from storage import audit, left_out, runs
from storage.errors import StoreError
from web.access import Who
from web.api.answers import OnceKey, given, once
from web.api.models import Accepted, GivenId
from web.api.models_operation import LeftOut, RunDetail, RunShape, RunWish
from web.api.paging import Paged, listed, page_from, page_of, unreadable
from web.api.room import PREFIX, ApiRoom
from web.desk import desk_of

ROOM = ApiRoom("runs")
MOST_LEFT_OUT = 1_000


@ROOM.get("/runs", Access.OPERATOR, response_model=listed(RunShape))
def run_list(
    request: Request,
    paging: Paged,
    source: Annotated[str | None, Query(max_length=80, pattern=r"^[^\x00]*$")] = None,
) -> Response:
    """The newest runs, of one source or of all."""
    with desk_of(request).context.store.read() as session:
        found = runs.recent(session, source, paging.limit + 1, before=before(paging.after))
        total = runs.count(session, source)
        items = [RunShape(**_named(RunShape, run_view(session, record))) for record in found[: paging.limit]]
    following = [found[paging.limit - 1].id] if len(found) > paging.limit else None
    return page_of(request, RunShape, items, paging, total=total, following=following)


def before(after: list[Any] | None) -> int | None:
    """The id that a cursor of a list by falling ids names. Raises NothingFoundError when it names none."""
    if after is not None and tuple(map(type, after)) != (int,):
        raise unreadable()
    return None if after is None else int(after[0])


def _named(model: type[RunShape], view: dict[str, Any]) -> dict[str, Any]:
    return {name: view[name] for name in model.model_fields}


@ROOM.get("/runs/{run}", Access.OPERATOR, response_model=RunDetail)
def one(request: Request, run: GivenId) -> Response:
    """One run; ask again while its state is ``running``."""
    with desk_of(request).context.store.read() as session:
        return given(request, RunDetail(**_named(RunDetail, run_view(session, runs.get(session, run)))))


@ROOM.get("/runs/{run}/left-out", Access.OPERATOR, response_model=listed(LeftOut))
def left(request: Request, run: GivenId, paging: Paged) -> Response:
    """Ads that this run met last and did not store, by reason and title."""
    with desk_of(request).context.store.read() as session:
        runs.get(session, run)
        found = left_out.of_run(session, run, limit=MOST_LEFT_OUT)
    items = [LeftOut.model_validate(item, from_attributes=True) for item in found]
    return page_from(request, LeftOut, items, paging, identity="source_ref")


@ROOM.work("/runs", Access.OPERATOR, Scope.OPERATE, response_model=Accepted)
def begin(request: Request, wish: RunWish, viewer: Who, idempotency_key: OnceKey = None) -> Response:
    """Crawl a source soon; one that is being crawled is joined."""
    desk = desk_of(request)

    def crawl() -> None:
        desk.jobs.crawl(wish.source, viewer.actor)
        with desk.context.store.write() as session:
            audit.record(session, desk.context.clock.now(), viewer.actor, "source.crawl", wish.source)

    location = f"{PREFIX}/runs?source={quote(wish.source)}"
    return once(request, viewer, wish.model_dump(), idempotency_key, location, crawl)


@ROOM.work("/runs/{run}/cancel", Access.OPERATOR, Scope.OPERATE, response_model=RunShape)
def cancel(request: Request, run: GivenId, viewer: Who) -> Response:
    """Ask a live run to stop; what it had read is kept."""
    context = desk_of(request).context
    with context.store.write() as session:
        record = runs.get(session, run)
        if not runs.request_cancel(session, run):
            raise StoreError("that run has ended", which=f"run {run}", why=f"it is {record.state}")
        audit.record(session, context.clock.now(), viewer.actor, "run.cancel", f"run {run}")
        shown = RunShape(**_named(RunShape, run_view(session, record)))
    return given(request, shown, 202, {"Location": f"{PREFIX}/runs/{run}"})
