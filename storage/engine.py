"""The store: one place to open it, one way to write, one way to read.

``with store.write() as session`` is one write unit: all of it is stored, or nothing. Never do network work inside.
"""

import importlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from domain.clock import Clock
from storage import marks, sqlite
from storage.backup_file import copy_to_folder
from storage.errors import StoreError
from storage.exclusive import file_lock, server_lock
from storage.failures import files_in_words, in_words
from storage.schema_version import is_current, refuse_older


class Store:
    """An opened store. Make one with ``Store.open``; threads may share it, forked processes may not."""

    def __init__(self, url: URL, writer: Engine, reader: Engine, key: bytes) -> None:
        self.url = url
        """The address; ``str()`` of it hides the password."""
        self._writer, self._reader = writer, reader
        self._info = {marks.KEY: key}

    @classmethod
    def open(
        cls, url: str, *, clock: Clock, backup_dir: Path | None = None, upgrade: bool = True, key: bytes = b""
    ) -> "Store":
        """The store at ``url`` (``sqlite:///path`` or ``postgresql+psycopg://…``), made or upgraded where needed.

        An empty database gets the schema. An older store is first copied to ``backup_dir`` (default: ``backups``
        beside the file; on PostgreSQL the one transaction of the upgrade is the safety) and then upgraded; with
        ``upgrade=False`` it is refused. ``key``: what ``storage.marks`` marks addresses with. Raises StoreError also
        for a newer store, a file that is no store, a damaged one, a path that cannot be written, a server that does
        not answer.
        """
        address = address_of(url)
        with files_in_words(address):
            if address.get_backend_name() == "sqlite":
                _prepare_file(address, clock, backup_dir, upgrade, key)
                return cls(address, sqlite.writer_engine(address), sqlite.reader_engine(address), key)
            writer = create_engine(address, pool_pre_ping=True, **sqlite.COMMON)
            with ExitStack() as refused:
                refused.callback(writer.dispose)
                _prepare_server(writer, upgrade, key)
                refused.pop_all()
            # A reading unit sees one moment of the store, as it does on SQLite.
            reader = writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            return cls(address, writer, reader, key)

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._writer.dialect.name

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One write unit: stored as a whole when the block ends, undone when it raises.

        On SQLite it holds the write lock from its first moment. Raises StoreBusyError when that lock is not to be
        had, StoreError for a full disk and the like. Units do not nest.
        """
        with (
            in_words(self.url),
            Session(self._writer, expire_on_commit=False, info=self._info) as session,
            session.begin(),
        ):
            session.connection()
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One reading unit: sees one moment of the store, and cannot write (StoreError)."""
        with in_words(self.url), Session(self._reader, info=self._info) as session, session.begin():
            yield session

    @contextmanager
    def one_at_a_time(self, what: str) -> Iterator[None]:
        """While the block runs, whoever else asks for ``what`` waits, in any process that shares the store."""
        with in_words(self.url), ExitStack() as held:
            if self.dialect == "sqlite":
                path = sqlite.file_of(self.url)
                held.enter_context(file_lock(path.with_name(f"{path.name}.{what}.lock")))
            else:
                held.enter_context(server_lock(self._writer, what))
            yield

    def empty_log(self) -> None:
        """Bring the write-ahead log into the file and cut it to nothing, so that no erased row is left in it.

        It may have to wait for a reader; then the next call does it. PostgreSQL sees to its log itself.
        """
        if self.dialect == "sqlite":
            sqlite.empty_log(sqlite.file_of(self.url))

    def close(self) -> None:
        """Give back every connection."""
        self._reader.dispose()
        self._writer.dispose()


def address_of(url: str) -> URL:
    """``url`` taken apart; StoreError when it is no address of a database that Jobbvakt knows."""
    try:
        address = make_url(url)
    except ArgumentError:
        address = None
    if address is None or address.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreError(
            "this is no address of a store",
            which=address.render_as_string(hide_password=True) if address else "[database] url",
            why="it should begin with sqlite:/// or postgresql+psycopg://",
            remedy="correct [database] url; sqlite:///var/jobbvakt.db is the usual one",
        )
    return address


def _prepare_file(url: URL, clock: Clock, backup_dir: Path | None, upgrade: bool, key: bytes) -> None:
    path = sqlite.file_of(url)
    if not upgrade and not path.exists():
        raise StoreError("there is no store", which=str(path), remedy="make one with: jobbvakt db upgrade")
    path.parent.mkdir(parents=True, exist_ok=True)
    sqlite.use_wal(path)
    reader = sqlite.reader_engine(url)
    try:
        if is_current(reader):
            return
        if not upgrade:
            refuse_older(reader)
    finally:
        reader.dispose()
    folder = backup_dir or path.parent / "backups"
    _bring_up(sqlite.upgrade_engine(url), lambda version: copy_to_folder(path, folder, version, clock.now()), key)


def _prepare_server(engine: Engine, upgrade: bool, key: bytes) -> None:
    if is_current(engine):
        return
    if not upgrade:
        refuse_older(engine)
    _bring_up(engine, lambda _version: None, key)


def _bring_up(engine: Engine, before: Callable[[str], object], key: bytes) -> None:
    # Alembic takes longer to load than most commands take to answer, and is needed once a version.
    importlib.import_module("storage.upgrade").bring_up(engine, before, key)
