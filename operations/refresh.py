"""Which sources are due for a crawl, and the crawl of those. The crawl itself is handed in."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from sqlalchemy.orm import Session

from domain.clock import OSLO
from domain.errors import JobbvaktError
from domain.runs import RunState
from operations.context import Context
from operations.sources import configured_sources
from settings import Settings, SourceSettings
from storage import flags, runs
from storage.errors import RunAlreadyLiveError
from storage.runs import RunRecord

log = logging.getLogger(__name__)

USUAL_INTERVALS: Mapping[str, timedelta] = {"nav_feed": timedelta(minutes=13)}
"""NAV's terms want closed ads gone at once (within 15 minutes, jitter included), and its feed is cheap to ask.

Others: ``[schedule] refresh_minutes``.
"""

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
    window: tuple[time, time] | None = None
    """Local times in Oslo between which it may be asked; None: at any time."""


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


def is_held_back(state: SourceClock, now: datetime, interval: timedelta) -> bool:
    """Would the source be asked earlier, had it not refused or failed?"""
    return _due_at(state, now, interval) > max(now, _due_at(replace(state, failures=0), now, interval))


def _due_at(state: SourceClock, now: datetime, interval: timedelta) -> datetime:
    began = state.last_began
    due = now if began is None or began > now else began + _wait(state, interval)
    opens = _opening(max(due, now), state.window)
    return due if opens <= now else max(due, opens)


def _jitter(state: SourceClock, own: timedelta) -> timedelta:
    """Up to a tenth of the interval, another one after each run: a portal is not asked to the minute by everybody.

    It is part of the plan, so that what is announced is what happens.
    """
    mark = hashlib.sha256(f"{state.name} {state.last_began}".encode()).digest()
    return own * (int.from_bytes(mark[:4], "big") / 2**32 / 10)


def _opening(moment: datetime, window: tuple[time, time] | None) -> datetime:
    """``moment``, or the next one at which the window opens when it is closed then."""
    if window is None:
        return moment
    (start, end), local = window, moment.astimezone(OSLO)
    at = local.time()
    if start <= at < end if start <= end else at >= start or at < end:
        return moment
    day = local.date() + timedelta(days=at >= start)
    return datetime.combine(day, start, tzinfo=OSLO).astimezone(UTC)


def _wait(state: SourceClock, interval: timedelta) -> timedelta:
    own = state.interval or interval
    doubled = own * (1 << min(state.failures, 16)) + _jitter(state, own)
    return min(doubled, max(own * 1.1, LONGEST_WAIT))


def refresh_due(
    context: Context,
    crawl: Callable[[Context, str], RunRecord],
    *,
    only: str | None = None,
    stopping: Callable[[], bool] = lambda: False,
) -> list[RunRecord]:
    """Crawl what is due, one source after another; with ``only`` that source alone, if it is due.

    What is due is looked up anew before each crawl, so that several processes, here or on other machines, share the
    work. A source that is being crawled by somebody else is left to them; one that cannot be crawled is logged, and
    does not keep the others waiting. ``stopping`` is asked before each crawl.
    """
    tried: set[str] = set()
    records = []
    while not stopping():
        name = next((one for one in _due_now(context) if only in (None, one) and one not in tried), None)
        if name is None:
            break
        tried.add(name)
        try:
            records.append(crawl(context, name))
        except RunAlreadyLiveError:
            log.info("source is being crawled already: %s", name)
        except JobbvaktError as error:
            log.error("source could not be crawled: %s: %s %s", name, error, error.remedy)
    return records


def _due_now(context: Context) -> list[str]:
    general = timedelta(minutes=context.settings.schedule.refresh_minutes)
    return due_sources(source_clocks(context), context.clock.now(), general)


def source_clocks(context: Context) -> list[SourceClock]:
    """The state of every source that is switched on and not paused."""
    enabled = [name for name, source in configured_sources(context.settings).items() if source.enabled]
    with context.store.read() as session:
        paused = flags.paused_sources(session)
        names = [name for name in enabled if name not in paused]
        return [source_clock(context, session, name) for name in names]


def source_clock(context: Context, session: Session, name: str) -> SourceClock:
    """What the store knows of one source that matters here. What was before somebody's *try again* is forgotten."""
    newest_first, now = runs.recent(session, name, limit=_REMEMBERED), context.clock.now()
    if again := flags.since(session, flags.RETRY + name):
        newest_first = [record for record in newest_first if record.state.live or record.started_at >= again]
    last = newest_first[0] if newest_first else None
    return SourceClock(
        name=name,
        last_began=last.started_at if last else None,
        live=last is not None and last.finished_at is None and now - last.heartbeat_at < STALE_AFTER,
        failures=failures_in_a_row(record.state for record in newest_first),
        interval=_interval(name, context.settings),
        window=_window(context.settings.sources.get(name)),
    )


def failures_in_a_row(newest_first: Iterable[RunState]) -> int:
    """Runs up to the last that were refused or failed. One that is under way, or was stopped by hand, says nothing."""
    count = 0
    for state in newest_first:
        if state in _UNWELCOME:
            count += 1
        elif not (state.live or state is RunState.CANCELLED):
            break
    return count


def _interval(name: str, settings: Settings) -> timedelta | None:
    table = settings.sources.get(name)
    if table is not None and table.interval_minutes is not None:
        return timedelta(minutes=table.interval_minutes)
    return USUAL_INTERVALS.get(name)


def _window(table: SourceSettings | None) -> tuple[time, time] | None:
    if table is None or not table.window:
        return None
    start, end = map(time.fromisoformat, table.window.split("-"))
    return start, end
