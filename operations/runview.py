"""A run's record as the command line and the API print it."""

from typing import Any

from sqlalchemy.orm import Session

from domain.contract import FACTS
from storage import left_out
from storage.runs import RunRecord

CLOSED_UNREAD = "closed before it was ever read"


def run_view(session: Session, record: RunRecord) -> dict[str, Any]:
    """JSON-ready: ``{run, source, state, reason, pages, postings: {seen, new, …}, …}``."""
    tally = record.tally
    return {
        "run": record.id,
        "source": record.source,
        "state": record.state.value,
        "reason": record.reason,
        "pages": record.pages,
        "postings": {
            "seen": tally.seen,
            "new": tally.new,
            "changed": tally.changed,
            "unchanged": tally.unchanged,
            "withdrawn": tally.withdrawn,
            "revived": tally.revived,
            "not_relevant": tally.not_relevant,
        },
        "read": record.ads_read,
        "stated": {fact: record.stated.get(fact, 0) for fact in FACTS},
        "not_relevant_reasons": _reasons(session, record),
        "problems": [
            {"code": code, "count": count, "first": record.first_problem.get(code, "")}
            for code, count in sorted(record.problems.items())
        ],
        "bytes": record.bytes,
        "started_at": record.started_at,
        "finished_at": record.finished_at,
        "trigger": record.trigger,
    }


def _reasons(session: Session, record: RunRecord) -> dict[str, int]:
    """Why ads were not stored. Ads that closed before they were read leave no row, only their number."""
    reasons = left_out.counts(session, run_id=record.id)
    unread = record.tally.not_relevant - sum(reasons.values())
    return reasons | ({CLOSED_UNREAD: unread} if unread > 0 else {})
