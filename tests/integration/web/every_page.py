"""Every page of the house by the role that may see it: what the tests of all pages walk through."""

from domain.accounts import Role

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
    "/min/kalender",
    "/min/sendt",
    "/min/data",
    "/min/nokler",
    "/min/annonse",
)
RECRUITER = ("/analyse", "/analyse/sammenlign?a=sjef&b=leder", "/lister?opening=1", "/stilling/2", "/drift")
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
