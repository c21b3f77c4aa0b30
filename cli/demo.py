"""``jobbvakt demo``: the whole product on an invented world, in one go."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from alerts.languages import words
from cli.cards import card_view, ranked_table
from cli.common import AsJson, Config, DataDir, out, print_json, progress
from cli.digest import digest_view
from cli.serve import serve_pages
from domain.alerts import Alert
from domain.clock import SystemClock, local_date
from domain.profiles import Profile
from operations.composing import Composed
from operations.context import Context
from operations.demo import DemoReport, Visit, demo_world, look_around
from operations.mail import compose, deliver
from operations.match import match
from operations.notify import DeliveryReport
from operations.runview import run_view
from settings import load_settings
from storage import alerts, profiles
from storage.runs import RunRecord

SHOWN = 25
PERSON = Profile(
    name="kari",
    concepts=frozenset({"certification.ccsm", "tool.dynamics_365", "tool.zendesk", "skill.workforce_planning"}),
    education="bachelor",
    experience_years=6,
    leadership=True,
    languages=frozenset({"no", "en"}),
)
ADDRESS = "kari@demo.example"


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(
    serve: Annotated[bool, typer.Option("--serve", help="Leave portals and pages running until Ctrl-C.")] = False,
    reset: Annotated[bool, typer.Option("--reset", help="Begin anew, as if never run.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    clock = SystemClock()
    with demo_world(load_settings(config, data_dir), clock, reset=reset) as (context, visit):
        _welcome(context, visit)
        with progress.status("starting") as status:
            report = look_around(context, visit, lambda record: status.update(_line(record)))
        digests, delivered = _send(context)
        if as_json:
            print_json(_view(context, report, digests, delivered))
        else:
            _tell(context, report, local_date(clock.now()))
            _tell_digests(digests, delivered)
            _tell_next(context, report)
        if serve:
            _wait(context)


def _view(context: Context, report: DemoReport, digests: list[Composed], sent: DeliveryReport) -> dict[str, object]:
    with context.store.read() as session:
        runs = [run_view(session, run) for run in report.runs]
    return {
        "visit": report.number,
        "runs": runs,
        "matched": report.matched,
        "openings": [card_view(card) for card in report.cards],
        "changes": report.changes,
        "digests": [digest_view(digest) for digest in digests],
        "delivery": sent,
    }


def _tell(context: Context, report: DemoReport, today: date) -> None:
    _tell_runs(report)
    _tell_changes(report)
    out().print(ranked_table(list(report.cards[:SHOWN]), today, words(context.settings.language)))


def _welcome(context: Context, visit: Visit) -> None:
    ordinal = "First visit" if visit.visits == 1 else f"Visit {visit.visits}, a few days on"
    progress.print(f"{ordinal}. {len(context.settings.sources)} invented portals answer on this machine:")
    for name, source in context.settings.sources.items():
        progress.print(f"  {name:16} {source.base_url}")


def _line(record: RunRecord) -> str:
    tally = record.tally
    return f"{record.source}: {record.state} · {record.pages} pages · {tally.seen} ads · {tally.new} new"


def _tell_runs(report: DemoReport) -> None:
    table = Table("Source", "State", "Pages", "Ads", "New", "Changed", "Withdrawn", "Not relevant", "", box=None)
    for run in report.runs:
        tally = run.tally
        counts = (run.pages, tally.seen, tally.new, tally.changed, tally.withdrawn, tally.not_relevant)
        table.add_row(run.source, run.state, *map(str, counts), run.reason)
    out().print(table)
    matched = report.matched
    typer.echo(f"\n{matched.read} ads read, {matched.openings} openings, {matched.relevant} lead customer service.\n")


def _tell_changes(report: DemoReport) -> None:
    if report.number == 1:
        return
    typer.echo("Changed since the last visit:" if report.changes else "Nothing has changed since the last visit.")
    for change in report.changes:
        word = "new" if change.versions == 1 and change.status == "active" else change.status
        word = "updated" if change.versions > 1 and change.status == "active" else word
        typer.echo(f"  {word:10} {change.title} ({change.source}) {change.status_reason}")
    typer.echo("")


def _send(context: Context) -> tuple[list[Composed], DeliveryReport]:
    _introduce(context)
    match(context)
    composed = list(compose(context, day=local_date(context.clock.now())))
    return composed, deliver(context)


def _tell_digests(composed: list[Composed], report: DeliveryReport) -> None:
    for digest in composed:
        if digest.message is not None:
            typer.echo(f"Digest for {digest.alert.email}: {digest.message.subject}")
    for place in report.places:
        typer.echo(f"  written to {place}")
    if not report.places:
        typer.echo(f"No new digest: {ADDRESS} was told of everything, or has had the one for today.")


def _introduce(context: Context) -> None:
    """A job seeker with an alert, stored on the first visit."""
    with context.store.write() as session:
        if alerts.all_alerts(session):
            return
        profiles.save(session, PERSON, context.clock.now())
        alerts.add(session, Alert(0, "Kundeservicesjef", ADDRESS, PERSON.name, min_score=30), context.clock.now())


def _tell_next(context: Context, report: DemoReport) -> None:
    where = f"--data-dir {_short(context.data_dir)}"
    best = report.cards[0].opening if report.cards else 1
    typer.echo("\nLook next:")
    typer.echo(f"  jobbvakt show {best} {where}            why the best one fits, with quotes from the ad")
    typer.echo(f"  jobbvakt search kundesenter {where}    search what was found")
    typer.echo(f"  jobbvakt search --profile kari {where} the same for the demo's job seeker")
    typer.echo(f"  jobbvakt serve {where}                the same as pages, at http://127.0.0.1:8000")
    typer.echo("  jobbvakt demo                           once more: the world moves on by a few days")
    typer.echo("  jobbvakt init                           your own settings, then: jobbvakt crawl nav_feed")


def _short(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _wait(context: Context) -> None:
    """Leave the portals and the pages running: there an operator can crawl them again."""
    typer.echo("\nThe portals keep running, and the pages at the address below. Stop them with Ctrl-C:")
    for name, source in context.settings.sources.items():
        typer.echo(f"  {name:16} {source.base_url}")
    where = f"--data-dir {_short(context.data_dir)}"
    typer.echo(f"To sign in as operator: jobbvakt account add ola@demo.example --role operator {where}\n")
    serve_pages(context)
