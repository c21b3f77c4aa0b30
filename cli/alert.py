"""``jobbvakt alert``: saved searches that write to people."""

from dataclasses import replace
from datetime import datetime, time
from enum import StrEnum
from typing import Annotated
from zoneinfo import available_timezones

import typer

from alerts.channels.targets import name_of
from alerts.entries import Entry
from cli.alert_feed import feed
from cli.common import AsJson, Config, DataDir, answer, opened, print_json
from domain.alerts import Alert, Frequency
from domain.codec import to_plain
from domain.errors import NothingFoundError, UsageError
from operations.composing import Composed
from operations.mail import compose, send_test
from operations.outside import webhook_key_of
from operations.subscribing import subscribe
from storage import alerts, suppression

Number = Annotated[int, typer.Argument(metavar="ALERT", help="Number of the alert, as 'alert list' prints it.")]


class Language(StrEnum):
    """What a message can be written in."""

    NB = "nb"
    NN = "nn"
    EN = "en"


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
    group.command("test")(_test)
    group.command("feed")(feed)
    group.command("suppressed")(_suppressed)
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
    language: Annotated[Language, typer.Option(help="Bokmål, nynorsk or English.")] = Language.NB,
    quiet_from: Annotated[
        str, typer.Option(metavar="HH:MM", help="An instant alert keeps still from this local time.")
    ] = "21:00",
    quiet_until: Annotated[str, typer.Option(metavar="HH:MM", help="Until this local time.")] = "07:00",
    confirmed: Annotated[
        bool, typer.Option("--confirmed", help="The person has agreed already: do not ask by mail first.")
    ] = False,
    cap: Annotated[int, typer.Option(min=0, max=100, help="Instant mails a day; the rest waits for the digest.")] = 5,
    channel: Annotated[
        str,
        typer.Option(metavar="ADDRESS", help="Instead of mail: an https webhook, or a chat (slack://…, tgram://…)."),
    ] = "",
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Add an alert."""
    days = frozenset(_DAYS.index(day) for day in weekday or ())
    often = Frequency.WEEKLY if days else frequency
    fresh = Alert(
        0,
        name,
        _address(email),
        profile,
        query,
        min_score,
        often,
        _time(at),
        _zone(zone),
        language=language.value,
        weekdays=days,
        quiet_from=_time(quiet_from),
        quiet_until=_time(quiet_until),
        daily_cap=cap,
        channel=channel.strip(),
    )
    with opened(config, data_dir) as context:
        alert = subscribe(context, fresh, vouched=confirmed)
        key = webhook_key_of(context, alert)
    if as_json:
        print_json(_shown(alert) if not key else {**to_plain(_shown(alert)), "webhook_key": key})
        return
    if key:
        typer.echo(f"Messages are signed (Standard Webhooks) with {key}: keep it where the receiver checks them.")
    if not alert.confirmed:
        typer.echo(f"{alert.email} is asked by mail first; without an answer the alert is erased after 7 days.")
    typer.echo(f"Alert {alert.id} is stored. See what it would send: jobbvakt alert preview {alert.id}")


def _shown(alert: Alert) -> Alert:
    """Without the keys that its channel may hold."""
    return replace(alert, channel=name_of(alert.channel))


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
        print_json([_shown(alert) for alert in found])
        return
    for alert in map(_shown, found):
        where, profile = alert.channel or alert.email, alert.profile or "no profile"
        typer.echo(f"{alert.id:4} {alert.name} → {where} · {profile} · {_state(alert)}")
    if not found:
        typer.echo("No alerts yet. Add one: jobbvakt alert add --email kari@example.org --min-score 60")


def _state(alert: Alert) -> str:
    if alert.paused or not alert.confirmed:
        return "paused" if alert.confirmed else "not confirmed by its address yet"
    days = ", ".join(_DAYS[day] for day in sorted(alert.weekdays)) if alert.frequency is Frequency.WEEKLY else ""
    snoozed = f", snoozed until {alert.silent_until}" if alert.silent_until else ""
    if alert.frequency is Frequency.INSTANT:
        still = f"not from {alert.quiet_from:%H:%M} to {alert.quiet_until:%H:%M}, at most {alert.daily_cap} a day"
        return f"instant, {still}; digest from {alert.at:%H:%M} {alert.zone}{snoozed}"
    return f"{days or alert.frequency} from {alert.at:%H:%M} {alert.zone}{snoozed}"


def _snooze(
    number: Number,
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="First date with a digest again.")],
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Send no digest before a date; then one covers what was missed. 'alert resume' wakes it earlier."""
    with opened(config, data_dir) as context, context.store.write() as session:
        alerts.snooze(session, number, until.date())
        alert = alerts.get(session, number)
    answer(f"Alert {number} sleeps until {until:%Y-%m-%d}.", alert, as_json=as_json)


