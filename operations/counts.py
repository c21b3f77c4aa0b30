"""What one run counts: every ad met once, every problem with its first words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from domain.contract import Yield
from domain.lifecycle import Change
from domain.observations import Ended, Fetched, Observation, Problem
from domain.postings import Draft
from domain.runs import ProblemCode, Tally
from operations.marks import Marks


@dataclass(frozen=True, slots=True)
class Figures:
    """A run's figures at one moment, or what was added between two."""

    pages: int = 0
    requests: int = 0
    bytes: int = 0
    tally: Tally = field(default_factory=Tally)
    ads_read: int = 0
    stated: Mapping[str, int] = field(default_factory=dict)
    problems: Mapping[str, int] = field(default_factory=dict)


class RunCounts:
    """The figures of a run, grown batch by batch."""

    def __init__(self) -> None:
        self.changes: Counter[Change] = Counter()
        self.problems: Counter[str] = Counter()
        self.first_problem: dict[str, str] = {}
        self._marks = Marks()
        self.ads_read = 0
        self.pages = 0
        self.bytes = 0
        self.ended: Ended | None = None
        self._met: set[str] = set()
        self._left_out: set[str] = set()
        self._told = Figures()

    @property
    def stated(self) -> Mapping[str, int]:
        """Mark → how many of the ads read bear it (``domain.contract.Yield``)."""
        return self._marks.stated

    @property
    def tally(self) -> Tally:
        """The counts so far."""
        count = self.changes
        return Tally(
            seen=len(self._met),
            new=count[Change.NEW],
            changed=count[Change.CHANGED],
            unchanged=count[Change.UNCHANGED],
            withdrawn=count[Change.WITHDRAWN],
            revived=count[Change.REVIVED],
            not_relevant=len(self._left_out),
        )

    @property
    def requests(self) -> int:
        """Requests sent: known once the child has had its last word, which counts robots.txt and retries too."""
        sent = self.ended.stats.get("requests", 0) if self.ended else 0
        return max(self.pages, sent if isinstance(sent, int) else 0)

    @property
    def brought(self) -> Yield:
        """What the contract measures."""
        count = self.changes
        return Yield(
            len(self._met),
            self.ads_read,
            dict(self.stated),
            len(self._left_out),
            count[Change.CHANGED],
            count[Change.UNCHANGED],
            count[Change.WITHDRAWN],
        )

    def since_last(self) -> Figures:
        """What was counted since this was asked last."""
        before = self._told
        self._told = Figures(
            self.pages,
            self.requests,
            self.bytes,
            self.tally,
            self.ads_read,
            dict(self.stated),
            dict(self.problems),
        )
        tally = Tally(**{spec.name: _more(self._told.tally, before.tally, spec.name) for spec in fields(Tally)})
        return Figures(
            self.pages - before.pages,
            self.requests - before.requests,
            self.bytes - before.bytes,
            tally,
            self.ads_read - before.ads_read,
            _less(self.stated, before.stated),
            _less(self.problems, before.problems),
        )

    def change(self, ref: str, change: Change, *, met: bool = True) -> None:
        """An ad was met (or, with ``met=False``, missed) and this became of it."""
        if ref not in self._met or change is Change.WITHDRAWN:
            self.changes[change] += 1
        if met:
            self._met.add(ref)

    def read(self, draft: Draft, change: Change) -> None:
        """An ad was read in full. What says what it said before tells of no change: it is measured apart."""
        fresh = change is not Change.UNCHANGED
        self.ads_read += fresh
        self._marks.add(draft, fresh=fresh)

    def met_again(self, ref: str) -> None:
        """An ad was met, and nothing became of it."""
        self._met.add(ref)

    def leave_out(self, ref: str) -> None:
        """An ad was met and is not stored."""
        if ref not in self._met:
            self._left_out.add(ref)
        self._met.add(ref)

    def watch(self, observations: Iterable[Observation]) -> None:
        """Count pages, bytes and problems, and note the child's last word."""
        for item in observations:
            if isinstance(item, Fetched):
                self.pages += 1
                self.bytes += item.size
            elif isinstance(item, Problem):
                self.problem(item.code, item.message)
            elif isinstance(item, Ended):
                self.ended = item

    def problem(self, code: str, message: str) -> None:
        """Something went wrong."""
        self.problems[code] += 1
        self.first_problem.setdefault(code, message)

    def bad_lines(self, count: int) -> None:
        """Whole lines of the spool that are no observations: never seen unless a disk or a person damages it."""
        if count:
            self.problem(ProblemCode.UNREADABLE, f"{count} lines of the spool could not be read")


def _more(now: Tally, before: Tally, name: str) -> int:
    return int(getattr(now, name)) - int(getattr(before, name))


def _less(now: Mapping[str, int], before: Mapping[str, int]) -> dict[str, int]:
    return {name: count - before.get(name, 0) for name, count in now.items()}
