"""One opening: facts with their origin, the ad, why it fits, where it was seen, what changed."""

from typing import Any

from fastapi import Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from alerts.calendar import deadlines
from alerts.cleaning import one_line, web_address
from alerts.languages import words as catalogue
from domain.accounts import Access, lets_in
from domain.alerts import OpeningCard
from domain.errors import NothingFoundError, UsageError
from matcher.pay_figures import pay_figures
from operations.accounts import REPORTS_BY_CALLER, count_attempt
from operations.opening_page import OpeningView, view
from storage import openings, saved
from web.access import Room, Who
from web.ad_text import marked_ad
from web.callers import caller_digest
from web.desk import desk_of
from web.pages.render import back_to, language_of, render
from web.pages.search import own_profile
from web.plots import Box, box

ROOM = Room()
REPORT_KINDS = ("closed", "wrong", "not_same", "other")
MOST_WORDS = 1_000
_EMPLOYMENT = {"permanent": "FULL_TIME", "temporary": "TEMPORARY", "substitute": "TEMPORARY", "apprentice": "INTERN"}


@ROOM.get("/stilling/{opening}", Access.EVERYONE)
def opening_page(request: Request, opening: int, viewer: Who) -> Response:
    """The opening; one that was merged leads to the one that took it over."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        shown = view(session, opening, own_profile(desk, viewer), withdrawn_too=lets_in(Access.OPERATOR, viewer.role))
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
        json_ld=job_posting(shown) if shown.is_open else None,
        report_kinds=REPORT_KINDS,
        pay_box=_pay_box(shown),
        article_mean=pay_figures().article["mean"],
        ad_language=shown.reading.language if shown.reading else "",
    )


def _pay_box(shown: OpeningView) -> Box | None:
    """Others' pay as a line, and this ad's own beside it when it is stated for a year in kroner."""
    beside, own = shown.pay_beside, shown.card.salary
    if beside is None:
        return None
    yearly = own is not None and own.period == "year" and own.currency == "NOK"
    stated = [value for value in (own.minimum, own.maximum) if value] if own and yearly else []
    marks = [(min(stated), max(stated), "b")] if stated else []
    return box((beside.low, beside.median, beside.high), marks)


@ROOM.get("/stilling/{opening}/frist.ics", Access.EVERYONE)
def deadline_file(request: Request, opening: int) -> Response:
    """The deadline for a calendar, with a reminder the day before."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        card = view(session, opening).card
    if card.deadline is None:
        raise NothingFoundError("this opening states no deadline", which=str(opening))
    return calendar(request, [card], f"frist-{opening}.ics")


def calendar(request: Request, cards: list[OpeningCard], name: str) -> Response:
    """The deadlines of ``cards`` as iCalendar (RFC 5545), all-day events."""
    context = desk_of(request).context
    content = deadlines(cards, catalogue(language_of(request)), context.settings.web.base_url, context.clock.now())
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type="text/calendar", headers=headers)


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
