"""Openings on a terminal: a ranked table with reasons, and one opening in full."""

from datetime import date
from typing import Any

from rich.table import Table
from rich.text import Text

from alerts.phrases import deadline_in_words, pay_in_words, places_in_words, reasons
from alerts.words import NB
from domain.alerts import OpeningCard

GOOD, FAIR = 70, 45


def ranked_table(cards: list[OpeningCard], today: date) -> Table:
    """One row an opening, best first: score, what it is, when to apply, and why."""
    table = Table(box=None, padding=(0, 1), header_style="bold", show_edge=False)
    table.add_column("#", justify="right")
    table.add_column("Score", justify="right")
    table.add_column("Opening", ratio=5)
    table.add_column("Apply", ratio=2)
    table.add_column("Why", ratio=6)
    for card in cards:
        table.add_row(str(card.opening), _score(card), _what(card), _deadline(card, today), _why(card))
        table.add_row()
    return table


def card_view(card: OpeningCard) -> dict[str, Any]:
    """An opening as JSON-ready values."""
    return {
        "id": card.opening,
        "score": card.match.score,
        "title": card.title,
        "employer": card.employer,
        "places": card.places,
        "deadline": card.deadline,
        "deadline_kind": card.deadline_kind,
        "published": card.published,
        "salary": card.salary,
        "apply_url": card.apply_url,
        "sources": card.listings,
        "match": card.match,
    }


def _score(card: OpeningCard) -> Text:
    style = "green" if card.match.score >= GOOD else "yellow" if card.match.score >= FAIR else "dim"
    return Text(str(card.match.score), style=style)


def _what(card: OpeningCard) -> Text:
    shown = Text(card.title, style="bold")
    shown.append(f"\n{card.employer} · {places_in_words(card.places, NB)}", style="not bold")
    shown.append("\n" + " + ".join(sorted({listing.source for listing in card.listings})), style="dim not bold")
    return shown


def _deadline(card: OpeningCard, today: date) -> str:
    return deadline_in_words(card.deadline, card.deadline_kind, today, NB) + "\n" + pay_in_words(card.salary, NB)


def _why(card: OpeningCard) -> Text:
    shown = Text()
    for reason in reasons(card.match, NB):
        shown.append(f"{reason.label}: ", style="bold")
        shown.append(reason.items + "\n")
    return shown
