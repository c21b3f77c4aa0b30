"""arbeidsplassen.nav.no: an ad's page as a person saves it, and the hits of the search behind the site.

The page has no structured data; "Søk senest fredag 16. oktober" has no year, and "Hentet fra" with "Referanse" names
the ad in the recruiting system it came from.
"""

import re
from dataclasses import replace

from parsel import Selector

from crawler.parsing.dates import deadline_fields, moment_field
from crawler.parsing.document import parse_document
from crawler.parsing.facts import facts, with_facts
from crawler.parsing.html import clean_html
from crawler.parsing.listing import Ad, Listing, Record, draft_of, record, required_list
from crawler.parsing.nav import AD_ADDRESS, read_ad
from crawler.parsing.page import Page
from crawler.parsing.places import read_address
from crawler.parsing.text import one_line, or_none
from domain.postings import Draft

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_DUE = re.compile(r"(?:Søk senest|Søknadsfrist|Frist)\s*:?\s*(.{3,40})", re.IGNORECASE)
_MOST_SYMBOLS = 10
_EASYCRUIT = re.compile(r"(\d{5,9})_\d+_[a-z]{2}")


def ad_uuid(address: str) -> str:
    """The ad's id in an address; '' for none."""
    found = _UUID.search(address)
    return found[0] if found else ""


def read_arbeidsplassen_page(page: Page) -> list[Ad]:
    """The ad of a saved page; empty when it is none."""
    document = parse_document(page.text)
    named = document.css("link[rel=canonical]::attr(href), meta[property='og:url']::attr(content)").getall()
    uuid = next((ad_uuid(address) for address in (*named, page.url) if ad_uuid(address)), "")
    body = document.css(".job-posting-text, .arb-rich-text")
    title = one_line(" ".join(document.css("h1 ::text").getall()))
    if not uuid or not body or not title:
        return []
    stated = facts(document)
    modified, issues = moment_field(stated.get("sist endret"), "date_modified")
    due = _due(document)
    closes = deadline_fields(due, modified or page.fetched_at)
    place = read_address(_beside(document, "Sted") or "")
    found = draft_of(
        uuid,
        AD_ADDRESS + uuid,
        title,
        references=_references(stated),
        employer=or_none(_beside(document, "Arbeidsgiver")) or stated.get("arbeidsgiver"),
        places=(place,) if place else (),
    )
    if not isinstance(found, Draft):
        return [found]
    read = replace(
        found,
        description_html=clean_html(str(body[0].get())) or None,
        date_modified=modified,
        deadline_raw=closes.raw,
        deadline=closes.day,
        deadline_kind=closes.kind,
        issues=(*issues, *closes.issues),
    )
    return [with_facts(read, stated)]


def read_arbeidsplassen_hits(page: Page) -> Listing:
    """One answer of the site's search. Raises PageError when it is none."""
    hits = record(record(page.json()).get("hits"))
    items = required_list(page, hits, "hits", "the hits of arbeidsplassen's search")
    total = hits.get("total")
    value = record(total).get("value") if isinstance(total, dict) else total
    return Listing(tuple(_hit(record(item)) for item in items), value if isinstance(value, int) else None)


def _hit(item: Record) -> Ad:
    """Its fields are those of the feed under other names."""
    source = record(item.get("_source"))
    uuid = one_line(item.get("_id") or source.get("uuid"))
    properties = record(source.get("properties"))
    content = {
        **source,
        "employer": {
            "name": source.get("businessName") or properties.get("employer"),
            "homepage": properties.get("employerhomepage"),
            "description": properties.get("employerdescription"),
            **record(source.get("employer")),
        },
        "workLocations": source.get("locationList"),
        "description": properties.get("adtext"),
        "applicationDue": properties.get("applicationdue"),
        "applicationUrl": properties.get("applicationurl") or _mail(properties),
        "jobtitle": properties.get("jobtitle"),
        **{name: properties.get(name) for name in ("engagementtype", "extent", "positioncount", "sector", "starttime")},
    }
    checked = draft_of(uuid, AD_ADDRESS + uuid if uuid else "", source.get("title"))
    if not isinstance(checked, Draft):
        return checked
    found = read_ad(uuid, content)
    return replace(found, extent_raw=_extent(found.extent_raw, properties))


def _extent(word: str | None, properties: Record) -> str | None:
    """ "Deltid" with the percentage that stands beside it: "Deltid, 20-50 %"."""
    share = one_line(properties.get("jobpercentagerange")) or one_line(properties.get("jobpercentage"))
    part = f"{share} %" if share[:1].isdigit() else ""
    return ", ".join(filter(None, (word, part))) or None


def _mail(properties: Record) -> str | None:
    address = one_line(properties.get("applicationemail"))
    return f"mailto:{address}" if "@" in address else None


def _due(document: Selector) -> str:
    for text in map(one_line, document.xpath("//body//text()[contains(., 'enest') or contains(., 'rist')]").getall()):
        found = _DUE.search(text)
        if found:
            return found[1]
    return facts(document).get("søknadsfrist", "")


def _beside(document: Selector, name: str) -> str:
    """The text beside the symbol whose title is ``name``."""
    titles = document.xpath(f"//*[local-name()='title'][normalize-space()='{name}']")[:_MOST_SYMBOLS]
    for symbol in titles.xpath("ancestor::*[local-name()='svg'][1]"):
        texts = symbol.xpath("..//text()[not(ancestor::*[local-name()='svg'])]").getall()
        if one_line(" ".join(texts)):
            return one_line(" ".join(texts))
    return ""


def _references(stated: dict[str, str]) -> tuple[str, ...]:
    own, system = stated.get("referanse", ""), stated.get("hentet fra", "").casefold()
    easycruit = _EASYCRUIT.fullmatch(own)
    if "easycruit" in system and easycruit:
        return (f"easycruit:{easycruit[1]}",)
    return (f"id@{system}:{own}",) if system and own else ()
