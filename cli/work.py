"""``jobbvakt work``: lend a hand to ``jobbvakt schedule``, here or on another machine that shares the store."""

from functools import partial
from typing import Annotated

import typer

from cli.clock import keep_time, log_at_work
from cli.common import AsJson, Config, DataDir, answer, opened
from operations.timer import mail, outside, refresh


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, then end.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as context:
        log_at_work()
        if once:
            crawled = refresh(context, _never)
            sent = mail(context, _never) + outside(context, _never)
            told = f"{crawled} sources crawled, {sent} messages sent."
            answer(told, {"crawled": crawled, "sent": sent}, as_json=as_json)
            return
        seconds = context.settings.schedule.tick_seconds
        actions = {"refresh": refresh, "mail": mail, "outside": outside}
        keep_time(
            {name: (seconds, partial(act, context)) for name, act in actions.items()},
            "Crawls what is due and sends what waits. Stop it with Ctrl-C.",
        )


def _never() -> bool:
    return False
