"""LinkedIn's public job page and list of hits, as a person saves them. No structured data; dates are relative."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from parsel import Selector

from crawler.parsing.document import parse_document
from crawler.parsing.html import clean_html
from crawler.parsing.listing import Ad, draft_of, relative_day, unique
from crawler.parsing.page import Page
from crawler.parsing.places import read_address
from crawler.parsing.text import one_line, or_none
from domain.postings import Category, Draft, Place

_REMOTE = frozenset({"remote", "fjernarbeid", "distans"})
_CLASSES = (
    ("LinkedIn function", ("job function", "jobbfunksjon", "arbetsuppgifter")),
    ("LinkedIn industry", ("industries", "bransjer", "branscher")),
)
AD = "https://www.linkedin.com/jobs/view/"
_CODE = re.compile(r"(?:/jobs/view/(?:[^/?\"]*-)?|jobPosting:|currentJobId=)(\d{8,12})\b")
_WAY_OF_WORK = re.compile(r"\s*\((remote|hybrid|on-?site|fjernarbeid|hybrid|på stedet|distans)\)\s*$", re.IGNORECASE)


def linkedin_code(address: str) -> str:
    """The number of a job in an address; '' for none."""
    found = _CODE.search(address)
    return found[1] if found else ""


def read_linkedin(page: Page) -> list[Ad]:
    """The job of a saved page, or the hits of a list; empty when it is neither."""
    document = parse_document(page.text)
    cards = document.css(".base-card[data-entity-urn], .job-search-card[data-entity-urn]")
    if cards:
        return list(unique(_card(card) for card in cards))
    title = _text(document, ".top-card-layout__title, .topcard__title")
    code = linkedin_code(_address(document, page)) or _code_in_comment(document)
    if not title or not code:
        return []
    criteria = {
        _text(item, ".description__job-criteria-subheader").casefold(): _text(item, ".description__job-criteria-text")
        for item in document.css(".description__job-criteria-item")
    }
    found = draft_of(
        code,
        AD + code + "/",
        title,
        text=None,
        employer=or_none(_text(document, ".topcard__org-name-link, .topcard__flavor:not(.topcard__flavor--bullet)")),
        places=tuple(place for place in [linkedin_place(_text(document, ".topcard__flavor--bullet"))] if place),
        employment_type_raw=criteria.get("employment type") or criteria.get("ansettelsestype"),
    )
    if not isinstance(found, Draft):
        return [found]
    posted = relative_day(_text(document, ".posted-time-ago__text"), page.fetched_at)
    body = clean_html(str(document.css(".show-more-less-html__markup").get("")))
    remote = way_of_work(_text(document, ".topcard__flavor--bullet")) in _REMOTE
    return [
        replace(
            found,
            date_posted=posted,
            description_html=body or None,
            job_location_type="TELECOMMUTE" if remote else None,
            categories=tuple(_categories(criteria)),
        )
    ]


def _categories(criteria: Mapping[str, str]) -> Iterator[Category]:
    """Function and industries of the job, as LinkedIn sorts it."""
    for scheme, labels in _CLASSES:
        name = next((criteria[label] for label in labels if criteria.get(label)), "")
        if name:
            yield Category(scheme, name, name)


def linkedin_place(text: str) -> Place | None:
    """ "Lysaker, Akershus, Norway (Hybrid)": town, county, country."""
    parts = [part.strip() for part in _WAY_OF_WORK.sub("", text).split(",") if part.strip()]
    if len(parts) == 3:
        last = read_address(f"x, {parts[2]}")
        return Place(city=parts[0], county=parts[1], country=last.country if last else None)
    return read_address(", ".join(parts))


def way_of_work(text: str) -> str | None:
    """What stands in brackets behind a place."""
    found = _WAY_OF_WORK.search(text)
    return found[1].lower() if found else None


def _card(card: Selector) -> Ad:
    code = linkedin_code(card.root.get("data-entity-urn", ""))
    return draft_of(
        code,
        AD + code + "/" if code else "",
        _text(card, ".base-search-card__title"),
        posted=card.css("time::attr(datetime)").get(),
        employer=or_none(_text(card, ".base-search-card__subtitle")),
        places=tuple(place for place in [linkedin_place(_text(card, ".job-search-card__location"))] if place),
    )


def _address(document: Selector, page: Page) -> str:
    named = document.css("link[rel=canonical]::attr(href), meta[property='og:url']::attr(content)").getall()
    return next((address for address in (*named, page.url) if linkedin_code(address)), "")


def _code_in_comment(document: Selector) -> str:
    found = re.search(r"\d{8,12}", " ".join(document.xpath("//code[@id='decoratedJobPostingId']/comment()").getall()))
    return found[0] if found else ""


def _text(node: Selector, rule: str) -> str:
    found = node.css(rule)
    return one_line(" ".join(found[0].xpath(".//text()").getall())) if found else ""
