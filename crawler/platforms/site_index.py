"""Which pages does a site have? Its sitemap (robots.txt names it) or, without one, the links of a start page."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from crawler.parsing.links import may_be_page, next_page, page_links
from crawler.parsing.page import Page, PageError
from crawler.parsing.sitemap import Sitemap, read_sitemap, sitemaps_in_robots
from crawler.policy.blocks import looks_blocked
from crawler.spider import FetchError, PortalSpider
from domain.runs import ProblemCode

MAX_SITEMAPS = 50
MAX_LIST_PAGES = 30


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that the site names; ``lastmod`` as its sitemap writes it."""

    url: str
    lastmod: str = ""


class SiteIndex(PortalSpider):
    """Parent of spiders that look for ads on a whole site."""

    async def listed_pages(self) -> AsyncIterator[Listed]:
        """Every page that may be an ad, each once. Raises FetchError when the site cannot be listed."""
        seen: set[str] = set()
        async for listed in self._listed():
            if listed.url not in seen and self._is_here(listed.url) and may_be_page(listed.url):
                seen.add(listed.url)
                yield listed

    def here(self, url: str) -> str:
        """``url`` on base_url's host when that is a loopback address: a mirror that serves another host's pages.

        A captured site keeps naming its own host in sitemap and links; on any other base_url such links are left
        alone, and lead nowhere we go.
        """
        parts, base = urlsplit(url), urlsplit(self.source.base_url)
        if parts.netloc == base.netloc or not parts.netloc or not _is_loopback(base.hostname):
            return url
        return parts._replace(scheme=base.scheme, netloc=base.netloc).geturl()

    def _is_here(self, url: str) -> bool:
        return urlsplit(url).netloc == urlsplit(self.source.base_url).netloc

    async def _listed(self) -> AsyncIterator[Listed]:
        options, base = self.source.options, self.source.base_url
        if options.get("sitemap"):
            async for listed in self._walk([str(options["sitemap"])], required=True):
                yield listed
            return
        if not options.get("start_url"):
            robots = await self.fetch(f"{base}/robots.txt", accept=(200, 401, 403, 404, 410))
            named = sitemaps_in_robots(robots.text) if robots.status == 200 else []
            count = 0
            async for listed in self._walk(named or [f"{base}/sitemap.xml"], required=bool(named)):
                count += 1
                yield listed
            if count:
                return
        async for listed in self._from_lists(str(options.get("start_url") or base)):
            yield listed

    async def _walk(self, waiting: list[str], *, required: bool) -> AsyncIterator[Listed]:
        """Sitemaps and those they name, breadth first. One that is ``required`` must be there and be a sitemap."""
        read: set[str] = set()
        while waiting:
            address = self.here(waiting.pop(0))
            if address in read:
                continue
            if len(read) >= MAX_SITEMAPS:
                raise _capped(address, f"{MAX_SITEMAPS} sitemaps", "name one of them as sitemap in this source's table")
            read.add(address)
            sitemap = await self._sitemap(address, required=required)
            if sitemap.is_index:
                waiting += [entry.url for entry in sitemap.entries]
                continue
            for entry in sitemap.entries:
                yield Listed(self.here(entry.url), entry.lastmod)

    async def _sitemap(self, address: str, *, required: bool) -> Sitemap:
        page = await self.fetch(address, listing=True, accept=(200,) if required else (200, 401, 403, 404, 410))
        if page.status != 200:
            return Sitemap(())
        try:
            return read_sitemap(page)
        except PageError as error:
            if not required and not looks_blocked(page):  # many sites answer every address with their front page
                return Sitemap(())
            raise not_a_listing(page, error) from error

    async def _from_lists(self, address: str) -> AsyncIterator[Listed]:
        """Links of the start page, and of the pages that follow it (rel=next)."""
        for _ in range(MAX_LIST_PAGES):
            page = await self.fetch(self.here(address), listing=True)
            links = [self.here(url) for url in page_links(page)]
            if not any(self._is_here(url) and may_be_page(url) for url in links):
                raise not_a_listing(page, None)
            for url in links:
                yield Listed(url)
            following = next_page(page)
            if not following:
                return
            address = following
        raise _capped(address, f"{MAX_LIST_PAGES} list pages", "does the list ever end? Name a start_url further in")


def not_a_listing(page: Page, error: PageError | None) -> FetchError:
    """What stands where a list should, in words: a captcha and its like are called by their name."""
    blocked = looks_blocked(page)
    if blocked:
        remedy = "open it in a browser, and crawl less often"
        return FetchError(
            ProblemCode.SOFT_BLOCK, "the site shows something else", url=page.url, why=blocked, remedy=remedy
        )
    why = error.why if error else "it links to no other page of the site"
    remedy = "set sitemap or start_url in this source's table to the page that lists the ads"
    return FetchError(ProblemCode.NOT_A_LISTING, "no list of pages", url=page.url, why=why, remedy=remedy)


def _capped(url: str, what: str, remedy: str) -> FetchError:
    return FetchError(ProblemCode.BUDGET, "the site is larger than one run reads", url=url, why=what, remedy=remedy)


def _is_loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False
