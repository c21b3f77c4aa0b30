"""Any employer's career site that marks its ads as schema.org JobPosting.

    [sources.my_employer]
    platform = "schema_org"
    base_url = "https://careers.example.org"
    # sitemap = "https://careers.example.org/sitemap.xml"     where robots.txt names none
    # start_url = "https://careers.example.org/jobs"          where there is no sitemap at all

A site served from another address (a mirror, or captured pages on loopback) still names its own host in its sitemap:
when base_url is a loopback address, such links are followed on base_url.
"""

import re
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import ClassVar
from urllib.parse import urldefrag, urljoin, urlsplit

from crawler.parsing.document import parse_document
from crawler.parsing.jobposting import read_job_postings
from crawler.parsing.page import Page, PageError
from crawler.parsing.sitemap import SitemapEntry, read_sitemap
from crawler.policy.blocks import looks_blocked
from crawler.spider import FetchError, PortalSpider
from domain.observations import Checkpoint, Gone, LeftOut, Observation, Present, Problem, Seen
from domain.postings import Draft
from domain.runs import ProblemCode
from domain.sources import Portal, Terms

MAX_SITEMAPS = 20
_SITEMAP_LINE = re.compile(r"^\s*sitemap:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_NO_PAGE = re.compile(r"\.(?:pdf|jpe?g|png|gif|svg|webp|css|js|ico|zip|docx?|xml|json|mp4)$", re.IGNORECASE)
NO_AD = "no JobPosting on the page"


@dataclass(frozen=True, slots=True)
class Link:
    """An address to look at; ``lastmod`` as the sitemap writes it."""

    url: str
    lastmod: str = ""


class SchemaOrgSite(PortalSpider):
    """One employer's site: a sitemap or a start page, then every page that may be an ad."""

    name = "schema_org"
    portal: ClassVar[Portal] = Portal(
        title="Career site with schema.org JobPosting",
        homepage="https://schema.org/JobPosting",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        note="one employer's public career site, named by the operator",
    )
    options: ClassVar[Mapping[str, type]] = {"sitemap": str, "start_url": str}

    async def crawl(self) -> AsyncIterator[Observation]:
        """Every page that the site lists; unchanged ones (same lastmod as last time) are not fetched again."""
        before = dict((self.cursor or {}).get("lastmod", {}))
        after: dict[str, str] = {}
        links = await self._links()
        fresh: list[Link] = []
        for link in links:
            ref = _ref(link.url)
            if link.lastmod and before.get(ref) == link.lastmod:
                after[ref] = link.lastmod
                if ref in self.known_refs:
                    yield Present(ref)
                else:
                    yield LeftOut(ref, "", NO_AD)
            else:
                fresh.append(link)
        whole = True
        lastmods = {link.url: link.lastmod for link in fresh}
        async for url, answer in self.fetch_many(list(lastmods), accept=(200, 404, 410)):
            for observation in self._judge(url, answer):
                whole = whole and not isinstance(observation, Problem)
                yield observation
            if isinstance(answer, Page) and answer.status == 200 and lastmods[url]:
                after[_ref(url)] = lastmods[url]
        if whole:
            yield Checkpoint({"lastmod": after})
        self.listing_complete = True

    def _judge(self, url: str, answer: Page | FetchError) -> Iterable[Observation]:
        if isinstance(answer, FetchError):
            return [Problem(answer.code, answer.message, url, _ref(url))]
        if answer.status != 200:
            return [Gone(_ref(url), f"its page answers {answer.status}")]
        drafts = parse(answer)
        if drafts:
            return [Seen(draft) for draft in drafts]
        reason = looks_blocked(answer)
        if reason:
            return [Problem(ProblemCode.SOFT_BLOCK, f"{url} shows {reason}; crawl again later, less often", url)]
        return [LeftOut(_ref(url), "", NO_AD)]

    async def _links(self) -> list[Link]:
        for address in await self._sitemaps():
            links = await self._from_sitemap(address)
            if links:
                return links
        return await self._from_start_page()

    async def _sitemaps(self) -> list[str]:
        given = str(self.source.options.get("sitemap") or "")
        if given:
            return [given]
        if self.source.options.get("start_url"):
            return []
        base = self.source.base_url
        robots = await self.fetch(f"{base}/robots.txt", listing=True, accept=(200, 403, 404, 410))
        named = _SITEMAP_LINE.findall(robots.text) if robots.status == 200 else []
        return [*(self._here(address) for address in named), f"{base}/sitemap.xml"]

    async def _from_sitemap(self, address: str) -> list[Link]:
        """Pages of a sitemap and of the sitemaps that it names."""
        waiting, links, read = [address], dict[str, str](), 0
        while waiting and read < MAX_SITEMAPS:
            page = await self.fetch(waiting.pop(0), listing=True, accept=(200, 404, 410))
            read += 1
            if page.status != 200:
                continue
            try:
                sitemap = read_sitemap(page)
            except PageError as error:
                raise FetchError(ProblemCode.NOT_A_LISTING, error.what, url=page.url, why=error.why) from error
            if sitemap.is_index:
                waiting += [self._here(entry.url) for entry in sitemap.entries]
            else:
                links |= self._pages(sitemap.entries)
        return [Link(url, lastmod) for url, lastmod in links.items()]

    def _pages(self, entries: Iterable[SitemapEntry]) -> dict[str, str]:
        here = ((self._here(entry.url), entry.lastmod) for entry in entries)
        return {url: lastmod for url, lastmod in here if self._may_be_ad(url)}

    async def _from_start_page(self) -> list[Link]:
        start = str(self.source.options.get("start_url") or self.source.base_url)
        page = await self.fetch(start, listing=True)
        hrefs = parse_document(page.text).css("a::attr(href)").getall()
        found = dict.fromkeys(urldefrag(self._here(urljoin(page.url, href.strip())))[0] for href in hrefs)
        links = [Link(url) for url in found if self._may_be_ad(url)]
        return links if not parse(page) else [Link(page.url), *links]

    def _may_be_ad(self, url: str) -> bool:
        parts, base = urlsplit(url), urlsplit(self.source.base_url)
        return parts.netloc == base.netloc and parts.path not in ("", "/") and not _NO_PAGE.search(parts.path)

    def _here(self, url: str) -> str:
        """``url`` on base_url's host when that is a loopback address serving another host's pages."""
        parts, base = urlsplit(url), urlsplit(self.source.base_url)
        if parts.netloc == base.netloc or parts.scheme not in ("http", "https") or not _is_loopback(base.hostname):
            return url
        return parts._replace(scheme=base.scheme, netloc=base.netloc).geturl()


def parse(page: Page) -> list[Draft]:
    """The ads of one page."""
    return read_job_postings(page)


def _ref(url: str) -> str:
    return urlsplit(url).path.rstrip("/") or "/"


def _is_loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False
