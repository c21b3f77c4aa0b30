"""What needs doing as days pass, with no crawl to tell us."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy.orm import Session

from domain.clock import local_date
from domain.lifecycle import Decision, on_date
from storage import postings


def expire(session: Session, now: datetime) -> int:
    """Mark open ads whose last day to apply is over; how many. A passed deadline needs no crawl to be true."""
    today = local_date(now)
    decided: dict[str, dict[str, Decision]] = defaultdict(dict)
    for (source, ref), posting in postings.to_expire(session, today).items():
        decision = on_date(posting.standing, posting.deadline, posting.deadline_kind, today)
        if decision is not None:
            decided[source][ref] = decision
    for source, decisions in decided.items():
        postings.apply(session, source, decisions, None, now)
    return sum(len(decisions) for decisions in decided.values())
