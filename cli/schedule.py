"""``jobbvakt schedule``: run on a timer until it is told to stop."""

import logging
import threading
from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, opened, print_json, progress
from operations.plan import plan
from operations.timer import digests, refresh, upkeep
from scheduler import Tick, run_clock

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
        logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
        logging.getLogger("apscheduler").setLevel(logging.WARNING)
        stop = threading.Event()
        seconds = context.settings.schedule.tick_seconds
        progress.print("The clock runs. Stop it with Ctrl-C.")
        late = run_clock(
            (
                Tick("refresh", seconds, lambda: refresh(context, stop.is_set)),
                Tick("digests", seconds, lambda: digests(context, stop.is_set)),
                Tick("upkeep", UPKEEP_SECONDS, lambda: upkeep(context)),
            ),
            stop,
        )
        progress.print(f"Stopped while {', '.join(late)} was under way." if late else "Stopped.")
