"""The recruiter's pages: the market behind a search, two searches side by side, files."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from domain.accounts import Access
from domain.errors import UsageError
from domain.search_address import VERSION, from_address, is_address, read, to_address, to_pairs
from domain.searching import PUBLISHED_DAYS, Criteria
from operations.analysis import PAIRS, Market, market
from operations.exporting import FORMATS, rows, written
from operations.search import counts
from storage import audit
from web.access import Room, Who
from web.desk import Desk, desk_of
from web.labels import Labels
from web.pages.render import language_of, render
from web.pages.search import chips_of, criteria_of, facets_of, suggestions
from web.plots import Plot, histogram, lying, stacked
from web.texts import Texts, texts

ROOM = Room()
WEEKS = 26
PAY_STEP = 50_000
DAYS_STEP = 7


@ROOM.get("/analyse", Access.RECRUITER)
def analysis(request: Request) -> Response:
    """Figures of the search in the address, each plot with its table."""
    desk, told = desk_of(request), texts(language_of(request))
    criteria = replace(criteria_of(request), closed=True)
    found = _market(desk, criteria)
    names = list(found.counties)
    labels = Labels(told, desk.source_names)
    with desk.context.store.read() as session:
        beside = counts(session, criteria, desk.context.clock.now())
    return render(
        request,
        "analysis.html",
        version=VERSION,
        criteria=criteria,
        address=to_address(criteria),
        facets=facets_of(criteria, beside, labels),
        counts=beside,
        days=PUBLISHED_DAYS,
        suggestions=suggestions(desk),
        chips=chips_of(replace(criteria, closed=False), labels),
        market=found,
        plots=plots_of(found, labels, told, names),
        most=max(found.together.values(), default=1),
        pairs=[item.concept for item in found.demand[:PAIRS]],
        formats=list(FORMATS),
        employers={name: f"/analyse/arbeidsgiver?{urlencode({'name': name})}" for name in found.employers},
    )


def plots_of(found: Market, labels: Labels, told: Texts, names: Sequence[str]) -> dict[str, Plot]:
    """The drawings of a market; ``names`` are the counties in the order in which they get their colours."""
    weeks = [(f"{day:%d.%m}", {labels.value("county", n): c for n, c in row.items()}) for day, row in _weeks(found)]
    number = told.t("analysis.number")
    return {
        "weeks": stacked(
            weeks, [labels.value("county", n) for n in names], told.t("analysis.week"), told.t("analysis.others")
        ),
        "employers": lying(list(found.employers.items()), (told.t("fact.employer"), number)),
        "concepts": lying(
            [(labels.concept(i.concept), i.number) for i in found.demand[:15]], (told.t("vocabulary.concept"), number)
        ),
        "certifications": lying(
            [(labels.concept(i.concept), i.number) for i in found.certifications],
            (told.t("facet.certification"), number),
        ),
        "pay": histogram(found.pay.middles, PAY_STEP, (told.t("analysis.pay_axis"), number)),
        "days": histogram(found.days_open, DAYS_STEP, (told.t("analysis.days_axis"), number)),
    }


def _weeks(found: Market) -> list[tuple[date, Any]]:
    """The last weeks without a gap, oldest first."""
    if not found.weeks:
        return []
    last = max(found.weeks)
    first = max(min(found.weeks), last - timedelta(weeks=WEEKS - 1))
    number = (last - first).days // 7 + 1
    return [(day, found.weeks.get(day, {})) for day in (first + timedelta(weeks=step) for step in range(number))]


def _market(desk: Desk, criteria: Criteria) -> Market:
    with desk.context.store.read() as session:
        return market(session, criteria, desk.context.clock.now())


@ROOM.get("/analyse/sammenlign", Access.RECRUITER)
def compare(request: Request, a: str = "", b: str = "") -> Response:
    """Two searches side by side. Each is given as words or as a search's address."""
    desk, told = desk_of(request), texts(language_of(request))
    labels = Labels(told, desk.source_names)
    asked = [(text, replace(_typed(text), closed=True)) for text in (a, b)]
    found = [_market(desk, criteria) for _, criteria in asked]
    # One county has one colour on both sides: those that are large on either come first.
    together = sum((Counter(market.counties) for market in found), Counter[str]())
    names = [name for name, _ in together.most_common()]
    sides = [
        {
            "text": text,
            "address": to_address(criteria),
            "market": market,
            "plots": plots_of(market, labels, told, names),
        }
        for (text, criteria), market in zip(asked, found, strict=True)
    ]
    return render(request, "compare.html", sides=sides)


def _typed(text: str) -> Criteria:
    """Words, an address, or a whole link that was copied from the search page."""
    query = text[text.find("?") :] if "?v=" in text else text
    return from_address(query) if is_address(query) else Criteria(" ".join(text.split())[:300])


@ROOM.get("/eksport/{form}", Access.RECRUITER)
def export(request: Request, form: str, viewer: Who) -> Response:
    """The openings of a search as a file."""
    desk = desk_of(request)
    if form not in FORMATS:
        raise UsageError("this is no format", which=form[:20], remedy=f"use one of: {', '.join(FORMATS)}")
    criteria, _ = read(request.query_params.multi_items())
    return export_answer(desk, criteria, form, viewer)


def export_answer(desk: Desk, criteria: Criteria, form: str, viewer: Who, profile: str | None = None) -> Response:
    """The file, streamed; that it was taken stands in the audit log."""
    now = desk.context.clock.now()
    with desk.context.store.write() as session:
        asked = "&".join(f"{name}={value}" for name, value in to_pairs(criteria) if name != "q")
        audit.record(session, now, viewer.actor, "export", form, asked)

    def pieces() -> Any:
        with desk.context.store.read() as session:
            yield from written(rows(session, criteria, now, profile), form)

    headers = {"Content-Disposition": f'attachment; filename="jobbvakt-{now:%Y%m%d}.{form}"'}
    return StreamingResponse(pieces(), media_type=FORMATS[form], headers=headers)
