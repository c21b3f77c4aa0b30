"""``jobbvakt bounces``: read the mail that came back."""

from pathlib import Path
from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, opened, print_json
from operations.bounces import read_bounces


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("read")(_read)
    group.callback()(_group)
    app.add_typer(group, name=name)


def _group() -> None:
    """Keeps ``read`` a command of its own."""


def _read(
    paths: Annotated[list[Path], typer.Argument(help="Mails (.eml), or folders of them; a Maildir is one.")],
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Take reports of returned mail and complaints; stop writing to addresses that are gone."""
    with opened(config, data_dir) as context:
        report = read_bounces(context, paths)
    if as_json:
        print_json(report)
        return
    typer.echo(
        f"{report.read} mails read: {report.gone} of addresses that are gone, {report.complaints} complaints,"
        f" {report.refused} refused, {report.later} to come later, {report.foreign} not about our mail."
    )
    for address in report.suppressed:
        typer.echo(f"{address} gets no more mail. Let it in again: jobbvakt alert suppressed --lift {address}")
