"""``jobbvakt sources``: where ads come from, on which terms, and how it goes."""

from importlib import import_module
from typing import Annotated, Any

import typer
from sqlalchemy.orm import Session

from cli.common import AsJson, Config, DataDir, opened, out, print_json
from cli.source_table import source_lines
from cli.source_terms import AcceptTerms, accepted
from cli.sources_add import add, settings_path
from cli.sources_check import check_all
from domain.codec import to_plain
from operations.judgement import renew_measure
from operations.raw_pages import shelves
from operations.runview import run_view
from operations.source_health import SourceHealth, health, retry
from operations.source_switch import switch_off, switch_on
from operations.sources import find_source
from settings import load_settings
from storage import runs

ACTOR = "command line"
Name = Annotated[str, typer.Argument(metavar="SOURCE", help="Name of a source.")]


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("list")(_list)
    group.command("show")(_show)
    group.command("enable")(_enable)
    group.command("disable")(_disable)
    group.command("accept")(_accept)
    group.command("retry")(_retry)
    group.command("try")(_try)
    group.command("add")(add)
    group.command("check")(check_all)
    app.add_typer(group, name=name)


def _list(config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Every source: its terms, its last run and what that brought, what went wrong, and when it is asked next."""
    with opened(config, data_dir) as context:
        found = health(context)
        now, contact = context.clock.now(), context.settings.crawl.contact
        with context.store.read() as session:
            views = [_view(session, one) for one in found]
    if as_json:
        print_json(views)
        return
    for line in source_lines(found, now, out().width, contact):
        typer.echo(line)


def _show(name: Name, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """One source with its newest runs."""
    with opened(config, data_dir) as context:
        find_source(context.settings, name)
        (one,) = health(context, [name])
        with context.store.read() as session:
            newest = runs.recent(session, name, limit=10)
            view = _view(session, one)
            view["runs"] = [run_view(session, record) for record in newest]
        kept = shelves(context.data_dir, name).get(name)
        view["raw_pages"] = to_plain(kept) if kept else None
    if as_json:
        print_json(view)
        return
    for key, value in view.items():
        if key not in ("runs", "last_run", "last_yield", "raw_pages"):
            typer.echo(f"{key:18} {value}")
    typer.echo(f"{'raw_pages':18} " + (f"{kept.pages}, {kept.bytes / 2**20:.1f} MiB" if kept else "none"))
    for record in newest:
        typer.echo(f"run {record.id:<14} {record.state} {record.started_at:%Y-%m-%d %H:%M} {record.reason}")


def _enable(
    name: Name,
    accept_terms: AcceptTerms = None,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Switch a source on in the settings file; an opt-in source asks you to accept its terms notice first."""
    source = find_source(load_settings(config), name)
    path = settings_path(config)
    values = accepted(source, accept_terms)
    with opened(config, data_dir) as context:
        switch_on(context, path, source, values, ACTOR)
    _done(f"{source.name} is on in {path}.", as_json, name=source.name, enabled=True, file=str(path))


def _disable(name: Name, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Switch a source off in the settings file; what it brought stays stored."""
    source = find_source(load_settings(config), name)
    path = settings_path(config)
    with opened(config, data_dir) as context:
        switch_off(context, path, source, ACTOR)
    _done(f"{source.name} is off in {path}.", as_json, name=source.name, enabled=False, file=str(path))


def _retry(name: Name, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Have a failing source asked again at once: it has waited longer with each failure, up to a day."""
    with opened(config, data_dir) as context:
        source = find_source(context.settings, name)
        retry(context, source.name, ACTOR)
    told = f"{source.name} is due now for the timer. To ask it yourself: jobbvakt crawl {source.name}"
    _done(told, as_json, name=source.name, failures=0)


def _accept(
    name: Name,
    why: Annotated[str, typer.Option(help="What you saw, for those who wonder later.")] = "looked at by hand",
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Say that a source is right though it brings less than it used to: its next complete run is the new measure."""
    with opened(config, data_dir) as context:
        source = find_source(context.settings, name)
        renew_measure(context, source.name, why)
    told = f"What {source.name} brings from now on is its measure. Crawl it: jobbvakt crawl {source.name}"
    _done(told, as_json, name=source.name, measure="renewed")


def _try(
    page: Annotated[str, typer.Argument(metavar="URL|FILE", help="An ad's address, or a page saved from a browser.")],
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Read one page as a crawl would (robots.txt and limits hold), store nothing, and say where each field is from."""
    # It reads as the matcher does, which the other verbs need not wait for.
    import_module("cli.sources_try").try_one(page, config, data_dir, as_json=as_json)


def _done(told: str, as_json: bool, **values: Any) -> None:
    if as_json:
        print_json(values)
    else:
        typer.echo(told)


def _view(session: Session, one: SourceHealth) -> dict[str, Any]:
    source = one.source
    return {
        "name": source.name,
        "title": source.portal.title,
        "platform": source.platform,
        "terms": source.portal.terms,
        "enabled": source.enabled,
        "state": one.state,
        "terms_accepted_by": source.terms_accepted_by,
        "terms_accepted_at": source.terms_accepted_at,
        "base_url": source.base_url,
        "country": source.portal.country,
        "note": source.portal.note,
        "last_run": run_view(session, one.last) if one.last else None,
        "last_yield": one.ended.tally if one.ended else None,
        "last_error": one.error,
        "failures": one.failures,
        "next_run": one.next,
        "waits": one.waits,
        "paused": one.paused,
    }
