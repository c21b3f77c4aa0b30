"""What every table stands on: one metadata with named constraints, UTC times, and the statements of both dialects."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, ClassVar, TypeVar, cast

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    DateTime,
    Dialect,
    MetaData,
    Table,
    Text,
    UpdateBase,
    any_,
    bindparam,
    func,
    select,
)
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
    return insert_for(session.get_bind().dialect.name, table)


def insert_for(dialect: str, table: Table) -> Any:
    """As :func:`insert_into`, for a ``dialect`` by name: a statement that outlives its session."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def insert_many(session: Session, table: Table, statement: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    """Run an INSERT into ``table`` for many rows, all with the same keys and no values but theirs.

    SQLite's driver is handed plain tuples: SQLAlchemy's preparation of a row would cost more than storing it. A
    ``statement`` that is kept for the next call is prepared once.
    """
    if not rows:
        return
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        connection.execute(statement, rows)
        return
    text, steps = _prepared(statement, table, connection.dialect, tuple(rows[0]))
    columns = [_bound(step, [row[name] for row in rows]) for name, step in steps]
    connection.exec_driver_sql(text, list(zip(*columns, strict=True)))


@lru_cache(maxsize=64)
def _prepared(
    statement: Any, table: Table, dialect: Dialect, names: tuple[str, ...]
) -> tuple[str, list[tuple[str, Callable[[Any], Any] | None]]]:
    """The statement's text, and the columns in its order with what makes their values fit for the driver."""
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    return compiled.string, [
        (name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in compiled.positiontup
    ]


def _bound(step: Callable[[Any], Any] | None, values: list[Any]) -> list[Any]:
    """``values`` of one column for the driver. A batch has few moments, each many times over: one is worked on once."""
    if step is None:
        return values
    # By identity: equal moments may still be apart by an hour, where clocks are set back.
    known = {number: step(value) for number, value in {id(value): value for value in values}.items()}
    if len(known) == 1:
        return list(known.values()) * len(values)
    return [known[id(value)] for value in values]


def rows_changed(session: Session, statement: UpdateBase, parameters: Mapping[str, Any] | None = None) -> int:
    """Run an UPDATE or DELETE and tell how many rows it met."""
    return cast("CursorResult[Any]", session.execute(statement, parameters)).rowcount


def among(column: ColumnElement[Any], name: str, dialect: str) -> ColumnElement[bool]:
    """Is the text in ``column`` one of those that the parameter ``name`` holds? It takes the value of :func:`listed`.

    For statements that are kept: an ``IN`` list is written anew for each number of values, which costs more than
    looking up the rows.
    """
    if dialect == "sqlite":
        values = func.json_each(bindparam(name)).table_valued("value")
        return column.in_(select(values.c.value))
    return column == any_(bindparam(name, type_=postgresql.ARRAY(Text)))


def listed(values: Iterable[str], dialect: str) -> str | list[str]:
    """``values`` as the parameter of :func:`among`."""
    return json.dumps(list(values)) if dialect == "sqlite" else list(values)


def chunks(values: Iterable[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """``values`` in lists of at most ``size``."""
    everything = list(values)
    for start in range(0, len(everything), size):
        yield everything[start : start + size]
