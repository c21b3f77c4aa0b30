"""``jobbvakt --version``."""

from importlib.metadata import version

import typer


def show() -> None:
    """Print name and version, and end."""
    typer.echo(f"jobbvakt {version('jobbvakt')}")
    raise typer.Exit
