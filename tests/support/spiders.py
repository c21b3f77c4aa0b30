"""Tiny spiders that the crawl child loads in tests; ``options`` of the source say what to do."""

import os
import re
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any, ClassVar
from urllib.parse import urljoin

from crawler.parsing.page import Page
from crawler.spider import PortalSpider
from domain.observations import Checkpoint, Observation, Problem, Seen
from domain.postings import Draft
from domain.sources import Portal, Terms

PORTAL = Portal(title="Test", homepage="https://test.example", country="NO", terms=Terms.OFFICIAL)


def draft_of(ref: str, page: Page) -> Draft:
    """The page as an ad: its text is the title, its length the department."""
    return Draft(ref, page.url, f"ad {page.text[:200]}", department=str(len(page.body)))


class PagesSpider(PortalSpider):
    """Reads the addresses of the option ``paths``, ``parallel`` at a time, each page as one ad."""

    name = "pages"
    portal = PORTAL
    options: ClassVar[Mapping[str, type]] = {"paths": list, "parallel": int, "how": dict}

    async def crawl(self) -> AsyncIterator[Observation]:
        given: dict[str, Any] = dict(self.source.options)
        urls = [urljoin(self.source.base_url, path) if path[:1] == "/" else path for path in given.get("paths", ["/"])]
        async for url, answer in self.fetch_many(urls, parallel=given.get("parallel", 1), **given.get("how", {})):
            if isinstance(answer, Page):
                yield Seen(draft_of(url, answer))
            else:
                yield Problem(answer.code, answer.message, url)
        self.listing_complete = True


class NextSpider(PortalSpider):
    """Follows "next" links for ever, each page an ad and a checkpoint."""

    name = "next"
    portal = PORTAL

    async def crawl(self) -> AsyncIterator[Observation]:
        url = self.source.base_url
        while True:
            page = await self.fetch(url, listing=True)
            yield Seen(draft_of(url, page))
            yield Checkpoint({"url": url})
            link = re.search(r'class="next" href="([^"]+)"', page.text)
            if link is None:
                break
            url = urljoin(url, link.group(1))
        self.listing_complete = True


class BrokenSpider(PortalSpider):
    """Fails after its first page, in the way that the option ``how`` names."""

    name = "broken"
    portal = PORTAL
    options: ClassVar[Mapping[str, type]] = {"how": str}

    async def crawl(self) -> AsyncIterator[Observation]:
        page = await self.fetch(self.source.base_url)
        yield Seen(draft_of("1", page))
        how = self.source.options["how"]
        if how == "crash":
            raise ZeroDivisionError("no spider is perfect\nsecond line")
        if how == "json":
            page.json()
        if how == "memory":
            self.hoard = [bytes(1 << 20) for _ in range(8 << 10)]
        while how == "spin":
            pass
        if how == "hang":
            time.sleep(600)
        if how == "no ad":
            yield Seen(Draft("2", page.url, " \n "))
        if how == "bad item":
            yield Seen(Draft("3", page.url, "Sjef", salary="much"))  # type: ignore[arg-type]
        yield Seen(draft_of("last", page))
        self.listing_complete = True


class DeedsSpider(PortalSpider):
    """Does what no spider may, and reports what came of it and what it found in its environment."""

    name = "deeds"
    portal = PORTAL

    async def crawl(self) -> AsyncIterator[Observation]:
        deeds: dict[str, Callable[[], object]] = {
            "run": lambda: subprocess.run(["true"], check=False),
            "system": lambda: os.system("true"),
            "fork": lambda: os.fork() or os._exit(0),
            "listen": lambda: socket.create_server(("127.0.0.1", 0)).close(),
        }
        for name, deed in deeds.items():
            try:
                deed()
            except OSError as error:  # PermissionError; asyncio's servers put it into words of their own
                yield Problem("address", f"{name}: {error}")
        yield Seen(Draft("environment", "http://test.example/", " ".join(sorted(os.environ))))
        await self.fetch(self.source.base_url)
        self.listing_complete = True
