"""What a database says when it fails, in words for people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from storage.errors import NotStoredError, StoreBusyError, StoreError

# Name of SQLite's primary result code → what, why, remedy.
_SQLITE = {
    "NOTADB": (
        "this file is no store",
        "it is not an SQLite database",
        "check the address in [database] url, or move the file away to begin with an empty store",
    ),
    "CORRUPT": (
        "the store is damaged",
        "SQLite finds its pages malformed",
        "stop Jobbvakt, keep a copy of the file, and run: jobbvakt db restore BACKUP",
    ),
    "FULL": (
        "the store could not grow",
        "the disk (or the database's size limit) is full",
        "make room and try again; nothing that was stored is lost",
    ),
    "CANTOPEN": (
        "the store cannot be opened",
        "its folder or file cannot be read or written",
        "check the path and the permissions, or give another one with --data-dir",
    ),
    "READONLY": (
        "the store cannot be written",
        "its file or folder is read-only for this user, or this is a reading unit",
        "check the permissions, or give another place with --data-dir",
    ),
    "IOERR": (
        "the store could not be read or written",
        "the disk reported an error",
        "check the disk and its free space, then run: jobbvakt db check",
    ),
}


@contextmanager
def in_words(url: URL) -> Iterator[None]:
    """Raise StoreError in place of the database's own failures, NotStoredError for ids beyond all bounds.

    Broken rules of the schema pass as they are, and so does what the block raises by itself.
    """
    try:
        yield
    except IntegrityError:
        raise
    except OverflowError as error:  # SQLite's driver, of a number that no column holds
        raise _too_large() from error
    except DBAPIError as error:
        if type(error.orig).__name__ == "NumericValueOutOfRange":
            raise _too_large() from error
        raise _explained(url, error.orig) from error
    except PoolTimeoutError as error:
        raise _busy(url, "all connections of this process are in use") from error


@contextmanager
def files_in_words(url: URL) -> Iterator[None]:
    """As ``in_words``, for blocks that work on the store's file: failures of the file system too."""
    try:
        with in_words(url):
            yield
    except (sqlite3.DatabaseError, OSError) as error:
        raise _explained(url, error) from error


def place(url: URL) -> str:
    """The store's address without its password: a path for SQLite."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.render_as_string(hide_password=True)


def _explained(url: URL, error: Any) -> StoreError:
    name = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").split("_")[0]
    if name in ("BUSY", "LOCKED"):
        return _busy(url, "another program has been writing for too long")
    if name in _SQLITE:
        what, why, remedy = _SQLITE[name]
        return StoreError(what, which=place(url), why=why, remedy=remedy)
    if isinstance(error, OSError):
        what, _why, remedy = _SQLITE["CANTOPEN"]
        return StoreError(what, which=place(url), why=error.strerror or str(error), remedy=remedy)
    lines = str(error).strip().splitlines()
    return StoreError(
        "the database failed",
        which=place(url),
        why=lines[0] if lines else type(error).__name__,
        remedy="check that the database server runs and that [database] url is right",
    )


def _too_large() -> NotStoredError:
    """Whoever asks for such an id asks for something that there cannot be."""
    return NotStoredError("there is no such number in the store", why="it is larger than any that is given")


def _busy(url: URL, why: str) -> StoreBusyError:
    return StoreBusyError(
        "the store is busy", which=place(url), why=why, remedy="try again; if it stays so, see: jobbvakt runs list"
    )
