"""A job seeker's own pages: saved openings, profile with a live preview, deadlines, what was sent, one's data."""

import json
from calendar import Calendar
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from fastapi import Form
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access, SavedStatus
from domain.alerts import OpeningCard
from domain.clock import local_date
from domain.errors import JobbvaktError, UsageError
from domain.profiles import Profile
from domain.searching import Criteria
from operations.own import (
    Trial,
    everything,
    openings_told,
    own_alerts,
    own_profile,
    save_profile,
    suggest,
    try_profile,
)
from operations.people import EDUCATION
from operations.rights import forget
from operations.search import counts
from operations.targets import OCCUPATION_TARGET
from storage import cards, openings, saved
from web import sessions
from web.access import Room, Who
from web.desk import Desk, desk_of
from web.forms import SPOKEN, profile_from
from web.labels import concept_labels
from web.pages.opening import calendar
from web.pages.render import back_to, local_path, render

ROOM = Room()
MOST_NOTES = 4_000


@ROOM.get("/min", Access.SIGNED_IN)
def board(request: Request, viewer: Who) -> Response:
    """Saved openings by status, and the way to everything else that is one's own."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        kept = saved.saved(session, viewer.own.id)
        shown = cards.cards(session, [item.opening for item in kept], OCCUPATION_TARGET)
        profile = own_profile(session, viewer.own)
        mine = own_alerts(session, viewer.own)
    columns = {status: [item for item in kept if item.status is status] for status in SavedStatus}
    return render(
        request,
        "mine.html",
        tab="board",
        columns=columns,
        cards=shown,
        profile=profile,
        alerts=mine,
        statuses=list(SavedStatus),
    )


@ROOM.post("/min/lagret", Access.SIGNED_IN)
async def keep(request: Request, viewer: Who) -> Response:
    """Save an opening, change its status or notes, or let it go."""
    form = await request.form()
    return await run_in_threadpool(_keep, request, viewer, {name: str(value) for name, value in form.items()})


def _keep(request: Request, viewer: Who, form: Mapping[str, str]) -> Response:
    desk, wanted = desk_of(request), form.get("opening", "")
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 16):
        raise UsageError("this is no opening", which=wanted[:40])
    status = form.get("status", SavedStatus.SAVED.value)
    if status not in [one.value for one in SavedStatus]:
        raise UsageError("this is no status", which=status[:40])
    with desk.context.store.write() as session:
        opening = openings.get(session, int(wanted)).id
        if form.get("remove"):
            saved.unsave(session, viewer.own.id, opening)
        else:
            notes = form.get("notes")
            kept = None if notes is None else notes[:MOST_NOTES]
            now = desk.context.clock.now()
            saved.save(session, viewer.own.id, opening, now, status=SavedStatus(status), notes=kept)
    path = local_path(form.get("next"), "/min")
    return back_to(f"{path}{'&' if '?' in path else '?'}ok={'removed' if form.get('remove') else 'saved'}")


@ROOM.get("/min/profil", Access.SIGNED_IN)
def profile_page(request: Request, viewer: Who) -> Response:
    """What one has and wants, and how many openings fit it as it stands."""
    context = desk_of(request).context
    with context.store.read() as session:
        profile = own_profile(session, viewer.own)
        trial = try_profile(session, profile, context.clock.now()) if profile else None
    return _profile_form(request, profile or Profile(viewer.own.profile), trial=trial, unsaved=False)


@ROOM.post("/min/profil", Access.SIGNED_IN)
async def profile_sent(request: Request, viewer: Who) -> Response:
    """Save the profile, try it without saving, or have skills suggested from a CV."""
    return await run_in_threadpool(_profile_sent, request, viewer, await request.form())


def _profile_sent(request: Request, viewer: Who, form: FormData) -> Response:
    desk = desk_of(request)
    fields = {name: str(value) for name, value in form.items()}
    many = {name: [str(value) for value in form.getlist(name)] for name in ("languages", "counties")}
    try:
        profile = profile_from(viewer.own, fields, many)
    except JobbvaktError as error:
        return _profile_form(request, Profile(viewer.own.profile), error=error, typed=fields.get("has", ""), status=422)
    if fields.get("action") == "suggest":
        found = suggest(profile, fields.get("cv", ""), local_date(desk.context.clock.now()))
        return _profile_form(request, found.profile, suggestions=found.words)
    if fields.get("action") == "preview":
        with desk.context.store.read() as session:
            trial = try_profile(session, profile, desk.context.clock.now())
        return _profile_form(request, profile, trial=trial)
    save_profile(desk.context, profile)
    return back_to("/min/profil?ok=saved")


def _profile_form(
    request: Request,
    profile: Profile,
    *,
    error: JobbvaktError | None = None,
    typed: str | None = None,
    trial: Trial | None = None,
    suggestions: Mapping[str, str] | None = None,
    unsaved: bool = True,
    status: int = 200,
) -> Response:
    desk = desk_of(request)
    known = concept_labels()
    held = sorted(known.get(concept, concept) for concept in profile.concepts)
    return render(
        request,
        "profile.html",
        status,
        tab="profile",
        profile=profile,
        held=typed if typed is not None else "\n".join(held),
        error=error,
        trial=trial,
        unsaved=unsaved,
        best=_cards_of(desk, trial),
        suggestions=suggestions,
        counties=_counties(desk, profile),
        spoken=SPOKEN,
        education=EDUCATION,
    )


def _cards_of(desk: Desk, trial: Trial | None) -> list[tuple[OpeningCard, int]]:
    if trial is None:
        return []
    with desk.context.store.read() as session:
        found = cards.cards(session, [opening for opening, _ in trial.best], OCCUPATION_TARGET)
    return [(found[opening], score) for opening, score in trial.best if opening in found]


def _counties(desk: Desk, profile: Profile) -> list[str]:
    with desk.context.store.read() as session:
        told = counts(session, Criteria(closed=True), desk.context.clock.now())
    return sorted({*(name for name in told.facets["county"] if len(name) > 2), *profile.counties})


@ROOM.get("/min/kalender", Access.SIGNED_IN)
def deadlines(request: Request, viewer: Who) -> Response:
    """Deadlines of saved openings: a month's grid and a list."""
    desk = desk_of(request)
    today = local_date(desk.context.clock.now())
    found = _deadlines(desk, viewer.own.id)
    months = _months([card.deadline for card in found if card.deadline], today)
    return render(request, "calendar.html", tab="calendar", found=found, months=months, today=today)


