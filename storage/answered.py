"""Requests that must not be done twice, by their Idempotency-Key."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from storage.base import insert_into
from storage.tables_web import ANSWERED

KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked (as a digest), and what was answered."""

    request: str
    answer: str


def keep(session: Session, account_id: int, key: str, request: str, answer: str, now: datetime) -> Answered | None:
    """Remember an answer for a day; what was answered to the account's ``key`` before, where it was used already."""
    session.execute(delete(ANSWERED).where(ANSWERED.c.at < now - KEPT))
    values = {"account_id": account_id, "key": key, "request": request, "answer": answer, "at": now}
    statement = insert_into(session, ANSWERED).values(values).on_conflict_do_nothing().returning(ANSWERED.c.key)
    if session.execute(statement).first() is not None:
        return None
    row = session.execute(select(ANSWERED.c.request, ANSWERED.c.answer).where(*_of(account_id, key))).one()
    return Answered(row.request, row.answer)


def forget(session: Session, account_id: int, key: str) -> None:
    """What was asked with ``key`` came to nothing: it may be used again."""
    session.execute(delete(ANSWERED).where(*_of(account_id, key)))


def _of(account_id: int, key: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return ANSWERED.c.account_id == account_id, ANSWERED.c.key == key
