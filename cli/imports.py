"""``jobbvakt import``: bring your own alert e-mails, saved pages and lists of postings."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cli.common import AsJson, Config, DataDir, opened, print_json
from domain.runs import RunState
from operations.importing import FileReport, ImportReport, import_files
from operations.match import match
from operations.runview import run_view

_EXAMPLES = """
Examples:\n
\n
  jobbvakt import alert.eml\n
  jobbvakt import saved/ mails.mbox --json\n
  jobbvakt import postings.jsonl --source my_list
"""


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line, epilog=_EXAMPLES)(_command)


def _command(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Pages (.html, .mhtml), mails (.eml, .mbox), .jsonl; folders, .zip."),
    ],
    source: Annotated[str, typer.Option(help="Source of postings in a .jsonl that name none.")] = "",
    no_match: Annotated[bool, typer.Option("--no-match", help="Do not read and score afterwards.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as context:
        report = import_files(context, files, source=source)
        if not no_match:
            match(context)
        with context.store.read() as session:
            view = run_view(session, report.run)
    if as_json:
        print_json({"files": report.files, **view})
    else:
        _tell(report)
    if report.run.state is not RunState.COMPLETE:
        raise typer.Exit(4 if report.run.state is RunState.DEGRADED else 1)


def _tell(report: ImportReport) -> None:
    for one in report.files:
        typer.echo(f"{one.file}: {_brought(one)}")
        for problem in one.problems:
            typer.echo(f"  {problem}", err=True)
    tally: Any = report.run.tally
    typer.echo(f"{tally.seen} ads: {tally.new} new, {tally.changed} changed, {tally.unchanged} unchanged")


def _brought(one: FileReport) -> str:
    return ", ".join(f"{count} of {source}" for source, count in sorted(one.ads.items())) or "no ads"
