"""The life of a posting: what a sighting, an absence or a date makes of it.

Values in, a decision with its reason out.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.postings import DeadlineKind, PostingStatus, passed
from domain.runs import RunState

ABSENCES_TO_WITHDRAW = 2
"""Absence counts only in complete runs, and only the second in a row withdraws (DESIGN decision 3)."""


class Change(StrEnum):
    """What happened to a posting."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REVIVED = "revived"
    WITHDRAWN = "withdrawn"
    MISSED = "missed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the store knows of a posting that matters here."""

    status: PostingStatus
    content_hash: str
    absences: int = 0
    """Complete runs in a row that did not meet it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The posting's next standing, what to call the change, and why."""

    change: Change
    status: PostingStatus
    absences: int = 0
    reason: str = ""


def on_seen(standing: Standing | None, new_hash: str, deadline: date | None, today: date) -> Decision:
    """An ad was read. An ad whose last day is over is stored as expired; one that comes back is revived, not new."""
    status = PostingStatus.EXPIRED if passed(deadline, today) else PostingStatus.ACTIVE
    if standing is None:
        return Decision(Change.NEW, status)
    if standing.status is not PostingStatus.ACTIVE and status is PostingStatus.ACTIVE:
        return Decision(Change.REVIVED, status, reason=f"was {standing.status}, is shown again")
    changed = standing.content_hash != new_hash
    return Decision(Change.CHANGED if changed else Change.UNCHANGED, status)


def on_reread(standing: Standing, deadline: date | None, today: date) -> Decision | None:
    """An ad was read again from its kept page, and says something else. None when its standing stays.

    Nothing is withdrawn or missed by it; but an ad that counted as over by a misread deadline is open after all.
    """
    if standing.status is not PostingStatus.EXPIRED or passed(deadline, today):
        return None
    return Decision(Change.REVIVED, PostingStatus.ACTIVE, standing.absences, "its deadline had been misread")


def on_gone(standing: Standing, reason: str) -> Decision | None:
    """The source says it is over. None when that was known."""
    if standing.status is PostingStatus.WITHDRAWN:
        return None
    return Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, standing.absences, reason)


def on_absent(standing: Standing, run: RunState) -> Decision | None:
    """A run of a source that lists everything did not meet the ad. None when that says nothing."""
    if run is not RunState.COMPLETE or standing.status is PostingStatus.WITHDRAWN:
        return None
    absences = standing.absences + 1
    if absences < ABSENCES_TO_WITHDRAW:
        return Decision(Change.MISSED, standing.status, absences, "not in the last complete list")
    return Decision(
        Change.WITHDRAWN, PostingStatus.WITHDRAWN, absences, f"absent from {absences} complete lists in a row"
    )


def on_date(standing: Standing, deadline: date | None, kind: DeadlineKind, today: date) -> Decision | None:
    """A day has begun. None while the ad still takes applications."""
    over = kind is DeadlineKind.DATE and passed(deadline, today)
    if standing.status is not PostingStatus.ACTIVE or not over:
        return None
    return Decision(Change.EXPIRED, PostingStatus.EXPIRED, standing.absences, f"the deadline {deadline} is over")
