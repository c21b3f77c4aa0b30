"""What the clock's ticks do. Whether anything is due is asked of the store each time."""

from collections.abc import Callable

from operations.context import Context
from operations.crawl import CrawlOptions, crawl
from operations.mail import compose_one_by_one, deliver
from operations.match import match
from operations.refresh import refresh_due
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


def _timed(context: Context, name: str) -> RunRecord:
    return crawl(context, name, CrawlOptions(trigger="schedule"))
