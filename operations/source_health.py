"""How each source is doing: its last run and what it brought, what went wrong, and when it is asked next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from domain.dates import read_moment
from domain.observations import NEWEST_EVENT
from domain.runs import RunState
from domain.sources import Source
from operations.context import Context
from operations.refresh import SourceClock, is_held_back, next_refresh, source_clock
from operations.sources import configured_sources
from storage import audit, flags, runs
from storage import sources as source_states
from storage.runs import RunRecord

_WELL = (RunState.COMPLETE, RunState.CANCELLED)
STALLED_AFTER = timedelta(hours=48)
"""A log of a whole country's ads has events every night, if only of ads that end."""


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """One source."""

    source: Source
    last: RunRecord | None
    """Its newest run, under way or over."""
    ended: RunRecord | None
    """Its newest run that is over: what it brought last."""
    failures: int
    """Runs in a row, up to the last, that were refused or failed: each doubles the wait."""
    next: datetime | None
    """When the timer asks it again; None while it is off or paused."""
    waits: bool
    """Is it left alone for longer than usual, after failures?"""
    paused: str | None
    newest_event: datetime | None = None
    """Of a source that is a log of events."""

    @property
    def state(self) -> str:
        """``off``, ``paused``, ``never``, or the state of its newest run."""
        if not self.source.enabled:
            return "off"
        if self.paused is not None:
            return "paused"
        return self.last.state.value if self.last else "never"

    @property
    def error(self) -> str:
        """What went wrong last, in words; empty when all is well."""
        if self.ended is None:
            return ""
        if self.ended.state in _WELL:
            return self.stalled
        return self.ended.reason or self.ended.state.value

    @property
    def stalled(self) -> str:
        """Runs are complete, but the source's log has stood still: nothing new, and nothing withdrawn, comes in."""
        if self.ended is None or self.newest_event is None:
            return ""
        age = self.ended.started_at - self.newest_event
        if age < STALLED_AFTER:
            return ""
        hours = age // timedelta(hours=1)
        return f"its newest event is {hours} hours old: has the feed stalled? What it closes stays open here"


def health(context: Context, names: Iterable[str] | None = None) -> list[SourceHealth]:
    """Every source, or those named: those in trouble first, those that are off last."""
    known = configured_sources(context.settings)
    wanted = [known[name] for name in (known if names is None else names)]
    with context.store.read() as session:
        paused = flags.paused_sources(session)
        found = [_one(context, session, source, paused.get(source.name)) for source in wanted]
    return sorted(found, key=lambda one: (not one.source.enabled, -one.failures, not one.error, one.source.name))


def retry(context: Context, name: str, actor: str) -> None:
    """Ask the source again as if it had never failed; failures from before count no more, and the log says who did."""
    now = context.clock.now()
    with context.store.write() as session:
        flags.clear_flag(session, flags.RETRY + name)
        flags.set_flag(session, flags.RETRY + name, "by hand", now)
        audit.record(session, now, actor, "source.retry", name)


def _one(context: Context, session: Session, source: Source, paused: str | None) -> SourceHealth:
    newest = runs.recent(session, source.name, limit=2)
    clock = source_clock(context, session, source.name)
    cursor = dict(source_states.cursor(session, source.name) or {})
    asked = source.enabled and paused is None
    return SourceHealth(
        source=source,
        last=newest[0] if newest else None,
        ended=next((run for run in newest if not run.state.live), None),
        failures=clock.failures,
        next=_next(context, clock) if asked else None,
        waits=asked and is_held_back(clock, context.clock.now(), _usual(context)),
        paused=paused,
        newest_event=read_moment(str(cursor.get(NEWEST_EVENT) or "")),
    )


def _next(context: Context, clock: SourceClock) -> datetime:
    return next_refresh(clock, context.clock.now(), _usual(context))


def _usual(context: Context) -> timedelta:
    return timedelta(minutes=context.settings.schedule.refresh_minutes)
