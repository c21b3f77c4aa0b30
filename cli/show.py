"""``jobbvakt show``: one opening with its score, reasons and sources."""

from typing import Annotated

import typer

from alerts.phrases import deadline_in_words, pay_in_words, places_in_words
from alerts.words import NB
from cli.cards import card_view
from cli.common import AsJson, Config, DataDir, opened, print_json
from domain.alerts import OpeningCard
from domain.clock import local_date
from domain.matching import Evidence, ScorePart
from operations.match import target_of_name
from storage import matches, openings


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(
    opening: Annotated[int, typer.Argument(metavar="ID", help="Number of the opening, as search prints it.")],
    profile: Annotated[str | None, typer.Option(help="Score against this profile.")] = None,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as context, context.store.read() as session:
        card = matches.card(session, opening, target_of_name(session, profile))
        why = openings.get(session, card.opening).explanations
        today = local_date(context.clock.now())
    if as_json:
        print_json(card_view(card))
        return
    typer.echo(f"{card.title}\n{card.employer} · {places_in_words(card.places, NB)}")
    typer.echo(f"{deadline_in_words(card.deadline, card.deadline_kind, today, NB)} · {pay_in_words(card.salary, NB)}")
    _print_score(card)
    for listing in card.listings:
        typer.echo(f"  {listing.source:16} {listing.title}\n{'':19}{listing.url}")
        if listing.posting in why:
            typer.echo(f"{'':19}joined: {why[listing.posting]}")
    if len(card.listings) > 1:
        ads = " ".join(str(listing.posting) for listing in card.listings)
        typer.echo(f"\nAds {ads}. One that is another opening: jobbvakt openings split {card.opening} AD")


def _print_score(card: OpeningCard) -> None:
    typer.echo(f"\nScore {card.match.score} of 100")
    for part in card.match.parts:
        points = "not stated" if part.points is None else f"{part.points:.0%}"
        typer.echo(f"  {part.name:22} {points:>10}  weight {part.weight:g}")
        _print_evidence(part)
    typer.echo("\nSeen at")


def _print_evidence(part: ScorePart) -> None:
    for sign, items in (("+", part.has), ("-", part.lacks), ("?", part.not_stated)):
        for item in items:
            typer.echo(f"      {sign} {_told(item)}")


def _told(item: Evidence) -> str:
    return f"{item.text}: «{item.quote}»" if item.quote else item.text
