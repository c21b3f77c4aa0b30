"""``jobbvakt runs``: what the crawls did."""

from textwrap import wrap
from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, opened, out, print_json
from cli.source_table import brought
from domain.errors import NothingFoundError
from operations.runview import run_view
from storage import runs
from storage.runs import RunRecord

HEAD = ("Run", "Source", "State", "Began (UTC)", "Pages", "It brought")
_INDENT = "    "


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("list")(_list)
    group.command("show")(_show)
    group.command("cancel")(_cancel)
    app.add_typer(group, name=name)


def _list(
    source: Annotated[str | None, typer.Argument(help="Only runs of this source.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many, newest first.")] = 20,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """The newest runs."""
    with opened(config, data_dir) as context, context.store.read() as session:
        records = runs.recent(session, source, limit=limit)
        views = [run_view(session, record) for record in records]
    if as_json:
        print_json(views)
        return
    if not records:
        typer.echo("No runs yet. Start one with: jobbvakt crawl nav_feed")
        return
    rows = [HEAD, *map(_row, records)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row, reason in zip(rows, ("", *(record.reason for record in records)), strict=True):
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
        for line in wrap(reason, out().width - 1, initial_indent=_INDENT, subsequent_indent=_INDENT):
            typer.echo(line)


def _row(record: RunRecord) -> tuple[str, ...]:
    began = f"{record.started_at:%Y-%m-%d %H:%M}"
    return str(record.id), record.source, record.state, began, str(record.pages), brought(record.tally)


def _show(
    run: Annotated[int, typer.Argument(help="Number of the run.")],
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """One run in full."""
    with opened(config, data_dir) as context, context.store.read() as session:
        view = run_view(session, runs.get(session, run))
    if as_json:
        print_json(view)
        return
    for key, value in view.items():
        typer.echo(f"{key:22} {value}")


def _cancel(
    run: Annotated[int, typer.Argument(help="Number of the run.")],
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Ask a live run to stop; it ends within seconds, and what it had read is kept."""
    with opened(config, data_dir) as context, context.store.write() as session:
        record = runs.get(session, run)
        if not record.state.live:
            raise NothingFoundError("that run has ended", which=f"run {run}", why=f"it is {record.state}")
        runs.request_cancel(session, run)
    if as_json:
        print_json({"run": run, "source": record.source, "asked": True})
    else:
        typer.echo(f"Run {run} of {record.source} is asked to stop.")
