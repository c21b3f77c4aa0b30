"""``jobbvakt show``: one opening with its score, reasons, sources and what has changed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

import typer

from alerts.languages import words
from alerts.phrases import deadline_in_words, pay_in_words, places_in_words
from alerts.words import Words
from cli.cards import card_view
from cli.common import AsJson, Config, DataDir, opened, print_json
from domain.clock import OSLO, local_date
from domain.matching import Evidence, Match, ScorePart
from domain.postings import PostingStatus, Salary
from operations.history import Change, told
from operations.opening_facts import Fact
from operations.opening_page import OpeningView, SourceLine, view

CHANGES_SHOWN = 5


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(
    opening: Annotated[int, typer.Argument(metavar="ID", help="Number of the opening, as search prints it.")],
    profile: Annotated[str | None, typer.Option(help="Score against this profile.")] = None,
    history: Annotated[bool, typer.Option("--history", help="Every change, with the sentences that differ.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as context, context.store.read() as session:
        found = view(session, opening, profile, withdrawn_too=True)
        today, said = local_date(context.clock.now()), words(context.settings.language)
    card = found.card
    if as_json:
        print_json(_whole_view(found, said))
        return
    typer.echo(f"{card.title}\n{card.employer} · {places_in_words(card.places, said)}")
    deadline = deadline_in_words(card.deadline, card.deadline_kind, today, said)
    typer.echo(f"{deadline} · {pay_in_words(card.salary, said)}")
    _print_facts(found.facts, said)
    _print_score(card.match)
    typer.echo("\nSeen at")
    for line in found.sources:
        _print_source(line)
    _print_history(found, said, whole=history)
    if len(found.sources) > 1:
        ads = " ".join(str(line.posting) for line in found.sources)
        typer.echo(f"\nAds {ads}. One that is another opening: jobbvakt openings split {card.opening} AD")


def _print_facts(facts: Iterable[Fact], said: Words) -> None:
    """Each fact with where it comes from: the words of an ad, or a portal's own field."""
    typer.echo("\nFacts")
    for fact in facts:
        typer.echo(f"  {fact.name.replace('_', ' '):16} {_value(fact.value, said)}{_origin(fact.quote, fact.source)}")
        for other in fact.otherwise:
            typer.echo(f"{'':19}otherwise: {_value(other.value, said)}{_origin(other.quote, other.source)}")


def _value(value: object, said: Words) -> str:
    match value:
        case Salary():
            return pay_in_words(value, said)
        case datetime():
            return str(local_date(value))
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:g}"
        case tuple():
            return ", ".join(map(str, value))
    return str(value)


def _origin(quote: str, source: str) -> str:
    words = f" «{quote}»" if quote else ""
    return f"{words}  ({source})" if source else words


def _print_score(match: Match) -> None:
    typer.echo(f"\nScore {match.score} of 100")
    for part in match.parts:
        points = "not stated" if part.points is None else f"{part.points:.0%}"
        typer.echo(f"  {part.name:22} {points:>10}  weight {part.weight:g}")
        _print_evidence(part)


def _print_evidence(part: ScorePart) -> None:
    for sign, items in (("+", part.has), ("-", part.lacks), ("?", part.not_stated)):
        for item in items:
            typer.echo(f"      {sign} {_told(item)}")


def _told(item: Evidence) -> str:
    return f"{item.text}: «{item.quote}»" if item.quote else item.text


def _print_source(line: SourceLine) -> None:
    typer.echo(f"  {line.source:16} {line.title}\n{'':19}{line.url}")
    if line.status is not PostingStatus.ACTIVE:
        typer.echo(
            f"{'':19}{line.status.value}: {line.status_reason}" if line.status_reason else f"{'':19}{line.status.value}"
        )
    if line.why_same:
        typer.echo(f"{'':19}joined: {line.why_same}")


def _print_history(found: OpeningView, said: Words, *, whole: bool) -> None:
    """The newest changes in short, or all of them with their sentences."""
    if not found.history:
        return
    typer.echo("\nChanges")
    shown = found.history if whole else found.history[:CHANGES_SHOWN]
    for change in shown:
        typer.echo(f"  {change.at.astimezone(OSLO):%Y-%m-%d %H:%M}  {change.source}")
        for clause in told(change, said):
            typer.echo(f"    {clause}")
        for line in _sentences(change) if whole else ():
            typer.echo(f"      {line}")
    left = len(found.history) - len(shown)
    if left or (not whole and any(change.text for change in shown)):
        more = f"{left} more, and the sentences" if left else "The sentences"
        typer.echo(f"  {more}: jobbvakt show {found.card.opening} --history")


def _sentences(change: Change) -> list[str]:
    """What came and went, one line each, as ``diff`` marks it."""
    signs = {"added": "+", "removed": "-"}
    return [
        f"{signs[piece.kind]} {' '.join(line.split())}"
        for piece in change.text
        if piece.kind in signs
        for line in piece.text.splitlines()
        if line.strip()
    ]


def _whole_view(found: OpeningView, said: Words) -> dict[str, object]:
    """What the page and the API tell: each fact by its best value with the origin, and what else is stated."""
    return {
        **card_view(found.card),
        "is_open": found.is_open,
        "facts": found.facts,
        "conflicts": [{"source": source, "told": told} for source, told in found.conflicts],
        "postings": found.sources,
        "changes": [_change_view(change, said) for change in found.history],
    }


def _change_view(change: Change, said: Words) -> dict[str, object]:
    return {
        "source": change.source,
        "at": change.at,
        "version": change.number,
        "told": told(change, said),
        "facts": change.facts,
        "text": [{"kind": piece.kind, "text": piece.text} for piece in change.text if piece.kind != "gap"],
    }
