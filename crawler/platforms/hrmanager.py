"""An employer's positions on HR-Manager (Talentech Talent Recruiter).

[sources.my_employer]
platform = "hrmanager"
base_url = "https://api.hr-manager.net/jobportal.svc/acme"
"""

from crawler.parsing.hrmanager import read_hrmanager, read_hrmanager_ad
from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.platforms.listing import Ask, ListSpider
from domain.postings import Draft
from domain.sources import Evidence, Portal, Terms

PER_PAGE = 50


class HrManager(ListSpider):
    """The list fifty at a time; where it has no texts, the ad's own page, which robots.txt allows."""

    name = "hrmanager"
    portal = Portal(
        title="HR-Manager",
        homepage="https://www.talentech.com",
        country="NO",
        terms=Terms.TENANT,
        absence_withdraws=True,
        minimum_ads=0,
        note="one employer, by its alias; contact persons in its records are not read",
        evidence=Evidence.DOCUMENTED,
    )
    hosts = ("candidate.hr-manager.net",)
    accept = (200, 400)
    states_total = True

    def first(self) -> Ask:
        """The first fifty."""
        return self._ask(0)

    def read(self, page: Page) -> Listing:
        """Fifty positions."""
        return read_hrmanager(page)

    def following(self, listing: Listing, met: int) -> Ask | None:
        """Until the number stated has been met."""
        return self._ask(met) if listing.ads and met < (listing.total or 0) else None

    def detail(self, draft: Draft) -> str | None:
        """The ad's page, unless the list gave its text."""
        return None if draft.description_html else draft.url

    def read_detail(self, page: Page, draft: Draft) -> Draft:
        """With its text."""
        return read_hrmanager_ad(page, draft)

    def _ask(self, skip: int) -> Ask:
        return Ask(f"{self.source.base_url}/positionlist/json/?incads=1&take={PER_PAGE}&skip={skip}")


def parse(page: Page) -> list[Ad]:
    """The positions of one page."""
    return list(read_hrmanager(page).ads)
