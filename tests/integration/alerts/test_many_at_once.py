"""Many processes find the same slots due at the same moment: each slot is done by one of them, and none by nobody.

A few by default; ``JOBBVAKT_SLOTS=1`` lets 8 processes look at 1,000 alerts.
"""

import os
import sys
from collections import Counter

from sqlalchemy import func, select

from domain.alerts import DeliveryState
from domain.clock import FixedClock
from storage.engine import Store
from storage.tables_alerts import DELIVERY, DIGEST
from tests.integration.alerts.smtp_servers import faulty_at_once
from tests.integration.alerts.test_kill import Children
from tests.integration.alerts.world import add_alert, add_opening

WHOLE = bool(os.environ.get("JOBBVAKT_SLOTS"))
PROCESSES, SLOTS = (8, 1_000) if WHOLE else (3, 30)


def test_every_slot_is_done_once_however_many_programs_look(store: Store, clock: FixedClock) -> None:
    add_opening(store, clock, "a")
    readers = {add_alert(store, clock, name=f"r{n}", email=f"r{n}@example.no").email for n in range(SLOTS)}
    with faulty_at_once() as server:
        programs = [Children(store, server.port).start() for _ in range(PROCESSES)]
        assert [program.wait().returncode for program in programs] == [0] * PROCESSES
    with store.read() as session:
        days = list(session.execute(select(DIGEST.c.alert_id, func.count()).group_by(DIGEST.c.alert_id)))
        states = Counter(session.execute(select(DELIVERY.c.state)).scalars())
        workers = Counter(session.execute(select(DELIVERY.c.worker)).scalars())
    got = Counter(item.recipient for item in server.taken)
    told = f"missed {len(readers - set(got))}, double {got.total() - len(got)}, shares {sorted(workers.values())}"
    sys.stdout.write(f"{store.dialect}: {PROCESSES} processes, {SLOTS} slots, {told}\n")
    assert got == Counter(readers)
    assert [count for _, count in days] == [1] * SLOTS
    assert states == {DeliveryState.SENT.value: SLOTS}
