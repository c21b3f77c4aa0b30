"""Openings on a terminal, ranked and with reasons; and one opening as JSON."""

from datetime import date
from textwrap import shorten
from typing import Any

from rich.table import Table
from rich.text import Text

from alerts.phrases import deadline_in_words, pay_in_words, places_in_words, reasons
from alerts.words import Words
from domain.alerts import OpeningCard

GOOD, FAIR = 70, 45
QUOTES, QUOTE_WIDTH = 2, 90


def ranked_table(cards: list[OpeningCard], today: date, words: Words) -> Table:
    """One block an opening, best first: rank and score, what it is, when to apply, why, and the ad's own words."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="dim")
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    for rank, card in enumerate(cards, 1):
        table.add_row(str(rank), _score(card), _block(card, today, words))
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


def _block(card: OpeningCard, today: date, words: Words) -> Text:
    shown = Text(card.title, style="bold")
    shown.append(f"  #{card.opening}", style="dim not bold")
    sources = " + ".join(sorted({listing.source for listing in card.listings}))
    shown.append(f"\n{card.employer} · {places_in_words(card.places, words)} · {sources}", style="not bold")
    deadline = deadline_in_words(card.deadline, card.deadline_kind, today, words)
    shown.append(f"\n{deadline} · {pay_in_words(card.salary, words)}", style="not bold")
    for reason in reasons(card.match, words):
        shown.append(f"\n{reason.label}: ", style="bold")
        shown.append(reason.items, style="not bold")
    for quote in _quotes(card):
        shown.append(f"\n«{quote}»", style="italic not bold")
    return shown.append("\n")


def _quotes(card: OpeningCard) -> list[str]:
    """The longest of the ad's words that speak for it: they say more than a single word does."""
    found = {shorten(item.quote, QUOTE_WIDTH, placeholder=" …") for part in card.match.parts for item in part.has}
    return sorted(found - {""}, key=lambda quote: (-len(quote), quote))[:QUOTES]
