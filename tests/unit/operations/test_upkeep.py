"""What the clock does besides: copies of the store, old texts, and when a source may be asked."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.clock import OSLO, FixedClock
from operations.backups import back_up_due
from operations.context import Context
from operations.notify import deliver_due
from operations.refresh import SourceClock, due_sources, next_refresh
from operations.timer import TEXTS_FOR, upkeep
from settings import ScheduleSettings, Settings
from storage.engine import Store
from storage.tables_alerts import ALERT_LEDGER, DELIVERY
from tests.integration.alerts.test_chats import MAIL
from tests.integration.alerts.test_never_twice import Postbox
from tests.integration.alerts.world import add_alert, add_opening, compose_due

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def context_of(store: Store, folder: Path, clock: FixedClock, **schedule: float) -> Context:
    return Context(Settings(data_dir=folder, schedule=ScheduleSettings(**schedule)), store, clock)


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").glob("*.db"))


def test_a_store_is_copied_once_a_day_and_the_last_copies_are_kept(
    sqlite_model: Path, tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "jobbvakt.db").write_bytes(sqlite_model.read_bytes())
    store = Store.open(f"sqlite:///{tmp_path / 'jobbvakt.db'}", clock=clock)
    context = context_of(store, tmp_path, clock, keep_backups=2)
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "jobbvakt-daily-mine.db").write_text("somebody's own")
    for _ in range(3 * 24 + 1):
        upkeep(context)
        clock.sleep(3600)
    assert copies(tmp_path) == [
        "jobbvakt-daily-20261125T110000Z.db",
        "jobbvakt-daily-20261126T110000Z.db",
        "jobbvakt-daily-mine.db",
    ]
    clock.set(NOON - timedelta(days=400))  # a clock that is set back keeps nobody from a copy
    assert back_up_due(context) is not None
    copied = Store.open(f"sqlite:///{tmp_path / 'backups' / copies(tmp_path)[1]}", clock=clock)
    add_alert(copied, clock)
    copied.close()
    assert back_up_due(context_of(store, tmp_path, clock, backup_hours=0)) is None
    store.close()


def test_texts_of_old_messages_go_and_what_they_told_stays(store: Store, clock: FixedClock, tmp_path: Path) -> None:
    add_opening(store, clock, "a")
    add_alert(store, clock)
    compose_due(store, clock, MAIL)
    deliver_due(store, clock, Postbox(), MAIL.sender, worker="w")
    context = context_of(store, tmp_path, clock, backup_hours=0)

    def kept() -> tuple[int, int]:
        upkeep(context)
        with store.read() as session:
            [message] = session.execute(select(DELIVERY.c.message)).scalars()
            return len(message), len(list(session.execute(select(ALERT_LEDGER))))

    before = kept()
    assert before[0] > 1000
    clock.set(clock.now() + TEXTS_FOR)
    assert kept() == before
    clock.sleep(1)
    assert kept() == (0, 1)


def test_a_source_is_asked_a_little_later_each_time_as_announced() -> None:
    state = SourceClock("nav_feed", last_began=NOON)
    delays = []
    for number in range(200):
        one = replace(state, last_began=NOON + number * HOUR)
        due = next_refresh(one, one.last_began, HOUR)
        assert due_sources([one], due - timedelta(seconds=1), HOUR) == []
        assert due_sources([one], due, HOUR) == ["nav_feed"]
        delays.append(due - one.last_began - HOUR)
    assert min(delays) >= timedelta()
    assert max(delays) <= HOUR / 10
    assert len({delay // timedelta(seconds=30) for delay in delays}) > 5


@pytest.mark.parametrize(
    ("start", "end", "asked"),
    [(time(22), time(6), {22, 23, 0, 1, 2, 3, 4, 5}), (time(8), time(16), set(range(8, 16)))],
)
@pytest.mark.parametrize("day", ["2026-03-28", "2026-10-24", "2026-11-23"])
def test_a_source_with_a_window_is_asked_inside_it_alone(start: time, end: time, asked: set[int], day: str) -> None:
    now, hours = datetime.fromisoformat(f"{day}T12:30+01:00").astimezone(UTC), set()
    state = SourceClock("x", last_began=None, window=(start, end), interval=HOUR / 2)
    for _ in range(48):
        announced = next_refresh(state, now, HOUR)
        assert due_sources([state], now, HOUR) == (["x"] if announced <= now else [])
        if announced <= now:
            hours.add(now.astimezone(OSLO).hour)
            state = replace(state, last_began=now)
        else:
            assert start <= announced.astimezone(OSLO).time() or announced.astimezone(OSLO).time() < end
        now += HOUR
    assert hours == asked
