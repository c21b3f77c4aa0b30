"""What will happen when: the next refresh of each source, the next digests, and the hourly upkeep."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

from sqlalchemy.orm import Session

from alerts.due import next_due, owed_by
from domain.alerts import Alert
from operations.context import Context
from operations.refresh import next_refresh, source_clocks
from storage import alerts, digests

NAMED = 5
"""Alerts named in one line; more are counted."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing that the clock will do, and the moment (UTC) from which it is due."""

    due: datetime
    kind: str
    """``refresh`` or ``digest``."""
    what: str
    """The source, or the alerts by number and name."""
    alerts: tuple[int, ...] = ()


def plan(context: Context) -> list[Planned]:
    """Everything that is foreseen, soonest first. What is due already is due now."""
    refreshes = [Planned(due, "refresh", name) for name, due in source_plan(context)]
    with context.store.read() as session:
        planned = [*refreshes, *_digests(session, context.clock.now())]
    return sorted(planned, key=lambda item: (item.due, item.kind, item.what))


def source_plan(context: Context) -> list[tuple[str, datetime]]:
    """Each enabled source with the moment from which it is due, soonest first; waits after refusals included."""
    now = context.clock.now()
    general = timedelta(minutes=context.settings.schedule.refresh_minutes)
    rows = [(state.name, next_refresh(state, now, general)) for state in source_clocks(context)]
    return sorted(rows, key=lambda row: row[1])


def _digests(session: Session, now: datetime) -> list[Planned]:
    at: dict[datetime, list[Alert]] = defaultdict(list)
    since = now.date() - timedelta(days=9)
    for alert in alerts.speaking(session):
        try:
            done = digests.composed_dates(session, alert.id, since)
            at[next_due(alert, now) if owed_by(alert, now, done) is None else now].append(alert)
        except (ZoneInfoNotFoundError, ValueError):  # composing reports it to the operator
            continue
    return [Planned(due, "digest", _named(group), tuple(one.id for one in group)) for due, group in at.items()]


def _named(group: list[Alert]) -> str:
    names = [f"{alert.id} {alert.name}" for alert in group[:NAMED]]
    return ", ".join(names) + (f" and {len(group) - NAMED} more" if len(group) > NAMED else "")
