"""Which alerts are read as feeds, and since when; the address of a feed is made of that moment."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from storage.base import insert_into, rows_changed
from storage.tables_alerts import FEED


def since(session: Session, alert_id: int) -> datetime | None:
    """When the address in force was made; None for an alert that is no feed."""
    statement = select(FEED.c.since).where(FEED.c.alert_id == alert_id)
    found: datetime | None = session.execute(statement).scalar_one_or_none()
    return found


def open_anew(session: Session, alert_id: int, now: datetime) -> None:
    """Make an address; one from before leads nowhere from now on."""
    statement = insert_into(session, FEED).values(alert_id=alert_id, since=now)
    session.execute(statement.on_conflict_do_update(index_elements=["alert_id"], set_={"since": now}))


def close(session: Session, alert_id: int) -> bool:
    """The alert is no feed any more; False when it was none."""
    return rows_changed(session, delete(FEED).where(FEED.c.alert_id == alert_id)) > 0
