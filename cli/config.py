"""``jobbvakt config show``: the settings in force, secrets hidden."""

import typer

from cli.common import AsJson, Config, DataDir, print_json
from settings import load_settings, masked


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("show")(_show)
    group.callback()(_group)
    app.add_typer(group, name=name)


def _group() -> None:
    """A group with one command stays a group."""


def _show(config: Config = None, data_dir: DataDir = None, _as_json: AsJson = False) -> None:
    """Flags over environment over file over defaults, as JSON, with --json and without."""
    print_json(masked(load_settings(config, data_dir)))
