"""A portal on loopback whose list of ads has pages, in the shapes of four platforms, and ways to lose some of them.

with PagedPortal("teamtailor") as portal:
    ... portal.source ...                      # its table in jobbvakt.toml
    portal.lose(3, LOSSES["500"])              # pages 3 to the last are not to be had
"""

import asyncio
import json
import re
from collections.abc import Mapping
from typing import Self

from tests.support.fault_server import (
    CAPTCHA,
    Arrival,
    Behaviour,
    FaultServer,
    cut_body,
    hang_up,
    packed,
    page,
    redirect,
    silence,
)

PAGES, PER_PAGE = 8, 5
TEXT = "<p>Du leder kundeservice med ti medarbeidere og har ansvar for drift, kvalitet og opplæring.</p>"
LOGIN = "<!doctype html><title>Logg inn</title><form><input type='password' name='p'></form>"
FRONT = "<!doctype html><title>Nordlys</title><h1>Velkommen</h1><a href='/om'>Om oss</a><a href='/kontakt'>Kontakt</a>"
DATES = "2026-11-20T08:00:00+00:00"
Loss = Behaviour | str
"""What is answered instead of a lost page, or the name of an answer that the portal's own shape decides."""

LOSSES: dict[str, Loss] = {
    "404": page("borte", 404),
    "500": page("feil", 500),
    "403": page("nei", 403),
    "empty": "empty",
    "empty without its number": "nameless",
    "login": page(LOGIN),
    "captcha": page(CAPTCHA),
    "cut": "cut",
    "cut gzip": "gzip",
    "hang-up": hang_up(),
    "time-out": silence(),
    "front page": redirect("/"),
    "page 1 again": "first",
    "empty body": page(""),
}


