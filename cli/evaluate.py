"""``jobbvakt evaluate``: how well the matcher reads labelled ads."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cli.common import AsJson, NoConfig, NoDataDir, print_json
from domain.errors import NothingFoundError
from matcher.evaluate import evaluate, evaluate_openings


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(
    gold: Annotated[Path | None, typer.Argument(metavar="[GOLD.jsonl]", help="Labelled ads, one JSON a line.")] = None,
    openings: Annotated[Path | None, typer.Option(metavar="GROUPS.jsonl", help="Labelled duplicate groups.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="List every disagreement.")] = False,
    config: NoConfig = None,
    data_dir: NoDataDir = None,
    as_json: AsJson = False,
) -> None:
    if gold is None and openings is None:
        raise NothingFoundError("nothing to evaluate", remedy="name a file of labelled ads, or --openings GROUPS.jsonl")
    result: dict[str, Any] = {}
    if gold is not None:
        result |= evaluate(_lines(gold), verbose=verbose)
    if openings is not None:
        result |= evaluate_openings(_lines(openings))
    if as_json:
        print_json(result)
        return
    for figure, value in result.items():
        typer.echo(f"{figure:26} {_short(value)}")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NothingFoundError("file cannot be read", which=str(path), why=str(error)) from error


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{key} {_short(item)}" for key, item in value.items())
    return f"{value:.3f}" if isinstance(value, float) else str(value)
