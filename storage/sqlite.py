"""SQLite as this store wants it: every write unit takes the write lock at once, every commit is on disk.

A deferred transaction that reads and then writes fails at once when somebody wrote in between, whatever the busy
time-out. Here that cannot come about: connections for writing say ``BEGIN IMMEDIATE``, those for reading cannot write.
"""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from storage.codec import dump_json
from storage.errors import StoreError

BUSY_SECONDS = 10.0
"""How long a connection waits for another process's lock."""
SAFE_VERSION = (3, 51, 3)
"""Before it, several connections that write or checkpoint at once could corrupt a WAL store (the WAL-reset bug)."""

COMMON: dict[str, Any] = {
    "json_serializer": dump_json,
    # Rows hold personal data, and error messages end up in logs.
    "hide_parameters": True,
}
"""What every engine is made with, on both databases."""

_PRAGMAS = (
    f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}",
    # FULL: a mail marked as sent must still be marked after a power loss.
    "PRAGMA synchronous = FULL",
    # What is erased is overwritten, not just unlinked.
    "PRAGMA secure_delete = ON",
    # Memory mapping has made the WAL-reset bug worse in the field.
    "PRAGMA mmap_size = 0",
)


def writer_engine(url: URL) -> Engine:
    """Connections whose transactions hold the write lock from their first moment.

    One connection for each process: its threads queue here, which is fairer than SQLite's own retries.
    """
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=1, max_overflow=0, pool_timeout=BUSY_SECONDS * 3, **COMMON
    )
    _prepare(engine, "BEGIN IMMEDIATE", "PRAGMA foreign_keys = ON")
    return engine


def reader_engine(url: URL) -> Engine:
    """Connections that see one moment of the store for each transaction, and cannot write."""
    engine = create_engine(url, **COMMON)
    _prepare(engine, "BEGIN", "PRAGMA query_only = ON")
    return engine


def upgrade_engine(url: URL) -> Engine:
    """For migrations. Foreign keys are off: a table that is rewritten is dropped, which would cascade."""
    engine = create_engine(url, poolclass=NullPool, **COMMON)
    _prepare(engine, "BEGIN IMMEDIATE", "PRAGMA foreign_keys = OFF")
    return engine


def use_wal(path: Path) -> None:
    """Switch the file to write-ahead logging; needed once, the file remembers it.

    Raises sqlite3.DatabaseError when ``path`` is not a database or cannot be opened.
    """
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
    try:
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        if mode != "wal":
            # The switch does not wait for a lock by itself: an immediate transaction before it does.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def empty_log(path: Path) -> bool:
    """Write the write-ahead log into the file and cut it to length 0; False while somebody still reads from it."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
    try:
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    finally:
        connection.close()


def file_of(url: URL) -> Path:
    """The file behind a ``sqlite:///path`` address; StoreError for a store in memory, which nobody could share."""
    if not url.database or url.database == ":memory:":
        raise StoreError(
            "a store needs a file",
            which=str(url),
            why="a database in memory would be lost with the process",
            remedy="give an address such as sqlite:///var/jobbvakt.db",
        )
    return Path(url.database)


def _prepare(engine: Engine, begin: str, *pragmas: str) -> None:
    def connected(connection: Any, _record: Any) -> None:
        # None: the driver must not slip in BEGIN or COMMIT of its own.
        connection.isolation_level = None
        for pragma in (*_PRAGMAS, *pragmas):
            connection.execute(pragma)

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
