"""Runs: what each crawl did, live while it lasts, beside what is usual for its source."""

from collections.abc import Sequence
from statistics import median

from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access, Scope
from domain.errors import NothingFoundError
from domain.runs import RunState
from operations.plan import plan
from operations.runview import run_view
from storage import audit, left_out, runs
from storage.runs import RunRecord
from web.access import Room, Who
from web.desk import desk_of
from web.pages.render import back_to, render

ROOM = Room()
SHOWN = 100
COMPARED = 20


@ROOM.get("/drift/kjoringer", Access.OPERATOR)
def run_list(request: Request, source: str = "") -> Response:
    """The newest runs."""
    with desk_of(request).context.store.read() as session:
        found = runs.recent(session, source[:80] or None, limit=SHOWN)
    return render(request, "operation_runs.html", tab="runs", runs=found, source=source)


@ROOM.get("/drift/kjoringer/{run}", Access.OPERATOR)
def run_page(request: Request, run: int) -> Response:
    """One run in full."""
    with desk_of(request).context.store.read() as session:
        record = runs.get(session, run)
        view = run_view(session, record)
        before = [item for item in runs.recent(session, record.source, limit=COMPARED) if item.id < record.id]
        left = left_out.of_run(session, run, limit=50)
    return render(request, "operation_run.html", tab="runs", run=record, view=view, usual=usual(before), left=left)


def usual(before: Sequence[RunRecord]) -> dict[str, float]:
    """Medians of the complete runs before this one; empty when there are none."""
    complete = [run for run in before if run.state is RunState.COMPLETE and run.finished_at]
    if not complete:
        return {}
    return {
        "pages": median(run.pages for run in complete),
        "seen": median(run.tally.seen for run in complete),
        "new": median(run.tally.new for run in complete),
        "seconds": median(seconds_of(run) for run in complete),
    }


def seconds_of(run: RunRecord) -> float:
    """How long the run took, or has taken so far."""
    return ((run.finished_at or run.heartbeat_at) - run.started_at).total_seconds()


@ROOM.post("/drift/kjoringer/{run}/stopp", Access.OPERATOR, Scope.OPERATE)
def stop(request: Request, run: int, viewer: Who) -> Response:
    """Ask a run to stop; what it had read is kept."""
    context = desk_of(request).context
    with context.store.write() as session:
        record = runs.get(session, run)
        if not runs.request_cancel(session, run):
            raise NothingFoundError("that run has ended", which=f"run {run}", why=f"it is {record.state}")
        audit.record(session, context.clock.now(), viewer.actor, "run.cancel", f"run {run}")
    return back_to(f"/drift/kjoringer/{run}?ok=done")


@ROOM.get("/drift/plan", Access.OPERATOR)
def schedule(request: Request) -> Response:
    """What the clock will do next: refreshes, waits after failures, digests."""
    context = desk_of(request).context
    return render(request, "operation_plan.html", tab="plan", rows=plan(context), moment=context.clock.now())
