"""Indeed: pages and mails that the operator brings; the site itself turns crawlers away.

[sources.indeed]
# base_url = "https://no.indeed.com"
# queries = ["kundeservicesjef"]
"""

from crawler.parsing.indeed import read_indeed
from crawler.parsing.listing import Ad
from crawler.parsing.page import Page
from crawler.platforms.listing import Ask
from crawler.platforms.search_pages import SearchPages
from domain.postings import Draft
from domain.sources import Evidence, Portal, Terms

PER_PAGE = 10


class Indeed(SearchPages):
    """The site's search, newest first."""

    name = "indeed"
    portal = Portal(
        title="Indeed",
        homepage="https://no.indeed.com",
        country="",
        terms=Terms.OPT_IN,
        base_url="https://no.indeed.com",
        note="turns crawlers away; import your own job-alert e-mails and saved pages",
        terms_notice=(
            "Indeed's terms forbid automated access, and its publisher interface is closed to newcomers. With this "
            "switched on a crawl obeys robots.txt and stops at the first captcha. Importing your own alert e-mails "
            "needs no opt-in."
        ),
        evidence=Evidence.DOCUMENTED,
    )

    def ask(self, query: str, number: int) -> Ask:
        """A page of hits."""
        address = f"{self.source.base_url}/jobs?q={query}&sort=date&start={number * PER_PAGE}"
        return Ask(address, headers={"Accept": "text/html"})

    def parsed(self, page: Page) -> list[Ad]:
        """Hits, or one ad."""
        return read_indeed(page)

    def detail(self, draft: Draft) -> str:
        """The ad's page."""
        return f"{self.source.base_url}/viewjob?jk={draft.source_ref}"


def parse(page: Page) -> list[Ad]:
    """The ad of a saved page, or the hits of a saved search."""
    return read_indeed(page)
