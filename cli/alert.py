"""``jobbvakt alert``: saved searches that write to people."""

from datetime import datetime, time
from enum import StrEnum
from typing import Annotated
from zoneinfo import available_timezones

import typer

from cli.common import AsJson, Config, DataDir, opened, print_json
from domain.alerts import Alert, Frequency
from domain.errors import UsageError
from operations.mail import compose
from storage import alerts

Number = Annotated[int, typer.Argument(metavar="ALERT", help="Number of the alert, as 'alert list' prints it.")]


class Weekday(StrEnum):
    """Days as they are given on the command line, Monday first."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


_DAYS = tuple(Weekday)


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("add")(_add)
    group.command("list")(_list)
    group.command("pause")(_pause)
    group.command("resume")(_resume)
    group.command("snooze")(_snooze)
    group.command("remove")(_remove)
    group.command("preview")(_preview)
    app.add_typer(group, name=name)


def _add(
    email: Annotated[str, typer.Option(help="Where the digest goes.")],
    name: Annotated[str, typer.Option(help="What it is called in the digest.")] = "Kundeservicesjef",
    query: Annotated[str, typer.Option(help="Words that title, employer, place or text must hold.")] = "",
    profile: Annotated[str | None, typer.Option(help="Score against this profile.")] = None,
    min_score: Annotated[int, typer.Option(min=0, max=100, help="Least score.")] = 0,
    frequency: Annotated[Frequency, typer.Option(help="How often.")] = Frequency.DAILY,
    weekday: Annotated[
        list[Weekday] | None, typer.Option(help="Only on this day; give it once for each day you want.")
    ] = None,
    at: Annotated[str, typer.Option(metavar="HH:MM", help="Local time from which it is due.")] = "07:00",
    zone: Annotated[str, typer.Option(help="Time zone.")] = "Europe/Oslo",
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Add an alert."""
    days = frozenset(_DAYS.index(day) for day in weekday or ())
    often = Frequency.WEEKLY if days else frequency
    fresh = Alert(0, name, _address(email), profile, query, min_score, often, _time(at), _zone(zone), weekdays=days)
    with opened(config, data_dir) as context, context.store.write() as session:
        alert = alerts.add(session, fresh, context.clock.now())
    if as_json:
        print_json(alert)
        return
    typer.echo(f"Alert {alert.id} is stored. See what it would send: jobbvakt alert preview {alert.id}")


def _address(email: str) -> str:
    name, at, host = email.strip().rpartition("@")
    if name and at and host and not any(char.isspace() for char in email.strip()):
        return email.strip()
    raise UsageError("not an e-mail address", which=email, remedy="give one such as kari@example.org")


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise UsageError("not a time of day", which=text, remedy="give hours and minutes, such as 07:00") from error


def _zone(name: str) -> str:
    if name in available_timezones():
        return name
    raise UsageError("unknown time zone", which=name, remedy="give an IANA name such as Europe/Oslo")


def _list(config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """All alerts."""
    with opened(config, data_dir) as context, context.store.read() as session:
        found = alerts.all_alerts(session)
    if as_json:
        print_json(found)
        return
    for alert in found:
        typer.echo(f"{alert.id:4} {alert.name} → {alert.email} · {alert.profile or 'no profile'} · {_state(alert)}")
    if not found:
        typer.echo("No alerts yet. Add one: jobbvakt alert add --email kari@example.org --min-score 60")


def _state(alert: Alert) -> str:
    if alert.paused:
        return "paused"
    days = ", ".join(_DAYS[day] for day in sorted(alert.weekdays)) if alert.frequency is Frequency.WEEKLY else ""
    snoozed = f", snoozed until {alert.silent_until}" if alert.silent_until else ""
    return f"{days or alert.frequency} from {alert.at:%H:%M} {alert.zone}{snoozed}"


def _snooze(
    number: Number,
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="First date with a digest again.")],
    config: Config = None,
    data_dir: DataDir = None,
) -> None:
    """Send no digest before a date; then one covers what was missed. 'alert resume' wakes it earlier."""
    with opened(config, data_dir) as context, context.store.write() as session:
        alerts.snooze(session, number, until.date())
    typer.echo(f"Alert {number} sleeps until {until:%Y-%m-%d}.")


def _pause(number: Number, config: Config = None, data_dir: DataDir = None) -> None:
    """Keep an alert silent until it is resumed."""
    _set_paused(number, config, data_dir, paused=True)


def _resume(number: Number, config: Config = None, data_dir: DataDir = None) -> None:
    """Let a paused alert speak again."""
    _set_paused(number, config, data_dir, paused=False)


def _set_paused(number: int, config: Config, data_dir: DataDir, *, paused: bool) -> None:
    with opened(config, data_dir) as context, context.store.write() as session:
        alerts.pause(session, number, paused=paused)
        if not paused:
            alerts.snooze(session, number, None)
    typer.echo(f"Alert {number} is {'paused' if paused else 'active'}.")


def _remove(number: Number, config: Config = None, data_dir: DataDir = None) -> None:
    """Remove an alert with all that was stored about it."""
    with opened(config, data_dir) as context, context.store.write() as session:
        alerts.remove(session, number)
    typer.echo(f"Alert {number} is removed.")


def _preview(number: Number, config: Config = None, data_dir: DataDir = None) -> None:
    """Print the text of what would be sent now."""
    with opened(config, data_dir) as context:
        (digest,) = compose(context, alert=number, preview=True)
    if digest.message is None:
        typer.echo(digest.problem or "Nothing new: no mail would be sent.")
        return
    typer.echo(f"{digest.message.subject}\n\n{digest.message.text}")
