"""Alerts: a search that writes to its owner."""

from dataclasses import replace
from datetime import timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Form
from starlette.requests import Request
from starlette.responses import Response

from alerts.channels.targets import name_of, target_of
from alerts.cleaning import one_line
from domain.accounts import Access
from domain.alerts import Alert
from domain.clock import local_date
from domain.errors import JobbvaktError, UsageError
from domain.search_address import from_address, is_address, to_address
from domain.searching import Criteria, Sort
from operations.accounts import TESTS_BY_ACCOUNT, count_attempt
from operations.feeds import addresses
from operations.mail import compose, send_test
from operations.outside import webhook_key_of
from operations.own import own_alert, own_alerts, own_profile
from storage import alerts, watching
from web.access import Room, Who
from web.alert_form import frequency_of, hour_of, whole
from web.desk import desk_of
from web.labels import Labels
from web.pages.render import back_to, language_of, render
from web.pages.search import chips_of, criteria_of
from web.texts import texts

ROOM = Room()
MOST_ALERTS = 50
HOURS = tuple(range(6, 21))


@ROOM.get("/min/varsler", Access.SIGNED_IN)
def alert_list(request: Request, viewer: Who) -> Response:
    """Every alert of one's own, with what it looks for."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        mine = own_alerts(session, viewer.own)
        silenced = watching.is_silenced(session, viewer.own.id)
    labels = Labels(texts(language_of(request)), desk.source_names)
    return render(
        request,
        "alerts.html",
        tab="alerts",
        alerts=[(alert, _told(alert, labels)) for alert in mine],
        silenced=silenced,
        today=local_date(desk.context.clock.now()),
    )


def _told(alert: Alert, labels: Labels) -> str:
    """What the alert looks for, in words."""
    if not is_address(alert.query):
        return alert.query
    criteria = from_address(alert.query)
    return ", ".join(filter(None, [criteria.words, *(chip.label for chip in chips_of(criteria, labels))]))


@ROOM.get("/min/varsler/ny", Access.SIGNED_IN)
def new_alert(request: Request, viewer: Who) -> Response:
    """The search of the address, to be saved in one step."""
    return _form(request, viewer, criteria_of(request))


@ROOM.post("/min/varsler/ny", Access.SIGNED_IN)
def save_alert(
    request: Request,
    viewer: Who,
    name: str = Form(""),
    search: str = Form(""),
    min_score: str = Form("0"),
    frequency: str = Form("daily"),
    weekday: Annotated[list[str] | None, Form()] = None,
    hour: str = Form("7"),
    quiet_from: str = Form("21"),
    quiet_until: str = Form("7"),
    cap: str = Form("5"),
    by_profile: str = Form(""),
    channel: str = Form(""),
) -> Response:
    """Save the alert."""
    desk = desk_of(request)
    criteria = from_address(search) if is_address(search) else Criteria(one_line(search, 300))
    try:
        if channel.strip():
            target_of(channel.strip(), loopback=desk.context.settings.channels.allow_loopback)
        with desk.context.store.write() as session:
            if len(own_alerts(session, viewer.own)) >= MOST_ALERTS:
                raise UsageError("there are too many alerts", why=f"at most {MOST_ALERTS}", remedy="remove one first")
            profile = own_profile(session, viewer.own) if by_profile == "1" else None
            often, days = frequency_of(frequency, weekday or ())
            alert = Alert(
                id=0,
                name=_name(name),
                email=viewer.own.email,
                profile=profile.name if profile else None,
                query=query_of(criteria),
                min_score=whole(min_score, 0, 100),
                frequency=often,
                weekdays=days,
                at=hour_of(hour),
                quiet_from=hour_of(quiet_from),
                quiet_until=hour_of(quiet_until),
                daily_cap=whole(cap, 0, 50),
                language=language_of(request),
                channel=channel.strip(),
            )
            alerts.add(session, alert, desk.context.clock.now())
    except JobbvaktError as error:
        return _form(request, viewer, criteria, error=error, name=name, status=422)
    return back_to("/min/varsler?ok=alert")


@ROOM.get("/min/varsler/{alert}", Access.SIGNED_IN)
def preview(request: Request, alert: int, viewer: Who) -> Response:
    """The message that would go out today."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        mine = own_alert(session, viewer.own, alert)
    composed = next(compose(desk.context, alert=mine.id, preview=True), None)
    message = composed.message if composed else None
    feed, key = addresses(desk.context, mine.id), webhook_key_of(desk.context, mine)
    return render(
        request,
        "alert.html",
        tab="alerts",
        alert=mine,
        message=message,
        feed=feed,
        key=key,
        place=name_of(mine.channel),
    )


