"""What the clock is going to do, told beforehand."""

from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from domain.alerts import Alert
from domain.clock import FixedClock
from operations.context import Context
from operations.plan import NAMED, plan
from settings import Settings
from storage import alerts, digests
from storage.engine import Store
from tests.integration.alerts.world import add_alert, at

NOW = at("2026-11-24T06:00:00+01:00")
SEVEN = at("2026-11-24T07:00:00+01:00")


def context_of(store: Store, tmp_path: Path) -> Context:
    return Context(Settings(data_dir=tmp_path), store, FixedClock(NOW))


def test_digests_are_announced_together_for_the_hour_at_which_they_come(store: Store, tmp_path: Path) -> None:
    context = context_of(store, tmp_path)
    before = NOW - timedelta(days=1)
    with store.write() as session:
        added = [stored(session, f"a{number}") for number in range(NAMED + 2)]
        for alert in added:
            digests.note_digest(session, alert, date(2026, 11, 23), before)
    [row] = [row for row in plan(context) if row.kind == "digest"]
    assert (row.due, row.alerts) == (SEVEN, tuple(added))
    assert row.what.startswith(f"{added[0]} a0, ")
    assert row.what.endswith("and 2 more")


def stored(session: Session, name: str) -> int:
    alert = Alert(0, name, f"{name}@example.no", None)
    return alerts.add(session, alert, NOW).id


def test_what_is_owed_is_due_now_and_silent_alerts_are_not_announced(store: Store, tmp_path: Path) -> None:
    context = context_of(store, tmp_path)
    owing = add_alert(store, context.clock, name="ny")
    paused = add_alert(store, context.clock, name="stille")
    asleep = add_alert(store, context.clock, name="sover", silent_until=date(2026, 12, 1))
    with store.write() as session:
        alerts.pause(session, paused.id)
    rows = [row for row in plan(context) if row.kind == "digest"]
    assert [(row.due, row.alerts) for row in rows] == [
        (NOW, (owing.id,)),
        (at("2026-12-01T07:00:00+01:00"), (asleep.id,)),
    ]
    assert plan(context) == sorted(plan(context), key=lambda row: row.due)
