"""``jobbvakt sources add URL``: an employer's career site becomes a table in jobbvakt.toml."""

import os
from pathlib import Path
from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, print_json
from domain.clock import SystemClock
from domain.sources import Terms
from operations.add_source import Wish, add_source
from settings import CONFIG_NAME, load_settings


def settings_path(config: Path | None) -> Path:
    """The settings file that commands change: --config, else JOBBVAKT_CONFIG, else jobbvakt.toml here."""
    return config or Path(os.environ.get("JOBBVAKT_CONFIG", CONFIG_NAME))


def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="The employer's list of jobs, or one of its jobs.")],
    name: Annotated[str, typer.Option(help="Name of the source; else made from the address.")] = "",
    employer: Annotated[str, typer.Option(help="The employer, where its platform does not name it.")] = "",
    platform: Annotated[str, typer.Option(help="The platform, if the address does not show it.")] = "",
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Recognise the platform behind an employer's address and write its table; comments in the file stay."""
    wish = Wish(url, name, platform, employer)
    added = add_source(load_settings(config, data_dir), settings_path(config), wish, SystemClock())
    if as_json:
        print_json(added)
        return
    typer.echo(f"Added [sources.{added.name}] to {added.file}: {added.platform}, {added.base_url}")
    if not added.sure:
        typer.echo(
            f"The address does not prove the platform; it is taken for {added.platform}. --platform says otherwise."
        )
    if added.terms is Terms.OPT_IN:
        typer.echo(f"It is off until its terms are accepted: jobbvakt sources enable {added.name}")
    else:
        typer.echo(f"Next: jobbvakt crawl {added.name}")
