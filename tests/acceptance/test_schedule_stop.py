"""``jobbvakt schedule`` told to stop while it sends: it finishes the mail in hand, ends in time, and loses nothing.

Twice by default; ``JOBBVAKT_TERMS=100`` stops it so often.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from domain.alerts import DeliveryState
from domain.clock import SystemClock
from domain.postings import DeadlineKind
from storage.engine import Store
from tests.integration.alerts.smtp_servers import faulty_at_once
from tests.integration.alerts.test_kill import states
from tests.integration.alerts.world import add_alert, add_opening

JOBBVAKT = Path(sys.executable).with_name("jobbvakt")
STOPS = int(os.environ.get("JOBBVAKT_TERMS", "2"))
READERS = 6 * STOPS + 8
LIMIT = 20.0
"""Seconds from the signal to the end."""
PATIENCE = 300.0
"""Seconds to wait for the first mail: a busy machine needs long to start a program."""
pytestmark = pytest.mark.acceptance


def test_a_clock_that_is_stopped_while_it_sends_loses_nothing_and_sends_nothing_twice(tmp_path: Path) -> None:
    clock, chance, waits = SystemClock(), random.Random(20261128), []
    store = Store.open(f"sqlite:///{tmp_path / 'jobbvakt.db'}", clock=clock)
    add_opening(store, clock, "a", deadline=None, deadline_kind=DeadlineKind.ASAP)
    readers = {add_alert(store, clock, name=f"r{n}", email=f"r{n}@example.no").email for n in range(READERS)}
    with faulty_at_once() as server:
        server.pause = 0.1
        config = tmp_path / "jobbvakt.toml"
        mail = f'[mail]\nhost = "127.0.0.1"\nport = {server.port}\nsecurity = "none"\nsender = "jobbvakt@example.no"\n'
        idle = "[sources.nav_feed]\nenabled = false\n[sources.jobbnorge]\nenabled = false\n"
        config.write_text(f"{mail}per_domain_per_minute = 0\n[schedule]\ntick_seconds = 1\n{idle}", encoding="utf-8")
        command = [JOBBVAKT, "schedule", "--config", config, "--data-dir", tmp_path]
        for _ in range(STOPS):
            enough = len(server.taken) + chance.randint(1, 6)
            with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE) as program:
                until = time.monotonic() + PATIENCE
                while len(server.taken) < enough and time.monotonic() < until:
                    time.sleep(0.01)
                time.sleep(chance.uniform(0.0, 0.12))
                told = time.monotonic()
                program.send_signal(signal.SIGTERM)
                _, errors = program.communicate(timeout=LIMIT + 10)
                waits.append(time.monotonic() - told)
                assert program.returncode == 0, errors.decode()
        assert len(server.taken) < READERS, "it was stopped in the middle each time"
        server.pause = 0.0
        with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as program:
            until = time.monotonic() + PATIENCE
            while set(states(store)) != {DeliveryState.SENT} and time.monotonic() < until:
                time.sleep(0.1)
            program.send_signal(signal.SIGTERM)
    got = Counter(item.recipient for item in server.taken)
    waits.sort()
    p95 = waits[int(0.95 * (len(waits) - 1))]
    sys.stdout.write(f"{STOPS} stops: p95 {p95:.1f} s, most {waits[-1]:.1f} s, lost {len(readers - set(got))}\n")
    assert got == Counter(readers)
    assert waits[-1] <= LIMIT
    store.close()
