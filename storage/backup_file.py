"""A whole copy of a SQLite store, taken while others read and write it."""

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path


def copy_to_folder(source: Path, folder: Path, version: str, now: datetime) -> Path:
    """Copy ``source`` into ``folder`` under a name with its schema version and the time; the path of the copy."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{source.stem}-schema{version}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    target, count = folder / f"{stem}.db", 1
    while target.exists():
        count += 1
        target = folder / f"{stem}-{count}.db"
    copy(source, target)
    return target


def copy(source: Path, target: Path) -> None:
    """Copy the store at ``source`` to ``target``, which appears whole or not at all."""
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        _copy(source, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    reader, writer = sqlite3.connect(source), sqlite3.connect(target)
    try:
        # All pages in one step: writers may go on (WAL), and the copy cannot be restarted for ever by them.
        reader.backup(writer, pages=-1)
        # A backup is one file: without this it would want its own -wal beside it when it is read.
        writer.execute("PRAGMA journal_mode = DELETE")
    finally:
        writer.close()
        reader.close()
    with target.open("rb") as copied:
        os.fsync(copied.fileno())
