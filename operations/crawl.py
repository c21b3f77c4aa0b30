"""Crawl one source: start the child, bring in what it observes while it runs, judge the run at its end.

Kill the child or this process at any moment: what had been reported is stored or still lies in the spool, and the
next run of the source takes it in before it begins.
"""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from crawler.mailbox import Mailbox
from crawler.process import Child, CrawlJob, Limits, heartbeat_of
from domain.runs import ProblemCode, RunState, Verdict
from domain.sources import Source
from matcher.occupation import load_occupation
from operations.budget import requests_left
from operations.context import Context
from operations.ingest import Intake
from operations.judgement import conclude
from operations.locks import source_lock
from operations.raw_pages import raw_folder, tidy_pages
from operations.read_mailbox import read_mailbox
from operations.sources import find_source, require_contact, require_terms
from storage import postings, runs
from storage import sources as source_states
from storage.errors import RunAlreadyLiveError
from storage.runs import RunRecord

POLL_SECONDS = 0.1
HEARTBEAT_SECONDS = 2.0
DEATH_SECONDS = 5.0
SILENT_SECONDS = 60.0
"""A child whose event loop has not turned for this long is stuck, and is ended."""
MOST_REQUESTS = Limits().pages
"""In one run, however much of the day's budget is left."""
STALE_SECONDS = 60.0
"""A run of another lock that has given no sign for this long is dead."""

Progress = Callable[[RunRecord], None]


def _silent(_: RunRecord) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """What one crawl may be told."""

    trigger: str = "manual"
    limit: int | None = None
    """Most ads to read in full; the run then ends as capped."""
    joins: bool = True
    """Wait for a crawl of the source that somebody else has under way, and return its record."""


_DEFAULTS = CrawlOptions()


def crawl(context: Context, name: str, options: CrawlOptions = _DEFAULTS, progress: Progress = _silent) -> RunRecord:
    """Crawl the source called ``name`` and return its run's record. Joins a crawl of it that is under way.

    Raises NothingFoundError for an unknown source, ConfigurationError when no contact address is set,
    BudgetUsedUpError when the host has had its requests of the day, RunAlreadyLiveError when the source is being
    crawled and ``options`` forbid to join.
    """
    source = find_source(context.settings, name)
    require_contact(context.settings, source)
    require_terms(source)
    if source.platform == Mailbox.name:
        return read_mailbox(context, source, options.trigger)
    while True:
        record = _begin_or_join(context, source, options, progress)
        if record is not None:
            return record


def _begin_or_join(context: Context, source: Source, options: CrawlOptions, progress: Progress) -> RunRecord | None:
    """The record of a run of our own, or of the one that was joined; None when there is none, or it died."""
    with source_lock(context.data_dir, source.name) as ours:
        live = _live(context, source.name)
        if ours and (live is None or _dead(context, live)):
            if live is not None:
                _repair(context, source.name, live)
            try:
                return _run(context, source, options, progress)
            except RunAlreadyLiveError:  # another machine was quicker: the store let one of us begin
                if not options.joins:
                    raise
    if live is None:  # whoever holds the lock is about to begin, or has just ended
        context.clock.sleep(POLL_SECONDS)
        return None
    if not options.joins:
        raise RunAlreadyLiveError(source.name, live.id)
    return _join(context, source.name, progress)


def _repair(context: Context, name: str, live: RunRecord) -> None:
    """Take in what a dead run of the source left behind, and close it. The caller holds the source's lock."""
    _await_death(context, live.child_pid)
    whole = not live.problems.get(ProblemCode.UNREADABLE)
    intake = Intake(context, name, live.id, _spool(context, live.id), live.spool_offset, keep_cursor=whole)
    intake.drain()
    verdict = Verdict(RunState.ABORTED, "the program that ran it was ended; what it had reported is stored")
    with context.store.write() as session:
        runs.finish(session, live.id, verdict, context.clock.now())
    _tidy(intake.spool)


