"""``jobbvakt search``: openings, best match first."""

from typing import Annotated

import typer

from cli.cards import card_view, ranked_table
from cli.common import AsJson, Config, DataDir, opened, out, print_json
from domain.clock import local_date
from operations.match import target_of_name
from storage import matches

_EXAMPLES = """
Examples:\n
\n
  jobbvakt search\n
  jobbvakt search kundesenter bergen --min-score 60\n
  jobbvakt search --profile kari --json
"""


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line, epilog=_EXAMPLES)(_command)


def _command(
    query: Annotated[list[str] | None, typer.Argument(help="Words that title, employer, place or text hold.")] = None,
    profile: Annotated[str | None, typer.Option(help="Score against this profile.")] = None,
    min_score: Annotated[int, typer.Option(min=0, max=100, help="Least score.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many.")] = 20,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as context, context.store.read() as session:
        target = target_of_name(session, profile)
        cards = matches.ranked(session, target, min_score=min_score, limit=limit, query=" ".join(query or []))
        today = local_date(context.clock.now())
    if as_json:
        print_json([card_view(card) for card in cards])
    elif cards:
        out().print(ranked_table(cards, today))
    else:
        typer.echo(
            "No openings found. Fewer words or a lower --min-score find more; 'jobbvakt crawl --all' fetches ads."
        )
    if not cards:
        raise typer.Exit(3)