class PagedPortal:
    """Eight pages with five ads each. ``platform``: hrmanager (offset and number), teamtailor (a link to the next
    page), sitemap (an index of eight sitemaps) or pages (HTML lists with rel=next)."""

    def __init__(self, platform: str) -> None:
        self.platform = platform
        self.server = FaultServer()
        self.server.fallback = self._answer
        self.refs: list[str] = []
        self._from, self._loss = PAGES + 1, LOSSES["404"]

    def __enter__(self) -> Self:
        self.server.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self.server.__exit__(*error)

    @property
    def source(self) -> dict[str, object]:
        """The source's table."""
        base = self.server.url("").rstrip("/")
        tables: dict[str, dict[str, object]] = {
            "hrmanager": {"platform": "hrmanager", "base_url": f"{base}/acme"},
            "teamtailor": {"platform": "teamtailor", "base_url": base},
            "sitemap": {"platform": "schema_org", "base_url": base, "sitemap": f"{base}/index.xml"},
            "pages": {"platform": "schema_org", "base_url": base, "start_url": f"{base}/jobs?page=1"},
        }
        return {**tables[self.platform], "allow_loopback": True, "enabled": True}

    def lose(self, first: int, loss: Loss) -> None:
        """From now on pages ``first`` (1 to 8) to the last are lost in the way of ``loss``."""
        self._from, self._loss = first, loss

    def find(self) -> None:
        """All pages are there again."""
        self._from = PAGES + 1

    async def _answer(self, arrival: Arrival, writer: asyncio.StreamWriter) -> None:
        if arrival.path == "/":
            await page(FRONT)(arrival, writer)
        elif ad := re.match(r"/jobs/(\d+)-", arrival.path):
            await page(_ad_page(int(ad[1])))(arrival, writer)
        elif arrival.path == "/index.xml":
            await _xml(self._index())(arrival, writer)
        elif number := self._page_number(arrival.path):
            await self._listing(number)(arrival, writer)
        else:
            await page("not here", 404)(arrival, writer)

    def _page_number(self, path: str) -> int:
        """Which page of the list is asked for; 0 for anything else."""
        asked = {
            "hrmanager": r"/acme/positionlist/json/.*skip=(\d+)",
            "teamtailor": r"/jobs\.json(?:\?page=(\d+))?$",
            "sitemap": r"/sitemap-(\d+)\.xml",
            "pages": r"/jobs\?page=(\d+)",
        }
        found = re.match(asked[self.platform], path)
        if found is None:
            return 0
        number = int(found[1] or 1)
        return number // PER_PAGE + 1 if self.platform == "hrmanager" else number

    def _listing(self, number: int) -> Behaviour:
        if number < self._from:
            return self._whole(number)
        if self._loss == "first":
            return self._whole(1)
        if self._loss == "empty":
            return self._list_of(number, [])
        if self._loss == "nameless":
            return self._list_of(number, [], named=False)
        if self._loss in ("cut", "gzip"):
            body = self._body(number, _numbers(number), named=True)
            sent = body[: len(body) * 2 // 3]
            return cut_body(sent, len(body)) if self._loss == "cut" else packed(body, "gzip", len(sent) // 3)
        assert not isinstance(self._loss, str)
        return self._loss

    def _whole(self, number: int) -> Behaviour:
        return self._list_of(number, _numbers(number))

    def _list_of(self, number: int, ads: list[int], *, named: bool = True) -> Behaviour:
        body = self._body(number, ads, named=named)
        kind = {"sitemap": "application/xml", "pages": "text/html"}.get(self.platform, "application/json")
        return page(body, Content_Type=kind)

    def _body(self, number: int, ads: list[int], *, named: bool) -> bytes:
        shapes = {"hrmanager": self._hrmanager, "teamtailor": self._teamtailor, "sitemap": self._sitemap}
        return shapes.get(self.platform, self._pages)(number, ads, named=named).encode()

    def _hrmanager(self, _: int, ads: list[int], *, named: bool) -> str:
        items = [
            {
                "Id": ad,
                "Name": f"Kundeservicesjef {ad}",
                "AdvertisementUrlSecure": self.server.url(f"/jobs/{ad}-x"),
                "CustomerName": "Nordlys AS",
                "Advertisements": [{"Content": TEXT}],
            }
            for ad in ads
        ]
        return json.dumps({"Items": items, **({"PositionCountCustomer": PAGES * PER_PAGE} if named else {})})

    def _teamtailor(self, number: int, ads: list[int], *, named: bool) -> str:
        items = [
            {
                "id": f"id-{ad}",
                "title": f"Kundeservicesjef {ad}",
                "url": self.server.url(f"/jobs/{ad}-x"),
                "content_html": TEXT,
                "_jobposting": {"@type": "JobPosting", "title": f"Kundeservicesjef {ad}", "identifier": {"value": ad}},
            }
            for ad in ads
        ]
        more = named and ads and number < PAGES
        following = {"next_url": self.server.url(f"/jobs.json?page={number + 1}")} if more else {}
        return json.dumps({"title": "Nordlys", "items": items, **following})

    def _sitemap(self, _: int, ads: list[int], *, named: bool) -> str:
        places = "".join(
            f"<url><loc>{self.server.url(f'/jobs/{ad}-x')}</loc><lastmod>{DATES}</lastmod></url>" for ad in ads
        )
        return f"<urlset>{places}</urlset>" if named else "<urlset/>"

    def _index(self) -> str:
        places = "".join(
            f"<sitemap><loc>{self.server.url(f'/sitemap-{n}.xml')}</loc></sitemap>" for n in range(1, PAGES + 1)
        )
        return f"<sitemapindex>{places}</sitemapindex>"

    def _pages(self, number: int, ads: list[int], *, named: bool) -> str:
        links = "".join(f"<li><a href='/jobs/{ad}-x'>Kundeservicesjef {ad}</a></li>" for ad in ads)
        more = f"<a rel='next' href='/jobs?page={number + 1}'>Neste</a>" if named and ads and number < PAGES else ""
        return f"<!doctype html><html><body><h1>Ledige stillinger</h1><ul>{links}</ul>{more}</body></html>"


def _numbers(number: int) -> list[int]:
    """Ids of the ads on a page of the list."""
    return [100_000 + (number - 1) * PER_PAGE + place for place in range(PER_PAGE)]


def _ad_page(ad: int) -> str:
    data: Mapping[str, object] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": f"Kundeservicesjef {ad}",
        "description": TEXT,
        "identifier": {"@type": "PropertyValue", "value": ad},
        "hiringOrganization": {"@type": "Organization", "name": "Nordlys AS"},
    }
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    return f"<!doctype html><html><head>{script}</head><body><h1>Kundeservicesjef {ad}</h1>{TEXT}</body></html>"


def _xml(text: str) -> Behaviour:
    return page(text, Content_Type="application/xml")