@ROOM.get("/min/kalender.ics", Access.SIGNED_IN)
def deadlines_file(request: Request, viewer: Who) -> Response:
    """The same for a calendar program."""
    desk = desk_of(request)
    return calendar(request, _deadlines(desk, viewer.own.id), "frister.ics")


def _deadlines(desk: Desk, account: int) -> list[OpeningCard]:
    with desk.context.store.read() as session:
        kept = [item.opening for item in saved.saved(session, account) if item.status is not SavedStatus.DECLINED]
        shown = cards.cards(session, kept, OCCUPATION_TARGET)
    return sorted((card for card in shown.values() if card.deadline), key=lambda card: (card.deadline, card.opening))


def _months(days: Sequence[date], today: date) -> list[tuple[date, list[list[date]]]]:
    """This month and the next, in whole weeks; days of other months included."""
    first = today.replace(day=1)
    second = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    wanted = [first, second] if any(day >= second for day in days) else [first]
    return [(month, Calendar().monthdatescalendar(month.year, month.month)) for month in wanted]


@ROOM.get("/min/sendt", Access.SIGNED_IN)
def sent(request: Request, viewer: Who) -> Response:
    """What was sent, and why."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        mine = {alert.id: alert for alert in own_alerts(session, viewer.own)}
        told = openings_told(session, list(mine))
        shown = cards.cards(session, {item.opening for item in told}, OCCUPATION_TARGET)
    return render(request, "sent.html", tab="sent", told=told, alerts=mine, cards=shown)


@ROOM.get("/min/data", Access.SIGNED_IN)
def data_page(request: Request) -> Response:
    """Take everything along, or erase it."""
    return render(request, "data.html", tab="data", error=None)


@ROOM.get("/min/data.json", Access.SIGNED_IN)
def data_file(request: Request, viewer: Who) -> Response:
    """All that is kept of the account."""
    with desk_of(request).context.store.read() as session:
        body: Mapping[str, Any] = everything(session, viewer.own)
    headers = {"Content-Disposition": 'attachment; filename="jobbvakt.json"'}
    text = json.dumps(body, ensure_ascii=False, indent=1, default=str)
    return Response(text, media_type="application/json", headers=headers)


@ROOM.post("/min/slett", Access.SIGNED_IN)
def erase_all(request: Request, viewer: Who, sure: str = Form("")) -> Response:
    """Erase the account and everything kept of it."""
    desk = desk_of(request)
    if sure != "1":
        error = UsageError("tick the box first", why="erasing cannot be undone")
        return render(request, "data.html", 422, tab="data", error=error)
    forget(desk.context, viewer.own.email, viewer.actor)
    response = back_to("/?ok=erased")
    sessions.write(response, sessions.signed_out(), desk)
    return response
