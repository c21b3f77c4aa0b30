"""Postings that no crawl brought: a person's mails and saved pages, whose run bears another name than their source."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.lifecycle import Standing
from domain.postings import PostingStatus
from storage.tables import POSTING, RUN


def unseen_since(session: Session, moment: datetime) -> dict[tuple[str, str], Standing]:
    """(source, source_ref) → open postings without a dated deadline that were brought last before ``moment``."""
    brought = POSTING.join(RUN, RUN.c.id == POSTING.c.last_seen_run)
    statement = (
        select(POSTING.c.source, POSTING.c.source_ref, POSTING.c.content_hash, POSTING.c.absences)
        .select_from(brought)
        .where(
            POSTING.c.status == PostingStatus.ACTIVE.value,
            POSTING.c.deadline.is_(None),
            POSTING.c.last_seen < moment,
            POSTING.c.source != RUN.c.source,
        )
    )
    return {
        (row.source, row.source_ref): Standing(PostingStatus.ACTIVE, row.content_hash, row.absences)
        for row in session.execute(statement)
    }
