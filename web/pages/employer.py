"""The recruiter's page of one employer: by its number in the register where ads state one, else by its name."""

from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access
from domain.errors import NothingFoundError
from domain.search_address import read, to_address
from operations.analysis import Market
from operations.employers import Employer, employer, whole_market
from operations.exporting import FORMATS
from web.access import Room
from web.desk import Desk, desk_of
from web.labels import Labels
from web.pages.analysis import plots_of
from web.pages.render import back_to, language_of, render
from web.texts import texts

ROOM = Room()


@ROOM.get("/analyse/arbeidsgiver", Access.RECRUITER)
def named(request: Request, name: str = "") -> Response:
    """The employer of that name; where its ads state a number, the page of that number."""
    found = _found(desk_of(request), name)
    return back_to(f"/analyse/arbeidsgiver/{found.number}") if found.number else _page(request, found, name)


@ROOM.get("/analyse/arbeidsgiver/{organisation}", Access.RECRUITER)
def numbered(request: Request, organisation: str) -> Response:
    """The employer of an organisation number."""
    if not (organisation.isascii() and organisation.isdigit() and len(organisation) >= MOST_SHORT):
        raise NothingFoundError("no ad is from that employer", which=organisation[:40])
    return _page(request, _found(desk_of(request), organisation), organisation)


MOST_SHORT = 6
"""Digits that a number of a register has at least; fewer are the beginning of many."""


def _found(desk: Desk, asked: str) -> Employer:
    criteria, _ = read([("employer", asked)])
    if not criteria.employer:
        raise NothingFoundError("no ad is from that employer", which=asked[:80])
    with desk.context.store.read() as session:
        return employer(session, criteria.employer, desk.context.clock.now())


def _page(request: Request, found: Employer, asked: str) -> Response:
    desk, told = desk_of(request), texts(language_of(request))
    criteria, _ = read([("employer", asked), ("closed", "1")])
    labels = Labels(told, desk.source_names)
    return render(
        request,
        "employer.html",
        employer=found,
        whole=_everything(desk),
        plots=plots_of(found.market, labels, told, list(found.market.counties)),
        address=to_address(criteria),
        formats=list(FORMATS),
    )


def _everything(desk: Desk) -> Market:
    def ask() -> Market:
        with desk.context.store.read() as session:
            return whole_market(session, desk.context.clock.now())

    return desk.for_a_while("market", ask)
