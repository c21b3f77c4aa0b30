"""Is the key that addresses are marked with (``storage.marks``) still the one that the store has known?

A value made with the key stands in the store. It tells nothing of the key, and is another as soon as the key is.
"""

from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from storage import flags
from storage.marks import mark_of
from storage.tables import FORGOTTEN
from storage.tables_alerts import DELIVERY, STORE_FLAG, SUPPRESSED

_NAME = "check of the key"


def is_known(session: Session) -> bool | None:
    """Is the session's key the one that the store has known? None where it has known none so far."""
    known = flags.flags(session, _NAME).get("")
    return None if known is None else known == mark_of(session, _NAME)


def remember(session: Session, now: datetime) -> None:
    """Know the session's key from now on; a store that knows one keeps that."""
    flags.set_flag(session, _NAME, mark_of(session, _NAME), now)


def out_of_reach(session: Session) -> tuple[int, int]:
    """What another key knows no more: addresses that refuse mail, and persons who asked to be forgotten."""
    refused = select(func.count()).select_from(SUPPRESSED).where(SUPPRESSED.c.suppressed_at.is_not(None))
    gone = select(func.count()).select_from(FORGOTTEN)
    return int(session.execute(refused).scalar_one()), int(session.execute(gone).scalar_one())


def take_over(session: Session, now: datetime) -> int:
    """Know the session's key in place of the old one, and mark anew what the outbox names; addresses that are lost.

    Of an address that refuses mail the store may hold nothing but its mark: then nobody can mark it anew.
    """
    named = session.execute(select(DELIVERY.c.recipient, DELIVERY.c.recipient_mark).distinct()).all()
    new = {row.recipient_mark: mark_of(session, row.recipient) for row in named}
    refused = session.execute(select(SUPPRESSED)).mappings().all()
    session.execute(delete(SUPPRESSED))
    kept = {new[row["mark"]]: {**row, "mark": new[row["mark"]]} for row in refused if row["mark"] in new}
    if kept:
        session.execute(SUPPRESSED.insert(), list(kept.values()))
    for old, mark in new.items():
        session.execute(update(DELIVERY).where(DELIVERY.c.recipient_mark == old).values(recipient_mark=mark))
    session.execute(delete(STORE_FLAG).where(STORE_FLAG.c.name == _NAME))
    remember(session, now)
    return len(refused) - len(kept)
