"""kill -9 at named places and at random moments: no mail is lost, and each kill costs at most one mail twice."""

import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import time, timedelta
from time import monotonic, sleep

import pytest

from domain.alerts import DeliveryState, Frequency, MailKind
from domain.clock import FixedClock
from operations.crashpoints import VARIABLE, reach
from storage import deliveries
from storage.deliveries import DeliveryRecord
from storage.engine import Store
from tests.integration.alerts.smtp_servers import Faulty, faulty
from tests.integration.alerts.world import add_alert, add_opening
from tests.support import warm

KILLS = int(os.environ.get("JOBBVAKT_MAIL_KILLS", "15"))
"""At random moments; the variable asks for more."""
EACH = min(KILLS // 8 + 1, 5)
"""At each named place."""
READERS = 5 * KILLS if KILLS > 15 else 32
"""A killed process may have sent one mail or some; there must be one left for each."""
SLOW = 0.02
"""Seconds that the relay takes for a mail, so that many moments lie between giving it away and having it marked."""
POINTS = ["digest.before_commit", "digest.after_commit", "outbox.after_claim", "outbox.after_send", "outbox.after_mark"]


class Children:
    """Starts one process after another, each an hour later than the last: the lease of a dead one is over by then."""

    def __init__(self, store: Store, port: int) -> None:
        self._words = store.url.render_as_string(hide_password=False), str(port)
        self._started = 0

    def start(self, point: str = "") -> warm.Command:
        """A new process, to be killed at a named place."""
        self._started += 1
        armed = {**os.environ, VARIABLE: point}
        return warm.Command(
            *self._words, str(self._started), env=armed, program="tests.integration.alerts.notify_child"
        )

    def run(self, point: str = "") -> int:
        """Its exit code."""
        return self.start(point).wait().returncode


def prepare(store: Store, clock: FixedClock) -> set[str]:
    """Readers who are each owed one mail."""
    add_opening(store, clock, "a")
    readers = {f"r{number}@example.no" for number in range(READERS)}
    for reader in sorted(readers):
        add_alert(store, clock, name=reader, email=reader)
    return readers


def prepare_instant(store: Store, clock: FixedClock) -> set[str]:
    """Readers whose digests are done for days to come, and who are each owed one mail at once."""
    readers = {f"r{number}@example.no" for number in range(READERS)}
    for reader in sorted(readers):
        alert = add_alert(
            store,
            clock,
            name=reader,
            email=reader,
            frequency=Frequency.INSTANT,
            quiet_from=time(0),
            quiet_until=time(0),
        )
        with store.write() as session:
            for days in range(-1, 9):
                deliveries.note_digest(session, alert.id, clock.now().date() + timedelta(days=days), clock.now())
    add_opening(store, clock, "a")
    return readers


def finish(started: Children, store: Store) -> None:
    """Run undisturbed until nothing waits: on a slow machine a conversation may time out, and is tried again later."""
    for _ in range(5):
        assert started.run() == 0
        if set(states(store)) == {DeliveryState.SENT}:
            return


def recent(store: Store) -> list[DeliveryRecord]:
    with store.read() as session:
        return deliveries.recent(session, limit=10_000)


def states(store: Store) -> Counter[DeliveryState]:
    return Counter(record.state for record in recent(store))


@pytest.mark.parametrize("owe", [prepare, prepare_instant], ids=["digest", "instant"])
def test_killed_at_every_named_place_nothing_is_lost_and_a_kill_costs_at_most_one_duplicate(
    store: Store, clock: FixedClock, owe: Callable[[Store, FixedClock], set[str]]
) -> None:
    readers = owe(store, clock)
    with faulty() as server:
        started = Children(store, server.port)
        for point in POINTS:
            for _ in range(EACH):
                assert started.run(point) == -signal.SIGKILL, f"{point} was not reached"
        finish(started, store)
    assert {record.kind for record in recent(store)} == {MailKind(owe.__name__.partition("_")[2] or "digest")}
    got = Counter(item.recipient for item in server.taken)
    assert set(got) == readers  # lost: 0
    assert got.total() - READERS == EACH  # those that were out, but not marked
    assert states(store) == {DeliveryState.SENT: READERS}
    ids = {item.content.partition(b"Message-ID: ")[2].split(b"\r\n")[0] for item in server.taken}
    assert len(ids) == READERS  # a mail that came twice can be told as one


def let_it_come_so_far(process: int, server: Faulty, chance: random.Random) -> None:
    """Wait a random time, or for a random number of mails and then some, or until the process is done."""
    if chance.random() < 0.3:
        sleep(chance.uniform(0.02, 0.25 + READERS / 3000))  # looking at everybody takes its time too
        return
    enough, until = len(server.taken) + chance.randint(1, READERS // KILLS + 1), monotonic() + 30
    while len(server.taken) < enough and monotonic() < until and is_running(process):
        sleep(0.002)
    sleep(chance.uniform(0.0, 1.2 * SLOW))


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_killed_at_random_moments_nothing_is_lost_and_a_kill_costs_at_most_one_duplicate(
    store: Store, clock: FixedClock
) -> None:
    readers = prepare(store, clock)
    chance = random.Random(20261123)
    kills = 0
    with faulty() as server:
        started = Children(store, server.port)
        server.pause = SLOW
        while kills < KILLS and (not recent(store) or set(states(store)) != {DeliveryState.SENT}):
            process = started.start()
            let_it_come_so_far(process.pid, server, chance)
            with suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)
            kills += process.wait().returncode == -signal.SIGKILL
        server.pause = 0.0
        finish(started, store)
    got = Counter(item.recipient for item in server.taken)
    lost, twice = len(readers - set(got)), got.total() - READERS
    sys.stdout.write(f"{store.dialect}: {kills} kills, {READERS} readers, lost {lost}, twice {twice}\n")
    assert set(got) == readers
    assert twice <= kills
    assert states(store) == {DeliveryState.SENT: READERS}


def test_a_place_that_is_not_armed_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    reach("outbox.after_send")
    monkeypatch.setenv(VARIABLE, "outbox.after_claim")
    reach("outbox.after_send")
