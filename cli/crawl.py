"""``jobbvakt crawl``: fetch ads from sources, live, with progress on stderr."""

from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, opened, print_json, progress
from domain.errors import JobbvaktError, UsageError
from domain.runs import RunState
from operations.context import Context
from operations.crawl import CrawlOptions, crawl
from operations.match import match
from operations.runview import run_view
from operations.sources import configured_sources
from operations.trial import trial_context
from storage.runs import RunRecord

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
            views = [run_view(session, record) for record in records]
    if as_json:
        print_json(views[0] if len(names) == 1 and views else views)
    for record in records if not as_json else []:
        typer.echo("\n  ".join(filter(None, (_line(record), record.reason))))
    failed = len(names) - len(records) + sum(record.state is not RunState.COMPLETE for record in records)
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
            return crawl(context, name, options, lambda record: status.update(_line(record)))
    except JobbvaktError as error:
        if alone:
            raise
        progress.print(f"{name}: {error}", f"\n  → {error.remedy}" if error.remedy else "", markup=False)
        return None


def _line(record: RunRecord) -> str:
    tally = record.tally
    return (
        f"{record.source}: {record.state} · {record.pages} pages · {tally.seen} ads · {tally.new} new · "
        f"{tally.changed} changed · {tally.withdrawn} withdrawn · {tally.not_relevant} not relevant"
    )
