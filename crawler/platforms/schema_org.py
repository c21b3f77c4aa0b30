"""Any employer's career site that marks its ads as schema.org JobPosting.

    [sources.my_employer]
    platform = "schema_org"
    base_url = "https://careers.example.org"
    # sitemap = "https://careers.example.org/sitemap.xml"     where robots.txt names none
    # start_url = "https://careers.example.org/jobs"          where there is no sitemap at all
    # max_pages = 1000

A page whose ``lastmod`` has not moved is not fetched again. A page that answers 404 or 410 is asked once more at the
end of the run before it counts as gone, and if most pages do, none is believed.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from typing import ClassVar

from crawler.parsing.jobposting import page_ref, read_job_page
from crawler.parsing.links import looks_like_ad
from crawler.parsing.page import Page
from crawler.platforms.site_index import Listed, SiteIndex
from crawler.policy.blocks import looks_blocked
from crawler.spider import FetchError
from domain.observations import Checkpoint, Gone, LeftOut, Observation, Present, Problem
from domain.postings import Draft
from domain.runs import ProblemCode
from domain.sources import Portal, Terms

MAX_PAGES = 1000
"""Pages of one site in one run, unless the source's table says otherwise."""
CHECKPOINT_EVERY = 50
NO_AD = "no JobPosting on the page"
_GONE = (404, 410)
_REFUSALS = frozenset({ProblemCode.ROBOTS, ProblemCode.ADDRESS, ProblemCode.FORBIDDEN, ProblemCode.UNAUTHORIZED})
_LONGEST_CHALLENGE = 3000
"""Bytes of text; a captcha page has little to say, a contact page with a captcha in its form has more."""
_MANY_GONE = 4
_CHALLENGES = frozenset({"a captcha", "a refusal", "a request for fewer visits"})


