"""What the clock's ticks do. Whether anything is due is asked of the store each time."""

import logging
from collections.abc import Callable
from datetime import timedelta

from operations.backups import back_up_due
from operations.context import Context
from operations.crawl import CrawlOptions, crawl
from operations.mail import compose, deliver_elsewhere, deliver_mail
from operations.match import match
from operations.raw_pages import tidy_pages
from operations.refresh import refresh_due
from operations.subscribing import forget_unconfirmed
from operations.upkeep import tidy
from storage import old_messages
from storage.runs import RunRecord

TEXTS_FOR = timedelta(days=30)
"""How long the text of a message is kept after it went."""
Stopping = Callable[[], bool]


def refresh(context: Context, stopping: Stopping) -> int:
    """Crawl the sources that are due, then read and score what they brought; how many were crawled."""
    records = refresh_due(context, _timed, stopping=stopping)
    if records and not stopping():
        match(context)
    return len(records)


def digests(context: Context, stopping: Stopping) -> int:
    """Compose the digests that are due and hand over the mail; how many messages left."""
    for _ in compose(context):
        if stopping():
            break
    return mail(context, stopping)


def outside(context: Context, stopping: Stopping) -> int:
    """Hand over what goes to chats and webhooks, apart from mail: who does not answer keeps no mail waiting."""
    return deliver_elsewhere(context, stopping).sent


def mail(context: Context, stopping: Stopping) -> int:
    """Hand over the mail that waits; how many messages left."""
    return deliver_mail(context, stopping).sent


def upkeep(context: Context) -> int:
    """What days bring: deadlines, persons, texts and pages to wipe, unanswered alerts, a backup; how many expired."""
    with context.store.write() as session:
        expired, _ = tidy(session, context.clock.now())
        forget_unconfirmed(session, context.clock.now())
        old_messages.empty(session, context.clock.now() - TEXTS_FOR)
    context.store.empty_log()
    back_up_due(context)
    pruned = tidy_pages(context)
    if pruned is not None and pruned.warning:
        logging.getLogger(__name__).warning(pruned.warning)
    return expired


def _timed(context: Context, name: str) -> RunRecord:
    return crawl(context, name, CrawlOptions(trigger="schedule", joins=False))
