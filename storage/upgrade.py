"""From any older schema to this program's, in one transaction: a crash leaves the old store or the new one."""

from collections.abc import Callable

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

from storage import schema_version
from storage.errors import StoreError
from storage.failures import place
from storage.schema_version import newest_version, refuse_newer, stored_version

_LOCK = 0x4A6F6262
"""Key of PostgreSQL's advisory lock ("Jobb"): two programs that start together upgrade once."""


def bring_up(engine: Engine, before: Callable[[str], object], key: bytes) -> str | None:
    """Give the store behind ``engine`` the newest schema; the version it had, None when it was empty.

    ``before(version)`` is called with the write lock held when there is something to lose: it makes the backup.
    ``key``: as in ``Store.open``. Raises StoreError when the store is newer or somebody else's.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        version = stored_version(connection)
        refuse_newer(version, engine)
        if version == newest_version():
            return version
        if version is not None:
            before(version)
        config = _config()
        config.attributes |= {"connection": connection, "key": key}
        command.upgrade(config, "head")
        _check_references(connection)
        return version


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
    config.set_main_option("script_location", str(schema_version.SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
