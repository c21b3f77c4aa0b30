"""Readings: what the matcher read in each posting. A reading is stale once the posting says something else."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain.codec import from_plain
from domain.matching import Reading
from storage.base import chunks, insert_into, rows_changed
from storage.codec import dump_json, places_to_json, salary_to_json
from storage.comparisons import unsettle
from storage.staleness import mark_stale
from storage.tables_matching import OPENING_MEMBER, READING


def save(session: Session, posting_id: int, content_hash: str, reading: Reading, now: datetime) -> None:
    """Store what was read in a posting whose words had ``content_hash``; an older reading is replaced.

    Scores of its opening are marked stale, and it is to be compared with others again.
    """
    values: dict[str, Any] = {
        "posting_id": posting_id,
        "content_hash": content_hash,
        "vocabulary_version": reading.vocabulary_version,
        "language": reading.language,
        "relevance": reading.relevance.answer.value,
        "relevance_score": reading.relevance.score,
        "deadline": reading.fields.deadline,
        "deadline_kind": reading.fields.deadline_kind.value,
        "places": places_to_json(reading.fields.places),
        "salary": salary_to_json(reading.fields.salary),
        "read_at": now,
        "payload": dump_json(reading),
    }
    statement = insert_into(session, READING).values(values)
    renewed = {name: statement.excluded[name] for name in values if name != "posting_id"}
    session.execute(statement.on_conflict_do_update(index_elements=["posting_id"], set_=renewed))
    unsettle(session, [posting_id])
    mark_stale(session, select(OPENING_MEMBER.c.opening_id).where(OPENING_MEMBER.c.posting_id == posting_id))


def of(session: Session, posting_ids: Iterable[int]) -> dict[int, Reading]:
    """Posting id → reading, for those that have been read."""
    return {
        row.posting_id: from_plain(Reading, json.loads(row.payload))
        for chunk in chunks(posting_ids)
        for row in session.execute(
            select(READING.c.posting_id, READING.c.payload).where(READING.c.posting_id.in_(chunk))
        )
    }


def forget_all(session: Session) -> int:
    """Drop every reading, so that all ads are read anew; how many there were."""
    return rows_changed(session, delete(READING))
