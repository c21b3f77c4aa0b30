"""``jobbvakt alert feed``: an alert that is read in a feed reader or a calendar."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, opened, print_json
from domain.errors import ConfigurationError, UsageError
from operations.feeds import addresses, close_feed, open_feed, write_files
from operations.mail import base_url_of


def feed(
    number: Annotated[int, typer.Argument(metavar="ALERT", help="Number of the alert, as 'alert list' prints it.")],
    renew: Annotated[bool, typer.Option("--renew", help="Make new addresses; the old ones lead nowhere.")] = False,
    off: Annotated[bool, typer.Option("--off", help="Take the addresses back.")] = False,
    write: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the feed as files into this folder.")] = None,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Give an alert addresses for feed readers (Atom, RSS, JSON Feed) and calendars, or write it as files.

    Whoever knows an address reads the feed; nothing but open ads is in it. Example: jobbvakt alert feed 3 --write ads/
    """
    with opened(config, data_dir) as context:
        if write is not None:
            try:
                files = [str(path) for path in write_files(context, number, write)]
            except OSError as error:
                raise UsageError("the feed cannot be written", which=str(write), why=error.strerror or "") from error
            _tell({"files": files}, files, as_json=as_json)
            return
        if off:
            close_feed(context, number, "cli")
            _tell({"addresses": {}}, [f"Alert {number} has no feed any more."], as_json=as_json)
            return
        if not base_url_of(context):
            raise ConfigurationError(
                "a feed has no address where no pages run",
                which="[web] base_url",
                why="it is empty",
                remedy="set it to where people reach the pages, or write files with --write DIR",
            )
        found = {} if renew else addresses(context, number)
        found = found or open_feed(context, number, "cli")
    _tell({"addresses": found}, found.values(), as_json=as_json)


def _tell(plain: object, lines: Iterable[str], *, as_json: bool) -> None:
    if as_json:
        print_json(plain)
        return
    for line in lines:
        typer.echo(line)
