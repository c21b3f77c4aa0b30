"""Storing what an ad says when it is read again: its words, and nothing of its life but a deadline set right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from domain.lifecycle import Decision
from domain.postings import Draft
from storage.posting_records import StoredPosting, content_columns, sound
from storage.posting_writes import erase_contacts, save_contacts, turn
from storage.tables import POSTING, POSTING_VERSION


@dataclass(frozen=True, slots=True)
class RereadPosting:
    """A stored posting, what it says now, and what becomes of its standing (None: it stays)."""

    before: StoredPosting
    draft: Draft
    content_hash: str
    decision: Decision | None = None


def save_reread(session: Session, items: Sequence[RereadPosting], now: datetime) -> None:
    """Store new versions, marked as read again; where the hash is the stored one, the newest version is mended.

    ``last_seen``, its run and the absences stay: no crawl has met the ad.
    """
    for item in items:
        draft, payload = sound(item.draft)
        if item.content_hash == item.before.content_hash:
            _mend(session, item.before, payload)
            continue
        number = item.before.versions + 1
        said = {"description_html": draft.description_html, "payload": payload, "reread": True}
        version = {"posting_id": item.before.id, "number": number, "content_hash": item.content_hash, "seen_at": now}
        session.execute(insert(POSTING_VERSION).values(**version, **said))
        values = content_columns(draft) | {
            "content_hash": item.content_hash,
            "versions": number,
            "changed_at": now,
            **(turn(item.decision, None, now) if item.decision else {}),
        }
        session.execute(update(POSTING).where(POSTING.c.id == item.before.id).values(values))
        erase_contacts(session, [item.before.id])
        save_contacts(session, {draft.source_ref: item.before.id}, [draft])


def _mend(session: Session, posting: StoredPosting, payload: str) -> None:
    """What is no part of what an ad says of the job is set right without a version."""
    newest = (POSTING_VERSION.c.posting_id == posting.id) & (POSTING_VERSION.c.number == posting.versions)
    session.execute(update(POSTING_VERSION).where(newest).values(payload=payload))
