"""Alerts: a search that writes to its owner."""

from dataclasses import replace
from datetime import timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Form
from starlette.requests import Request
from starlette.responses import Response

from alerts.channels.targets import name_of
from alerts.cleaning import one_line
from domain.accounts import Access
from domain.alerts import Alert
from domain.clock import local_date
from domain.errors import JobbvaktError, UsageError
from domain.search_address import from_address, is_address, to_address
from operations import one_alert
from operations.feeds import addresses
from operations.outside import webhook_key_of
from operations.own import own_alert, own_alerts, own_profile
from storage import alerts, watching
from web.access import Room, Viewer, Who
from web.alert_form import HOURS, AlertFields, criteria_in, other_words, whole
from web.desk import desk_of
from web.labels import Labels
from web.pages.render import back_to, language_of, render
from web.pages.search import chips_of
from web.texts import texts

ROOM = Room()


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


@ROOM.get("/min/varsler/{alert}", Access.SIGNED_IN)
def preview(request: Request, alert: int, viewer: Who) -> Response:
    """What the alert looks for, the message that would go out today, and everything that can be changed."""
    return _page(request, viewer, alert)


@ROOM.post("/min/varsler/{alert}", Access.SIGNED_IN)
def change(
    request: Request,
    alert: int,
    viewer: Who,
    fields: Annotated[AlertFields, Form()],
    words: Annotated[str | None, Form()] = None,
) -> Response:
    """Other words, another time, another name; its filters and where it goes stay."""
    context = desk_of(request).context
    try:
        with context.store.write() as session:
            mine, profile = own_alert(session, viewer.own, alert), own_profile(session, viewer.own)
            told = fields.values(profile.name if profile else None)
            query = mine.query if words is None else other_words(mine.query, words)
            alerts.change(session, replace(mine, query=query, **told))
    except JobbvaktError as error:
        return _page(request, viewer, alert, error=error, status=422)
    return back_to(f"/min/varsler/{alert}?ok=saved")


def _page(
    request: Request, viewer: Viewer, alert: int, *, error: JobbvaktError | None = None, status: int = 200
) -> Response:
    desk = desk_of(request)
    with desk.context.store.read() as session:
        mine, profile = own_alert(session, viewer.own, alert), own_profile(session, viewer.own)
    labels = Labels(texts(language_of(request)), desk.source_names)
    message = one_alert.preview(desk.context, viewer.own, alert)
    feed, key = addresses(desk.context, mine.id), webhook_key_of(desk.context, mine)
    return render(
        request,
        "alert.html",
        status,
        tab="alerts",
        alert=mine,
        message=message,
        feed=feed,
        key=key,
        place=name_of(mine.channel),
        told=_told(mine, labels),
        words=criteria_in(mine.query).words,
        address=to_address(criteria_in(mine.query)),
        profile=profile,
        hours=HOURS,
        error=error,
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
    one_alert.send_test(desk_of(request).context, viewer.own, alert)
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
