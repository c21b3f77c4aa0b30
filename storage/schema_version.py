"""Which schema a store has and which this program wants. Asked at every start: it needs nothing but one query."""

from pathlib import Path
from typing import NoReturn

from sqlalchemy import Connection, Engine, inspect, text

from storage.errors import StoreError
from storage.failures import place

SCRIPTS = Path(__file__).parent / "migrations"
_BOOK = "alembic_version"


def known_versions() -> list[str]:
    """The schema versions that this program can bring up, oldest first: the numbers of its migrations."""
    return sorted(script.name.partition("_")[0] for script in (SCRIPTS / "versions").glob("[0-9]*_*.py"))


def newest_version() -> str:
    """The schema version this program works with, for example ``0001``."""
    return known_versions()[-1]


def stored_version(connection: Connection) -> str | None:
    """The schema version of the store; None when it is empty.

    Raises StoreError when the database belongs to some other program.
    """
    tables = inspect(connection).get_table_names()
    version = connection.execute(text(f"SELECT version_num FROM {_BOOK}")).scalar() if _BOOK in tables else None  # noqa: S608 - a constant
    if version is None and (others := [name for name in tables if name != _BOOK]):
        raise StoreError(
            "this database is not a store of Jobbvakt",
            which=place(connection.engine.url),
            why=f"it holds tables of something else ({', '.join(others[:3])})",
            remedy="give the address of a new, empty database",
        )
    return version


def is_current(engine: Engine) -> bool:
    """Does the store have this program's schema? Only reads, so that nobody who writes is waited for.

    Raises StoreError when the store is newer or somebody else's.
    """
    with engine.begin() as connection:
        version = stored_version(connection)
    refuse_newer(version, engine)
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


def refuse_newer(version: str | None, engine: Engine) -> None:
    """StoreError when ``version`` is none that this program knows."""
    if version is not None and version not in known_versions():
        raise StoreError(
            "the store was made by a newer Jobbvakt",
            which=place(engine.url),
            why=f"its schema is version {version}, this program knows versions up to {newest_version()}",
            remedy="install the newer Jobbvakt, or restore a backup made before the upgrade: jobbvakt db restore FILE",
        )
