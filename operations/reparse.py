"""Rebuild postings from their kept pages: the same parsers, stages and store as a crawl, and not one request.

Only postings that are stored and were read from pages that are still kept. None is withdrawn or missed, no cursor and
no measure of the source moves; what says the same stays as it is.
"""

from collections.abc import Callable, Sequence
from functools import partial

from crawler.mailbox import Mailbox
from crawler.raw_pages import RawPages
from crawler.reread import Wanted
from domain.errors import NothingFoundError
from operations.context import Context
from operations.crawl import STALE_SECONDS
from operations.locks import source_lock
from operations.raw_pages import raw_folder
from operations.rereading import ADS_A_CHILD, Reparsed, Rereading
from operations.sources import configured_sources, find_source
from storage import audit, raw_links, runs

Progress = Callable[[str, int, int], None]
"""Source, ads done, ads in all."""


def _silent(*_: object) -> None:
    """Nobody watches."""


def reparse(
    context: Context,
    names: Sequence[str] = (),
    *,
    dry_run: bool = False,
    actor: str = "cli",
    progress: Progress = _silent,
) -> list[Reparsed]:
    """Read the postings of the sources called ``names`` again, or of all that have kept pages.

    Raises NothingFoundError for a name that nobody knows, and when no posting has a kept page.
    """
    for name in names:
        find_source(context.settings, name)
    with context.store.read() as session:
        counts = raw_links.counts(session)
    chosen = [name for name, (_, linked) in counts.items() if name in names or (linked and not names)]
    done = []
    for name in sorted(chosen):
        report = Reparsed(name, stored=counts[name][0])
        _read(context, report, partial(progress, name), dry_run=dry_run)
        done.append(report)
        if report.changed and not dry_run:
            _note(context, report, actor)
    if not any(one.read or one.trouble or one.failed for one in done):
        raise NothingFoundError(
            "no posting has a kept page",
            which=", ".join(names) or "all sources",
            why="pages are kept with each crawl; ads that were imported have none",
            remedy="crawl first, with [raw] keep on",
        )
    return done


def _read(context: Context, report: Reparsed, progress: Callable[[int, int], None], *, dry_run: bool) -> None:
    name = report.source
    source = configured_sources(context.settings).get(name)
    if source is None or source.platform == Mailbox.name:
        report.failed = "it is no longer among the sources, so nobody knows how its pages are read"
        return
    with source_lock(context.data_dir, name) as ours:
        if not ours or _is_crawled_elsewhere(context, name):
            report.failed = "a crawl of it is under way; try again when it is over"
            return
        with context.store.read() as session:
            linked = raw_links.of_source(session, name)
        kept = RawPages(raw_folder(context.data_dir), name)
        wanted = [Wanted(ref, pages) for ref, pages in linked.items() if all(map(kept.has, pages))]
        report.not_kept = report.stored - len(wanted)
        step = Rereading(context, source, report, lambda: progress(report.read, len(wanted)), dry_run=dry_run)
        for start in range(0, len(wanted), ADS_A_CHILD):
            step.run(wanted[start : start + ADS_A_CHILD])


def _is_crawled_elsewhere(context: Context, name: str) -> bool:
    """On another machine with the same store: the lock tells of this one alone."""
    with context.store.read() as session:
        live = runs.live(session, name)
    return live is not None and (context.clock.now() - live.heartbeat_at).total_seconds() < STALE_SECONDS


def _note(context: Context, report: Reparsed, actor: str) -> None:
    with context.store.write() as session:
        detail = f"{report.read} ads read again, {len(report.changed)} changed"
        audit.record(session, context.clock.now(), actor, "postings.reparse", report.source, detail)
