"""Digests and the ledger of what each alert was told: nothing twice, whatever becomes of the openings.

The ledger counts postings. An opening is *told* to an alert when any of its postings is in that alert's ledger, so
that merging, splitting and reviving openings never makes old news new.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from domain.alerts import OpeningCard
from storage import openings
from storage.base import chunks, insert_into
from storage.errors import AlreadyToldError, DigestExistsError, NotStoredError
from storage.tables_alerts import ALERT, ALERT_LEDGER, DIGEST, DIGEST_ITEM
from storage.tables_matching import OPENING_MEMBER


def digest_exists(session: Session, alert_id: int, local_date: date) -> bool:
    """Has the digest of that date been composed, or noted as empty?"""
    return local_date in composed_dates(session, alert_id, since=local_date)


def composed_dates(session: Session, alert_id: int, since: date | None = None) -> set[date]:
    """The local dates that are done, with or without a mail."""
    statement = select(DIGEST.c.local_date).where(DIGEST.c.alert_id == alert_id)
    if since is not None:
        statement = statement.where(DIGEST.c.local_date >= since)
    return set(session.execute(statement).scalars())


def already_sent(session: Session, alert_id: int, posting_ids: Collection[int]) -> set[int]:
    """Those of ``posting_ids`` that the alert has been told of."""
    return {
        posting
        for chunk in chunks(posting_ids)
        for posting in session.execute(
            select(ALERT_LEDGER.c.posting_id).where(
                ALERT_LEDGER.c.alert_id == alert_id, ALERT_LEDGER.c.posting_id.in_(chunk)
            )
        ).scalars()
    }


def unsent_openings(session: Session, alert_id: int, cards: Sequence[OpeningCard]) -> list[OpeningCard]:
    """The cards, in their order, of openings that the alert has not been told of."""
    told = told_openings(session, alert_id, [card.opening for card in cards])
    return [card for card in cards if card.opening not in told]


def told_openings(session: Session, alert_id: int, opening_ids: Collection[int]) -> set[int]:
    """Those of ``opening_ids`` of which the alert knows any posting."""
    return {
        opening
        for chunk in chunks(opening_ids)
        for opening in session.execute(
            select(OPENING_MEMBER.c.opening_id)
            .join(ALERT_LEDGER, ALERT_LEDGER.c.posting_id == OPENING_MEMBER.c.posting_id)
            .where(ALERT_LEDGER.c.alert_id == alert_id, OPENING_MEMBER.c.opening_id.in_(chunk))
            .distinct()
        ).scalars()
    }


def note_digest(session: Session, alert_id: int, local_date: date, now: datetime) -> None:
    """Claim that date, with or without a mail. Raises DigestExistsError, NotStoredError when the alert is gone."""
    lock(session, alert_id)
    statement = insert_into(session, DIGEST).values(alert_id=alert_id, local_date=local_date, composed_at=now)
    if session.execute(statement.on_conflict_do_nothing().returning(DIGEST.c.id)).scalar_one_or_none() is None:
        raise DigestExistsError(alert_id, local_date)


def lock(session: Session, alert_id: int) -> None:
    """Make two composers of one alert take turns (SQLite has only one writer anyway). Raises NotStoredError."""
    if not session.execute(select(ALERT.c.id).where(ALERT.c.id == alert_id).with_for_update()).first():
        raise NotStoredError("there is no such alert", which=str(alert_id), remedy="see: jobbvakt alert list")


def tell(session: Session, alert_id: int, delivery_id: int, told: Mapping[int, Collection[int]]) -> None:
    """Enter openings (id → posting ids shown) and all of their postings as told. Raises AlreadyToldError."""
    items: dict[int, set[int]] = {}
    # They may have been merged since their cards were made.
    currents = openings.get_all(session, told)
    for opening_id, shown in told.items():
        current = currents[opening_id]
        items.setdefault(current.id, set()).update(current.postings, shown)
    every = sorted({posting for postings in items.values() for posting in postings})
    if known := already_sent(session, alert_id, every):
        raise AlreadyToldError(alert_id, sorted(known))
    entries = [{"alert_id": alert_id, "opening_id": opening, "delivery_id": delivery_id} for opening in items]
    ledger = [{"alert_id": alert_id, "posting_id": posting, "delivery_id": delivery_id} for posting in every]
    connection = session.connection()
    if entries:
        connection.execute(insert(DIGEST_ITEM), entries)
        connection.execute(insert(ALERT_LEDGER), ledger)
