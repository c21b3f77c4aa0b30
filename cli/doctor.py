"""``jobbvakt doctor``: look for trouble and say how to mend each."""

import typer

from cli.common import AsJson, Config, DataDir, print_json
from domain.clock import SystemClock
from domain.errors import JobbvaktError
from operations.doctor import Finding, examine
from settings import load_settings


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    try:
        findings = list(examine(load_settings(config, data_dir), SystemClock()))
    except JobbvaktError as error:  # a doctor that dies of the illness helps nobody
        findings = [Finding("settings", False, str(error), error.remedy)]
    if as_json:
        print_json(findings)
    for finding in findings if not as_json else []:
        typer.echo(f"{'ok  ' if finding.ok else 'MEND'} {finding.what}: {finding.told}")
        if finding.remedy and not finding.ok:
            typer.echo(f"       → {finding.remedy}")
    if any(not finding.ok for finding in findings):
        raise typer.Exit(1)
