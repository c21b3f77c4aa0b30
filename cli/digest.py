"""``jobbvakt digest``: compose the digests that are due, and deliver them."""

from datetime import datetime
from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, opened, print_json
from cli.deliver import tell
from operations.composing import Composed
from operations.mail import compose, deliver


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(
    preview: Annotated[bool, typer.Option("--preview", help="Print what would be sent, and stop there.")] = False,
    send: Annotated[bool, typer.Option("--send/--no-send", help="Deliver what was composed.")] = True,
    date: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Compose for this local date.")] = None,
    alert: Annotated[int | None, typer.Option(help="Only this alert.")] = None,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    day = date.date() if date else None
    with opened(config, data_dir) as context:
        views = []
        for item in compose(context, day=day, alert=alert, preview=preview):
            views.append(digest_view(item))
            if not as_json:
                _tell(item, preview=preview)
        report = deliver(context) if send and not preview else None
    if as_json:
        print_json({"digests": views, "delivery": report})
        return
    if not views:
        typer.echo("No digest is due.")
    if report is not None:
        tell(report)


def digest_view(item: Composed) -> dict[str, object]:
    """A composed digest as JSON-ready values."""
    return {
        "alert": item.alert.id,
        "date": item.local_date,
        "kind": item.kind,
        "subject": item.message.subject if item.message else None,
        "openings": item.message.told if item.message else (),
        "problem": item.problem,
    }


def _tell(item: Composed, *, preview: bool) -> None:
    head = f"{item.alert.name} <{item.alert.email}> {item.local_date}"
    if item.problem:
        typer.echo(f"{head}: could not be composed: {item.problem}")
    elif item.message is None:
        typer.echo(f"{head}: nothing new, no mail")
    else:
        typer.echo(f"{head}: {item.message.subject}")
        if preview:
            typer.echo("\n" + item.message.text)
