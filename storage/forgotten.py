"""Persons who asked to be erased: keyed digests of their addresses, and nothing else about them."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.base import insert_into
from storage.tables import FORGOTTEN


def remember(session: Session, digest: str, now: datetime) -> None:
    """Know this person again; once is enough."""
    row = {"digest": digest, "forgotten_at": now}
    session.execute(insert_into(session, FORGOTTEN).values(row).on_conflict_do_nothing())


def known(session: Session) -> frozenset[str]:
    """The digests of all of them."""
    return frozenset(session.execute(select(FORGOTTEN.c.digest)).scalars())
