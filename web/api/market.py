"""The market behind a search over the API: statistics, and the openings as a file."""

from collections.abc import Callable, Iterable, Mapping
from statistics import median
from typing import Any, Literal

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access
from operations.analysis import Market, market
from operations.exporting import FORMATS
from storage.statistics import Demand
from web.access import Room, Who
from web.api.answers import given
from web.api.openings import criteria_of
from web.api.room import ApiRoom
from web.api.search_parameters import SEARCH
from web.desk import desk_of
from web.pages.analysis import export_answer
from web.pages.search import own_profile

ROOM: Room = ApiRoom("market")
Kind = Literal[
    "regions",
    "employers",
    "skills",
    "certifications",
    "pairs",
    "weeks",
    "salary-histogram",
    "salary-history",
    "time-open",
]
Form = Literal["csv", "xlsx", "json", "jsonl"]
PAY_STEP, DAYS_STEP = 50_000, 7


class Statistics(BaseModel):
    """Figures over a search, openings that are over included.

    ``total``: openings looked at; ``n``: those that the figures rest on (of pay: those that state it).
    """

    kind: str
    total: int
    n: int
    rows: list[dict[str, Any]]


@ROOM.get("/stats/{kind}", Access.RECRUITER, response_model=Statistics, openapi_extra=SEARCH)
def statistics(request: Request, kind: Kind) -> Response:
    """Figures over a search.

    *regions*, *employers*: openings of each. *skills*, *certifications*: openings that ask for each, in the last 91
    days and the 91 before. *pairs*: two concepts asked for together. *weeks*: published in the week and county.
    *salary-histogram*: the middle of stated pay, NOK a year. *salary-history*: its median by month. *time-open*: days.
    """
    desk, criteria = desk_of(request), criteria_of(request)
    with desk.context.store.read() as session:
        found = market(session, criteria, desk.context.clock.now())
    number, rows = _ROWS[kind](found)
    return given(request, Statistics(kind=kind, total=found.total, n=number, rows=list(rows)))


def _counted(name: str, counts: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{name: value, "openings": number} for value, number in counts.items()]


def _demand(found: Iterable[Demand]) -> list[dict[str, Any]]:
    return [
        {"concept": item.concept, "openings": item.number, "recent": item.recent, "before": item.before}
        for item in found
    ]


def _weeks(found: Market) -> list[dict[str, Any]]:
    return [
        {"week": week, "county": county, "openings": number}
        for week, row in found.weeks.items()
        for county, number in row.items()
    ]


def _pairs(found: Market) -> list[dict[str, Any]]:
    return [{"concepts": list(pair), "openings": number} for pair, number in found.together.items()]


def _history(found: Market) -> list[dict[str, Any]]:
    return [
        {"month": f"{month:%Y-%m}", "median": median(middles), "openings": len(middles)}
        for month, middles in found.pay_months.items()
    ]


def _steps(numbers: Iterable[float], width: int) -> list[dict[str, Any]]:
    steps: dict[int, int] = {}
    for value in numbers:
        steps[int(value // width)] = steps.get(int(value // width), 0) + 1
    return [{"from": step * width, "to": (step + 1) * width, "openings": n} for step, n in sorted(steps.items())]


_Rows = Callable[[Market], tuple[int, list[dict[str, Any]]]]
_ROWS: Mapping[str, _Rows] = {
    "regions": lambda found: (found.total, _counted("county", found.counties)),
    "employers": lambda found: (found.total, _counted("employer", found.employers)),
    "skills": lambda found: (found.total, _demand(found.demand)),
    "certifications": lambda found: (found.total, _demand(found.certifications)),
    "pairs": lambda found: (found.total, _pairs(found)),
    "weeks": lambda found: (found.total, _weeks(found)),
    "salary-histogram": lambda found: (len(found.pay.middles), _steps(found.pay.middles, PAY_STEP)),
    "salary-history": lambda found: (len(found.pay.middles), _history(found)),
    "time-open": lambda found: (len(found.days_open), _steps(found.days_open, DAYS_STEP)),
}
FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", "content": {kind.partition(";")[0]: {} for kind in FORMATS.values()}}
}


@ROOM.get("/export/{form}", Access.RECRUITER, responses=FILE, response_class=Response, openapi_extra=SEARCH)
def export(request: Request, form: Form, viewer: Who) -> Response:
    """The openings of a search as a file; that it was taken stands in the audit log."""
    desk = desk_of(request)
    return export_answer(desk, criteria_of(request), form, viewer, own_profile(desk, viewer))
