"""``jobbvakt match``: read and score what is stored."""

from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, opened, print_json
from operations.match import match


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(
    rescore: Annotated[bool, typer.Option("--rescore", help="Read every ad again, also those already read.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as context:
        report = match(context, rescore=rescore)
    if as_json:
        print_json(report)
        return
    typer.echo(f"{report.read} ads read; {report.openings} openings, {report.relevant} of them customer-service leads.")
