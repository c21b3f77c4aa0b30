"""Requests that must not be done twice, by their Idempotency-Key."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from storage.base import insert_into
from storage.tables_web import ANSWERED

KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked (as a digest), and what was answered."""

    request: str
    answer: str


def find(session: Session, account_id: int, key: str) -> Answered | None:
    """What was answered to the account's ``key``."""
    wanted = (ANSWERED.c.account_id == account_id, ANSWERED.c.key == key)
    row = session.execute(select(ANSWERED.c.request, ANSWERED.c.answer).where(*wanted)).one_or_none()
    return None if row is None else Answered(row.request, row.answer)


def keep(session: Session, account_id: int, key: str, request: str, answer: str, now: datetime) -> None:
    """Remember an answer for a day."""
    session.execute(delete(ANSWERED).where(ANSWERED.c.at < now - KEPT))
    values = {"account_id": account_id, "key": key, "request": request, "answer": answer, "at": now}
    session.execute(insert_into(session, ANSWERED).values(values).on_conflict_do_nothing())
