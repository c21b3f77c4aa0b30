"""``jobbvakt sources try``: what a parser makes of one page today, and which part of the page gave each field."""

from pathlib import Path

import typer
from rich.table import Table

from cli.common import opened, out, print_json
from operations.try_page import Tried, try_file, try_url, value_text

_SHOWN = 70
"""Characters of a value in the table."""


def try_one(page: str, config: Path | None, data_dir: Path | None, *, as_json: bool) -> None:
    """Read the page of that address or file, and tell."""
    with opened(config, data_dir) as context:
        tried = try_url(context, page) if "://" in page else try_file(context, Path(page))
    if as_json:
        print_json(tried)
        return
    _show(tried)


def _show(tried: Tried) -> None:
    more = f", the first of {tried.ads} ads on it" if tried.ads > 1 else ""
    typer.echo(f"{tried.url}\nwould be stored as an ad of {tried.source}{more}\n")
    table = Table("Field", "Value", "From", box=None)
    for item in tried.fields:
        table.add_row(item.field, value_text(item.field, item.value, _SHOWN), ", ".join(item.rules))
    out().print(table)
    if tried.missing:
        typer.echo(f"\nNot found: {', '.join(tried.missing)}")
    typer.echo(f"Title passes the filter of large feeds: {'yes' if tried.read_in_feeds else 'no'}")
    typer.echo(f"Customer-service manager: {tried.relevance} ({'; '.join(tried.why)})")
