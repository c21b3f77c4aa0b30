"""Varbi's career sites: one table with every open job, and a page for each with a table of facts.

Rows of contact persons and union representatives are left out of the facts.
"""

import re
from dataclasses import replace

from parsel import Selector

from crawler.parsing.dates import deadline_fields, moment_field
from crawler.parsing.document import parse_document
from crawler.parsing.html import clean_html
from crawler.parsing.listing import Ad, Listing, absolute, draft_of, unique
from crawler.parsing.page import Page, PageError
from crawler.parsing.places import country_code, place_name
from crawler.parsing.text import one_line, or_none
from domain.postings import Draft, Place

WHAT = "Varbi's list of jobs"
_NUMBER = re.compile(r"jobID:(\d+)")


def read_varbi(page: Page) -> Listing:
    """The jobs of the table ``table-position``. Raises PageError when the page has none."""
    document = parse_document(page.text)
    table = document.css("table#table-position")
    if not table:
        raise PageError(f"not {WHAT}", which=page.url, why="it has no table called table-position")
    if "</table>" not in page.text:
        raise PageError(f"{WHAT} is cut short", which=page.url, why="the end of its table is missing")
    employer = or_none(re.split(r"\s[|–-]\s", one_line(document.css("title::text").get()))[-1])
    # The table's own rows: tables inside each other would be read once for each that they lie in.
    rows = [row for row in table[0].xpath("./tr | ./tbody/tr | ./thead/tr") if row.xpath("./td")]
    return Listing(tuple(unique(_row(row, page.url, employer) for row in rows)))


def read_varbi_ad(page: Page, draft: Draft) -> Draft:
    """``draft`` with the text and facts of its page. Raises PageError when that is no ad."""
    document = parse_document(page.text)
    body = document.css("div.job-desc")
    if not body:
        raise PageError("not an ad of Varbi", which=page.url, why="it has no job-desc")
    facts = _facts(document)
    posted, issues = moment_field(facts.get("published"), "date_posted")
    closes = deadline_fields(facts.get("ends"), posted)
    place = Place(
        city=place_name(facts.get("town")),
        county=place_name(facts.get("county")),
        country=country_code(facts.get("country")),
    )
    changes = {"deadline_raw": closes.raw, "deadline": closes.day, "deadline_kind": closes.kind} if closes.raw else {}
    return replace(
        draft,
        title=one_line(" ".join(document.css("h1 ::text").getall())) or draft.title,
        description_html=clean_html(str(body[0].get())) or None,
        date_posted=posted or draft.date_posted,
        places=(place,) if place != Place() else draft.places,
        employment_type_raw=or_none(facts.get("type-of-employment")),
        extent_raw=or_none(facts.get("hours")),
        positions_raw=or_none(facts.get("number-of-positions")),
        issues=(*draft.issues, *issues, *closes.issues),
        **changes,  # type: ignore[arg-type]
    )


def _row(row: Selector, address: str, employer: str | None) -> Ad:
    link = row.css("td.pos-title a::attr(href)").get() or row.css("a[href*='jobID:']::attr(href)").get("")
    number = _NUMBER.search(link)
    city = place_name(_cell(row, "town"))
    return draft_of(
        number[1] if number else "",
        absolute(address, link),
        _cell(row, "title"),
        deadline=_cell(row, "ends"),
        employer=employer,
        department=or_none(_cell(row, "subcompany")),
        places=(Place(city=city),) if city else (),
    )


def _cell(row: Selector, name: str) -> str:
    return one_line(" ".join(row.css(f"td.pos-{name} ::text").getall()))


def _facts(document: Selector) -> dict[str, str]:
    """Name of a fact → its value; the names are the same in all languages."""
    facts = {}
    for row in document.css("tr[class*=quick-info-]"):
        name = next((part for part in row.root.get("class", "").split() if part.startswith("quick-info-")), "")[11:]
        if "contact" not in name and "union" not in name:
            cells = row.css("td, th")
            facts[name] = one_line(" ".join(cells[-1].css("::text").getall())) if len(cells) > 1 else ""
    return facts
