"""The operator's overview: what is healthy, what is not, and where to look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access
from domain.clock import local_date
from domain.runs import RunState
from operations.source_health import health
from storage import deliveries, figures, runs, saved, search_index
from storage.runs import RunRecord
from web.access import Room
from web.desk import desk_of
from web.pages.render import render

ROOM = Room()
DAYS = 14
_RANK = {RunState.COMPLETE: 0, RunState.RUNNING: 1, RunState.QUEUED: 1, RunState.CANCELLED: 2, RunState.CAPPED: 2}
_WORST = 4
_THERE = {"openings": "/", "live_runs": "/drift/kjoringer", "outbox": "/drift/utboks", "reports": "/drift/meldinger"}
_SIGNS = {0: "✓", 1: "…", 2: "–", 3: "!", 4: "✗"}
_BAD = (RunState.BLOCKED, RunState.FAILED, RunState.ABORTED)


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of one source in the strip: how its worst run went."""

    sign: str
    level: int
    runs: int
    state: str
    run: int
    """The worst one; 0 where there was none."""


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
            "queue": len(desk.jobs.waiting()),
            "outbox": len(pending),
            "reports": len(saved.open_reports(session)),
            "new_today": sum(run.tally.new for run in recent if local_date(run.started_at) == today),
            "withdrawn_today": sum(run.tally.withdrawn for run in recent if local_date(run.started_at) == today),
        }
        held = deliveries.held_because(session)
    lines = [line for line in health(context) if line.source.enabled]
    return render(
        request,
        "operation.html",
        tab="overview",
        numbers=numbers,
        there=_THERE,
        held=held,
        days=days,
        strip={line.source.name: strip_of(line.source.name, recent, days) for line in lines},
        failing=[line for line in lines if line.error],
        waiting=desk.jobs.waiting(),
        wrong=desk.wrong_sources,
    )


def strip_of(name: str, recent: Sequence[RunRecord], days: Sequence[date]) -> list[Cell]:
    """The source's days, oldest first."""
    cells = []
    for day in days:
        that_day = [run for run in recent if run.source == name and local_date(run.started_at) == day]
        worst = max(that_day, key=_rank, default=None)
        level = _rank(worst) if worst else -1
        cells.append(
            Cell(
                _SIGNS.get(level, ""),
                level,
                len(that_day),
                worst.state.value if worst else "",
                worst.id if worst else 0,
            )
        )
    return cells


def _rank(run: RunRecord) -> int:
    return _WORST if run.state in _BAD else _RANK.get(run.state, 3)
