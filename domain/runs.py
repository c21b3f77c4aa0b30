"""A run: one crawl of one source, and the rule that judges how it ended.

Only a *complete* run may withdraw ads by absence or move a baseline (DESIGN decision 3), so the judge errs on the
side of "not complete", and always says why and what to do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from domain.contract import Yield, broken


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
    brought: Yield = field(default_factory=Yield)
    before: Sequence[Yield] = ()
    """What the source's complete runs brought, newest first."""
    source: str = "SOURCE"
    """Its name, for the words that say what to do."""
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
        state = RunState.DEGRADED if facts.brought.ads else RunState.FAILED
        return Verdict(state, _told(facts, max(facts.problems, key=lambda code: facts.problems[code])))
    if not facts.listing_complete:
        return Verdict(RunState.DEGRADED, f"the list was not read to its end ({facts.finish_reason})")
    return _judge_contract(facts)


def _judge_contract(facts: RunFacts) -> Verdict:
    """A run without a fault is still measured by what the source usually brings."""
    if seen := broken(facts.brought, facts.before, may_be_empty=facts.may_be_empty):
        return Verdict(
            RunState.DEGRADED,
            f"{seen}; look at the source's page, and if it is right say: jobbvakt sources accept {facts.source}",
        )
    if not facts.may_be_empty and facts.brought.ads < facts.minimum_ads:
        return Verdict(
            RunState.DEGRADED,
            f"{facts.brought.ads} ads, but at least {facts.minimum_ads} are expected here: the page may have changed",
        )
    return Verdict(RunState.COMPLETE, "")


def _died(facts: RunFacts) -> str:
    how = "" if facts.exit_code is None else f" (exit code {facts.exit_code})"
    return f"the crawl process ended without a last word{how}; what it had reported is stored, crawl again"


def _told(facts: RunFacts, code: str) -> str:
    count = facts.problems[code]
    times = "" if count == 1 else f" ({count} times)"
    return f"{facts.first_problem.get(code, code)}{times}"