def _run(context: Context, source: Source, options: CrawlOptions, progress: Progress) -> RunRecord:
    allowed = requests_left(context, source)
    run_id = _begin(context, source, options)
    intake = Intake(context, source.name, run_id, _spool(context, run_id), keep_cursor=options.limit is None)
    child = Child.start(_job(context, source, run_id, options, allowed))
    try:
        cancelled = _watch(context, child, intake, progress)
    finally:
        child.stop()
    intake.drain()
    record = conclude(context, source, intake, exit_code=child.exit_code, cancelled=cancelled, log=child.error_tail())
    _tidy(intake.spool)
    tidy_pages(context)
    progress(record)
    return record


def _begin(context: Context, source: Source, options: CrawlOptions) -> int:
    with context.store.write() as session:
        return runs.begin(
            session,
            source.name,
            context.clock.now(),
            pid=os.getpid(),
            host=socket.gethostname(),
            trigger=options.trigger,
        )


def _job(context: Context, source: Source, run_id: int, options: CrawlOptions, allowed: int) -> CrawlJob:
    with context.store.read() as session:
        cursor = source_states.cursor(session, source.name)
        known = postings.active_refs(session, source.name)
    return CrawlJob(
        run_id=run_id,
        source=source,
        cursor=cursor,
        title_terms=load_occupation().title_terms,
        known_refs=known,
        contact=context.settings.crawl.contact,
        spool=str(_spool(context, run_id)),
        started_at=context.clock.now(),
        raw=str(raw_folder(context.data_dir)) if context.settings.raw.keep else "",
        limits=Limits(
            seconds=context.settings.crawl.max_minutes * 60,
            pages=min(allowed, MOST_REQUESTS),
            ads=options.limit,
            timeout_seconds=source.portal.timeout_seconds,
        ),
    )


def _watch(context: Context, child: Child, intake: Intake, progress: Progress) -> bool:
    """Take in what comes until the child ends; True when somebody asked to stop."""
    with context.store.write() as session:
        runs.set_child(session, intake.run_id, child.pid)
    last_beat = context.clock.now()
    while child.poll() is None:
        if not intake.take_batch():
            context.clock.sleep(POLL_SECONDS)
        now = context.clock.now()
        if (now - last_beat).total_seconds() < HEARTBEAT_SECONDS:
            continue
        last_beat = now
        if child.silent_seconds() > SILENT_SECONDS:
            return False
        with context.store.write() as session:
            runs.heartbeat(session, intake.run_id, now)
            record = runs.get(session, intake.run_id)
        progress(record)
        if record.cancel_requested:
            return True
    return False


def _join(context: Context, name: str, progress: Progress) -> RunRecord | None:
    """Wait for the run that somebody else has under way, and return its record; None when they died over it."""
    while True:
        with context.store.read() as session:
            newest = runs.recent(session, name, limit=1)
        if newest and not newest[0].state.live:
            return newest[0]
        if newest and _stale(context, newest[0]):
            return None
        for record in newest:
            progress(record)
        context.clock.sleep(POLL_SECONDS * 5)


def _live(context: Context, name: str) -> RunRecord | None:
    with context.store.read() as session:
        return runs.live(session, name)


def _dead(context: Context, live: RunRecord) -> bool:
    """Has the run no parent any more? Asked by the holder of the source's lock.

    A run of another machine, or of this one with another data folder, has a lock of its own: then signs of life count.
    """
    if _stale(context, live):
        return True
    return live.host == socket.gethostname() and (live.pid == os.getpid() or not _alive(live.pid))


def _stale(context: Context, run: RunRecord) -> bool:
    return (context.clock.now() - run.heartbeat_at).total_seconds() >= STALE_SECONDS


def _await_death(context: Context, child: int | None) -> None:
    """A child ends itself when its parent is gone; give it the moment that takes, so that its last lines count."""
    deadline = context.clock.now() + timedelta(seconds=DEATH_SECONDS)
    while child and _alive(child) and context.clock.now() < deadline:
        context.clock.sleep(POLL_SECONDS)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # the number belongs to somebody else by now
        return False
    return True


def _tidy(spool: Path) -> None:
    for leftover in (spool, heartbeat_of(spool)):
        leftover.unlink(missing_ok=True)


def _spool(context: Context, run_id: int) -> Path:
    folder = context.data_dir / "spool"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"run-{run_id}.jsonl"