def _pause(number: Number, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Keep an alert silent until it is resumed."""
    with opened(config, data_dir) as context, context.store.write() as session:
        alerts.pause(session, number)
        alert = alerts.get(session, number)
    answer(f"Alert {number} is paused.", alert, as_json=as_json)


def _resume(number: Number, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Let a paused, snoozed or lapsed alert speak again; one that is about to lapse is kept."""
    with opened(config, data_dir) as context, context.store.write() as session:
        alerts.renew(session, number, context.clock.now())
        alert = alerts.get(session, number)
    answer(f"Alert {number} is active.", alert, as_json=as_json)


def _remove(number: Number, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Remove an alert with all that was stored about it."""
    with opened(config, data_dir) as context, context.store.write() as session:
        alerts.remove(session, number)
    answer(f"Alert {number} is removed.", {"removed": number}, as_json=as_json)


def _test(number: Number, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Send one message, marked as a test, of today's best openings at once. Nothing counts as sent."""
    with opened(config, data_dir) as context:
        message, place = send_test(context, number)
        with context.store.read() as session:
            alert = _shown(alerts.get(session, number))
    where, file = alert.channel or alert.email, "" if alert.channel else place
    if as_json:
        print_json({"alert": number, "to": where, "subject": message.subject, "file": file or None})
        return
    typer.echo(f"Written: {file}" if file else f"Sent to {where}: {message.subject}")


def _preview(number: Number, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Print the text of what would be sent now; with --json each opening with its reasons."""
    with opened(config, data_dir) as context:
        (digest,) = compose(context, alert=number, preview=True)
    if as_json:
        print_json(_view(digest))
        return
    if digest.message is None:
        typer.echo(digest.problem or "Nothing new: no mail would be sent.")
        return
    typer.echo(f"{digest.message.subject}\n\n{digest.message.text}")


def _suppressed(
    lift: Annotated[str | None, typer.Option(metavar="EMAIL", help="Let mail go to this address again.")] = None,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Addresses whose servers said for good that nobody is there; nothing is written to them."""
    with opened(config, data_dir) as context, context.store.write() as session:
        lifted = lift is not None and suppression.lift(session, lift)
        found = suppression.listed(session)
    if lift is not None and not lifted:
        raise NothingFoundError("this address is not suppressed", which=lift, remedy="see: jobbvakt alert suppressed")
    if as_json:
        print_json(found)
        return
    if lift is not None:
        typer.echo(f"{lift} gets mail again.")
    for one in found:
        who = one.address or f"somebody who was forgotten ({one.mark[:12]})"
        typer.echo(f"{who}  since {one.suppressed_at:%Y-%m-%d}: {one.why}")
    if not found and lift is None:
        typer.echo("No address is suppressed.")


def _view(digest: Composed) -> dict[str, object]:
    message = digest.message
    return {
        "alert": digest.alert.id,
        "date": digest.local_date,
        "subject": message.subject if message else None,
        "problem": digest.problem,
        "openings": [_told(entry, entry.opening in message.shown) for entry in message.entries] if message else [],
        "dropped": message.dropped if message else (),
    }


def _told(entry: Entry, shown: bool) -> dict[str, object]:
    reasons = [reason._asdict() for reason in entry.reasons]
    own = {"opening": entry.opening, "score": entry.score, "reasons": reasons, "more": entry.more}
    return {**to_plain(entry.ad), **own, "shown": shown}
