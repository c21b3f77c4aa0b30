"""Alerts: a search that writes to its owner."""

from dataclasses import replace
from datetime import time

from fastapi import Form
from starlette.requests import Request
from starlette.responses import Response

from alerts.cleaning import one_line
from domain.accounts import Access
from domain.alerts import Alert, Frequency
from domain.errors import JobbvaktError, UsageError
from domain.search_address import from_address, is_address, to_address
from domain.searching import Criteria, Sort
from operations.mail import compose
from operations.own import own_alert, own_alerts, own_profile
from storage import alerts
from web.access import Room, Who
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
    labels = Labels(texts(language_of(request)), desk.source_names)
    return render(request, "alerts.html", tab="alerts", alerts=[(alert, _told(alert, labels)) for alert in mine])


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
    hour: str = Form("7"),
    by_profile: str = Form(""),
) -> Response:
    """Save the alert."""
    desk = desk_of(request)
    criteria = from_address(search) if is_address(search) else Criteria(one_line(search, 300))
    try:
        with desk.context.store.write() as session:
            if len(own_alerts(session, viewer.own)) >= MOST_ALERTS:
                raise UsageError("there are too many alerts", why=f"at most {MOST_ALERTS}", remedy="remove one first")
            profile = own_profile(session, viewer.own) if by_profile == "1" else None
            alert = Alert(
                id=0,
                name=_name(name),
                email=viewer.own.email,
                profile=profile.name if profile else None,
                query=query_of(criteria),
                min_score=_whole(min_score, 0, 100),
                frequency=_frequency(frequency),
                at=time(_whole(hour, 0, 23)),
                language=language_of(request),
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
    composed = compose(desk.context, alert=mine.id, preview=True)
    message = composed[0].message if composed else None
    return render(request, "alert.html", tab="alerts", alert=mine, message=message)


@ROOM.post("/min/varsler/{alert}/{action}", Access.SIGNED_IN)
def act(request: Request, alert: int, action: str, viewer: Who) -> Response:
    """Pause, go on, or remove."""
    with desk_of(request).context.store.write() as session:
        mine = own_alert(session, viewer.own, alert)
        if action == "slett":
            alerts.remove(session, mine.id)
        elif action in ("pause", "fortsett"):
            alerts.pause(session, mine.id, paused=action == "pause")
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


def _frequency(text: str) -> Frequency:
    if text not in [one.value for one in Frequency]:
        raise UsageError("an alert comes daily or weekly", which=one_line(text, 40))
    return Frequency(text)


def _whole(text: str, low: int, high: int) -> int:
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
    if not low <= value <= high:
        raise UsageError("this is no number that fits", which=one_line(text, 40), why=f"from {low} to {high}")
    return value
