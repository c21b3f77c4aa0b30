"""The life of ads under every mix of sightings, endings of runs and passing days, through the real intake and judge.

What may be withdrawn is said by a model of a few lines (docs/decisions/0005): an ad that its source called gone, or one
that two complete runs in a row did not meet. ``JOBBVAKT_LIVES=2000`` tries so many lives; the default is a handful.
"""

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from crawler.spool import SpoolWriter
from domain.clock import FixedClock, local_date
from domain.observations import Ended, Gone, LeftOut, Observation, Present, Problem, Seen
from domain.postings import DeadlineKind, Draft, PostingStatus
from domain.runs import ProblemCode, RunState
from domain.sources import Portal, Source, Terms
from operations.context import Context
from operations.ingest import Intake
from operations.judgement import conclude
from operations.upkeep import tidy
from settings import Settings
from storage import postings, runs
from tests.support import stores

LIVES = int(os.environ.get("JOBBVAKT_LIVES", "12"))
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
REFS = ("a", "b", "c", "d")
CROWD = 8
"""Ads that are always there, so that a few missing ones do not make a run too small to be believed."""
DEADLINES = {"a": None, "b": date(2026, 11, 25), "c": date(2026, 12, 1), "d": None}
ENDINGS: dict[RunState, tuple[Observation, ...]] = {
    RunState.COMPLETE: (Ended("finished", listing_complete=True),),
    RunState.DEGRADED: (Ended("finished", listing_complete=False),),
    RunState.BLOCKED: (Problem(ProblemCode.ROBOTS, "no"), Ended("finished", listing_complete=True)),
    RunState.THROTTLED: (Problem(ProblemCode.THROTTLED, "slowly"), Ended("finished", listing_complete=True)),
    RunState.CAPPED: (Problem(ProblemCode.BUDGET, "enough"), Ended("finished", listing_complete=True)),
    RunState.FAILED: (Problem(ProblemCode.CRASHED, "oh"), Ended("finished", listing_complete=True)),
    RunState.ABORTED: (),
    RunState.CANCELLED: (Ended("shutdown", listing_complete=True),),
}
NAMES = count()
SIGHTING = st.tuples(st.sampled_from(REFS), st.sampled_from(["seen", "changed", "present", "gone", "left out"]))


