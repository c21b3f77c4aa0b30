"""Long work over the API: 202 at once, and a place to look for what becomes of it."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fastapi import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access, Scope
from domain.codec import to_plain
from operations.importing import import_files
from operations.mail import compose, deliver
from operations.match import match
from operations.runview import run_view
from operations.try_page import try_url
from operations.works import Do, Stopping, Work, new_identity
from storage import audit
from web.access import Viewer, Who
from web.api.answers import OnceKey, given, once
from web.api.models import Accepted
from web.api.models_operation import MatchWish, UrlWish, WorkShape
from web.api.paging import Paged, listed, page_from
from web.api.room import PREFIX, ApiRoom
from web.desk import desk_of

ROOM = ApiRoom("work")


@ROOM.get("/work", Access.SIGNED_IN, response_model=listed(WorkShape))
def all_work(request: Request, viewer: Who, paging: Paged) -> Response:
    """What one asked for in the last hour, newest first. It is forgotten when the server stops."""
    found = desk_of(request).works.of(viewer.own.id)
    return page_from(request, WorkShape, [_shape(one) for one in found], paging)


@ROOM.get("/work/{work}", Access.SIGNED_IN, response_model=WorkShape)
def one(request: Request, work: str, viewer: Who) -> Response:
    """One piece; ask again while its state is ``queued`` or ``running``."""
    return given(request, _shape(desk_of(request).works.find(viewer.own.id, work)))


def _shape(work: Work) -> WorkShape:
    error = {name: text for name, text in work.error.as_dict().items() if text} if work.error else None
    return WorkShape(
        id=work.id,
        kind=work.kind,
        state=work.state.value,
        asked_at=work.asked_at,
        result=dict(work.result) if work.result is not None else None,
        error=error,
    )


def _begun(request: Request, viewer: Viewer, wish: Mapping[str, Any], key: str | None, kind: str, do: Do) -> Response:
    desk, identity = desk_of(request), new_identity()

    def begin() -> None:
        desk.works.begin(identity, kind, viewer.own.id, do)
        with desk.context.store.write() as session:
            audit.record(session, desk.context.clock.now(), viewer.actor, f"work.{kind}", identity)

    return once(request, viewer, wish, key, f"{PREFIX}/work/{identity}", begin)


@ROOM.work("/trials", Access.OPERATOR, Scope.OPERATE, response_model=Accepted)
def try_page(request: Request, wish: UrlWish, viewer: Who, idempotency_key: OnceKey = None) -> Response:
    """Fetch one page as a crawl would and tell each field, the part of the page that gave it, and what follows."""
    context = desk_of(request).context

    def do(stopping: Stopping) -> Mapping[str, Any]:
        found: Mapping[str, Any] = to_plain(try_url(context, wish.url, stopping))
        return found

    return _begun(request, viewer, wish.model_dump(), idempotency_key, "try", do)


@ROOM.work("/matching", Access.OPERATOR, Scope.OPERATE, response_model=Accepted)
def match_all(request: Request, wish: MatchWish, viewer: Who, idempotency_key: OnceKey = None) -> Response:
    """Bring readings, openings and scores up to date."""
    context = desk_of(request).context

    def do(_stopping: Stopping) -> Mapping[str, Any]:
        report: Mapping[str, Any] = to_plain(match(context, rescore=wish.rescore))
        return report

    return _begun(request, viewer, wish.model_dump(), idempotency_key, "match", do)


@ROOM.work("/deliveries", Access.OPERATOR, Scope.OPERATE, response_model=Accepted)
def deliver_mail(request: Request, viewer: Who, idempotency_key: OnceKey = None) -> Response:
    """Compose the digests that are due, and send what waits in the outbox."""
    context = desk_of(request).context

    def do(stopping: Stopping) -> Mapping[str, Any]:
        written = sum(item.message is not None for item in compose(context))
        report = deliver(context, stopping)
        counts = {name: getattr(report, name) for name in ("sent", "retried", "dead", "recalled", "stopped")}
        return {"composed": written, **counts}

    return _begun(request, viewer, {}, idempotency_key, "deliver", do)


@ROOM.work("/imports", Access.OPERATOR, Scope.OPERATE, response_model=Accepted)
def import_file(request: Request, file: UploadFile, viewer: Who, idempotency_key: OnceKey = None) -> Response:
    """Read a saved page, an alert mail, a mailbox, postings (.jsonl) or a .zip of these, and store their ads."""
    context = desk_of(request).context
    body, name = file.file.read(), Path(file.filename or "file").name[-100:]

    def do(_stopping: Stopping) -> Mapping[str, Any]:
        with tempfile.TemporaryDirectory(prefix="jobbvakt-import-") as folder:
            path = Path(folder) / f"file{Path(name).suffix.lower()}"
            path.write_bytes(body)
            report = import_files(context, [path])
        match(context)
        files = [{"ads": dict(one.ads), "kind": one.kind, "problems": list(one.problems)} for one in report.files]
        with context.store.read() as session:
            return {"files": files, "run": to_plain(run_view(session, report.run))}

    wish = {"name": name, "size": len(body)}
    return _begun(request, viewer, wish, idempotency_key, "import", do)
