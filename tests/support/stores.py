"""Stores that hold the schema from the start: to migrate an empty file takes half a second, to copy one takes none.

That an empty file is brought up by whoever opens it is for the tests of the engine, of upgrades and of the program.
"""

import atexit
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from domain.clock import Clock, FixedClock
from storage.engine import Store

_NEW_YEAR = FixedClock(datetime(2026, 1, 1, tzinfo=UTC))


@cache
def model() -> Path:
    """A SQLite file of this process that holds the schema and nothing else, for others to copy."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Store.open(f"sqlite:///{folder / 'jobbvakt.db'}", clock=_NEW_YEAR).close()
    return folder / "jobbvakt.db"


def place(folder: Path) -> Path:
    """Put an empty store into a data folder, unless one is there: the folder."""
    path = folder / "jobbvakt.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(model(), path)
    return folder


def opened(folder: Path, clock: Clock) -> Store:
    """The store of a data folder, empty where none is there yet."""
    return Store.open(f"sqlite:///{place(folder) / 'jobbvakt.db'}", clock=clock)
