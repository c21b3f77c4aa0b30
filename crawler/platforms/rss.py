"""An employer's or a portal's feed of jobs, in RSS or Atom.

    [sources.my_employer]
    platform = "rss"
    base_url = "https://www.example.org/jobs.xml"
    # employer = "Acme AS"                         else what the feed's title says

A feed lists the newest ads, and pushes older ones out: an ad that is missing may well be open. But where the feed
still shows an older one, the missing ad was taken out; seen so twice, it is over.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar

from crawler.parsing.feed import Feed, read_feed
from crawler.parsing.listing import Ad
from crawler.parsing.page import Page, PageError
from crawler.platforms.listing import NOT_THIS_JOB
from crawler.spider import FetchError, PortalSpider
from domain.observations import Checkpoint, Gone, LeftOut, Observation, Problem
from domain.postings import Draft, Issue
from domain.prefilter import worth_reading
from domain.runs import ProblemCode
from domain.sources import Portal, Terms

TIMES_TO_BELIEVE = 2
TAKEN_OUT = "no longer in the feed, which still shows older ads"


class Rss(PortalSpider):
    """One request a run."""

    name = "rss"
    portal = Portal(
        title="RSS or Atom feed",
        homepage="https://www.rssboard.org/rss-specification",
        country="",
        terms=Terms.TENANT,
        minimum_ads=0,
        note="any feed of jobs that the operator names; ads without a deadline stay open until the feed drops them",
    )
    options: ClassVar[Mapping[str, type]] = {"employer": str}

    async def crawl(self) -> AsyncIterator[Observation]:
        """Every entry, then what the feed has dropped."""
        page = await self.fetch(self.source.base_url, listing=True, headers={"Accept": "application/rss+xml, */*"})
        try:
            feed = read_feed(page)
        except PageError as error:
            raise FetchError(
                ProblemCode.NOT_A_LISTING, error.what, url=page.url, why=error.why, remedy=error.remedy
            ) from error
        for ad in feed.ads:
            yield self._told(ad, page)
        before = Kept.of(self.cursor)
        missed = before.missed_in(feed, self.known_refs)
        for ref in [ref for ref, times in missed.items() if times >= TIMES_TO_BELIEVE]:
            yield Gone(ref, TAKEN_OUT)
        yield Checkpoint({"posted": before.posted_with(feed, missed), "missed": missed})
        self.listing_complete = True

    def ads_of(self, page: Page) -> Iterable[object]:
        """Every entry."""
        return [self._of_employer(ad) if isinstance(ad, Draft) else ad for ad in read_feed(page).ads]

    def _of_employer(self, ad: Draft) -> Draft:
        name = self.source.options.get("employer")
        return replace(ad, employer=str(name)) if name else ad

    def _told(self, ad: Ad, page: Page) -> Observation:
        if isinstance(ad, Issue):
            return Problem(ProblemCode.NOT_AN_AD, f"{ad.why}: {ad.raw}", page.url)
        if isinstance(ad, LeftOut | Gone):
            return ad
        if ad.source_ref in self.known_refs or worth_reading(ad.title, self.title_terms):
            return self.seen(self._of_employer(ad), page)
        return LeftOut(ad.source_ref, ad.title, NOT_THIS_JOB)


class Kept:
    """What the runs before have noted: when each ad was published, and how often it was missed."""

    def __init__(self, posted: Mapping[str, str], missed: Mapping[str, int]) -> None:
        self.posted, self.missed = posted, missed

    @classmethod
    def of(cls, cursor: Mapping[str, Any] | None) -> "Kept":
        """From a cursor; an odd one counts as none."""
        known = dict(cursor or {})
        posted, missed = known.get("posted"), known.get("missed")
        return cls(posted if isinstance(posted, dict) else {}, missed if isinstance(missed, dict) else {})

    def missed_in(self, feed: Feed, known: frozenset[str]) -> dict[str, int]:
        """Stored ads that the feed leaves out though it shows an older one → how often in a row."""
        listed = {ad.source_ref for ad in feed.ads if not isinstance(ad, Issue)}
        if feed.oldest is None:
            return {}
        gone = (ref for ref in self.posted if ref in known and ref not in listed)
        return {
            ref: int(self.missed.get(ref, 0)) + 1
            for ref in sorted(gone)
            if datetime.fromisoformat(self.posted[ref]) > feed.oldest
        }

    def posted_with(self, feed: Feed, missed: Mapping[str, int]) -> dict[str, str]:
        """The dates to remember: of what is listed, and of what is missed but not yet believed gone."""
        kept = {ref: self.posted[ref] for ref, times in missed.items() if times < TIMES_TO_BELIEVE}
        dated = (ad for ad in feed.ads if isinstance(ad, Draft) and ad.date_posted)
        return kept | {ad.source_ref: ad.date_posted.isoformat() for ad in dated if ad.date_posted}


def parse(page: Page) -> list[Ad]:
    """The ads of one feed."""
    return list(read_feed(page).ads)
