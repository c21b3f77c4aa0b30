"""arbeidsplassen.nav.no itself: also ads that came through FINN, but its terms forbid robots. The feed is the way in.

[sources.arbeidsplassen]
# queries = ["kundeserviceleder"]
"""

from crawler.parsing.arbeidsplassen import read_arbeidsplassen_hits, read_arbeidsplassen_page
from crawler.parsing.listing import Ad
from crawler.parsing.page import Page
from crawler.platforms.listing import Ask
from crawler.platforms.search_pages import SearchPages
from domain.postings import Draft
from domain.sources import Evidence, Portal, Terms

PER_PAGE = 100


class Arbeidsplassen(SearchPages):
    """The search behind the site; ads whose hit has no text are read from their page."""

    name = "arbeidsplassen"
    portal = Portal(
        title="NAV arbeidsplassen.no (pages)",
        homepage="https://arbeidsplassen.nav.no",
        country="NO",
        terms=Terms.OPT_IN,
        base_url="https://arbeidsplassen.nav.no",
        note="holds the ads from FINN that the feed leaves out; use nav_feed unless NAV has agreed",
        terms_notice=(
            "«Vilkår og retningslinjer» of arbeidsplassen.no forbid robots, spiders, indexing and systematic copying "
            "without written consent, although robots.txt allows it. NAV offers a free feed instead (nav_feed). "
            "Switch this on only with NAV's consent. Saved pages may be imported without it."
        ),
        evidence=Evidence.DOCUMENTED,
    )

    def ask(self, query: str, number: int) -> Ask:
        """A page of hits."""
        return Ask(f"{self.source.base_url}/stillinger/api/search?q={query}&size={PER_PAGE}&from={number * PER_PAGE}")

    def parsed(self, page: Page) -> list[Ad]:
        """Hits, or the ad of a page."""
        return parse(page)

    def detail(self, draft: Draft) -> str | None:
        """The ad's page, where the hit has no text."""
        return None if draft.description_html else f"{self.source.base_url}/stillinger/stilling/{draft.source_ref}"


def parse(page: Page) -> list[Ad]:
    """The hits of the search, or the ad of a saved page."""
    is_json = page.text.lstrip("\ufeff \r\n\t").startswith("{")
    return list(read_arbeidsplassen_hits(page).ads) if is_json else read_arbeidsplassen_page(page)
