"""Every page of the house by the role that may see it: what the tests of all pages walk through."""

from domain.accounts import Role, SavedStatus
from domain.alerts import Alert
from storage import accounts, alerts, saved

PUBLIC = (
    "/",
    "/?v=1&q=sjef&county=Oslo",
    "/?v=1&q=finnesikke",
    "/?v=1&min_score=x",
    "/stilling/1",
    "/lonn",
    "/logg-inn",
    "/logg-inn/x",
    "/om",
    "/personvern",
    "/tilgjengelighet",
    "/kilder",
    "/finnes-ikke",
    "/api/docs",
)
SEEKER = (
    "/?v=1&q=leder",
    "/min",
    "/min/profil",
    "/min/varsler",
    "/min/varsler/ny?v=1&q=sjef",
    "/min/varsler/1",
    "/min/kalender",
    "/min/sendt",
    "/min/data",
    "/min/nokler",
    "/min/annonse",
)
RECRUITER = (
    "/analyse",
    "/analyse/arbeidsgiver?name=Eksempel+3+AS",
    "/analyse/arbeidsgiver/123456785",
    "/analyse?v=1&employer=Eksempel+1",
    "/analyse/sammenlign?a=sjef&b=leder",
    "/lister?opening=1",
    "/lister/1",
    "/stilling/2",
    "/drift",
)
OPERATOR = (
    "/drift",
    "/drift/kilder",
    "/drift/kilder/nav_feed",
    "/drift/prov",
    "/drift/kjoringer",
    "/drift/plan",
    "/drift/duplikater",
    "/drift/utboks",
    "/drift/meldinger",
    "/drift/ordliste",
    "/drift/system",
    "/drift/revisjon",
)
PAGES = {None: PUBLIC, Role.SEEKER: SEEKER, Role.RECRUITER: RECRUITER, Role.OPERATOR: OPERATOR}


def furnish(house, people):
    """An alert, a list and a saved opening, so that the pages of single things are there."""
    with house.context.store.write() as session:
        now = house.context.clock.now()
        seeker, recruiter = (accounts.by_email(session, people[role]) for role in (Role.SEEKER, Role.RECRUITER))
        alerts.add(session, Alert(0, "Alt i Oslo", seeker.email, None, "?v=1&q=leder&county=Oslo", 10), now)
        saved.save(session, seeker.id, 3, now, status=SavedStatus.INTERVIEW, notes="Mandag kl. 10")
        saved.put(session, saved.add_list(session, recruiter.id, "Strøm og tele", now), 1, "Ring mandag", now)