@ROOM.post("/min/varsler/lagrede/{action}", Access.SIGNED_IN)
def about_saved(request: Request, action: str, viewer: Who) -> Response:
    """Mails about saved openings: stop them, or let them come again."""
    if action not in ("slutt", "fortsett"):
        raise UsageError("this cannot be done to an alert", which=one_line(action, 40))
    context = desk_of(request).context
    with context.store.write() as session:
        watching.silence(session, viewer.own.id, context.clock.now(), silent=action == "slutt")
    return back_to("/min/varsler?ok=done")


@ROOM.post("/min/varsler/{alert}/prov", Access.SIGNED_IN)
def test_mail(request: Request, alert: int, viewer: Who) -> Response:
    """Send a message marked as a test, to see how it looks where it is read."""
    context = desk_of(request).context
    with context.store.read() as session:
        mine = own_alert(session, viewer.own, alert)
    count_attempt(context, TESTS_BY_ACCOUNT, str(viewer.own.id))
    send_test(context, mine.id)
    return back_to("/min/varsler?ok=sent")


@ROOM.post("/min/varsler/{alert}/{action}", Access.SIGNED_IN)
def act(request: Request, alert: int, action: str, viewer: Who, days: str = Form("7")) -> Response:
    """Pause, go on, snooze for ``days``, or remove."""
    context = desk_of(request).context
    with context.store.write() as session:
        mine = own_alert(session, viewer.own, alert)
        if action == "slett":
            alerts.remove(session, mine.id)
        elif action == "pause":
            alerts.pause(session, mine.id)
        elif action == "fortsett":
            alerts.renew(session, mine.id, context.clock.now())
        elif action == "utsett":
            today = context.clock.now().astimezone(ZoneInfo(mine.zone)).date()
            alerts.snooze(session, mine.id, today + timedelta(days=whole(days, 1, 366)))
        else:
            raise UsageError("this cannot be done to an alert", which=one_line(action, 40))
    return back_to("/min/varsler?ok=done")


def query_of(criteria: Criteria) -> str:
    """What an alert keeps of a search: plain words where that is all, else the address. Order and age are no part."""
    plain = Criteria(criteria.words)
    lasting = Criteria(criteria.words, criteria.chosen, None, 0, criteria.salary_min, criteria.pay_stated)
    return criteria.words if lasting == plain and not _signs(criteria.words) else to_address(lasting)


def _signs(words: str) -> bool:
    """Do the words hold more than words?"""
    return any(sign in words for sign in '"-*|') or any(word in ("OR", "ELLER") for word in words.split())


def _form(
    request: Request,
    viewer: Who,
    criteria: Criteria,
    *,
    error: JobbvaktError | None = None,
    name: str = "",
    status: int = 200,
) -> Response:
    desk = desk_of(request)
    labels = Labels(texts(language_of(request)), desk.source_names)
    chosen = [chip.label for chip in chips_of(criteria, labels)]
    with desk.context.store.read() as session:
        profile = own_profile(session, viewer.own)
    return render(
        request,
        "new_alert.html",
        status,
        tab="alerts",
        criteria=criteria,
        address=to_address(replace(criteria, sort=Sort.MATCH)),
        chosen=chosen,
        name=name or ", ".join(filter(None, [criteria.words, *chosen]))[:60],
        profile=profile,
        hours=HOURS,
        error=error,
    )


def _name(text: str) -> str:
    name = one_line(text, 80)
    if not name:
        raise UsageError("the alert needs a name")
    return name
