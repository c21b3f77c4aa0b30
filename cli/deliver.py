"""``jobbvakt deliver``: send what waits in the outbox."""

from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, opened, print_json
from operations.mail import deliver
from operations.notify import DeliveryReport
from storage import deliveries


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(
    release: Annotated[bool, typer.Option("--release", help="Let go what a restore put on hold, first.")] = False,
    discard: Annotated[
        bool, typer.Option("--discard", help="Give up what a restore put on hold: it was sent, and counts as told.")
    ] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as context:
        with context.store.write() as session:
            if discard:
                deliveries.discard_held(session, "given up by the operator after a restore")
            if release or discard:
                deliveries.release_all(session)
        report = deliver(context)
    if as_json:
        print_json(report)
    else:
        tell(report)
    if report.stopped or report.dead:
        raise typer.Exit(1)


def tell(report: DeliveryReport) -> None:
    """What became of the outbox, for a person."""
    for place in report.places:
        typer.echo(f"Written: {place}")
    typer.echo(f"{report.sent} sent, {report.retried} to be tried again, {report.dead} given up.")
    if report.recalled:
        typer.echo(f"{report.recalled} taken back, since an ad in them was closed: 'jobbvakt digest' writes them anew.")
    if report.stopped:
        typer.echo(f"The queue stands still: {report.stopped}")
