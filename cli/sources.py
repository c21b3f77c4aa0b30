"""``jobbvakt sources``: where ads come from, on which terms, and how it goes."""

from typing import Annotated, Any

import typer
from rich.table import Table
from sqlalchemy.orm import Session

from cli.common import AsJson, Config, DataDir, opened, out, print_json
from cli.source_terms import AcceptTerms, accepted
from cli.sources_add import add, settings_path
from cli.sources_check import check_all
from cli.sources_try import try_one
from domain.sources import Source
from operations.judgement import renew_measure
from operations.runview import run_view
from operations.settings_file import set_source_keys
from operations.sources import configured_sources, find_source
from settings import load_settings
from storage import runs
from storage.runs import RunRecord

Name = Annotated[str, typer.Argument(metavar="SOURCE", help="Name of a source.")]


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("list")(_list)
    group.command("show")(_show)
    group.command("enable")(_enable)
    group.command("disable")(_disable)
    group.command("accept")(_accept)
    group.command("try")(try_one)
    group.command("add")(add)
    group.command("check")(check_all)
    app.add_typer(group, name=name)


def _list(config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Every source with its terms and its last run."""
    with opened(config, data_dir) as context:
        sources = list(configured_sources(context.settings).values())
        with context.store.read() as session:
            last = runs.latest(session)
            views = [_view(session, source, last.get(source.name)) for source in sources]
    if as_json:
        print_json(views)
        return
    table = Table("Source", "Platform", "Terms", "On", "Last run", "Ads", "What to know", box=None)
    for source in sources:
        run = last.get(source.name)
        told = f"{run.state} {run.started_at:%Y-%m-%d %H:%M}" if run else "never"
        ads = str(run.tally.seen) if run else ""
        on = "yes" if source.enabled else "no"
        table.add_row(source.name, source.platform, source.portal.terms, on, told, ads, source.portal.note)
    out().print(table)


def _show(name: Name, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """One source with its newest runs."""
    with opened(config, data_dir) as context:
        source = find_source(context.settings, name)
        with context.store.read() as session:
            newest = runs.recent(session, name, limit=10)
            view = _view(session, source, newest[0] if newest else None)
            view["runs"] = [run_view(session, record) for record in newest]
    if as_json:
        print_json(view)
        return
    for key, value in view.items():
        if key not in ("runs", "last_run"):
            typer.echo(f"{key:16} {value}")
    for record in newest:
        typer.echo(f"run {record.id:<12} {record.state} {record.started_at:%Y-%m-%d %H:%M} {record.reason}")


def _enable(name: Name, accept_terms: AcceptTerms = None, config: Config = None) -> None:
    """Switch a source on in the settings file; an opt-in source asks you to accept its terms notice first."""
    source = find_source(load_settings(config), name)
    path = settings_path(config)
    set_source_keys(path, source.name, {"enabled": True, **accepted(source, accept_terms)})
    typer.echo(f"{source.name} is on in {path}.")


def _disable(name: Name, config: Config = None) -> None:
    """Switch a source off in the settings file; what it brought stays stored."""
    source = find_source(load_settings(config), name)
    path = settings_path(config)
    set_source_keys(path, source.name, {"enabled": False})
    typer.echo(f"{source.name} is off in {path}.")


def _accept(
    name: Name,
    why: Annotated[str, typer.Option(help="What you saw, for those who wonder later.")] = "looked at by hand",
    config: Config = None,
    data_dir: DataDir = None,
) -> None:
    """Say that a source is right though it brings less than it used to: its next complete run is the new measure."""
    with opened(config, data_dir) as context:
        source = find_source(context.settings, name)
        renew_measure(context, source.name, why)
    typer.echo(f"What {source.name} brings from now on is its measure. Crawl it: jobbvakt crawl {source.name}")


def _view(session: Session, source: Source, run: RunRecord | None) -> dict[str, Any]:
    return {
        "name": source.name,
        "title": source.portal.title,
        "platform": source.platform,
        "terms": source.portal.terms,
        "enabled": source.enabled,
        "terms_accepted_by": source.terms_accepted_by,
        "terms_accepted_at": source.terms_accepted_at,
        "base_url": source.base_url,
        "country": source.portal.country,
        "note": source.portal.note,
        "last_run": run_view(session, run) if run else None,
    }
