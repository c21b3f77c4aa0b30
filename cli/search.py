"""``jobbvakt search``: openings, best match first."""

from dataclasses import replace
from typing import Annotated

import typer

from alerts.languages import words
from cli.cards import card_view, ranked_table
from cli.common import AsJson, Config, DataDir, opened, out, print_json
from cli.filters import Filters, Words, criteria_from
from domain.clock import local_date
from domain.searching import Sort
from operations.indexing import ensure_indexed
from operations.search import page
from operations.targets import OCCUPATION_TARGET

_EXAMPLES = """
Examples:\n
\n
  jobbvakt search\n
  jobbvakt search kundesenter bergen --min-score 60\n
  jobbvakt search sjef -selger --filter county=Oslo --filter published=7 --sort newest\n
  jobbvakt search --profile kari --json
"""


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line, epilog=_EXAMPLES)(_command)


def _command(
    query: Words = None,
    filters: Filters = None,
    sort: Annotated[Sort, typer.Option(help="Order of the hits.")] = Sort.MATCH,
    profile: Annotated[str | None, typer.Option(help="Score against this profile.")] = None,
    min_score: Annotated[int, typer.Option(min=0, max=100, help="Least score.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many.")] = 20,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    criteria = criteria_from(query, filters, min_score)
    if sort is not Sort.MATCH:
        criteria = replace(criteria, sort=sort)
    with opened(config, data_dir) as context:
        ensure_indexed(context, OCCUPATION_TARGET)
        now = context.clock.now()
        with context.store.read() as session:
            cards = [item.card for item in page(session, criteria, now, profile=profile, limit=limit).found]
    if as_json:
        print_json([card_view(card) for card in cards])
    elif cards:
        out().print(ranked_table(cards, local_date(now), words(context.settings.language)))
    else:
        typer.echo(
            "No openings found. Fewer words or a lower --min-score find more; 'jobbvakt crawl --all' fetches ads."
        )
    if not cards:
        raise typer.Exit(3)
