"""What the occupation pays: what ads state, and, apart from it, what others say."""

from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access
from matcher.pay_figures import pay_figures
from operations.pay import Spread, StatedPay, stated_pay
from web.access import Room
from web.desk import Desk, desk_of
from web.labels import Labels
from web.pages.render import language_of, render
from web.plots import histogram
from web.texts import texts

ROOM = Room()
STEP = 50_000


@ROOM.get("/lonn", Access.EVERYONE)
def pay(request: Request) -> Response:
    """Stated pay as a drawing and by county and quarter; figures of others with their source."""
    desk, told = desk_of(request), texts(language_of(request))
    found = _figures(desk)
    labels = Labels(told, desk.source_names)
    return render(
        request,
        "pay.html",
        stated=found,
        plot=histogram(found.middles, STEP, (told.t("analysis.pay_axis"), told.t("analysis.number"))),
        counties=[(labels.value("county", one.name), one) for one in found.counties],
        quarters=[(told.t("pay.quarter_of", year=year, number=number), one) for one, year, number in _named(found)],
        others=pay_figures(),
    )


def _named(found: StatedPay) -> list[tuple[Spread, str, str]]:
    parts = [(one, one.name.partition(" ")) for one in found.quarters]
    return [(one, year, number) for one, (year, _, number) in parts]


def _figures(desk: Desk) -> StatedPay:
    def ask() -> StatedPay:
        with desk.context.store.read() as session:
            return stated_pay(session, desk.context.clock.now())

    return desk.for_a_while("pay", ask)
