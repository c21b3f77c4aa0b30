"""From any older schema to this program's, in one transaction: a crash leaves the old store or the new one."""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from storage.errors import StoreError
from storage.failures import place

SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = 0x4A6F6262
"""Key of PostgreSQL's advisory lock ("Jobb"): two programs that start together upgrade once."""


def newest_version() -> str:
    """The schema version this program works with, for example ``0001``."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def stored_version(connection: Connection) -> str | None:
    """The schema version of the store; None when it is empty.

    Raises StoreError when the database belongs to some other program.
    """
    version = MigrationContext.configure(connection).get_current_revision()
    if version is None and (others := [name for name in inspect(connection).get_table_names() if name not in _OWN]):
        raise StoreError(
            "this database is not a store of Jobbvakt",
            which=place(connection.engine.url),
            why=f"it holds tables of something else ({', '.join(others[:3])})",
            remedy="give the address of a new, empty database",
        )
    return version


_OWN = ("alembic_version",)


def is_current(engine: Engine) -> bool:
    """Does the store have this program's schema? Only reads, so that nobody who writes is waited for.

    Raises StoreError when the store is newer or somebody else's.
    """
    with engine.begin() as connection:
        version = stored_version(connection)
    _refuse_newer(version, engine)
    return version == newest_version()


def refuse_older(engine: Engine) -> NoReturn:
    """StoreError: the store would have to be upgraded first."""
    with engine.begin() as connection:
        version = stored_version(connection)
    raise StoreError(
        "the store has an older schema",
        which=place(engine.url),
        why=f"it is version {version or 'none'}, this program needs {newest_version()}",
        remedy="run: jobbvakt db upgrade",
    )


def bring_up(engine: Engine, before: Callable[[str], object]) -> str | None:
    """Give the store behind ``engine`` the newest schema; the version it had, None when it was empty.

    ``before(version)`` is called with the write lock held when there is something to lose: it makes the backup.
    Raises StoreError when the store is newer or somebody else's.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        version = stored_version(connection)
        _refuse_newer(version, engine)
        if version == newest_version():
            return version
        if version is not None:
            before(version)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _check_references(connection)
        return version


def _refuse_newer(version: str | None, engine: Engine) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if version is not None and version not in known:
        raise StoreError(
            "the store was made by a newer Jobbvakt",
            which=place(engine.url),
            why=f"its schema is version {version}, this program knows versions up to {newest_version()}",
            remedy="install the newer Jobbvakt, or restore a backup made before the upgrade: jobbvakt db restore FILE",
        )


def _check_references(connection: Connection) -> None:
    # SQLite checks no foreign key while tables are rewritten, so that it is done once here.
    if connection.dialect.name == "sqlite" and (broken := connection.execute(text("PRAGMA foreign_key_check")).all()):
        raise StoreError(
            "the upgrade would have left rows that point nowhere",
            which=place(connection.engine.url),
            why=f"{len(broken)} rows, the first in table {broken[0][0]}",
            remedy="nothing was changed; run: jobbvakt db check",
        )


def _config() -> Config:
    config = Config()
    # The value is read with interpolation: a per cent sign in the path is doubled.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
