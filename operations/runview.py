"""A run's record as the command line and the API print it."""

from typing import Any

from storage.runs import RunRecord


def run_view(record: RunRecord) -> dict[str, Any]:
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
        "not_relevant_reasons": dict(record.left_out),
        "problems": [
            {"code": code, "count": count, "first": record.first_problem.get(code, "")}
            for code, count in sorted(record.problems.items())
        ],
        "bytes": record.bytes,
        "started_at": record.started_at,
        "finished_at": record.finished_at,
        "trigger": record.trigger,
    }
