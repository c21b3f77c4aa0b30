"""A run: one crawl of one source, and the rule that judges how it ended.

Only a *complete* run may withdraw ads by absence or move a baseline (DESIGN decision 3), so the judge errs on the
side of "not complete", and always says why and what to do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class RunState(StrEnum):
    """Where a run stands."""

    QUEUED = "queued"
    RUNNING = "running"
    COMPLETE = "complete"
    DEGRADED = "degraded"
    CAPPED = "capped"
    BLOCKED = "blocked"
    THROTTLED = "throttled"
    FAILED = "failed"
    ABORTED = "aborted"
    CANCELLED = "cancelled"

    @property
    def live(self) -> bool:
        """Has it not ended yet?"""
        return self in (RunState.QUEUED, RunState.RUNNING)


class ProblemCode(StrEnum):
    """What can go wrong in a run; each code leads to one state."""

    ROBOTS = "robots"
    SOFT_BLOCK = "soft_block"
    FORBIDDEN = "forbidden"
    THROTTLED = "throttled"
    BUDGET = "budget"
    LOOP = "loop"
    UNREACHABLE = "unreachable"
    SERVER_ERROR = "server_error"
    ADDRESS = "address"
    UNAUTHORIZED = "unauthorized"
    TRUNCATED = "truncated"
    TOO_LARGE = "too_large"
    NOT_A_LISTING = "not_a_listing"
    NOT_AN_AD = "not_an_ad"
    UNREADABLE = "unreadable"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one run. ``seen`` = new + changed + unchanged + those whose sighting was a *present* only."""

    seen: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    revived: int = 0
    not_relevant: int = 0


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What is known when a run ends."""

    finish_reason: str | None
    """The child's own word, or None when it died without one."""
    listing_complete: bool = False
    problems: Mapping[str, int] = field(default_factory=dict)
    """Problem code → how often."""
    first_problem: Mapping[str, str] = field(default_factory=dict)
    """Problem code → the first message, for the reason."""
    pages: int = 0
    ads_seen: int = 0
    """Ads met, stored or left out."""
    last_complete_ads: int | None = None
    """Ads met by the last complete run of this source; None when there is none."""
    minimum_ads: int = 0
    """The source's contract: fewer than this is no healthy answer."""
    may_be_empty: bool = False
    """An incremental feed may bring nothing new."""
    exit_code: int | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended, and why, in words for the operator."""

    state: RunState
    reason: str


# First match decides. Codes that end the run as a whole come before those that cost single ads.
_STATE_OF: tuple[tuple[RunState, tuple[ProblemCode, ...]], ...] = (
    (RunState.BLOCKED, (ProblemCode.ROBOTS, ProblemCode.SOFT_BLOCK, ProblemCode.FORBIDDEN)),
    (RunState.THROTTLED, (ProblemCode.THROTTLED,)),
    (RunState.CAPPED, (ProblemCode.BUDGET, ProblemCode.LOOP)),
    (RunState.FAILED, (ProblemCode.CRASHED, ProblemCode.ADDRESS, ProblemCode.UNAUTHORIZED)),
)
SHRUNK_BELOW = 0.5
"""A list with fewer than this share of the last complete run's ads is not believed (SOURCES, Jobbnorge)."""


def judge(facts: RunFacts) -> Verdict:
    """The state a run ends in. Pure: the same facts give the same verdict."""
    if facts.cancelled:
        return Verdict(RunState.CANCELLED, "stopped on request")
    if facts.finish_reason is None:
        return Verdict(RunState.ABORTED, _died(facts))
    for state, codes in _STATE_OF:
        for code in codes:
            if facts.problems.get(code):
                return Verdict(state, _told(facts, code))
    if facts.problems:
        state = RunState.DEGRADED if facts.ads_seen else RunState.FAILED
        return Verdict(state, _told(facts, max(facts.problems, key=lambda code: facts.problems[code])))
    if not facts.listing_complete:
        return Verdict(RunState.DEGRADED, f"the list was not read to its end ({facts.finish_reason})")
    return _judge_yield(facts)


def _judge_yield(facts: RunFacts) -> Verdict:
    if facts.may_be_empty:
        return Verdict(RunState.COMPLETE, "")
    before = facts.last_complete_ads
    if before and facts.ads_seen < before * SHRUNK_BELOW:
        return Verdict(
            RunState.DEGRADED,
            f"{facts.ads_seen} ads where the last complete run met {before}: not believed, nothing is withdrawn; "
            "look at the source's page, and crawl again",
        )
    if facts.ads_seen < facts.minimum_ads:
        return Verdict(
            RunState.DEGRADED,
            f"{facts.ads_seen} ads, but at least {facts.minimum_ads} are expected here: the page may have changed",
        )
    return Verdict(RunState.COMPLETE, "")


def _died(facts: RunFacts) -> str:
    how = "" if facts.exit_code is None else f" (exit code {facts.exit_code})"
    return f"the crawl process ended without a last word{how}; what it had reported is stored, crawl again"


def _told(facts: RunFacts, code: str) -> str:
    count = facts.problems[code]
    times = "" if count == 1 else f" ({count} times)"
    return f"{facts.first_problem.get(code, code)}{times}"