class SchemaOrg(SiteIndex):
    """One employer's site: what it lists, then every page of it that may be an ad."""

    name = "schema_org"
    portal: ClassVar[Portal] = Portal(
        title="Career site with schema.org JobPosting",
        homepage="https://schema.org/JobPosting",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        note="one employer's public career site, named by the operator; robots.txt decides what is read",
    )
    options: ClassVar[Mapping[str, type]] = {"sitemap": str, "start_url": str, "max_pages": int}

    async def crawl(self) -> AsyncIterator[Observation]:
        """Pages that are listed, then those of stored ads that no longer are."""
        self._read: dict[str, list[str]] = {}
        self._missing: dict[str, str] = {}
        self._refused: list[Problem] = []
        listed = await self._chosen()
        fresh = []
        for item in listed:
            ref, known = page_ref(item.url), self._unchanged(item)
            if known is None:
                fresh.append(item)
                continue
            self._read[ref] = [item.lastmod, *known]
            for observation in known_again(ref, known, self.known_refs):
                yield observation
        async for observation in self._pages([*fresh, *self._unlisted(listed)]):
            yield observation
        async for observation in self._confirm_gone(len(listed)):
            yield observation
        if self._refused and len(self._refused) == len(fresh):
            yield self._refused[0]
        yield Checkpoint({"pages": self._read})
        self.listing_complete = True

    def read_page(self, page: Page) -> list[Draft | LeftOut | Problem]:
        """What one page holds; a portal that marks its ads otherwise says how."""
        return parse(page)

    def ads_of(self, page: Page) -> Iterable[object]:
        """As ``read_page`` does."""
        return self.read_page(page)

    async def _chosen(self) -> list[Listed]:
        """All pages listed or, if they are too many, those whose address speaks of jobs."""
        limit = int(str(self.source.options.get("max_pages") or MAX_PAGES))
        listed = [item async for item in self.listed_pages()]
        if len(listed) > limit:
            listed = [item for item in listed if looks_like_ad(item.url)]
        if len(listed) > limit:
            raise FetchError(
                ProblemCode.BUDGET,
                "the site lists more pages than one run reads",
                url=self.source.base_url,
                why=f"{len(listed)} pages that may be ads, {limit} at most",
                remedy="raise max_pages in this source's table, or name a smaller sitemap",
            )
        return listed

    def _unchanged(self, item: Listed) -> list[str] | None:
        """What the last run found on a page whose lastmod has not moved since: ids of ads, or none."""
        before = dict((self.cursor or {}).get("pages", {})).get(page_ref(item.url))
        if not item.lastmod or not before or before[0] != item.lastmod:
            return None
        refs = [str(ref) for ref in before[1:]]
        return refs if all(ref in self.known_refs for ref in refs) else None

    def _unlisted(self, listed: Iterable[Listed]) -> list[Listed]:
        """Pages of stored ads that the site no longer lists: they are asked themselves."""
        met = {page_ref(item.url) for item in listed}
        gone = sorted({ref.partition("#")[0] for ref in self.known_refs} - met)
        return [Listed(self.source.base_url + ref) for ref in gone if ref.startswith("/")]

    async def _pages(self, wanted: list[Listed]) -> AsyncIterator[Observation]:
        lastmods = {item.url: item.lastmod for item in wanted}
        count = 0
        async for url, answer in self.fetch_many(lastmods, accept=(200, *_GONE)):
            for observation in self._judged(url, answer, lastmods[url]):
                yield observation
                if isinstance(observation, Problem) and observation.code == ProblemCode.SOFT_BLOCK:
                    raise FetchError(ProblemCode.SOFT_BLOCK, "nothing more is asked of this site", url=url)
            count += 1
            if count % CHECKPOINT_EVERY == 0:
                yield Checkpoint({"pages": dict(self._read)})

    def _judged(self, url: str, answer: Page | FetchError, lastmod: str) -> Iterable[Observation]:
        ref = page_ref(url)
        if isinstance(answer, FetchError):
            return [self._not_had(Problem(answer.code, answer.message, url, ref))]
        if answer.status in _GONE:
            return self._not_found(url, ref, answer.status)
        found = self.read_page(answer)
        if not any(isinstance(item, Problem) for item in found):
            self._read[ref] = [lastmod, *(item.source_ref for item in found if isinstance(item, Draft))]
        # A page of a stored ad that has no ad any more is not reported: absence then tells, after two whole runs.
        return [
            self.seen(item, answer) if isinstance(item, Draft) else item
            for item in found
            if not (isinstance(item, LeftOut) and item.source_ref in self.known_refs)
        ]

    def _not_had(self, problem: Problem) -> Problem | LeftOut:
        """One page that the site keeps to itself is no fault of the run; all of them are (see ``crawl``)."""
        if problem.code not in _REFUSALS or problem.source_ref in self.known_refs:
            return problem
        self._refused.append(problem)
        return LeftOut(problem.source_ref, "", problem.message[:300])

    def _not_found(self, url: str, ref: str, status: int) -> list[Observation]:
        if ref in self.known_refs:
            self._missing[url] = f"its page answers {status}"
            return []
        return [LeftOut(ref, "", f"its page answers {status}")]

    async def _confirm_gone(self, listed: int) -> AsyncIterator[Observation]:
        """Ask missing pages again; a site that seems to have lost most of its ads at once is not believed."""
        if len(self._missing) >= _MANY_GONE and len(self._missing) > len(self.known_refs) / 2 and listed:
            yield Problem(
                ProblemCode.UNREADABLE,
                f"{len(self._missing)} of {len(self.known_refs)} stored ads answer 404 at once: not believed, "
                "nothing is withdrawn; look at the site in a browser",
                self.source.base_url,
            )
            return
        async for url, answer in self.fetch_many(self._missing, accept=(200, *_GONE)):
            if isinstance(answer, Page) and answer.status in _GONE:
                yield Gone(page_ref(url), self._missing[url])
            else:
                for observation in self._judged(url, answer, ""):
                    yield observation


def known_again(ref: str, known: list[str], stored: frozenset[str]) -> list[Observation]:
    """What to report of a page that has not changed: its ads are still there, or it still is none."""
    if known:
        return [Present(item) for item in known]
    return [] if ref in stored else [LeftOut(ref, "", f"{NO_AD} (unchanged)")]


def parse(page: Page) -> list[Draft | LeftOut | Problem]:
    """The ads of one page; or why it holds none: it is no ad, cannot be read, or is not what was asked for."""
    found = read_job_page(page)
    ref = page_ref(page.url)
    if found.drafts:
        return list(found.drafts)
    if found.broken:
        why = f"structured data of an ad is broken ({found.broken[0]}) and the page has no readable text beside it"
        return [Problem(ProblemCode.NOT_AN_AD, f"{page.url}: {why}; report it", page.url, ref)]
    blocked = looks_blocked(page)
    if blocked in _CHALLENGES and len(page.body) < _LONGEST_CHALLENGE:
        what = f"{page.url} shows {blocked} instead of a page; crawl later and less often"
        return [Problem(ProblemCode.SOFT_BLOCK, what, page.url, ref)]
    return [LeftOut(ref, found.title[:200], f"{NO_AD} ({blocked})" if blocked else NO_AD)]
