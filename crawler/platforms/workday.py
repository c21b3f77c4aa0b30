"""An employer's jobs on Workday.

[sources.my_employer]
platform = "workday"
base_url = "https://acme.wd3.myworkdayjobs.com/wday/cxs/acme/Careers"
# search = "customer service"                      asks the site's own search instead of reading every job
"""

import json
from collections.abc import Mapping
from typing import ClassVar

from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.parsing.workday import read_workday, read_workday_ad
from crawler.platforms.listing import Ask, ListSpider
from domain.postings import Draft
from domain.sources import Portal, Terms

PER_PAGE = 20
"""More than this is answered by 400."""


class Workday(ListSpider):
    """The list in steps of 20, then each ad that is worth reading."""

    name = "workday"
    portal = Portal(
        title="Workday",
        homepage="https://www.workday.com",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        minimum_ads=0,
        note="one employer's career site; large employers have thousands of jobs: search = … asks for fewer",
    )
    options: ClassVar[Mapping[str, type]] = {"search": str, "employer": str}
    states_total = True

    def first(self) -> Ask:
        """The first twenty."""
        return self._ask(0)

    def read(self, page: Page) -> Listing:
        """Twenty jobs."""
        return read_workday(page)

    def following(self, listing: Listing, met: int) -> Ask | None:
        """Until the number stated on the first page has been met."""
        return self._ask(met) if listing.ads and met < (self._total or 0) else None

    def detail(self, draft: Draft) -> str:
        """The ad's own answer; its id is its path."""
        return self.source.base_url + draft.source_ref

    def read_detail(self, page: Page, draft: Draft) -> Draft:
        """With text, date and places."""
        return read_workday_ad(page, draft)

    def _ask(self, offset: int) -> Ask:
        search = str(self.source.options.get("search") or "")
        body = {"appliedFacets": {}, "limit": PER_PAGE, "offset": offset, "searchText": search}
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        return Ask(f"{self.source.base_url}/jobs", "POST", json.dumps(body), headers)


def parse(page: Page) -> list[Ad]:
    """The jobs of one page."""
    return list(read_workday(page).ads)
