"""Switches that belong to the whole store, such as *this source is paused*."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from storage.base import insert_into, rows_changed
from storage.tables_alerts import STORE_FLAG

PAUSED = "source_paused:"
RETRY = "source_retry:"
"""Set when somebody wants a failing source asked again: runs from before count no more as failures."""
MEASURE = "source_measure:"
"""Set when somebody said that what a source brings now is right: older runs measure it no more."""


def set_flag(session: Session, name: str, why: str, now: datetime) -> None:
    """Switch it on; one that is on keeps its reason."""
    statement = insert_into(session, STORE_FLAG).values(name=name, why=why, set_at=now)
    session.execute(statement.on_conflict_do_nothing())


def since(session: Session, name: str) -> datetime | None:
    """When it was switched on; None when it is off."""
    found: datetime | None = session.execute(select(STORE_FLAG.c.set_at).where(STORE_FLAG.c.name == name)).scalar()
    return found


def clear_flag(session: Session, name: str) -> bool:
    """Switch it off; False when it was not on."""
    return rows_changed(session, delete(STORE_FLAG).where(STORE_FLAG.c.name == name)) > 0


def flags(session: Session, prefix: str) -> dict[str, str]:
    """What follows ``prefix`` → why, for every switch that is on and begins so."""
    rows = session.execute(select(STORE_FLAG.c.name, STORE_FLAG.c.why).where(STORE_FLAG.c.name.startswith(prefix)))
    return {row.name.removeprefix(prefix): row.why for row in rows}


def paused_sources(session: Session) -> dict[str, str]:
    """Source → why the timer leaves it alone."""
    return flags(session, PAUSED)
