"""How many requests a host may still get today, over all runs and sources that ask it."""

from datetime import timedelta
from urllib.parse import urlsplit

from domain.errors import JobbvaktError
from domain.sources import Source
from operations.context import Context
from operations.sources import configured_sources
from storage import runs

DAY = timedelta(hours=24)


class BudgetUsedUpError(JobbvaktError):
    """The host has been asked as often as one day allows."""


def requests_left(context: Context, source: Source) -> int:
    """Requests that the source's host may get now; those of the last 24 hours are counted, whoever's they were.

    Raises BudgetUsedUpError when none are left.
    """
    host = urlsplit(source.base_url).hostname
    sharing = [one.name for one in configured_sources(context.settings).values() if _host(one) == host]
    allowed = context.settings.crawl.requests_per_day
    with context.store.read() as session:
        used = runs.requests_since(session, {source.name, *sharing}, context.clock.now() - DAY)
    if used >= allowed:
        raise BudgetUsedUpError(
            "today's requests are used up",
            which=f"{source.name} ({host})",
            why=f"{used} requests in the last 24 hours, {allowed} are allowed",
            remedy="wait, or raise [crawl] requests_per_day if the portal's terms let you",
        )
    return allowed - used


def _host(source: Source) -> str | None:
    return urlsplit(source.base_url).hostname
