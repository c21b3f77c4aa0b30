"""One opening: facts with their origin, the ad, why it fits, where it was seen, what changed."""

from datetime import timedelta
from typing import Any

from fastapi import Form
from icalendar import Alarm, Calendar, Event
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from alerts.cleaning import one_line, web_address
from domain.accounts import Access
from domain.alerts import OpeningCard
from domain.errors import NothingFoundError, UsageError
from operations.accounts import REPORTS_BY_CALLER, count_attempt
from operations.opening_page import OpeningView, view
from storage import openings, saved
from web.access import Room, Who
from web.ad_text import marked_ad
from web.callers import caller_digest
from web.desk import Desk, desk_of
from web.pages.render import back_to, render
from web.pages.search import own_profile

ROOM = Room()
REPORT_KINDS = ("closed", "wrong", "not_same", "other")
MOST_WORDS = 1_000
_EMPLOYMENT = {"permanent": "FULL_TIME", "temporary": "TEMPORARY", "substitute": "TEMPORARY", "apprentice": "INTERN"}


@ROOM.get("/stilling/{opening}", Access.EVERYONE)
def opening_page(request: Request, opening: int, viewer: Who) -> Response:
    """The opening; one that was merged leads to the one that took it over."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        shown = view(session, opening, own_profile(desk, viewer))
        kept = {item.opening: item for item in saved.saved(session, viewer.account.id)} if viewer.account else {}
    if shown.card.opening != opening:
        return RedirectResponse(f"/stilling/{shown.card.opening}", 308)
    ad, marked = marked_ad(shown.html, shown.reading)
    return render(
        request,
        "opening.html",
        view=shown,
        card=shown.card,
        ad=ad,
        marked=marked,
        kept=kept.get(opening),
        apply_url=web_address(shown.card.apply_url),
        json_ld=job_posting(shown),
        report_kinds=REPORT_KINDS,
        ad_language=shown.reading.language if shown.reading else "",
    )


@ROOM.get("/stilling/{opening}/frist.ics", Access.EVERYONE)
def deadline_file(request: Request, opening: int) -> Response:
    """The deadline for a calendar, with a reminder the day before."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        card = view(session, opening).card
    if card.deadline is None:
        raise NothingFoundError("this opening states no deadline", which=str(opening))
    return calendar([card], desk, f"frist-{opening}.ics")


def calendar(cards: list[OpeningCard], desk: Desk, name: str) -> Response:
    """The deadlines of ``cards`` as iCalendar (RFC 5545), all-day events."""
    found = Calendar()
    found.add("prodid", "-//Jobbvakt//jobbvakt//NB")
    found.add("version", "2.0")
    for card in cards:
        if card.deadline is not None:
            found.add_component(_event(card, desk))
    return Response(
        found.to_ical(), media_type="text/calendar", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _event(card: OpeningCard, desk: Desk) -> Event:
    assert card.deadline is not None
    base = desk.context.settings.web.base_url
    event = Event()
    event.add("uid", f"opening-{card.opening}-deadline@jobbvakt")
    event.add("dtstamp", desk.context.clock.now())
    event.add("dtstart", card.deadline)
    event.add("dtend", card.deadline + timedelta(days=1))
    event.add("summary", one_line(f"Søknadsfrist: {card.title}, {card.employer}", 200))
    event.add("url", f"{base}/stilling/{card.opening}" if base else web_address(card.apply_url))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(card.title, 200))
    alarm.add("trigger", timedelta(days=-1))
    event.add_component(alarm)
    return event


@ROOM.post("/stilling/{opening}/meld-feil", Access.EVERYONE)
def report(request: Request, opening: int, kind: str = Form(""), words: str = Form("")) -> Response:
    """Somebody says that something is wrong; the operator sees it."""
    desk = desk_of(request)
    if kind not in REPORT_KINDS:
        raise UsageError("choose what is wrong", which=one_line(kind, 40))
    count_attempt(desk.context, REPORTS_BY_CALLER, caller_digest(request, desk))
    with desk.context.store.write() as session:
        current = openings.get(session, opening).id
        saved.report(session, current, kind, one_line(words, MOST_WORDS), desk.context.clock.now())
    return back_to(f"/stilling/{current}?ok=reported")


def job_posting(shown: OpeningView) -> dict[str, Any]:
    """schema.org JobPosting, with what the ad states and nothing that it does not."""
    card, draft = shown.card, shown.lead.draft
    fields = shown.reading.fields if shown.reading else None
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": card.title,
        "description": draft.description_html or draft.summary or card.title,
        "identifier": {"@type": "PropertyValue", "name": "jobbvakt", "value": str(card.opening)},
        "url": draft.url,
        "directApply": False,
        "hiringOrganization": {"@type": "Organization", "name": card.employer or "–"},
    }
    if card.published:
        found["datePosted"] = card.published.date()
    if card.deadline:
        found["validThrough"] = card.deadline
    if card.places:
        found["jobLocation"] = [_location(place) for place in card.places]
    if fields and fields.employment_type in _EMPLOYMENT:
        found["employmentType"] = _EMPLOYMENT[fields.employment_type]
    if card.salary and card.salary.minimum is not None:
        found["baseSalary"] = _salary(card)
    return found


def _location(place: Any) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "addressLocality": place.city or place.municipality,
        "addressRegion": place.county,
        "postalCode": place.postal_code,
        "addressCountry": place.country,
    }
    return {"@type": "Place", "address": {name: value for name, value in address.items() if value}}


def _salary(card: OpeningCard) -> dict[str, Any]:
    assert card.salary is not None
    value = {"@type": "QuantitativeValue", "minValue": card.salary.minimum, "maxValue": card.salary.maximum}
    value["unitText"] = card.salary.period.upper()
    return {"@type": "MonetaryAmount", "currency": card.salary.currency, "value": value}
