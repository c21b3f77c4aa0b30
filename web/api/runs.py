"""Runs over the API: look, begin (202), stop."""

import hashlib
import json
from typing import Annotated, Any

from fastapi import Depends, Header, Query
from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access, Scope
from domain.errors import UsageError
from operations.runview import run_view
from storage import answered, audit, runs
from storage.errors import StoreError
from web.access import Room, Who
from web.api.answers import PREFIX, given, limited, problems
from web.api.models import Accepted, Id, Run, RunList, RunWish
from web.desk import desk_of

ROOM = Room(PREFIX, documented=True)
LIMITED = [Depends(limited)]


@ROOM.get("/runs", Access.OPERATOR, response_model=RunList, responses=problems(), dependencies=LIMITED)
def run_list(
    request: Request,
    source: Annotated[str | None, Query(max_length=80, pattern=r"^[^\x00]*$")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """The newest runs, of one source or of all."""
    with desk_of(request).context.store.read() as session:
        found = [_shape(run_view(session, record)) for record in runs.recent(session, source, limit=limit)]
    return given(request, {"items": found})


@ROOM.get("/runs/{run}", Access.OPERATOR, response_model=Run, responses=problems(), dependencies=LIMITED)
def one(request: Request, run: Id) -> Response:
    """One run; ask again while its state is ``running``."""
    with desk_of(request).context.store.read() as session:
        return given(request, _shape(run_view(session, runs.get(session, run))))


@ROOM.post(
    "/runs",
    Access.OPERATOR,
    Scope.OPERATE,
    status_code=202,
    response_model=Accepted,
    responses=problems(),
    dependencies=LIMITED,
)
def begin(
    request: Request,
    wish: RunWish,
    viewer: Who,
    idempotency_key: Annotated[str | None, Header(max_length=100, pattern=r"^[\x21-\x7e]+$")] = None,
) -> Response:
    """Crawl a source soon. With an Idempotency-Key the same request is taken on once, however often it is sent."""
    desk = desk_of(request)
    body = {"source": wish.source, "location": f"{PREFIX}/runs?source={wish.source}"}
    asked = hashlib.sha256(json.dumps(wish.model_dump(), sort_keys=True).encode()).hexdigest()
    if idempotency_key:
        with desk.context.store.read() as session:
            before = answered.find(session, viewer.own.id, idempotency_key)
        if before is not None:
            if before.request != asked:
                raise UsageError(
                    "the key was used for another request", which="Idempotency-Key", remedy="take a new one"
                )
            return given(request, json.loads(before.answer), 202, {"Location": body["location"]})
    desk.jobs.crawl(wish.source, viewer.actor)
    now = desk.context.clock.now()
    with desk.context.store.write() as session:
        audit.record(session, now, viewer.actor, "source.crawl", wish.source)
        if idempotency_key:
            answered.keep(session, viewer.own.id, idempotency_key, asked, json.dumps(body), now)
    return given(request, body, 202, {"Location": body["location"]})


@ROOM.post(
    "/runs/{run}/cancel",
    Access.OPERATOR,
    Scope.OPERATE,
    status_code=202,
    response_model=Run,
    responses=problems(),
    dependencies=LIMITED,
)
def cancel(request: Request, run: Id, viewer: Who) -> Response:
    """Ask a live run to stop; what it had read is kept."""
    context = desk_of(request).context
    with context.store.write() as session:
        record = runs.get(session, run)
        if not runs.request_cancel(session, run):
            raise StoreError("that run has ended", which=f"run {run}", why=f"it is {record.state}")
        audit.record(session, context.clock.now(), viewer.actor, "run.cancel", f"run {run}")
        return given(request, _shape(run_view(session, record)), 202)


def _shape(view: dict[str, Any]) -> dict[str, Any]:
    return Run(**{name: view[name] for name in Run.model_fields}).model_dump(mode="json")
