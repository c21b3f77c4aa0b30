"""An employer's ads on Recman: with the employer's own API key, or from its public page.

[sources.my_employer]
platform = "recman"
base_url = "https://acme.recman.page"          # the public page, read for schema.org data
# base_url = "https://api.recman.no"           # or the API, with the key in the environment:
# JOBBVAKT_SOURCES__MY_EMPLOYER__API_KEY=…
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from typing import ClassVar

from crawler.parsing.listing import Ad
from crawler.parsing.page import Page, PageError
from crawler.parsing.recman import FIELDS, read_recman
from crawler.platforms import schema_org
from crawler.platforms.listing import NOT_THIS_JOB
from crawler.spider import FetchError
from domain.observations import Gone, LeftOut, Observation, Problem
from domain.postings import Draft, Issue
from domain.prefilter import worth_reading
from domain.runs import ProblemCode
from domain.sources import Evidence, Portal, Terms


class Recman(schema_org.SchemaOrg):
    """The API where there is a key, else the pages of ``/jobs`` as any career site with schema.org data."""

    name = "recman"
    portal = Portal(
        title="Recman",
        homepage="https://recman.com",
        country="NO",
        terms=Terms.TENANT,
        absence_withdraws=True,
        note="with the customer's API key every ad; without it the public page, if that marks its ads",
        evidence=Evidence.DOCUMENTED,
    )
    options: ClassVar[Mapping[str, type]] = {**schema_org.SchemaOrg.options, "api_key": str}

    async def crawl(self) -> AsyncIterator[Observation]:
        """All ads of the key, or the site's."""
        key = self.source.options.get("api_key")
        stream = self._from_api(str(key)) if key else super().crawl()
        async for observation in stream:
            yield observation

    def ads_of(self, page: Page) -> Iterable[object]:
        """Those of an API answer or of a page."""
        return parse(page)

    async def _from_api(self, key: str) -> AsyncIterator[Observation]:
        address = f"{self.source.base_url}/v2/get/"
        page = await self.fetch(f"{address}?key={key}&scope=jobPost&fields={FIELDS}", listing=True)
        try:
            ads = read_recman(page).ads
        except PageError as error:
            raise FetchError(
                ProblemCode.NOT_A_LISTING, error.what, url=address, why=error.why, remedy=error.remedy
            ) from error
        for ad in ads:
            if isinstance(ad, Issue):
                yield Problem(ProblemCode.NOT_AN_AD, f"{ad.why}: {ad.raw}", address)
            elif isinstance(ad, Draft) and (
                ad.source_ref in self.known_refs or worth_reading(ad.title, self.title_terms)
            ):
                yield self.seen(ad, page)
            else:
                yield ad if isinstance(ad, LeftOut | Gone) else LeftOut(ad.source_ref, ad.title, NOT_THIS_JOB)
        self.listing_complete = True


def parse(page: Page) -> list[Ad | Problem]:
    """The ads of an API answer, or of one page of the public site."""
    if page.text.lstrip("\ufeff \r\n\t").startswith("{"):
        return list(read_recman(page).ads)
    return list(schema_org.parse(page))
