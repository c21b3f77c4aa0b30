"""A search becomes an alert: in one press from the hits, or on a form that asks when it shall speak."""

from dataclasses import replace
from typing import Annotated

from fastapi import Form
from starlette.requests import Request
from starlette.responses import Response

from alerts.channels.targets import target_of
from domain.accounts import Access
from domain.alerts import Alert
from domain.errors import JobbvaktError
from domain.search_address import to_address
from domain.searching import Criteria, Sort
from operations.accounts import LINKS_BY_CALLER, count_attempt
from operations.kept_search import ask_address, keep_search, room_for_more
from operations.own import own_alerts, own_profile
from storage import alerts
from web.access import Room, Who
from web.alert_form import HOURS, AlertFields, criteria_in, query_of
from web.callers import address_of, caller_digest
from web.desk import desk_of
from web.labels import Labels
from web.pages.render import back_to, language_of, render
from web.pages.search import chips_of, criteria_of
from web.texts import texts

ROOM = Room()


@ROOM.post("/varsel/ny", Access.EVERYONE)
def keep(request: Request, viewer: Who, search: str = Form(""), email: str = Form("")) -> Response:
    """One press on the hits. Who is signed in sees the alert at once; an address is asked by mail first."""
    desk, criteria = desk_of(request), criteria_in(search[:2000])
    name = _name(request, criteria) or texts(language_of(request)).t("alert.everything")
    alert = Alert(0, name, email[:254], None, query_of(criteria), criteria.min_score, language=language_of(request))
    if viewer.account is not None:
        with desk.context.store.read() as session:
            own = own_profile(session, viewer.account)
        kept = keep_search(desk.context, replace(alert, email=viewer.account.email, profile=own.name if own else None))
        return back_to(f"/min/varsler/{kept.id}?ok=alert")
    try:
        count_attempt(desk.context, LINKS_BY_CALLER, caller_digest(request, desk))
        ask_address(desk.context, alert, address_of(request, desk.context.settings.web), desk.digest)
    except JobbvaktError as error:
        return render(request, "keep_search.html", 422, error=error, name=name, email=email, search=search)
    return render(request, "keep_search.html", name=name, email=email, search="", error=None)


@ROOM.get("/min/varsler/ny", Access.SIGNED_IN)
def new_alert(request: Request, viewer: Who) -> Response:
    """The search of the address, and when the alert shall speak."""
    return _form(request, viewer, criteria_of(request))


@ROOM.post("/min/varsler/ny", Access.SIGNED_IN)
def save_alert(
    request: Request,
    viewer: Who,
    fields: Annotated[AlertFields, Form()],
    search: Annotated[str, Form()] = "",
    channel: Annotated[str, Form()] = "",
) -> Response:
    """Save the alert."""
    desk, criteria = desk_of(request), criteria_in(search)
    try:
        if channel.strip():
            target_of(channel.strip(), loopback=desk.context.settings.channels.allow_loopback)
        with desk.context.store.write() as session:
            room_for_more(own_alerts(session, viewer.own))
            profile = own_profile(session, viewer.own)
            told = fields.values(profile.name if profile else None)
            alert = Alert(0, email=viewer.own.email, query=query_of(criteria), language=language_of(request), **told)
            stored = alerts.add(session, replace(alert, channel=channel.strip()), desk.context.clock.now())
    except JobbvaktError as error:
        return _form(request, viewer, criteria, error=error, name=fields.name, status=422)
    return back_to(f"/min/varsler/{stored.id}?ok=alert")


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
    with desk.context.store.read() as session:
        profile = own_profile(session, viewer.own)
    shown = Alert(
        0, name or _name(request, criteria), viewer.own.email, profile.name if profile else None,
        min_score=criteria.min_score,
    )  # fmt: skip
    return render(
        request,
        "new_alert.html",
        status,
        tab="alerts",
        looks_for=_name(request, criteria),
        address=to_address(replace(criteria, sort=Sort.MATCH)),
        alert=shown,
        profile=profile,
        hours=HOURS,
        error=error,
    )


def _name(request: Request, criteria: Criteria) -> str:
    """The words and filters of a search, for a name."""
    labels = Labels(texts(language_of(request)), desk_of(request).source_names)
    chosen = [chip.label for chip in chips_of(criteria, labels)]
    return ", ".join(filter(None, [criteria.words, *chosen]))[:60]
