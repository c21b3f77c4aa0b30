"""The operator's sources: the table sorted by trouble, one source in full, and a page tried before it is crawled."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi import Form
from starlette.requests import Request
from starlette.responses import Response

from alerts.cleaning import one_line
from domain.accounts import Access, Scope
from domain.errors import JobbvaktError, NothingFoundError
from operations.judgement import renew_measure
from operations.source_health import health, retry
from operations.sources import find_source
from operations.try_page import Tried, try_url, value_text
from storage import audit, figures, flags, left_out, runs, sources
from storage.runs import RunRecord
from web.access import Room, Who
from web.desk import Desk, desk_of
from web.pages.render import back_to, render
from web.plots import Strip, strip

ROOM = Room()
RUNS_SHOWN = 30
MOST_SHOWN = 300
"""Characters of a value on the page of a trial."""
_ACTIONS = {"hent": "crawl", "pause": "pause", "fortsett": "resume", "igjen": "retry", "godta": "accept"}


@ROOM.get("/drift/kilder", Access.OPERATOR)
def source_table(request: Request) -> Response:
    """All sources, sorted by trouble; those that are off last."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        states = sources.all_states(session)
    lines = health(desk.context)
    return render(
        request,
        "operation_sources.html",
        tab="sources",
        lines=[line for line in lines if line.source.enabled],
        off=[line for line in lines if not line.source.enabled],
        states=states,
        waiting=desk.jobs.waiting(),
        wrong=desk.wrong_sources,
    )


@ROOM.get("/drift/kilder/{name}", Access.OPERATOR)
def source_page(request: Request, name: str) -> Response:
    """One source: how it is doing, its history, how full its fields are, contract, terms, what was left out."""
    context = desk_of(request).context
    source = find_source(context.settings, name)
    with context.store.read() as session:
        history = runs.recent(session, name, limit=RUNS_SHOWN)
        filled = figures.coverage(session, name)
        reasons = list(left_out.counts(session, name).items())[:20]
        state = sources.all_states(session).get(name)
    return render(
        request,
        "operation_source.html",
        tab="sources",
        source=source,
        line=health(context, [name])[0],
        state=state,
        history=history,
        strip=_history(history),
        filled=filled,
        reasons=reasons,
    )


def _history(newest_first: Sequence[RunRecord]) -> Strip | None:
    """Ads met in each run that is over, oldest first."""
    rows = [(str(run.id), run.ads_met) for run in reversed(newest_first) if not run.state.live]
    return strip(rows, "#") if len(rows) > 1 else None


@ROOM.post("/drift/kilder/{name}/{action}", Access.OPERATOR, Scope.OPERATE)
def source_action(request: Request, name: str, action: str, viewer: Who, why: str = Form("")) -> Response:
    """Crawl now, pause, let the timer come again, forget its failures, or take what it brings for its measure."""
    desk = desk_of(request)
    source = find_source(desk.context.settings, name)
    if action not in _ACTIONS:
        raise NothingFoundError("this cannot be done to a source", which=one_line(action, 40))
    told = one_line(why, 200)
    if action == "hent":
        desk.jobs.crawl(source.name, viewer.actor)
    elif action == "godta":
        renew_measure(desk.context, source.name, told or "looked at by hand")
    elif action == "igjen":
        retry(desk.context, source.name, viewer.actor)
    _note(desk, source.name, action, viewer.actor, told)
    return back_to(f"/drift/kilder/{source.name}?ok=done")


def _note(desk: Desk, name: str, action: str, actor: str, why: str) -> None:
    now = desk.context.clock.now()
    with desk.context.store.write() as session:
        if action == "pause":
            flags.set_flag(session, f"{flags.PAUSED}{name}", why or "by hand", now)
        elif action == "fortsett":
            flags.clear_flag(session, f"{flags.PAUSED}{name}")
        if action != "igjen":  # that verb writes its own line
            audit.record(session, now, actor, f"source.{_ACTIONS[action]}", name)


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it was read, short enough for a page, with the parts of the page that gave it."""

    name: str
    value: str
    rules: tuple[str, ...]


@ROOM.get("/drift/prov", Access.OPERATOR)
def try_form(request: Request) -> Response:
    """Ask for an address."""
    return _tried(request, "")


@ROOM.post("/drift/prov", Access.OPERATOR, Scope.OPERATE)
def try_one(request: Request, viewer: Who, url: str = Form("")) -> Response:
    """Fetch one page as a crawl would, within its rights and limits, and show which part of it gave which field.

    Nothing is stored but the line in the audit log, which names the host alone.
    """
    context = desk_of(request).context
    address = url.strip()[:2_000]
    with context.store.write() as session:
        host = _host(address)
        audit.record(session, context.clock.now(), viewer.actor, "source.try", one_line(host, 200))
    try:
        found = try_url(context, address)
    except JobbvaktError as error:
        return _tried(request, address, error=error, status=422)
    return _tried(request, address, found)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # brackets that hold no address
        return ""


def _tried(
    request: Request, url: str, found: Tried | None = None, *, error: JobbvaktError | None = None, status: int = 200
) -> Response:
    fields = (
        [
            Field(one.field, one_line(value_text(one.field, one.value, MOST_SHOWN), MOST_SHOWN), one.rules)
            for one in found.fields
        ]
        if found
        else []
    )
    return render(request, "operation_try.html", status, tab="try", url=url, found=found, fields=fields, error=error)
