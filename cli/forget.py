"""``jobbvakt forget``: everything about a person, handed over and erased."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, opened, print_json
from domain.errors import UsageError
from operations.rights import forget, person

_EXAMPLES = """
Examples:\n
\n
  jobbvakt forget kari@example.org --export kari.json --keep\n
  jobbvakt forget kari@example.org --export kari.json --yes
"""


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line, epilog=_EXAMPLES)(_command)


def _command(
    email: Annotated[str, typer.Argument(help="The person's e-mail address.")],
    export: Annotated[Path | None, typer.Option(help="First write all that is kept to this new JSON file.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Only export; erase nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as context:
        kept = person(context, email)
        if export is not None:
            _write(export, kept)
            typer.echo(f"All that is kept about {email} is in {export}.", err=True)
        if keep:
            if as_json:
                print_json(kept)
            return
        if not yes and not typer.confirm(f"Erase everything about {email}? It cannot be undone", err=True):
            raise typer.Exit(1)
        done = forget(context, email)
    if as_json:
        print_json(done)
        return
    account = "the account, " if done.account else ""
    typer.echo(
        f"Erased: {account}{done.alerts} alerts with their messages, {done.profiles} profiles, "
        f"{done.files} message files, {done.pages} raw pages, the contact person of {done.contacts} ads."
    )
    if done.backups:
        typer.echo(f"{len(done.backups)} backups made before may still hold it: {', '.join(done.backups)}")


def _write(path: Path, kept: object) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise UsageError(
            "the export cannot be written",
            which=str(path),
            why=error.strerror or str(error),
            remedy="name a new file in a folder of yours; nothing was erased",
        ) from error
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(kept, file, ensure_ascii=False, indent=1, default=str)