class Lives(RuleBasedStateMachine):
    """Some ads of one source; ``licence`` holds those that may be withdrawn, ``missed`` counts complete runs."""

    context: Context
    withdraws: bool

    def __init__(self) -> None:
        super().__init__()
        portal = Portal("T", "", "NO", Terms.OFFICIAL, absence_withdraws=self.withdraws, minimum_ads=0)
        self.source = Source(f"portal-{next(NAMES)}", "test", portal, "http://ads.example")
        self.versions = 0
        self.missed: dict[str, int] = {}
        self.licence: set[str] = set()
        self.last_run: tuple[str, ...] = ()

    @rule(
        sightings=st.lists(SIGHTING, max_size=6),
        ending=st.one_of(st.just(RunState.COMPLETE), st.sampled_from([*ENDINGS])),
        parts=st.integers(0, 6),
        crowd=st.booleans(),
    )
    def crawl(self, sightings: list[tuple[str, str]], ending: RunState, parts: int, crowd: bool) -> None:
        """A run that meets these ads in this order, is taken in in two parts, and ends so."""
        stored = set(self._statuses())
        lines = [self._observed(*one) for one in sightings]
        if crowd or ending is RunState.COMPLETE:
            lines += [Seen(_draft(f"crowd {number}", 0)) for number in range(CROWD)]
        state = self._run([lines[:parts], [*lines[parts:], *ENDINGS[ending]]], ending)
        assert state is ending or (ending, state) == (RunState.COMPLETE, RunState.DEGRADED)
        for ref, kind in sightings:
            self.missed[ref] = 0
            if kind == "gone" and ref in stored | {one for one, how in sightings if how in ("seen", "changed")}:
                self.licence.add(ref)
            elif kind in ("seen", "changed"):
                self.licence.discard(ref)
        if state is RunState.COMPLETE and self.withdraws:
            self._count_missing({ref for ref, _ in sightings})

    @rule(days=st.integers(1, 5))
    def days_pass(self, days: int) -> None:
        """Deadlines come and go."""
        clock = self.context.clock
        assert isinstance(clock, FixedClock)
        clock.set(clock.now() + timedelta(days=days))
        with self.context.store.write() as session:
            tidy(session, clock.now())

    @invariant()
    def nothing_is_withdrawn_without_a_reason(self) -> None:
        """The promise itself."""
        withdrawn = {ref for ref, status in self._statuses().items() if status is PostingStatus.WITHDRAWN}
        assert withdrawn <= self.licence

    @invariant()
    def what_is_missing_for_good_is_withdrawn(self) -> None:
        """The other half: nothing stays open for ever."""
        statuses = self._statuses()
        for ref in REFS:
            if ref in statuses and self.missed.get(ref, 0) >= 2:
                assert statuses[ref] is PostingStatus.WITHDRAWN

    @invariant()
    def an_open_ad_has_not_passed_its_deadline(self) -> None:
        """As far as the last upkeep or run could know."""
        today = local_date(self.context.clock.now())
        for ref, status in self._statuses().items():
            deadline = DEADLINES.get(ref)
            if status is PostingStatus.ACTIVE and deadline is not None:
                assert deadline >= today

    def _count_missing(self, met: set[str]) -> None:
        for ref in set(self._statuses()) & set(REFS) - met:
            self.missed[ref] = self.missed.get(ref, 0) + 1
            if self.missed[ref] >= 2:
                self.licence.add(ref)

    def _observed(self, ref: str, kind: str) -> Observation:
        self.versions += kind == "changed"
        if kind in ("seen", "changed"):
            return Seen(_draft(ref, self.versions))
        if kind == "present":
            return Present(ref)
        return Gone(ref, "INACTIVE") if kind == "gone" else LeftOut(ref, "Sykepleier", "title")

    def _run(self, parts: Sequence[Sequence[Observation]], ending: RunState) -> RunState:
        context, now = self.context, self.context.clock.now()
        with context.store.write() as session:
            number = runs.begin(session, self.source.name, now, pid=1, host="here", trigger="test")
        spool = context.data_dir / f"{number}.jsonl"
        writer = SpoolWriter(spool)
        intake = Intake(context, self.source.name, number, spool)
        for part in parts:
            for line in part:
                writer.write(line)
            intake.drain()
        writer.close()
        spool.unlink()
        cancelled = ending is RunState.CANCELLED
        return conclude(context, self.source, intake, exit_code=0, cancelled=cancelled, log="").state

    def _statuses(self) -> dict[str, PostingStatus]:
        with self.context.store.read() as session:
            found = postings.by_refs(session, self.source.name, REFS)
        return {ref: one.status for ref, one in found.items()}


def _draft(ref: str, version: int) -> Draft:
    deadline = DEADLINES.get(ref)
    kind = DeadlineKind.DATE if deadline else DeadlineKind.NONE
    return Draft(ref, f"http://ads.example/{ref}", f"Kundeservicesjef {version}", deadline=deadline, deadline_kind=kind)


@pytest.mark.parametrize("withdraws", [True, False], ids=["a whole list", "a selection"])
def test_an_ad_is_withdrawn_only_when_it_is_gone_or_was_missed_twice(withdraws: bool) -> None:
    with TemporaryDirectory() as folder:
        clock = FixedClock(NOON)
        store = stores.opened(Path(folder), clock)
        context = Context(Settings(data_dir=Path(folder)), store, clock)

        def begin() -> Lives:
            clock.set(NOON)
            return Lives()

        Lives.context, Lives.withdraws = context, withdraws
        run_state_machine_as_test(  # type: ignore[no-untyped-call]
            begin,
            settings=settings(
                max_examples=LIVES, stateful_step_count=14, deadline=None, suppress_health_check=[*HealthCheck]
            ),
        )
        store.close()
