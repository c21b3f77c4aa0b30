"""The end of a run: judge it, and only if it was complete believe what it did not meet."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from domain.contract import REMEMBERED, Yield
from domain.lifecycle import Decision, on_absent
from domain.runs import RunFacts, RunState, Verdict, judge
from domain.sources import Source
from operations.context import Context
from operations.counts import RunCounts
from operations.ingest import Intake
from operations.upkeep import tidy
from storage import flags, postings, runs
from storage.runs import RunRecord


def conclude(
    context: Context, source: Source, intake: Intake, *, exit_code: int | None, cancelled: bool, log: str
) -> RunRecord:
    """Judge the run, let a complete one withdraw what is gone, and close it: one transaction."""
    now = context.clock.now()
    with context.store.write() as session:
        measure = usual_yields(session, source.name)
        verdict = judge(run_facts(source, intake.counts, measure, exit_code, cancelled=cancelled))
        if verdict.state is RunState.COMPLETE and source.portal.absence_withdraws:
            _withdraw_absent(session, source.name, intake, context)
        tidy(session, now)
        if verdict.state is RunState.ABORTED and log:
            verdict = Verdict(verdict.state, f"{verdict.reason}; its last words: {log}")
        intake.store_counts(session, now)
        runs.finish(session, intake.run_id, verdict, now)
        return runs.get(session, intake.run_id)


def usual_yields(session: Session, source: str) -> list[Yield]:
    """What the source's newest complete runs brought, newest first: those since its measure was last set by hand."""
    return [
        run.brought for run in runs.complete(session, source, REMEMBERED, flags.since(session, flags.MEASURE + source))
    ]


def renew_measure(context: Context, source: str, why: str) -> None:
    """Somebody looked at the source and found it right: older runs measure it no more."""
    with context.store.write() as session:
        flags.clear_flag(session, flags.MEASURE + source)
        flags.set_flag(session, flags.MEASURE + source, why, context.clock.now())


def run_facts(
    source: Source, counts: RunCounts, before: Sequence[Yield], exit_code: int | None = 0, *, cancelled: bool = False
) -> RunFacts:
    """What the judge is told of a run of ``source``; ``before``: its complete runs, newest first."""
    ended = counts.ended
    return RunFacts(
        finish_reason=ended.finish_reason if ended else None,
        listing_complete=bool(ended and ended.listing_complete),
        problems=dict(counts.problems),
        first_problem=dict(counts.first_problem),
        pages=counts.pages,
        brought=counts.brought,
        before=before,
        source=source.name,
        minimum_ads=source.portal.minimum_ads,
        may_be_empty=source.portal.may_be_empty,
        exit_code=exit_code,
        cancelled=cancelled,
    )


def _withdraw_absent(session: Session, name: str, intake: Intake, context: Context) -> None:
    decisions: dict[str, Decision] = {}
    for ref, standing in postings.absent(session, name, intake.run_id).items():
        decision = on_absent(standing, RunState.COMPLETE)
        if decision is not None:
            decisions[ref] = decision
            intake.counts.change(ref, decision.change, met=False)
    postings.apply(session, name, decisions, intake.run_id, context.clock.now())
