"""The operator's overview and sources: what is healthy, what is not, and what to do about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import Form
from starlette.requests import Request
from starlette.responses import Response

from alerts.cleaning import one_line
from domain.accounts import Access, Scope
from domain.clock import local_date
from domain.errors import NothingFoundError
from domain.runs import RunState
from domain.sources import Source
from operations.context import Context
from operations.sources import configured_sources, find_source
from storage import audit, deliveries, figures, flags, left_out, runs, saved, search_index, sources
from storage.runs import RunRecord
from storage.sources import SourceState
from web.access import Room, Who
from web.desk import desk_of
from web.pages.render import back_to, render

ROOM = Room()
DAYS = 14
RUNS_SHOWN = 30
_RANK = {RunState.COMPLETE: 0, RunState.RUNNING: 1, RunState.QUEUED: 1, RunState.CANCELLED: 2, RunState.CAPPED: 2}
_WORST = 4
_SIGNS = {0: "✓", 1: "…", 2: "–", 3: "!", 4: "✗"}
_BAD = (RunState.BLOCKED, RunState.FAILED, RunState.ABORTED)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the table of sources. ``trouble`` orders it: more runs in a row that went wrong come first."""

    source: Source
    state: SourceState | None
    trouble: int
    paused: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of one source in the strip: how its worst run went."""

    sign: str
    level: int
    runs: int
    state: str


@ROOM.get("/drift", Access.OPERATOR)
def overview(request: Request) -> Response:
    """Tiles, the strip of sources by day, what needs a hand."""
    desk = desk_of(request)
    context = desk.context
    today = local_date(context.clock.now())
    days = [today - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    with context.store.read() as session:
        recent = figures.runs_since(session, context.clock.now() - timedelta(days=DAYS + 1))
        pending = deliveries.pending(session)
        numbers = {
            "openings": search_index.size(session),
            "live_runs": len(runs.live_all(session)),
            "outbox": len(pending),
            "reports": len(saved.open_reports(session)),
            "new_today": sum(run.tally.new for run in recent if local_date(run.started_at) == today),
            "withdrawn_today": sum(run.tally.withdrawn for run in recent if local_date(run.started_at) == today),
        }
        held = deliveries.held_because(session)
    lines = source_lines(context)
    names = [line.source.name for line in lines if line.source.enabled]
    return render(
        request,
        "operation.html",
        tab="overview",
        numbers=numbers,
        held=held,
        days=days,
        strip={name: strip_of(name, recent, days) for name in names},
        failing=[line for line in lines if line.trouble and line.source.enabled],
        waiting=desk.jobs.waiting(),
    )


def strip_of(name: str, recent: Sequence[RunRecord], days: Sequence[date]) -> list[Cell]:
    """The source's days, oldest first."""
    cells = []
    for day in days:
        that_day = [run for run in recent if run.source == name and local_date(run.started_at) == day]
        worst = max(that_day, key=_rank, default=None)
        level = _rank(worst) if worst else -1
        cells.append(Cell(_SIGNS.get(level, ""), level, len(that_day), worst.state.value if worst else ""))
    return cells


def _rank(run: RunRecord) -> int:
    return _WORST if run.state in _BAD else _RANK.get(run.state, 3)


def source_lines(context: Context) -> list[SourceLine]:
    """Every source, those in trouble first, those switched off last."""
    with context.store.read() as session:
        states = sources.all_states(session)
        paused = flags.paused_sources(session)
        known = configured_sources(context.settings)
        lines = [
            SourceLine(source, states.get(name), trouble_of(runs.recent(session, name, limit=10)), paused.get(name))
            for name, source in known.items()
        ]
    return sorted(lines, key=lambda line: (not line.source.enabled, -line.trouble, line.source.name))


def trouble_of(newest_first: Sequence[RunRecord]) -> int:
    """Runs in a row, up to the last, that did not end complete."""
    ended = [run for run in newest_first if not run.state.live]
    return next((place for place, run in enumerate(ended) if run.state is RunState.COMPLETE), len(ended))


@ROOM.get("/drift/kilder", Access.OPERATOR)
def source_table(request: Request) -> Response:
    """All sources, sorted by trouble."""
    desk = desk_of(request)
    return render(
        request, "operation_sources.html", tab="sources", lines=source_lines(desk.context), waiting=desk.jobs.waiting()
    )


@ROOM.get("/drift/kilder/{name}", Access.OPERATOR)
def source_page(request: Request, name: str) -> Response:
    """One source: history, how full its fields are, contract, terms, what was left out."""
    context = desk_of(request).context
    source = find_source(context.settings, name)
    with context.store.read() as session:
        history = runs.recent(session, name, limit=RUNS_SHOWN)
        filled = figures.coverage(session, name)
        reasons: Mapping[str, int] = left_out.counts(session, name)
        state = sources.all_states(session).get(name)
        paused = flags.paused_sources(session).get(name)
    return render(
        request,
        "operation_source.html",
        tab="sources",
        source=source,
        state=state,
        history=history,
        filled=filled,
        reasons=list(reasons.items())[:20],
        paused=paused,
    )


@ROOM.post("/drift/kilder/{name}/{action}", Access.OPERATOR, Scope.OPERATE)
def source_action(request: Request, name: str, action: str, viewer: Who, why: str = Form("")) -> Response:
    """Crawl now, pause, or let the timer come again."""
    desk = desk_of(request)
    source = find_source(desk.context.settings, name)
    now = desk.context.clock.now()
    if action not in _ACTIONS:
        raise NothingFoundError("this cannot be done to a source", which=one_line(action, 40))
    if action == "hent":
        desk.jobs.crawl(source.name, viewer.actor)
    with desk.context.store.write() as session:
        if action == "pause":
            flags.set_flag(session, f"{flags.PAUSED}{source.name}", one_line(why, 200) or "by hand", now)
        elif action == "fortsett":
            flags.clear_flag(session, f"{flags.PAUSED}{source.name}")
        audit.record(session, now, viewer.actor, f"source.{_ACTIONS[action]}", source.name)
    return back_to(f"/drift/kilder/{source.name}?ok=done")


_ACTIONS = {"hent": "crawl", "pause": "pause", "fortsett": "resume"}
