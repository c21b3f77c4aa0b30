"""What every table stands on: one metadata with named constraints, UTC times, and the statements of both dialects."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar, TypeVar, cast

from sqlalchemy import CursorResult, DateTime, Dialect, MetaData, Table, UpdateBase
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeDecorator
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


class UtcDateTime(TypeDecorator[datetime]):
    """Aware in, aware (UTC) out on both databases; SQLite keeps UTC text, PostgreSQL ``timestamptz``.

    A naive datetime is refused with ValueError: it would be read as a guess.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

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


def rows_changed(session: Session, statement: UpdateBase) -> int:
    """Run an UPDATE or DELETE and tell how many rows it met."""
    return cast("CursorResult[Any]", session.execute(statement)).rowcount


def chunks(values: Iterable[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """``values`` in lists of at most ``size``."""
    everything = list(values)
    for start in range(0, len(everything), size):
        yield everything[start : start + size]
