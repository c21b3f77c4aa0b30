"""Jobbnorge's public list: every open ad in one answer, with a teaser instead of the text."""

from collections.abc import AsyncIterator, Iterable

from crawler.parsing.jobbnorge import read_jobs
from crawler.parsing.page import Page, PageError
from crawler.spider import FetchError, PortalSpider
from domain.observations import LeftOut, Observation, Problem
from domain.postings import Draft, Issue
from domain.prefilter import worth_reading
from domain.runs import ProblemCode
from domain.sources import Portal, Terms

NOT_THIS_JOB = "title: not about leading customer service"


class Jobbnorge(PortalSpider):
    """One request a run; what is no longer in the list has been withdrawn."""

    name = "jobbnorge"
    portal = Portal(
        title="Jobbnorge",
        homepage="https://www.jobbnorge.no",
        country="NO",
        terms=Terms.OFFICIAL,
        base_url="https://publicapi.jobbnorge.no",
        absence_withdraws=True,
        note="gives teasers, not whole texts; its terms page has not been verified, so stay polite",
    )

    def ads_of(self, page: Page) -> Iterable[object]:
        """The whole list."""
        return parse(page)

    async def crawl(self) -> AsyncIterator[Observation]:
        """The whole list, each ad seen or left out by its title."""
        address = f"{self.source.base_url}/v3/jobs?language=1"
        page = await self.fetch(address, listing=True, headers={"Accept": "application/json"})
        try:
            ads = parse(page)
        except PageError as error:
            raise FetchError(
                ProblemCode.NOT_A_LISTING, error.what, url=page.url, why=error.why, remedy=error.remedy
            ) from error
        for ad in ads:
            if isinstance(ad, Issue):
                yield Problem(ProblemCode.NOT_AN_AD, f"{ad.why}: {ad.raw}", page.url)
            elif ad.source_ref in self.known_refs or worth_reading(ad.title, self.title_terms):
                yield self.seen(ad, page)
            else:
                yield LeftOut(ad.source_ref, ad.title, NOT_THIS_JOB)
        self.listing_complete = True


def parse(page: Page) -> list[Draft | Issue]:
    """Every ad of the list."""
    return read_jobs(page)
