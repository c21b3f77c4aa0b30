"""Storing what a person brings: ads of several sources under one run, which marks them as imported.

A teaser from a mail never takes the place of a text that a page gave before; what a new reading leaves out, the stored
one keeps.
"""

import os
import platform
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from crawler.pipelines.stages import NotAnAdError, process
from domain.clock import local_date
from domain.lifecycle import Change, Decision, Standing, on_gone, on_seen
from domain.observations import Gone
from domain.postings import DeadlineKind, Draft, PostingStatus, content_hash
from domain.runs import ProblemCode, RunState, Verdict
from operations.context import Context
from operations.counts import RunCounts
from operations.upkeep import expire
from storage import left_out, postings, runs
from storage import sources as source_states
from storage.posting_records import SeenPosting, StoredPosting
from storage.posting_writes import save_seen
from storage.runs import RunRecord

_EMPTY: tuple[Any, ...] = (None, (), DeadlineKind.NONE)
_NOT_FILLED = frozenset({"source_ref", "issues", "contacts"})


@dataclass(frozen=True, slots=True)
class Brought:
    """One ad that was brought, or the word that it is over."""

    source: str
    ad: Draft | Gone
    teaser: bool = False
    """Title, employer and place only, as a mail gives them."""


@dataclass(frozen=True, slots=True)
class Bringing:
    """All that one import or one look into a mailbox brought."""

    run: str
    """The name that its run bears: ``import``, or the mailbox's own."""
    trigger: str
    brought: Sequence[Brought]
    pages: int = 0
    size: int = 0
    problems: Sequence[str] = ()
    failed: str = ""
    """Why nothing could be read at all."""
    cursor: Mapping[str, Any] | None = None


def store_brought(context: Context, bringing: Bringing) -> RunRecord:
    """Store everything with its run and cursor in one transaction; a crash leaves nothing half done."""
    now, counts = context.clock.now(), RunCounts()
    groups: dict[str, list[Brought]] = defaultdict(list)
    for item in bringing.brought:
        groups[item.source].append(item)
    for problem in bringing.problems:
        counts.problem(ProblemCode.NOT_AN_AD, problem)
    if bringing.failed:
        counts.problem(ProblemCode.UNREACHABLE, bringing.failed)
    with context.store.write() as session:
        run_id = runs.begin(session, bringing.run, now, pid=os.getpid(), host=platform.node(), trigger=bringing.trigger)
        for source, items in groups.items():
            _store(session, source, items, run_id, now, counts)
        if bringing.cursor is not None:
            source_states.set_cursor(session, bringing.run, dict(bringing.cursor), now)
        runs.add_progress(
            session,
            run_id,
            now,
            pages=bringing.pages,
            size=bringing.size,
            tally=counts.tally,
            problems=dict(counts.problems),
            first_problem=dict(counts.first_problem),
        )
        expire(session, now)
        runs.finish(session, run_id, _verdict(bringing, counts), now)
        return runs.get(session, run_id)


def _verdict(bringing: Bringing, counts: RunCounts) -> Verdict:
    if bringing.failed:
        return Verdict(RunState.FAILED, bringing.failed)
    if not counts.problems:
        return Verdict(RunState.COMPLETE, "")
    first = next(iter(counts.first_problem.values()))
    more = sum(counts.problems.values()) - 1
    state = RunState.DEGRADED if counts.tally.seen else RunState.FAILED
    return Verdict(state, first + (f" (and {more} more)" if more else ""))


def _store(
    session: Session, source: str, items: Sequence[Brought], run_id: int, now: datetime, counts: RunCounts
) -> None:
    refs = [item.ad.source_ref for item in items]
    stored = postings.by_refs(session, source, refs)
    known = postings.standings(session, source, refs)
    rows: dict[str, SeenPosting] = {}
    decisions: dict[str, Decision] = {}
    for item in items:
        ref = item.ad.source_ref
        if isinstance(item.ad, Gone):
            decision = on_gone(known[ref], item.ad.reason) if ref in known else None
            if decision:
                decisions[ref] = decision
                counts.change(ref, decision.change)
            continue
        before = stored.get(ref)
        told = rows[ref].draft if ref in rows else before.draft if before else None
        if item.teaser and ref in rows and told is not None and told.description_html:
            continue
        if item.teaser and before is not None and before.draft.description_html:
            decisions[ref] = _still_there(known[ref])
            counts.change(ref, decisions[ref].change)
            continue
        row = _row(session, item.ad if told is None else filled(item.ad, told), before, known.get(ref), now, counts)
        if row is not None:
            rows[ref] = row
    if rows:
        save_seen(session, source, run_id, list(rows.values()), now)
        left_out.remove(session, source, list(rows))
    if decisions:
        postings.mark_present(session, source, list(decisions), run_id, now)
        postings.apply(session, source, decisions, run_id, now)


def _still_there(standing: Standing) -> Decision:
    """A mail names an ad that is stored in full: it is open, or open again."""
    if standing.status is PostingStatus.WITHDRAWN:
        return Decision(Change.REVIVED, PostingStatus.ACTIVE, reason="was withdrawn, an alert names it again")
    return Decision(Change.UNCHANGED, standing.status)


def _row(
    session: Session,
    draft: Draft,
    before: StoredPosting | None,
    standing: Standing | None,
    now: datetime,
    counts: RunCounts,
) -> SeenPosting | None:
    try:
        clean = process(draft)
    except NotAnAdError as error:
        counts.problem(ProblemCode.NOT_AN_AD, str(error))
        return None
    if before is not None:
        people = clean.contacts or postings.contacts(session, [before.id]).get(before.id, ())
        clean = replace(clean, contacts=people)
    digest = content_hash(clean)
    decision = on_seen(standing, digest, clean.deadline, local_date(now))
    counts.change(clean.source_ref, decision.change)
    return SeenPosting(clean, digest, decision)


def filled(new: Draft, old: Draft) -> Draft:
    """``new`` with what it leaves empty taken from ``old``; a deadline goes as a whole."""
    gaps = {
        spec.name: getattr(old, spec.name)
        for spec in fields(new)
        if spec.name not in _NOT_FILLED and getattr(new, spec.name) in _EMPTY
    }
    if new.deadline_kind is not DeadlineKind.NONE:
        for name in ("deadline", "deadline_raw"):
            gaps.pop(name, None)
    return replace(new, **gaps)
