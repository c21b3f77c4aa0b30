"""A hundred digests due at one moment: how late they are, and whether any is lost or doubled under ``kill -9``.

The clock is the machine's, moved so that the alerts' hour comes two seconds after the start. The worker process runs
the real clock with a tick that composes what is due; it is killed at random moments and started again until the end.
"""

import multiprocessing
import sqlite3
import statistics
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import corpus
from benchmarks.harness import Row, bound
from domain.alerts import Alert
from domain.clock import OSLO, Clock, SystemClock
from domain.lifecycle import on_seen
from domain.postings import content_hash
from operations.context import Context
from operations.mail import compose
from operations.match import match
from scheduler import Tick, run_clock
from settings import Settings
from storage import alerts, deliveries, runs
from storage.engine import Store
from storage.posting_records import SeenPosting
from storage.posting_writes import save_seen

ALERTS = 100
ADS = 30
TICK_SECONDS = 5.0
KILLS = 8
PATIENCE = 60.0
DUE = datetime(2026, 11, 24, 7, tzinfo=OSLO).astimezone(UTC)
_MORNING = "SELECT composed_at FROM digest WHERE local_date = '2026-11-24'"


class MovedClock(SystemClock):
    """The machine's clock, moved by a constant."""

    def __init__(self, shift: timedelta) -> None:
        self.shift = shift

    def now(self) -> datetime:
        """The moved present."""
        return super().now() + self.shift


def rows() -> Iterator[Row]:
    """Lateness without trouble, then losses and doubles with it."""
    with tempfile.TemporaryDirectory() as folder:
        lateness, _, _ = measure(Path(folder), kills=0)
    late = statistics.quantiles(lateness, n=20)[-1]
    yield bound(f"timer: lateness p95, {TICK_SECONDS:g} s tick", "s", late, most=TICK_SECONDS)
    with tempfile.TemporaryDirectory() as folder:
        _, lost, doubled = measure(Path(folder), kills=KILLS)
    yield bound(f"timer: lost under {KILLS} kill -9", "digests", lost, most=0)
    yield bound(f"timer: doubled under {KILLS} kill -9", "digests", doubled, most=0)


def measure(folder: Path, kills: int) -> tuple[list[float], int, int]:
    """(seconds late, digests lost, digests doubled) of one morning."""
    fill(folder)
    shift = DUE - timedelta(seconds=2) - SystemClock().now()
    random, began, done = Random(5), time.monotonic(), 0
    context = multiprocessing.get_context("spawn")
    while done < ALERTS and time.monotonic() - began < PATIENCE:
        process = context.Process(target=work, args=(folder, shift, 0.2 if kills else TICK_SECONDS), daemon=True)
        process.start()
        until = time.monotonic() + (random.uniform(1.0, 3.5) if kills else PATIENCE)
        while done < ALERTS and time.monotonic() < until:
            time.sleep(0.2)
            done = len(_composed(folder))
        kills = max(0, kills - 1)
        process.kill()
        process.join()
    composed = _composed(folder)
    late = [(moment - DUE).total_seconds() for moment in composed]
    return late, ALERTS - len(composed), _told_twice(folder)


def work(folder: Path, shift: timedelta, tick: float) -> None:
    """The worker: the timer ticks by the machine's clock, what is due goes by the moved one."""
    clock = MovedClock(shift)
    with closing(_open(folder, clock)) as store:
        context = Context(Settings(data_dir=folder), store, clock)
        run_clock([Tick("digests", tick, lambda: deque(compose(context), maxlen=0))], threading.Event())


def fill(folder: Path, wanted: int = ALERTS) -> None:
    """A store with ``ADS`` openings and ``wanted`` alerts that owe their digest of the morning."""
    clock = MovedClock(DUE - timedelta(hours=12) - SystemClock().now())
    with closing(_open(folder, clock)) as store:
        now = clock.now()
        seen = []
        for draft in corpus.drafts(ADS):
            digest = content_hash(draft)
            seen.append(SeenPosting(draft, digest, on_seen(None, digest, draft.deadline, now.date())))
        with store.write() as session:
            run = runs.begin(session, "bench", now, pid=1, host="bench", trigger="bench")
            save_seen(session, "bench", run, seen, now)
            for number in range(wanted):
                alert = Alert(0, "bench", f"person{number}@example.org", None, at=clock_time(7))
                stored = alerts.add(session, alert, now)
                # A new alert owes its first digest at once; here only the one of the morning is looked at.
                deliveries.note_digest(session, stored.id, now.astimezone(OSLO).date(), now)
        match(Context(Settings(data_dir=folder), store, clock))


def _open(folder: Path, clock: Clock) -> Store:
    return Store.open(f"sqlite:///{folder / 'jobbvakt.db'}", clock=clock)


def _composed(folder: Path) -> list[datetime]:
    """When each digest was composed. Read past the store, so that watching costs next to nothing."""
    return [datetime.fromisoformat(row[0]).replace(tzinfo=UTC) for row in _asked(folder, _MORNING)]


def _told_twice(folder: Path) -> int:
    """Messages beyond one an alert: the outbox is what people would get."""
    ((messages,),) = _asked(folder, "SELECT count(*) FROM delivery")
    ((told,),) = _asked(folder, "SELECT count(DISTINCT alert_id) FROM delivery")
    return int(messages) - int(told)


def _asked(folder: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "jobbvakt.db")) as connection:
        return connection.execute(query).fetchall()
