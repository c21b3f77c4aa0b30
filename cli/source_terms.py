"""Accepting the terms notice of an opt-in source: it is printed, somebody says yes, and who and when is recorded."""

import sys
from datetime import datetime
from typing import Annotated

import typer

from domain.clock import SystemClock
from domain.errors import UsageError
from domain.sources import Source, Terms

AcceptTerms = Annotated[
    str | None,
    typer.Option("--accept-terms", metavar="WHO", help="Accept the terms notice, as this person; else you are asked."),
]


def accepted(source: Source, who: str | None) -> dict[str, str | datetime]:
    """The settings that record the acceptance; none where there is nothing to accept, or it is on record.

    Raises UsageError when nobody accepts.
    """
    if source.portal.terms is not Terms.OPT_IN:
        return {}
    typer.echo(f"Terms of {source.portal.title}:\n\n  {source.portal.terms_notice or source.portal.note}\n", err=True)
    if source.terms_accepted_by and source.terms_accepted_at:
        day = f"{source.terms_accepted_at:%Y-%m-%d}"
        typer.echo(f"Accepted by {source.terms_accepted_by} on {day}.", err=True)
        return {}
    name = who.strip() if who is not None else _ask()
    if not name:
        raise UsageError(
            "the terms were not accepted",
            which=source.name,
            why="switching on an opt-in source is recorded with the name of the person who answers for it",
            remedy=f'say who you are: jobbvakt sources enable {source.name} --accept-terms "Kari Nordmann"',
        )
    return {"terms_accepted_by": name, "terms_accepted_at": SystemClock().now().replace(microsecond=0)}


def _ask() -> str:
    """The name of the person who accepts; '' for no, and where nobody can be asked."""
    if not sys.stdin.isatty():
        return ""
    if not typer.confirm("Have you read this, and may you crawl this source?", default=False, err=True):
        return ""
    name: str = typer.prompt("Your name, for the record", default="", show_default=False, err=True)
    return name.strip()
