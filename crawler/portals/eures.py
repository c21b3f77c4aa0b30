"""EURES: ads from the public employment services of Europe, through the search of its portal.

[sources.eures]
# countries = ["no", "se", "dk"]
# queries = ["customer service manager"]
"""

import json
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import unquote_plus

from crawler.parsing.eures import read_eures
from crawler.parsing.listing import Ad
from crawler.parsing.page import Page
from crawler.platforms.listing import Ask
from crawler.platforms.search_pages import SearchPages
from domain.sources import Evidence, Portal, Terms

HEADERS = {"Accept": "application/json", "Content-Type": "application/json"}


class Eures(SearchPages):
    """Fifty hits a page, newest first."""

    name = "eures"
    portal = Portal(
        title="EURES",
        homepage="https://europa.eu/eures",
        country="",
        terms=Terms.OPT_IN,
        base_url="https://europa.eu/eures/api/jv-searchengine/public",
        note="the portal's terms forbid automated extraction; Norwegian ads come from NAV, whose feed is open",
        terms_notice=(
            "The EURES portal's terms forbid screen scraping and automated extraction; its interfaces are for EURES "
            "partners. Switch this on only with the European Labour Authority's consent."
        ),
        evidence=Evidence.DOCUMENTED,
    )
    queries = ("customer service manager", "customer support manager", "kundeserviceleder")
    options: ClassVar[Mapping[str, type]] = {**SearchPages.options, "countries": list}

    def ask(self, query: str, number: int) -> Ask:
        """A page of hits."""
        words = [{"keyword": unquote_plus(query), "specificSearchCode": "EVERYWHERE"}]
        where = self.source.options.get("countries") or ["no"]
        body = {"resultsPerPage": 50, "page": number + 1, "sortSearch": "MOST_RECENT", "keywords": words}
        return Ask(
            f"{self.source.base_url}/jv-search/search", "POST", json.dumps(body | {"locationCodes": where}), HEADERS
        )

    def parsed(self, page: Page) -> list[Ad]:
        """Hits."""
        return parse(page)


def parse(page: Page) -> list[Ad]:
    """The hits of one answer."""
    return list(read_eures(page).ads)
