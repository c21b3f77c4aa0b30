"""LinkedIn: pages and mails that the operator brings; its robots.txt keeps every crawler out.

[sources.linkedin]
# queries = ["customer service manager"]
# place = "Norway"
"""

from collections.abc import Mapping
from typing import ClassVar

from crawler.parsing.linkedin import read_linkedin
from crawler.parsing.listing import Ad
from crawler.parsing.page import Page
from crawler.platforms.listing import Ask
from crawler.platforms.search_pages import SearchPages
from domain.postings import Draft
from domain.sources import Evidence, Portal, Terms

PER_PAGE, SEARCH = 25, "jobs-guest/jobs/api/seeMoreJobPostings/search"


class LinkedIn(SearchPages):
    """The search that needs no login, should robots.txt ever allow it."""

    name = "linkedin"
    portal = Portal(
        title="LinkedIn Jobs",
        homepage="https://www.linkedin.com/jobs",
        country="",
        terms=Terms.OPT_IN,
        base_url="https://www.linkedin.com",
        note="its robots.txt forbids everything and is obeyed; import your own job-alert e-mails and saved pages",
        terms_notice=(
            "LinkedIn's user agreement forbids automated access, and its robots.txt closes the whole site to crawlers "
            "without express permission. With this switched on a crawl still asks robots.txt first, and so ends as "
            "blocked unless LinkedIn has allowed Jobbvakt. Importing your own alert e-mails needs no opt-in."
        ),
        evidence=Evidence.DOCUMENTED,
    )
    queries = ("customer service manager", "kundeservicesjef")
    options: ClassVar[Mapping[str, type]] = {**SearchPages.options, "place": str}

    def ask(self, query: str, number: int) -> Ask:
        """A page of the guest search."""
        where = f"keywords={query}&location={self.source.options.get('place') or 'Norway'}&start={number * PER_PAGE}"
        return Ask(f"{self.source.base_url}/{SEARCH}?{where}", headers={"Accept": "text/html"})

    def parsed(self, page: Page) -> list[Ad]:
        """Cards, or one job."""
        return read_linkedin(page)

    def detail(self, draft: Draft) -> str:
        """The job without the site around it."""
        return f"{self.source.base_url}/jobs-guest/jobs/api/jobPosting/{draft.source_ref}"


def parse(page: Page) -> list[Ad]:
    """The job of a saved page, or the cards of a list."""
    return read_linkedin(page)
