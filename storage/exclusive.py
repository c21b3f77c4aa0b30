"""One at a time over all processes that share the store; whoever dies lets go."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

_KIND = 0x4A6F6262
"""First half of our advisory locks' keys ("Jobb"); the second says what is locked."""


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Waits until no other process or thread holds ``path``, and holds it."""
    with path.open("ab") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def server_lock(engine: Engine, what: str) -> Iterator[None]:
    """The same on PostgreSQL, whatever machine the others are on. No transaction is open meanwhile."""
    key = _key(what)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SELECT pg_advisory_lock(:kind, :what)"), key)
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:kind, :what)"), key)


def in_turn(session: Session, what: str) -> None:
    """Until this write unit ends, others that ask for ``what`` wait. On SQLite there is only one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:kind, :what)"), _key(what))


def _key(what: str) -> dict[str, int]:
    return {"kind": _KIND, "what": crc32(what.encode()) - 2**31}
