"""SmartRecruiters' posting API: pages of 100 without texts, and one answer for each ad."""

import re
from collections.abc import Iterator
from dataclasses import replace

from crawler.parsing.html import about_employer, clean_html
from crawler.parsing.listing import Ad, Listing, Record, count, draft_of, named, record, required_list, sections
from crawler.parsing.page import Page, PageError
from crawler.parsing.places import country_code, place_name
from crawler.parsing.text import one_line, or_none
from domain.postings import Category, Draft, Place

WHAT = "SmartRecruiters' list of postings"
_LIST = re.compile(r"/companies/([^/?#]+)/postings")
_TEXTS = ("jobDescription", "qualifications", "additionalInformation")


def read_smartrecruiters(page: Page) -> Listing:
    """One page of ``/v1/companies/<company>/postings``. Raises PageError when it is no such list."""
    data = page.json()
    items = required_list(page, data, "content", WHAT)
    ads = tuple(_posting(record(item), _company(page.url)) for item in items)
    return Listing(ads, count(record(data).get("totalFound")))


def read_smartrecruiters_ad(page: Page, draft: Draft) -> Draft:
    """``draft`` with the text and the link of its own answer. Raises PageError when that has no text."""
    data = record(page.json())
    texts = record(record(data.get("jobAd")).get("sections"))
    parts = [(record(texts.get(name)).get("title"), record(texts.get(name)).get("text")) for name in _TEXTS]
    text = clean_html(sections(*parts))
    if not text:
        raise PageError("not a posting of SmartRecruiters", which=page.url, why="it has no text")
    apply_url = one_line(data.get("applyUrl")) or draft.apply_url
    return replace(
        draft,
        description_html=text,
        employer_description=about_employer(record(texts.get("companyDescription")).get("text")),
        apply_url=apply_url,
        url=one_line(data.get("postingUrl")) or draft.url,
    )


def _company(address: str) -> str:
    """The employer's id in the address of its list; '' for none."""
    found = _LIST.search(address)
    return found[1] if found else ""


def _posting(item: Record, asked: str) -> Ad:
    """``asked``: the employer whose list it is. Without any employer's id no address leads to the ad."""
    company, number = record(item.get("company")), one_line(item.get("id"))
    tenant = one_line(company.get("identifier")) or asked
    own = one_line(item.get("refNumber"))
    location = record(item.get("location"))
    return draft_of(
        number,
        f"https://jobs.smartrecruiters.com/{tenant}/{number}" if number and tenant else "",
        item.get("name"),
        posted=item.get("releasedDate"),
        references=(f"id@smartrecruiters/{tenant}:{own}",) if own else (),
        employer=or_none(company.get("name")),
        department=named(item.get("department"), "label"),
        places=tuple(place for place in [_place(location)] if place != Place()),
        employment_type_raw=named(item.get("typeOfEmployment"), "label"),
        categories=tuple(_categories(item)),
        language=one_line(record(item.get("language")).get("code"))[:2].lower() or None,
        job_location_type="TELECOMMUTE" if location.get("remote") is True else None,
    )


def _categories(item: Record) -> Iterator[Category]:
    for name in ("function", "industry"):
        kind = record(item.get(name))
        code, label = one_line(kind.get("id")), one_line(kind.get("label"))
        if code or label:
            yield Category(f"SmartRecruiters {name}", code or label, label or code)


def _place(location: Record) -> Place:
    return Place(
        city=place_name(location.get("city")),
        county=place_name(location.get("region")),
        postal_code=or_none(location.get("postalCode")),
        street_address=or_none(location.get("address")),
        country=country_code(location.get("country")),
    )
