"""What needs doing as days pass, with no crawl to tell us."""

from collections import defaultdict
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from domain.clock import local_date
from domain.lifecycle import Decision, on_date, on_gone
from storage import imported, postings

IMPORTED_FOR = timedelta(days=42)
"""An ad that a mail or a saved page brought without a date counts as open for so long: no longer does FINN list any."""


CONTACTS_FOR = timedelta(days=30)
"""A contact person is erased so long after the ad was withdrawn (terms of NAV's feed)."""


def tidy(session: Session, now: datetime) -> tuple[int, int]:
    """What every hour does: close what is over, wipe the contact persons of ads long closed; how many of each."""
    return expire(session, now), postings.wipe_contacts(session, now - CONTACTS_FOR)


def expire(session: Session, now: datetime) -> int:
    """Close open ads whose last day to apply is over, and imported ones that nobody names any more; how many.

    A passed deadline needs no crawl to be true.
    """
    today = local_date(now)
    decided: dict[str, dict[str, Decision]] = defaultdict(dict)
    for (source, ref), posting in postings.to_expire(session, today).items():
        decision = on_date(posting.standing, posting.deadline, posting.deadline_kind, today)
        if decision is not None:
            decided[source][ref] = decision
    for (source, ref), standing in imported.unseen_since(session, now - IMPORTED_FOR).items():
        if gone := on_gone(standing, f"no alert has named it for {IMPORTED_FOR.days} days"):
            decided[source][ref] = gone
    for source, decisions in decided.items():
        postings.apply(session, source, decisions, None, now)
    return sum(len(decisions) for decisions in decided.values())
