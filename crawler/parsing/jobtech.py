"""JobTech (Arbetsförmedlingen, Sweden): ads of JobSearch and JobStream, and JobStream's removals. Data is CC0."""

import html
from collections.abc import Iterator
from dataclasses import replace

from crawler.parsing.html import about_employer
from crawler.parsing.listing import (
    Ad,
    Listing,
    Record,
    count,
    draft_of,
    named,
    record,
    records,
    required_list,
    sections,
)
from crawler.parsing.page import Page
from crawler.parsing.places import country_code, place_name
from crawler.parsing.text import one_line, or_none
from domain.observations import Gone
from domain.postings import Category, Contact, Draft, Place

MAX_STREAM_BYTES = 8 * 1024 * 1024
AD = "https://arbetsformedlingen.se/platsbanken/annonser/"
REMOVED = "Arbetsförmedlingen has removed it"
_MORE = ("needs", "requirements", "conditions")


def read_jobtech(page: Page) -> Listing:
    """A window of JobStream (a bare list) or a page of JobSearch (``hits``). Raises PageError when it is neither."""
    data = page.json(max_bytes=MAX_STREAM_BYTES)
    if isinstance(data, list):
        return Listing(tuple(_ad(record(item)) for item in data))
    hits = data.get("hits") if isinstance(data, dict) else None
    if isinstance(hits, dict):  # the index behind the search, which older answers show as it is
        found = required_list(page, hits, "hits", "JobTech's hits")
        items = [record(record(item).get("_source")) or record(item) for item in found]
        return Listing(tuple(_ad(item) for item in items), count(record(hits.get("total")).get("value")))
    items = [record(item) for item in required_list(page, data, "hits", "JobTech's hits")]
    return Listing(tuple(_ad(item) for item in items), count(record(data.get("total")).get("value")))


def _ad(ad: Record) -> Ad:
    number = one_line(ad.get("id"))
    if ad.get("removed") is True and number:
        return Gone(number, REMOVED)
    text, employer, form = (
        record(ad.get("description")),
        record(ad.get("employer")),
        record(ad.get("application_details")),
    )
    mail = one_line(form.get("email"))
    found = draft_of(
        number,
        one_line(ad.get("webpage_url")) or (AD + number if number else ""),
        ad.get("headline"),
        posted=ad.get("publication_date"),
        deadline=ad.get("application_deadline"),
        text=sections(("", text.get("text_formatted") or text.get("text")), *_more(text), *_asked(ad)) or None,
        apply_url=one_line(form.get("url")) or (f"mailto:{mail}" if mail else None),
        employer=named(employer, "workplace", "name"),
        employer_description=about_employer(text.get("company_information")),
        employer_homepage=_homepage(employer.get("url")),
        places=tuple(place for place in [_place(record(ad.get("workplace_address")))] if place != Place(country="SE")),
        employment_type_raw=_joined(named(ad.get("employment_type"), "label"), named(ad.get("duration"), "label")),
        extent_raw=_joined(named(ad.get("working_hours_type"), "label"), _scope(record(ad.get("scope_of_work")))),
        positions_raw=or_none(ad.get("number_of_vacancies")),
        start_raw=or_none(ad.get("access")),
        language="sv",
        categories=tuple(_categories(ad)),
        contacts=tuple(_contacts(ad)),
    )
    return replace(found, salary_raw=or_none(ad.get("salary_description"))) if isinstance(found, Draft) else found


def _more(text: Record) -> Iterator[tuple[str, object]]:
    """Parts that some ads have beside the text; others repeat them in it."""
    whole = str(text.get("text") or "")
    for name in _MORE:
        part = text.get(name)
        if isinstance(part, str) and part.strip() and part.strip() not in whole:
            yield "", f"<p>{part}</p>"


def _asked(ad: Record) -> Iterator[tuple[str, object]]:
    """What the employer has ticked beside the text; Platsbanken shows it under these headings."""
    for name, heading in (("must_have", "Krav"), ("nice_to_have", "Meriterande")):
        lists = record(ad.get(name)).values()
        labels = [one_line(item.get("label")) for items in lists for item in records(items)]
        if any(labels):
            yield heading, "<ul>" + "".join(f"<li>{html.escape(label)}</li>" for label in labels if label) + "</ul>"


def _scope(share: Record) -> str | None:
    """How much of full time, in percent; 100 says no more than "Heltid"."""
    low, high = (or_none(share.get(name)) for name in ("min", "max"))
    if not high or low == high == "100":
        return None
    return f"{high} %" if low in (high, None) else f"{low}-{high} %"


def _place(address: Record) -> Place:
    return Place(
        city=place_name(address.get("city")),
        municipality=place_name(address.get("municipality")),
        county=place_name(address.get("region")),
        postal_code=or_none(address.get("postcode")),
        street_address=or_none(address.get("street_address")),
        country=country_code(address.get("country")) or "SE",
    )


def _homepage(value: object) -> str | None:
    address = one_line(value)
    return address if address.startswith(("http://", "https://")) else None


def _joined(*words: str | None) -> str | None:
    return ", ".join(word for word in words if word) or None


def _categories(ad: Record) -> Iterator[Category]:
    for scheme, name in (("SSYK", "occupation_group"), ("JobTech", "occupation")):
        concept = record(ad.get(name))
        code = one_line(concept.get("legacy_ams_taxonomy_id") if scheme == "SSYK" else concept.get("concept_id"))
        if code:
            yield Category(scheme, code, one_line(concept.get("label")))


def _contacts(ad: Record) -> Iterator[Contact]:
    for item in records(ad.get("application_contacts")):
        keys = ("name", "description", "email", "telephone")
        person = Contact(*(or_none(item.get(key)) for key in keys))
        if person != Contact():
            yield person
