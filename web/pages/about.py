"""What this is, what it keeps of people, how accessible it is, and where ads come from."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from domain.accounts import Access
from operations.sources import configured_sources
from storage import sources
from web.access import Room
from web.desk import desk_of
from web.pages.render import render

ROOM = Room()


@ROOM.get("/om", Access.EVERYONE)
def about(request: Request) -> Response:
    """What Jobbvakt does and does not do."""
    return render(request, "about.html", page="about", paragraphs=6)


@ROOM.get("/personvern", Access.EVERYONE)
def privacy(request: Request) -> Response:
    """What is kept of people."""
    return render(request, "about.html", page="privacy", paragraphs=6)


@ROOM.get("/tilgjengelighet", Access.EVERYONE)
def accessibility(request: Request) -> Response:
    """How far everybody can use these pages."""
    return render(request, "about.html", page="accessibility", paragraphs=4)


@ROOM.get("/kilder", Access.EVERYONE)
def source_list(request: Request) -> Response:
    """Every source that is switched on, its terms and how fresh it is."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        states = sources.all_states(session)
    found = [source for source in configured_sources(desk.context.settings).values() if source.enabled]
    return render(request, "sources.html", sources=found, states=states)


@ROOM.get("/robots.txt", Access.EVERYONE)
def robots() -> Response:
    """Search engines should index the original ads, not our copies."""
    return PlainTextResponse("User-agent: *\nDisallow: /\n")
