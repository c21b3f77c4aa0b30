"""``jobbvakt export``: the openings of a search as a file."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cli.common import Config, DataDir, opened, progress
from cli.filters import Filters, Words, criteria_from
from domain.errors import ConfigurationError
from operations.exporting import rows, written
from operations.indexing import ensure_indexed
from operations.targets import OCCUPATION_TARGET

_EXAMPLES = """
Examples:\n
\n
  jobbvakt export kundesenter --filter county=Oslo > openings.csv\n
  jobbvakt export --format xlsx --output openings.xlsx\n
"""


class Format(StrEnum):
    """What to write."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line, epilog=_EXAMPLES)(_command)


def _command(
    query: Words = None,
    form: Annotated[Format, typer.Option("--format", help="csv, xlsx, json or jsonl.")] = Format.CSV,
    output: Annotated[Path | None, typer.Option(help="File to write; standard output without it.")] = None,
    filters: Filters = None,
    profile: Annotated[str | None, typer.Option(help="Score against this profile.")] = None,
    min_score: Annotated[int, typer.Option(min=0, max=100, help="Least score.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
) -> None:
    criteria = criteria_from(query, filters, min_score)
    with opened(config, data_dir) as context:
        ensure_indexed(context, OCCUPATION_TARGET)
        with context.store.read() as session:
            found = list(rows(session, criteria, context.clock.now(), profile))
    pieces = written(found, Format.JSON if as_json else form)
    if output is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        return
    try:
        with output.open("wb") as file:
            file.writelines(pieces)
    except OSError as error:
        raise ConfigurationError(
            "the file cannot be written",
            which=str(output),
            why=error.strerror or str(error),
            remedy="give another path",
        ) from error
    progress.print(f"{len(found)} openings written to {output}")
