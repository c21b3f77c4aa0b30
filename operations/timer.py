"""What the clock's ticks do. Whether anything is due is asked of the store each time."""

from collections.abc import Callable
from datetime import datetime, timedelta

from operations.context import Context
from operations.crawl import CrawlOptions, crawl
from operations.mail import compose_one_by_one, deliver
from operations.match import match
from operations.refresh import due_sources, refresh_due, source_clocks
from operations.upkeep import tidy
from storage.runs import RunRecord

Stopping = Callable[[], bool]


def refresh(context: Context, stopping: Stopping) -> int:
    """Crawl the sources that are due, then read and score what they brought; how many were crawled."""
    records = refresh_due(context, _timed, stopping=stopping)
    if records and not stopping():
        match(context)
    return len(records)


def digests(context: Context, stopping: Stopping) -> int:
    """Compose the digests that are due and hand over the outbox; how many messages left."""
    for _ in compose_one_by_one(context):
        if stopping():
            break
    return deliver(context, stopping).sent


def upkeep(context: Context) -> int:
    """What days bring: passed deadlines, contact persons to wipe; how many ads expired."""
    with context.store.write() as session:
        expired, _ = tidy(session, context.clock.now())
    context.store.empty_log()
    return expired


def plan(context: Context) -> list[tuple[str, datetime]]:
    """Each enabled source with the moment from which it is due, soonest first."""
    general = timedelta(minutes=context.settings.schedule.refresh_minutes)
    now = context.clock.now()
    clocks = {state.name: state for state in source_clocks(context)}
    due_now = due_sources(clocks.values(), now, general)
    rows = []
    for name, state in clocks.items():
        waits = state.interval or general
        rows.append((name, now if name in due_now or state.last_began is None else state.last_began + waits))
    return sorted(rows, key=lambda row: row[1])


def _timed(context: Context, name: str) -> RunRecord:
    return crawl(context, name, CrawlOptions(trigger="schedule"))
