"""``jobbvakt openings``: what a person knows better than the comparison."""

import getpass
from typing import Annotated

import typer
from rich.table import Table

from cli.common import AsJson, Config, DataDir, opened, out, print_json
from operations.rulings import merge, split
from storage import rulings

Why = Annotated[str, typer.Option(help="The reason, for whoever wonders later.")]
By = Annotated[str | None, typer.Option(help="Who says so; your user name, if left out.")]


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("merge")(_merge)
    group.command("split")(_split)
    group.command("rulings")(_rulings)
    app.add_typer(group, name=name)


def _merge(
    ids: Annotated[list[int], typer.Argument(metavar="ID...", help="Openings that are one and the same.")],
    why: Why = "",
    by: By = None,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Say that openings are one; later crawls keep them together.

    Example: jobbvakt openings merge 12 31 --why "same ad, the portal wrote another town"
    """
    with opened(config, data_dir) as context:
        report = merge(context, ids, by=by or getpass.getuser(), why=why)
    if as_json:
        print_json(report)
        return
    typer.echo(f"Opening {report.opening} has {len(report.postings)} ads now: jobbvakt show {report.opening}")


def _split(
    opening: Annotated[int, typer.Argument(metavar="ID", help="The opening.")],
    postings: Annotated[list[int], typer.Argument(metavar="POSTING...", help="Its ads that are another opening.")],
    why: Why = "",
    by: By = None,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Say that some ads of an opening are another opening; later crawls keep them apart.

    Example: jobbvakt openings split 12 40 41
    """
    with opened(config, data_dir) as context:
        report = split(context, opening, postings, by=by or getpass.getuser(), why=why)
    if as_json:
        print_json(report)
        return
    apart = ", ".join(map(str, report.apart)) or "closed ads only"
    typer.echo(f"Opening {report.opening} has {len(report.postings)} ads now; taken out: {apart}.")


def _rulings(config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """What was said by hand, newest first."""
    with opened(config, data_dir) as context, context.store.read() as session:
        found = rulings.all_rulings(session)
    if as_json:
        print_json(found)
        return
    table = Table("Ads", "Ruling", "By", "When", "Why", box=None)
    for one in found:
        said = "one opening" if one.same else "two openings"
        table.add_row(f"{one.first}, {one.second}", said, one.by, f"{one.ruled_at:%Y-%m-%d %H:%M}", one.why)
    if found:
        out().print(table)
    else:
        typer.echo("Nothing was merged or split by hand.")
