"""An employer's jobs on SmartRecruiters; its robots.txt forbids the API, so the robots gate stands in the way.

[sources.my_employer]
platform = "smartrecruiters"
base_url = "https://api.smartrecruiters.com/v1/companies/acme"
"""

from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.parsing.smartrecruiters import read_smartrecruiters, read_smartrecruiters_ad
from crawler.platforms.listing import Ask, ListSpider
from domain.postings import Draft
from domain.sources import Portal, Terms

PER_PAGE = 100


class SmartRecruiters(ListSpider):
    """The list page by page, then each ad that is worth reading. An unknown company answers 200 with no postings."""

    name = "smartrecruiters"
    portal = Portal(
        title="SmartRecruiters",
        homepage="https://www.smartrecruiters.com",
        country="",
        terms=Terms.OPT_IN,
        absence_withdraws=True,
        note="its robots.txt says Disallow: / and is obeyed, so a crawl ends as blocked unless that changes",
    )
    states_total = True

    def first(self) -> Ask:
        """The first hundred."""
        return Ask(f"{self.source.base_url}/postings?limit={PER_PAGE}&offset=0")

    def read(self, page: Page) -> Listing:
        """One page of postings."""
        return read_smartrecruiters(page)

    def following(self, listing: Listing, met: int) -> Ask | None:
        """Until the number stated has been met."""
        more = bool(listing.ads) and met < (listing.total or 0)
        return Ask(f"{self.source.base_url}/postings?limit={PER_PAGE}&offset={met}") if more else None

    def detail(self, draft: Draft) -> str:
        """The ad's own answer."""
        return f"{self.source.base_url}/postings/{draft.source_ref}"

    def read_detail(self, page: Page, draft: Draft) -> Draft:
        """With its text."""
        return read_smartrecruiters_ad(page, draft)


def parse(page: Page) -> list[Ad]:
    """The postings of one page."""
    return list(read_smartrecruiters(page).ads)
