"""Ten thousand digests need no more memory than a hundred.

A hundred by default; ``JOBBVAKT_DIGESTS=10000`` composes that many.
"""

import os
import subprocess
import sys
from pathlib import Path

from sqlalchemy import func, select, update

from alerts.channels import MailSettings
from crawler.memory import peak_memory
from domain.clock import FixedClock
from operations.composing import compose_each
from storage.engine import Store
from storage.tables_alerts import ALERT, DELIVERY
from tests.integration.alerts.world import add_alert, add_opening, at

COUNT = int(os.environ.get("JOBBVAKT_DIGESTS", "100"))
OPENINGS = 30
MEBIBYTE = 2**20
LIMIT = 300
"""MiB at the peak, the program itself and its libraries included."""
NOON = FixedClock(at("2026-11-23T12:00+01:00"))


def compose_all(url: str) -> None:
    """In the child: compose for everybody, one after another, as the clock does."""
    store = Store.open(url, clock=NOON)
    count = sum(item.message is not None for item in compose_each(store, NOON, MailSettings()))
    sys.stdout.write(f"{count} {peak_memory() // MEBIBYTE}\n")


def test_digests_are_composed_in_bounded_memory(sqlite_model: Path, tmp_path: Path) -> None:
    path = tmp_path / "jobbvakt.db"
    path.write_bytes(sqlite_model.read_bytes())
    store = Store.open(f"sqlite:///{path}", clock=NOON)
    for number in range(OPENINGS):
        add_opening(store, NOON, f"ad{number}", score=50 + number)
    first = add_alert(store, NOON, email="r0@example.no")
    with store.write() as session:  # the same alert over and over, far faster than adding each
        row = dict(session.execute(select(ALERT).where(ALERT.c.id == first.id)).mappings().one())
        others = [{**row, "id": first.id + n, "email": f"r{n}@example.no"} for n in range(1, COUNT)]
        session.execute(ALERT.insert(), others)
        # Every other one looks for something of its own, so that searches are not always shared.
        session.execute(update(ALERT).where(ALERT.c.id % 2 == 0).values(min_score=ALERT.c.id % 40))
    store.close()
    command = [sys.executable, "-c", f"from {__name__} import compose_all; compose_all('sqlite:///{path}')"]
    told = subprocess.run(command, cwd=Path(__file__).parents[3], check=True, capture_output=True, text=True)
    count, peak = map(int, told.stdout.split())
    sys.stdout.write(f"{count} digests of {OPENINGS} openings: {peak} MiB at the peak\n")
    assert count == COUNT
    assert peak <= LIMIT
    again = Store.open(f"sqlite:///{path}", clock=NOON)
    with again.read() as session:
        assert session.execute(select(func.count()).select_from(DELIVERY)).scalar_one() == COUNT
    again.close()
