"""Messages taken back before they went: what they told is news again, to be told in another message or not at all.

A source that closes an ad wants it gone at once, so a message that waits is looked at again when its turn comes. A
second message for the same date is composed without that ad, under the same Message-ID.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, delete, exists, func, insert, select, update
from sqlalchemy.orm import Session

from domain.alerts import Known, MailKind
from domain.postings import PostingStatus
from storage.tables import POSTING
from storage.tables_alerts import ALERT_LEDGER, DELIVERY, DELIVERY_NOTE, DIGEST, WATCH
from storage.tables_matching import OPENING, OPENING_MEMBER

_KNOWN = Known.__slots__


def note(session: Session, delivery_id: int, account_id: int, before: Collection[tuple[int, Known]]) -> None:
    """The message tells the account of these saved openings; ``before``: what it knew of each until then."""
    rows = [
        {
            "delivery_id": delivery_id,
            "account_id": account_id,
            "opening_id": opening,
            **{name: getattr(known, name) for name in _KNOWN},
            "deadline_kind": known.deadline_kind.value,
        }
        for opening, known in before
    ]
    if rows:
        session.execute(insert(DELIVERY_NOTE), rows)


def is_outdated(session: Session, delivery_id: int) -> bool:
    """Has any ad that the message tells of been closed since it was composed?"""
    own = select(DELIVERY.c.id).where(DELIVERY.c.id == delivery_id)
    return session.execute(own.where(_told_closed() | _noted_closed())).first() is not None


def take_back(session: Session, delivery_id: int) -> None:
    """Remove an unsent message with what it told; the date of a digest is open again."""
    unlearn(session, [delivery_id])
    gone = delete(DELIVERY).where(DELIVERY.c.id == delivery_id)
    alert, kind, day = session.execute(
        gone.returning(DELIVERY.c.alert_id, DELIVERY.c.kind, DELIVERY.c.local_date)
    ).one()
    if kind == MailKind.DIGEST.value:
        session.execute(delete(DIGEST).where(DIGEST.c.alert_id == alert, DIGEST.c.local_date == day))


def unlearn(session: Session, delivery_ids: Collection[int]) -> None:
    """Whoever would have read these messages knows as much of what they saved as before."""
    rows = session.execute(select(DELIVERY_NOTE).where(DELIVERY_NOTE.c.delivery_id.in_(delivery_ids))).all()
    for row in rows:
        own = (WATCH.c.account_id == row.account_id, WATCH.c.opening_id == row.opening_id)
        session.execute(update(WATCH).where(*own).values({name: getattr(row, name) for name in _KNOWN}))


def _closed() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return POSTING.c.status != PostingStatus.ACTIVE.value, POSTING.c.closed_at > DELIVERY.c.created_at


def _told_closed() -> ColumnElement[bool]:
    posting = ALERT_LEDGER.c.posting_id == POSTING.c.id
    return exists().where(ALERT_LEDGER.c.delivery_id == DELIVERY.c.id, posting, *_closed())


def _noted_closed() -> ColumnElement[bool]:
    current = func.coalesce(OPENING.c.merged_into, OPENING.c.id) == OPENING_MEMBER.c.opening_id
    joined = (OPENING.c.id == DELIVERY_NOTE.c.opening_id, current, OPENING_MEMBER.c.posting_id == POSTING.c.id)
    return exists().where(DELIVERY_NOTE.c.delivery_id == DELIVERY.c.id, *joined, *_closed())
