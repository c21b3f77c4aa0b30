"""``jobbvakt db``: the store's own tools."""

from pathlib import Path
from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, answer, opened, print_json
from domain.clock import SystemClock
from operations.context import prepare_data_dir
from operations.same_secret import take_new_secret
from operations.secret import address_key
from operations.store_tools import backup_now
from settings import load_settings
from storage.backup import check, restore


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    for word, function in (("upgrade", _upgrade), ("check", _check), ("backup", _backup), ("restore", _restore)):
        group.command(word)(function)
    group.command("new-secret")(_new_secret)
    app.add_typer(group, name=name)


def _upgrade(config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Bring the store to this program's version (a copy is kept first); every command does so when need be."""
    with opened(config, data_dir):
        answer("The store is up to date.", {"up_to_date": True}, as_json=as_json)


def _check(config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Look the store over: integrity, references, versions."""
    with opened(config, data_dir) as context:
        findings = check(context.store)
    if as_json:
        print_json(findings)
    for finding in findings if not as_json else []:
        typer.echo(f"{'ok  ' if finding.ok else 'MEND'} {finding.what}: {finding.told}")
    if any(not finding.ok for finding in findings):
        raise typer.Exit(1)


def _backup(
    target: Annotated[Path | None, typer.Argument(help="File to write; default: a dated one in backups/.")] = None,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Copy the store while it is in use."""
    with opened(config, data_dir) as context:
        written = backup_now(context, target)
    answer(str(written), {"file": written}, as_json=as_json)


def _restore(
    source: Annotated[Path, typer.Argument(help="A backup made by 'jobbvakt db backup'.")],
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Put a backup in the store's place. The replaced store is kept, and unsent mail is held back."""
    settings = load_settings(config, data_dir)
    key = address_key(settings.web.secret.get_secret_value(), prepare_data_dir(settings.data_dir))
    done = restore(source, settings.database_url, clock=SystemClock(), key=key)
    kept = f" The store it replaced is {done.kept}." if done.kept else ""
    held = f" {done.held} unsent messages are on hold: 'jobbvakt deliver --release' lets them go." if done.held else ""
    answer(f"Restored {done.store} from {source}.{kept}{held}", done, as_json=as_json)


def _new_secret(config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Go on with another signing secret, when the old one is lost. Links and feeds from before lead nowhere then."""
    with opened(config, data_dir) as context:
        lost = take_new_secret(context, "cli")
    told = f" {lost} addresses that refused mail are known no more." if lost else ""
    answer(f"The signing secret in force is the store's.{told}", {"lost": lost}, as_json=as_json)
