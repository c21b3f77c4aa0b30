"""FINN.no: the partner interface, with a key of the operator's own; and pages and mails that the operator brings.

    [sources.finn]
    # api_key = "…"                     better in the environment: JOBBVAKT_SOURCES__FINN__API_KEY
    # markets = ["job-full-time", "job-part-time", "job-management"]

Without a key nothing is fetched: `jobbvakt import` reads your own alert e-mails and saved pages.
"""

from crawler.parsing.finn import read_finn_atom, read_finn_page
from crawler.parsing.listing import Ad
from crawler.parsing.page import Page
from crawler.platforms.finn_atom import FinnAtom
from domain.sources import Portal, Terms


class Finn(FinnAtom):
    """Every open ad of the markets asked for."""

    name = "finn"
    portal = Portal(
        title="FINN.no Jobb",
        homepage="https://www.finn.no/job",
        country="NO",
        terms=Terms.OPT_IN,
        base_url="https://cache.api.finn.no/iad",
        absence_withdraws=True,
        note="needs a partner key from FINN; without one, import your own alert e-mails and saved pages",
        terms_notice=(
            "FINN forbids automated reading of its pages without written permission, and points to Norwegian copyright "
            "law. Only its partner interface is asked, and only with a key that FINN has given you: keep to the "
            "agreement that came with it. Reading your own alert e-mails and saved pages needs no opt-in."
        ),
    )


def parse(page: Page) -> list[Ad]:
    """The ads of an Atom answer, of a saved ad page or of a saved list of hits."""
    if page.text.lstrip("\ufeff \r\n\t")[:200].startswith(("<?xml", "<feed", "<entry")):
        return list(read_finn_atom(page).ads)
    return read_finn_page(page)
