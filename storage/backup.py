"""Backups of a SQLite store: taken while it is in use, put back with the outbox on hold."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.orm import Session

from domain.clock import Clock
from storage import accounts, deliveries
from storage.backup_file import copy
from storage.check import Finding, check
from storage.engine import Store, address_of
from storage.errors import StoreBusyError, StoreError
from storage.failures import files_in_words
from storage.sqlite import file_of, upgrade_engine
from storage.upgrade import bring_up

__all__ = ["Finding", "Restored", "backup", "check", "restore"]

_HELD = "the store was restored from a backup: what it holds unsent may have been sent since the backup was made"


@dataclass(frozen=True, slots=True)
class Restored:
    """What ``restore`` did."""

    store: Path
    kept: Path | None
    """The store that was replaced; None when there was none."""
    version: str
    """Schema version of the backup; the restored store has this program's."""
    held: int
    """Unsent messages put on hold."""


def backup(store: Store, target: Path) -> Path:
    """Copy the store to the new file ``target`` while others read and write it; ``target``.

    Raises StoreError when the file exists, cannot be written, or the store is a PostgreSQL database.
    """
    _only_sqlite(store.url, f"pg_dump --format=custom --file={target} DATABASE")
    if target.exists():
        raise StoreError("the backup would overwrite a file", which=str(target), remedy="give another file name")
    with files_in_words(make_url(f"sqlite:///{target}")):
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(file_of(store.url), target)
    return target


def restore(path: Path, url: str, *, clock: Clock, key: bytes = b"") -> Restored:
    """Put the backup at ``path`` in the place of the store at ``url`` (``sqlite:///…``).

    The backup is checked (a database, whole, a store of this or an older Jobbvakt) and upgraded before anything is
    replaced; the replaced store stays as a file beside it. Every unsent message, and every new one, is on hold until
    ``deliveries.release_all``, and everybody signs in again. ``key``: as in ``Store.open``. Stop all else that uses
    the store first. Raises StoreError, and then nothing has changed.
    """
    address = address_of(url)
    _only_sqlite(address, f"pg_restore --clean --dbname=DATABASE {path}")
    store = file_of(address)
    if not path.is_file():
        raise StoreError("there is no such backup", which=str(path), remedy="see the folder backups in the data folder")
    unfinished = store.with_name(f"{store.name}.restoring")
    try:
        with files_in_words(make_url(f"sqlite:///{path}")):
            store.parent.mkdir(parents=True, exist_ok=True)
            copy(path, unfinished)
        version, held = _prepare(path, unfinished, clock.now(), key)
        with files_in_words(address):
            kept = _replace(store, unfinished, clock.now())
    finally:
        unfinished.unlink(missing_ok=True)
    return Restored(store, kept, version, held)


def _prepare(path: Path, copied: Path, now: datetime, key: bytes) -> tuple[str, int]:
    """Check the copy of the backup, bring it to this schema and hold its mail: (its version, messages held)."""
    with files_in_words(make_url(f"sqlite:///{path}")), closing(sqlite3.connect(copied)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise StoreError("the backup is damaged", which=str(path), why=verdict, remedy="take an older backup")
    engine = upgrade_engine(make_url(f"sqlite:///{copied}"))
    try:
        version = bring_up(engine, lambda _version: None, key)
    except StoreError as error:
        # The copy would be named, which is about to vanish.
        raise StoreError(error.what, which=str(path), why=error.why, remedy=error.remedy) from error
    if version is None:
        raise StoreError("the backup is empty", which=str(path), remedy="take another file")
    with Session(engine) as session, session.begin():
        accounts.end_all_sessions(session)  # who has signed out since the backup was made stays signed out
        return version, deliveries.hold_all(session, _HELD, now)


def _replace(store: Path, new: Path, now: datetime) -> Path | None:
    if not store.exists():
        new.replace(store)
        return None
    kept = store.with_name(f"{store.stem}-replaced-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}{store.suffix}")
    with _alone(store):
        shutil.copy2(store, kept)
        for left in ("-wal", "-shm"):
            # Only a damaged store still has them here; they must not be taken for the new one's.
            with suppress(FileNotFoundError):
                Path(f"{store}{left}").rename(f"{kept}{left}")
        new.replace(store)
    return kept


@contextmanager
def _alone(store: Path) -> Iterator[None]:
    """Hold the store so that nobody else can use it; a store too damaged to be held counts as held."""
    connection = sqlite3.connect(store, timeout=1, isolation_level=None)
    try:
        # Leaving WAL needs to be alone, and brings everything into the one file.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise StoreBusyError(
                "the store is in use",
                which=str(store),
                why="another program has it open",
                remedy="stop the scheduler, the web pages and running crawls first",
            ) from error
    try:
        yield
    finally:
        connection.close()


def _only_sqlite(url: URL, instead: str) -> None:
    if url.get_backend_name() != "sqlite":
        raise StoreError(
            "Jobbvakt backs up SQLite stores only",
            which=url.render_as_string(hide_password=True),
            why="PostgreSQL has its own tools, which know its servers better",
            remedy=f"run: {instead}",
        )
