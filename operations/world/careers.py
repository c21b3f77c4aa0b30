"""Employers' career sites: robots.txt, a sitemap, and pages that carry a schema.org JobPosting in many shapes."""

import gzip
import json
from html import escape
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from domain.postings import Place, Salary
from operations.world.answers import HTML, XML, Answer, Request, dated, missing, text
from operations.world.model import Ad, PageListing, World

_START_OF_SITE = "-40 08:00"


class CareerSite:
    """One employer's site, described by ``careers/<name>.toml`` and drawn with the templates beside it."""

    def __init__(self, world: World, name: str) -> None:
        folder = world.folder / "careers"
        self._world = world
        self._site = world.toml(folder / f"{name}.toml")
        self._pages = {self._path(page): (ad, page) for ad, page in _pages(world, name)}
        self._templates = Environment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=select_autoescape(enabled_extensions=("html", "xml")),
            keep_trailing_newline=True,
        )

    def __call__(self, request: Request) -> Answer:
        if request.path == "/robots.txt":
            # Some of these files begin with a byte order mark; a careful reader does not stumble over it.
            return text(self._site.get("robots_begin", "") + self._draw("robots.txt", home=request.base_url))
        if request.path in ("/sitemap.xml", "/sitemap_index.xml", "/sitemap.xml.gz"):
            return self._sitemap(request)
        if request.path == self._site["list"]:
            return self._listing(request)
        if request.path in self._site["static"]:
            page = self._site["static"][request.path]
            return dated(self._html("static.html", page=page), self._world.moment(_START_OF_SITE), request)
        return self._page(request)

    def _sitemap(self, request: Request) -> Answer:
        if request.path == "/sitemap_index.xml":
            return text(self._draw("sitemap_index.xml", home=request.base_url), XML)
        pages = [(path, self._world.moment(page.gone or page.modified)) for path, (_, page) in self._pages.items()]
        sitemap = text(self._draw("sitemap.xml", home=request.base_url, pages=pages), XML)
        if request.path.endswith(".gz"):
            return Answer(200, gzip.compress(sitemap.body, mtime=0), {"Content-Type": "application/gzip"})
        return dated(sitemap, max(modified for _, modified in pages), request)

    def _listing(self, request: Request) -> Answer:
        pages = [(path, ad.title) for path, (ad, page) in self._pages.items() if not page.gone]
        return dated(self._html("list.html", pages=pages), self._world.moment(_START_OF_SITE), request)

    def _page(self, request: Request) -> Answer:
        ad, page = self._pages.get(request.path, (None, None))
        if ad is None or page is None:
            return missing()
        if page.gone:
            return Answer(404, self._draw("gone.html").encode(), {"Content-Type": HTML})
        properties = {**posting(self._world, ad), **page.extra}
        if page.escaped:
            properties["description"] = escape(escape(ad.description))
        script = json.dumps(properties, ensure_ascii=False, indent=1).replace("</", "<\\/")
        answer = self._html(f"shapes/{page.shape}.html", ad=ad, posting=properties, script=script, path=request.path)
        return dated(answer, self._world.moment(page.modified), request)

    def _html(self, template: str, **values: Any) -> Answer:
        return text(self._draw(template, **values), HTML)

    def _draw(self, template: str, **values: Any) -> str:
        return self._templates.get_template(template).render(site=self._site, **values)

    def _path(self, page: PageListing) -> str:
        return f"{self._site['list']}/{page.slug}"


def posting(world: World, ad: Ad) -> dict[str, Any]:
    """``ad`` as a schema.org JobPosting, in the plainest form."""
    properties: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": ad.title,
        "description": ad.description,
        "datePosted": world.on(ad.published).isoformat(),
        "employmentType": "FULL_TIME",
        "hiringOrganization": {"@type": "Organization", "name": ad.employer, "sameAs": ad.homepage},
        "jobLocation": [_location(place) for place in ad.places],
    }
    if ad.deadline is not None:
        properties["validThrough"] = world.on(ad.deadline).isoformat()
    if ad.salary is not None:
        properties["baseSalary"] = _salary(ad.salary)
    return properties


def _pages(world: World, name: str) -> list[tuple[Ad, PageListing]]:
    return [(ad, ad.page) for ad in world.ads if ad.page and ad.page.site == name]


def _location(place: Place) -> dict[str, Any]:
    address = {
        "streetAddress": place.street_address,
        "addressLocality": place.city,
        "postalCode": place.postal_code,
        "addressRegion": place.county,
        "addressCountry": place.country or "NO",
    }
    stated = {key: value for key, value in address.items() if value}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **stated}}


def _salary(salary: Salary) -> dict[str, Any]:
    value: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": salary.period.upper()}
    bounds = {"minValue": salary.minimum, "maxValue": salary.maximum}
    value |= {key: bound for key, bound in bounds.items() if bound is not None}
    return {"@type": "MonetaryAmount", "currency": salary.currency, "value": value}
