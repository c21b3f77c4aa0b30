"""The end of a run: judge it, and only if it was complete believe what it did not meet."""

from sqlalchemy.orm import Session

from domain.lifecycle import Decision, on_absent
from domain.runs import RunFacts, RunState, Verdict, judge
from domain.sources import Source
from operations.context import Context
from operations.ingest import Intake
from operations.upkeep import expire
from storage import postings, runs
from storage.runs import RunRecord


def conclude(
    context: Context, source: Source, intake: Intake, *, exit_code: int | None, cancelled: bool, log: str
) -> RunRecord:
    """Judge the run, let a complete one withdraw what is gone, and close it: one transaction."""
    now = context.clock.now()
    with context.store.write() as session:
        last = runs.last_complete(session, source.name)
        verdict = judge(_facts(source, intake, last, exit_code, cancelled=cancelled))
        if verdict.state is RunState.COMPLETE and source.portal.absence_withdraws:
            _withdraw_absent(session, source.name, intake, context)
        expire(session, now)
        if verdict.state is RunState.ABORTED and log:
            verdict = Verdict(verdict.state, f"{verdict.reason}; its last words: {log}")
        intake.store_counts(session, now)
        runs.finish(session, intake.run_id, verdict, now)
        return runs.get(session, intake.run_id)


def _facts(
    source: Source, intake: Intake, last: RunRecord | None, exit_code: int | None, *, cancelled: bool
) -> RunFacts:
    counts = intake.counts
    ended = counts.ended
    return RunFacts(
        finish_reason=ended.finish_reason if ended else None,
        listing_complete=bool(ended and ended.listing_complete),
        problems=dict(counts.problems),
        first_problem=dict(counts.first_problem),
        pages=counts.pages,
        ads_seen=counts.tally.seen,
        last_complete_ads=last.tally.seen if last else None,
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
