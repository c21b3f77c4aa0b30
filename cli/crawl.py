"""``jobbvakt crawl``: fetch ads from sources, live, with progress on stderr."""

import os
from typing import Annotated

import typer
from rich.status import Status
from sqlalchemy.orm import Session

from cli.common import AsJson, Config, DataDir, opened, print_json, progress
from domain.errors import JobbvaktError, UsageError
from domain.postings import PostingStatus
from domain.runs import RunState
from operations.context import Context
from operations.crawl import CrawlOptions, crawl
from operations.match import match
from operations.runview import run_view
from operations.sources import configured_sources
from operations.trial import trial_context
from storage import postings
from storage.postings import PostingChange
from storage.runs import RunRecord

CHANGES_SHOWN = 20
_EXAMPLES = """
Examples:\n
\n
  jobbvakt crawl nav_feed\n
  jobbvakt crawl --all --json\n
  jobbvakt crawl jobbnorge --dry-run --data-dir /tmp/trial
"""


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line, epilog=_EXAMPLES)(_command)


def _command(
    sources: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Names of sources.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every enabled source.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Read at most so many ads in full.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Fetch and judge, but store nothing.")] = False,
    no_match: Annotated[bool, typer.Option("--no-match", help="Do not read and score afterwards.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as real, trial_context(real, wanted=dry_run) as context:
        names = _names(context, sources or [], every=every)
        options = CrawlOptions(limit=limit)
        records = [result for name in names if (result := _one(context, name, options, alone=len(names) == 1))]
        if not (no_match or dry_run):
            match(context)
        with context.store.read() as session:
            views = [run_view(session, record) | {"joined": _is_joined(record)} for record in records]
            tried = [_would_be(session, record) for record in records] if dry_run else []
    for view, changes in zip(views, tried, strict=False):
        view["would_be"] = changes
    if as_json:
        print_json(views[0] if len(names) == 1 and views else views)
    for number, record in enumerate(records if not as_json else []):
        _tell(record, tried[number] if dry_run else None)
    wished = (RunState.COMPLETE,) if limit is None else (RunState.COMPLETE, RunState.CAPPED)
    failed = len(names) - len(records) + sum(record.state not in wished for record in records)
    if failed:
        raise typer.Exit(1 if failed == len(names) else 4)


def _names(context: Context, given: list[str], *, every: bool) -> list[str]:
    if given and not every:
        return given
    if not every:
        raise UsageError("no source named", which="jobbvakt crawl", remedy="name one or more sources, or say --all")
    return [source.name for source in configured_sources(context.settings).values() if source.enabled]


def _one(context: Context, name: str, options: CrawlOptions, *, alone: bool) -> RunRecord | None:
    """One source's trouble never keeps the others from being crawled."""
    try:
        with progress.status(f"{name}: starting") as status:
            return crawl(context, name, options, _Watcher(status))
    except JobbvaktError as error:
        if alone:
            raise
        progress.print(f"{name}: {error}", f"\n  → {error.remedy}" if error.remedy else "", markup=False)
        return None


class _Watcher:
    """Shows how a run goes; says once, also where no terminal is, that it is somebody else's."""

    def __init__(self, status: Status) -> None:
        self.status, self.told = status, False

    def __call__(self, record: RunRecord) -> None:
        if _is_joined(record) and not self.told:
            self.told = True
            since = f"{record.started_at:%H:%M} UTC, asked for by {record.trigger}"
            progress.print(
                f"{record.source}: run {record.id} is under way already (since {since}); waiting for its end"
            )
        self.status.update(_line(record))


def _is_joined(record: RunRecord) -> bool:
    """Somebody else had the run under way when we asked for it."""
    return record.pid != os.getpid()


def _would_be(session: Session, record: RunRecord) -> list[PostingChange]:
    """What the run did to the copy of the store."""
    return [change for change in postings.changes(session, record.started_at) if change.source == record.source]


def _tell(record: RunRecord, would_be: list[PostingChange] | None) -> None:
    typer.echo("\n  ".join(filter(None, (_line(record), record.reason))))
    if would_be is None:
        return
    for change in would_be[:CHANGES_SHOWN]:
        word = "new" if change.versions == 1 else "changed"
        typer.echo(f"  {word if change.status is PostingStatus.ACTIVE else change.status.value:10} {change.title}")
    if len(would_be) > CHANGES_SHOWN:
        typer.echo(f"  … and {len(would_be) - CHANGES_SHOWN} more")
    typer.echo("  A dry run: nothing of this was stored.")


def _line(record: RunRecord) -> str:
    tally = record.tally
    return (
        f"{record.source}: {record.state} · {record.pages} pages · {tally.seen} ads · {tally.new} new · "
        f"{tally.changed} changed · {tally.withdrawn} withdrawn · {tally.not_relevant} not relevant"
    )
