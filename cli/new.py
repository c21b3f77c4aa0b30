"""``jobbvakt new portal``: the files of a new portal, for those who write one."""

from typing import Annotated

import typer

from cli.common import AsJson, NoConfig, NoDataDir, print_json
from domain.clock import SystemClock
from operations.new_portal import new_portal


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.callback()(_group)
    group.command("portal")(_portal)
    app.add_typer(group, name=name)


def _group() -> None:
    """So that ``portal`` stays a word of its own while it is the only one."""


def _portal(
    name: Annotated[str, typer.Argument(help="Name of module, fixture folder and settings table: my_portal.")],
    homepage: Annotated[str, typer.Option(help="Its address, such as https://portal.example.")],
    title: Annotated[str | None, typer.Option(help="As people call it; else made from the name.")] = None,
    country: Annotated[str, typer.Option(help="ISO 3166-1 alpha-2.")] = "NO",
    config: NoConfig = None,
    data_dir: NoDataDir = None,
    as_json: AsJson = False,
) -> None:
    """Write the portal's file, its first fixture folder, and with them a red test."""
    written = new_portal(name, homepage, title or name.replace("_", " ").title(), country, SystemClock().now())
    if as_json:
        print_json({"written": written})
        return
    for path in written:
        typer.echo(str(path))
    typer.echo(
        f"\nNow: put a page into page.html, what must be read from it into expected.json, and mend the file until\n"
        f"  jobbvakt sources check {name}\n  pytest tests/portals -k {name}\nare green; then write the reference page:"
        "\n  python -m operations.sources_page > docs/reference/sources.md"
        f"\nWhat the parser reads: jobbvakt sources check {name} --found. Step by step: docs/new-portal.md"
    )
