"""One's alerts over the API: made, paused, snoozed, looked at before they speak, removed."""

from dataclasses import replace
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import Response

from alerts.channels.targets import name_of, target_of
from domain.accounts import Access
from domain.alerts import Alert, Frequency
from domain.errors import NothingFoundError
from domain.profiles import Profile
from operations import one_alert
from operations.kept_search import room_for_more
from operations.own import own_alert, own_alerts, own_profile
from storage import alerts
from web.access import Room, Who
from web.alert_form import criteria_in, name_in, query_of, snooze_until
from web.api.answers import given, nothing
from web.api.models import GivenId
from web.api.models_mine import AlertChange, AlertShape, AlertState, AlertWish, FeedShape, Letter
from web.api.paging import Paged, listed, page_from
from web.api.room import PREFIX, ApiRoom
from web.desk import desk_of

ROOM: Room = ApiRoom("alerts")


@ROOM.get("/me/alerts", Access.SIGNED_IN, response_model=listed(AlertShape))
def alert_list(request: Request, viewer: Who, paging: Paged) -> Response:
    """One's alerts."""
    with desk_of(request).context.store.read() as session:
        mine = own_alerts(session, viewer.own)
    return page_from(request, AlertShape, [_shape(alert) for alert in mine], paging)


@ROOM.get("/me/alerts/{alert}", Access.SIGNED_IN, response_model=AlertShape)
def one(request: Request, alert: GivenId, viewer: Who) -> Response:
    """One of them."""
    return given(request, _shape(one_alert.of(desk_of(request).context, viewer.own, alert)))


@ROOM.post("/me/alerts", Access.SIGNED_IN, status_code=201, response_model=AlertShape)
def new_alert(request: Request, wish: AlertWish, viewer: Who) -> Response:
    """Save an alert."""
    context = desk_of(request).context
    if wish.channel:
        target_of(wish.channel, loopback=context.settings.channels.allow_loopback)
    with context.store.write() as session:
        room_for_more(own_alerts(session, viewer.own))
        told = _values(wish, own_profile(session, viewer.own))
        alert = Alert(0, email=viewer.own.email, language=viewer.own.language, channel=wish.channel, **told)
        alert = alerts.add(session, alert, context.clock.now())
    return given(request, _shape(alert), 201, {"Location": f"{PREFIX}/me/alerts/{alert.id}"})


@ROOM.put("/me/alerts/{alert}", Access.SIGNED_IN, response_model=AlertShape)
def change(request: Request, alert: GivenId, wish: AlertChange, viewer: Who) -> Response:
    """Change what an alert looks for and when it speaks; where it goes, and whether it is paused, stay."""
    context = desk_of(request).context
    with context.store.write() as session:
        mine = own_alert(session, viewer.own, alert)
        changed = replace(mine, **_values(wish, own_profile(session, viewer.own)))
        alerts.change(session, changed)
    return given(request, _shape(changed))


@ROOM.put("/me/alerts/{alert}/state", Access.SIGNED_IN, status_code=204)
def alert_state(request: Request, alert: GivenId, wish: AlertState, viewer: Who) -> Response:
    """Pause an alert, snooze it, or let it speak again."""
    context = desk_of(request).context
    now = context.clock.now()
    with context.store.write() as session:
        mine = own_alert(session, viewer.own, alert)
        today = now.astimezone(ZoneInfo(mine.zone)).date()
        until = None if wish.silent_until is None else snooze_until(wish.silent_until, today)
        alerts.renew(session, mine.id, now)
        if wish.paused:
            alerts.pause(session, mine.id)
        if until is not None:
            alerts.snooze(session, mine.id, until)
    return nothing(request)


@ROOM.get("/me/alerts/{alert}/preview", Access.SIGNED_IN, response_model=Letter)
def preview(request: Request, alert: GivenId, viewer: Who) -> Response:
    """The message that would go out today; nothing is stored or sent."""
    message = one_alert.preview(desk_of(request).context, viewer.own, alert)
    if message is None:
        return given(request, Letter(subject=None, text=None, html=None, openings=[]))
    letter = Letter(subject=message.subject, text=message.text, html=message.html, openings=list(message.shown))
    return given(request, letter)


@ROOM.post("/me/alerts/{alert}/test", Access.SIGNED_IN, status_code=204)
def test_mail(request: Request, alert: GivenId, viewer: Who) -> Response:
    """Send a message marked as a test, to see how it looks where it is read."""
    one_alert.send_test(desk_of(request).context, viewer.own, alert)
    return nothing(request)


@ROOM.get("/me/alerts/{alert}/feed", Access.SIGNED_IN, response_model=FeedShape)
def feed(request: Request, alert: GivenId, viewer: Who) -> Response:
    """Where the alert is read in feed readers and calendars; not found while it is no feed, or no pages have one."""
    found = one_alert.feed(desk_of(request).context, viewer.own, alert)
    if not found:
        raise NothingFoundError("the alert is no feed", which=str(alert), remedy="PUT makes its addresses")
    return given(request, FeedShape(addresses=dict(found)))


@ROOM.put("/me/alerts/{alert}/feed", Access.SIGNED_IN, response_model=FeedShape)
def new_feed(request: Request, alert: GivenId, viewer: Who) -> Response:
    """Make addresses; those from before lead nowhere from now on."""
    made = one_alert.open_feed(desk_of(request).context, viewer.own, alert, viewer.actor)
    return given(request, FeedShape(addresses=dict(made)))


@ROOM.delete("/me/alerts/{alert}/feed", Access.SIGNED_IN, status_code=204)
def no_feed(request: Request, alert: GivenId, viewer: Who) -> Response:
    """Take the addresses back."""
    one_alert.close_feed(desk_of(request).context, viewer.own, alert, viewer.actor)
    return nothing(request)


@ROOM.delete("/me/alerts/{alert}", Access.SIGNED_IN, status_code=204)
def drop_alert(request: Request, alert: GivenId, viewer: Who) -> Response:
    """Remove an alert."""
    with desk_of(request).context.store.write() as session:
        alerts.remove(session, own_alert(session, viewer.own, alert).id)
    return nothing(request)


def _values(wish: AlertChange, own: Profile | None) -> dict[str, Any]:
    """Fields of the alert that is wished for; ``own``: the profile to score against, if there is one."""
    return {
        "name": name_in(wish.name),
        "profile": own.name if own and wish.by_profile else None,
        "query": query_of(criteria_in(wish.query)),
        "min_score": wish.min_score,
        "frequency": wish.frequency,
        "weekdays": frozenset(wish.weekdays if wish.frequency is Frequency.WEEKLY else ()),
        "at": time(wish.hour),
        "quiet_from": time(wish.quiet_from),
        "quiet_until": time(wish.quiet_until),
        "daily_cap": wish.daily_cap,
    }


def _shape(alert: Alert) -> AlertShape:
    same = ("id", "name", "query", "min_score", "frequency", "daily_cap", "paused", "silent_until")
    return AlertShape(
        **{name: getattr(alert, name) for name in same},
        weekdays=sorted(alert.weekdays),
        hour=alert.at.hour,
        quiet_from=alert.quiet_from.hour,
        quiet_until=alert.quiet_until.hour,
        by_profile=alert.profile is not None,
        channel=name_of(alert.channel),
    )
