"""What every table stands on: one metadata with named constraints, UTC times, and the statements of both dialects."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, ClassVar, TypeVar, cast

from sqlalchemy import CursorResult, DateTime, Dialect, MetaData, Table, UpdateBase
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import SQLModel

T = TypeVar("T")

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Constraints without a name cannot be altered by a later migration on SQLite."""

CHUNK = 1_000
"""Values in one IN list; far below the limit of 32,766 parameters that SQLite has."""


class Base(SQLModel):
    """Parent of every table; tables never leave this package."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)


class _SqliteTime(sqlite.DATETIME):
    """SQLite's time text; a batch writes a few moments thousands of times, so that the last texts are remembered."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        process = super().bind_processor(dialect)
        return lru_cache(maxsize=256)(process) if process else None


_SQLITE_TIME: TypeEngine[datetime] = _SqliteTime()  # type: ignore[no-untyped-call]


class UtcDateTime(TypeDecorator[datetime]):
    """Aware in, aware (UTC) out on both databases; SQLite keeps UTC text, PostgreSQL ``timestamptz``.

    A naive datetime is refused with ValueError: it would be read as a guess.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime]:
        """The type of the column in ``dialect``."""
        return dialect.type_descriptor(_SQLITE_TIME if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To what the driver takes."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"the store takes aware datetimes only, not {value!r}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To an aware datetime in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def table_of(model: type[SQLModel]) -> Table:
    """The Core table behind a SQLModel class, for batches."""
    return cast("Table", model.__table__)  # type: ignore[attr-defined]


def insert_into(session: Session, table: Table) -> Any:
    """An INSERT that knows ``on_conflict_do_update``/``_do_nothing`` in the dialect of ``session``."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


def insert_many(session: Session, table: Table, statement: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    """Run an INSERT into ``table`` for many rows, all with the same keys and no values but theirs.

    SQLite's driver is handed plain tuples: SQLAlchemy's preparation of a row would cost more than storing it.
    """
    if not rows:
        return
    connection = session.connection()
    dialect = connection.dialect
    if dialect.name != "sqlite":
        connection.execute(statement, rows)
        return
    compiled = statement.compile(dialect=dialect, column_keys=list(rows[0]))
    steps = [(name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in compiled.positiontup]
    values = [tuple([step(row[name]) if step else row[name] for name, step in steps]) for row in rows]
    connection.exec_driver_sql(compiled.string, values)


def rows_changed(session: Session, statement: UpdateBase) -> int:
    """Run an UPDATE or DELETE and tell how many rows it met."""
    return cast("CursorResult[Any]", session.execute(statement)).rowcount


def chunks(values: Iterable[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """``values`` in lists of at most ``size``."""
    everything = list(values)
    for start in range(0, len(everything), size):
        yield everything[start : start + size]
