"""``jobbvakt schedule``: run on a timer until it is told to stop."""

from functools import partial
from typing import Annotated

import typer

from cli.clock import keep_time, log_at_work
from cli.common import AsJson, Config, DataDir, opened, print_json
from operations.plan import plan
from operations.timer import digests, outside, refresh, upkeep

UPKEEP_SECONDS = 3600.0


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(
    show: Annotated[bool, typer.Option("--show", help="Only print what will happen when.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as context:
        if show:
            rows = plan(context)
            if as_json:
                print_json(rows)
            for row in rows if not as_json else []:
                typer.echo(f"{row.due:%Y-%m-%d %H:%M} UTC  {row.kind:8} {row.what}")
            if not rows and not as_json:
                typer.echo("Nothing is planned: no source is switched on and no alert is active.")
            return
        log_at_work()
        seconds = context.settings.schedule.tick_seconds
        keep_time(
            {
                "refresh": (seconds, partial(refresh, context)),
                "digests": (seconds, partial(digests, context)),
                "outside": (seconds, partial(outside, context)),
                "upkeep": (UPKEEP_SECONDS, lambda _: upkeep(context)),
            },
            "The clock runs. Stop it with Ctrl-C.",
        )
