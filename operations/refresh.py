"""Which sources are due for a crawl, and the crawl of those. The crawl itself is handed in."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.errors import JobbvaktError
from domain.runs import RunState
from operations.context import Context
from operations.sources import configured_sources
from settings import Settings
from storage import flags, runs
from storage.errors import RunAlreadyLiveError
from storage.runs import RunRecord

log = logging.getLogger(__name__)

USUAL_INTERVALS: Mapping[str, timedelta] = {"nav_feed": timedelta(minutes=15)}
"""NAV's terms want closed ads gone at once, and its feed is cheap to ask. Others: ``[schedule] refresh_minutes``."""

LONGEST_WAIT = timedelta(hours=24)
STALE_AFTER = timedelta(seconds=60)
"""A run whose heart has not beaten for so long is dead."""

_UNWELCOME = (RunState.BLOCKED, RunState.THROTTLED, RunState.FAILED, RunState.ABORTED)
_REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class SourceClock:
    """What matters about a source here."""

    name: str
    last_began: datetime | None = None
    live: bool = False
    failures: int = 0
    """Runs in a row, up to the last, that were refused or failed."""
    interval: timedelta | None = None
    """The source's own; None takes the general one."""


def due_sources(states: Iterable[SourceClock], now: datetime, interval: timedelta) -> list[str]:
    """Names of the sources to crawl now, the longest overdue first.

    A source is due when its last run began longer ago than its interval. After refusals it is left alone twice as
    long each time, up to a day. A run that began in the future tells of a clock that was set back: then it is due.
    """
    waiting: list[tuple[datetime, str]] = []
    for state in states:
        if state.live:
            continue
        due_at = _due_at(state, now, interval)
        if due_at <= now:
            waiting.append((due_at, state.name))
    return [name for _, name in sorted(waiting)]


def next_refresh(state: SourceClock, now: datetime, interval: timedelta) -> datetime:
    """The moment from which the source is due, waits after refusals included; ``now`` when that has come."""
    if state.live and state.last_began is not None:
        return max(now, state.last_began + _wait(state, interval))
    return max(now, _due_at(state, now, interval))


def _due_at(state: SourceClock, now: datetime, interval: timedelta) -> datetime:
    began = state.last_began
    return now if began is None or began > now else began + _wait(state, interval)


def _wait(state: SourceClock, interval: timedelta) -> timedelta:
    own = state.interval or interval
    return max(own, min(own * (1 << min(state.failures, 16)), LONGEST_WAIT))


def refresh_due(
    context: Context,
    crawl: Callable[[Context, str], RunRecord],
    *,
    only: str | None = None,
    stopping: Callable[[], bool] = lambda: False,
) -> list[RunRecord]:
    """Crawl what is due, one source after another; with ``only`` that source alone, if it is due.

    A source that is being crawled by somebody else is left to them; one that cannot be crawled is logged, and does
    not keep the others waiting. ``stopping`` is asked before each crawl.
    """
    general = timedelta(minutes=context.settings.schedule.refresh_minutes)
    states = [state for state in source_clocks(context) if only in (None, state.name)]
    records = []
    for name in due_sources(states, context.clock.now(), general):
        if stopping():
            break
        try:
            records.append(crawl(context, name))
        except RunAlreadyLiveError:
            log.info("source is being crawled already: %s", name)
        except JobbvaktError as error:
            log.error("source could not be crawled: %s: %s %s", name, error, error.remedy)
    return records


def source_clocks(context: Context) -> list[SourceClock]:
    """The state of every source that is switched on and not paused."""
    now = context.clock.now()
    enabled = [name for name, source in configured_sources(context.settings).items() if source.enabled]
    with context.store.read() as session:
        paused = flags.paused_sources(session)
        names = [name for name in enabled if name not in paused]
        return [_clock(name, runs.recent(session, name, limit=_REMEMBERED), now, context.settings) for name in names]


def _clock(name: str, newest_first: list[RunRecord], now: datetime, settings: Settings) -> SourceClock:
    last = newest_first[0] if newest_first else None
    failures = 0
    for record in newest_first:
        if record.state not in _UNWELCOME:
            break
        failures += 1
    return SourceClock(
        name=name,
        last_began=last.started_at if last else None,
        live=last is not None and last.finished_at is None and now - last.heartbeat_at < STALE_AFTER,
        failures=failures,
        interval=_interval(name, settings),
    )


def _interval(name: str, settings: Settings) -> timedelta | None:
    table = settings.sources.get(name)
    if table is not None and table.interval_minutes is not None:
        return timedelta(minutes=table.interval_minutes)
    return USUAL_INTERVALS.get(name)
