"""FINN.no: the partner interface's Atom, and pages that a person has saved (an ad, or a list of hits).

Atom: shapes of 2017 to 2024 (navikt/pam-annonsemottak). Pages: captures of 2026; an ad's JSON-LD is nested under
"script:ld+json", ads taken from elsewhere have none, and its ``validThrough`` is a placeholder where the page says
"Snarest". What FINN's own models guess of skills is not the ad, and is not read.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from parsel import Selector

from crawler.parsing import strict_json
from crawler.parsing.dates import deadline_fields
from crawler.parsing.document import parse_document
from crawler.parsing.facts import facts, read_visible_ad, with_facts
from crawler.parsing.finn_facts import finn_facts
from crawler.parsing.html import about_employer, clean_html
from crawler.parsing.jobposting import read_job_page
from crawler.parsing.listing import Ad, Listing, Record, draft_of, record, records, sections, unique
from crawler.parsing.page import Page
from crawler.parsing.places import country_code, place_name, read_address
from crawler.parsing.text import one_line, or_none
from crawler.parsing.xml_document import child, raw_child, read_xml, whole
from domain.observations import Gone
from domain.postings import Category, Contact, Draft, Place

AD = "https://www.finn.no/job/ad/"
WHAT = "FINN's list of ads"
_CODE = re.compile(r"(?:finnkode=|/ad/|finn\.no/)(\d{8,10})\b")
_SCHEME = "urn:finn:ad:"


def finn_code(address: str) -> str:
    """The FINN code in an address; '' for none."""
    found = _CODE.search(address)
    return found[1] if found else ""


def read_finn_atom(page: Page) -> Listing:
    """A page of a search (``feed``) or one ad (``entry``). Raises PageError when it is neither."""
    document = read_xml(page, "feed", "entry", what=WHAT)
    entries = document.xpath("/feed/entry | /entry")
    whole(page, len(entries), "entry", WHAT)
    total = one_line(document.xpath("/feed/totalResults/text()").get())
    following = document.xpath("/feed/link[@rel='next']/@href").get()
    return Listing(
        tuple(unique(_entry(entry) for entry in entries)), int(total) if total.isdigit() else None, following
    )


def _entry(entry: Selector) -> Ad:
    code = child(entry, "identifier") or child(entry, "id").rpartition(":")[2]
    if _category(entry, "status") not in ("", "activated"):
        return Gone(code, f"FINN says {_category(entry, 'status')!r}")
    if _category(entry, "disposed") == "true":
        return Gone(code, "FINN says that it is taken")
    data = entry.xpath("./adata")
    return draft_of(
        code,
        AD + code if code else "",
        child(entry, "title"),
        posted=child(entry, "published"),
        modified=child(entry, "updated"),
        deadline=_value(data, "application_deadline") or _value(data, "applicationdeadline"),
        text=_text(data),
        apply_url=entry.xpath("./link[@rel='http://api.finn.no/relations/apply']/@href").get() or _by_mail(data),
        employer=_employer(entry, data),
        employer_description=_about(data),
        employer_homepage=or_none(_value(data.xpath("./field[@name='company']"), "url")),
        places=tuple(place for place in [_place(entry)] if place != Place()),
        employment_type_raw=or_none(_value(data, "duration") or _value(data, "job_duration")),
        extent_raw=or_none(_value(data, "extent")),
        positions_raw=or_none(_value(data, "no_of_positions")),
        sector=or_none(_value(data, "sector") or _value(data, "job_sector")),
        start_raw=or_none(_value(data, "start_date")),
        valid_through_raw=or_none(child(entry, "expires")),
        job_location_type="TELECOMMUTE" if _wholly_remote(data) else None,
        categories=tuple(dict.fromkeys(_classed(data))),
        contacts=tuple(_contacts(entry)),
    )


def _category(entry: Selector, name: str) -> str:
    return one_line(entry.xpath(f"./category[@scheme='{_SCHEME}{name}']/@term").get())


def _value(data: Any, name: str) -> str:
    """The field called ``name``: its attribute, or the text inside it."""
    for field in data.xpath(f"./field[@name='{name}']"):
        values = field.xpath("@value | ./value/text() | ./text()").getall()
        text = ", ".join(filter(None, map(one_line, values)))
        if text:
            return text
    return ""


def _by_mail(data: Any) -> str | None:
    mail = _value(data, "application_email")
    return f"mailto:{mail}" if "@" in mail else None


def _text(data: Any) -> str | None:
    """The sections of the ad, with their headings; FINN writes them as values of one field."""
    parts = []
    for value in data.xpath("./field[@name='general_text']/value"):
        body = "".join(value.xpath("./field[@name='value']//text() | ./field[@name='value']/@value").getall())
        parts.append((_value(value, "title"), body))
    return sections(*parts) or None


def _about(data: Any) -> str | None:
    """What the employer says of itself: FINN calls it the company's ingress."""
    return about_employer("".join(data.xpath("./field[@name='company']/field[@name='ingress']//text()").getall()))


def _wholly_remote(data: Any) -> bool:
    """Only where nothing else is offered: "Delvis hjemmekontor" beside it leaves the choice."""
    offered = set(map(one_line, data.xpath("./field[@name='remote_options']/value/text()").getall()))
    return offered == {"Kun hjemmekontor"}


def _classed(data: Any) -> Iterator[Category]:
    """FINN's occupations (a field of work, and what is special in it) and industries."""
    for item in data.xpath("./field[@name='occupations']/value"):
        names = [_value(item, name) for name in ("general", "specialization")]
        if any(names):
            yield Category("FINN", " / ".join(filter(None, names)), names[1] or names[0])
    for name in map(one_line, data.xpath("./field[@name='industry']/value/text()").getall()):
        if name:
            yield Category("FINN industry", name, name)


def _employer(entry: Selector, data: Any) -> str | None:
    """The employer, and not the agency that placed the ad; "Privat" is nobody."""
    name = _value(data.xpath("./field[@name='company']"), "name") or raw_child(entry, "author").strip().split("\n")[0]
    return None if one_line(name) in ("", "Privat") else one_line(name)


def _place(entry: Selector) -> Place:
    for location in entry.xpath("./location"):
        return Place(
            city=place_name(child(location, "city")),
            postal_code=or_none(child(location, "postal-code")),
            street_address=or_none(child(location, "address")),
            country=country_code(child(location, "country")),
        )
    return Place()


def _contacts(entry: Selector) -> Iterator[Contact]:
    for node in entry.xpath("./contact"):
        person = Contact(
            or_none(child(node, "name")),
            or_none(node.root.get("title")),
            or_none(child(node, "email")),
            or_none(child(node, "phone-number")),
        )
        if person != Contact():
            yield person


def read_finn_page(page: Page) -> list[Ad]:
    """The ad of a saved page, or the hits of a saved search; empty when it is neither."""
    document = parse_document(page.text)
    hits = list(_hits(document))
    if hits:
        return list(unique(hits))
    code = finn_code(_address(document, page)) or one_line(document.css("meta[name=adid]::attr(content)").get())
    if not code:
        return []
    marked = read_job_page(page).drafts
    draft = marked[0] if marked else _unmarked(document, page)
    if draft is None:
        return []
    stated = facts(document)
    ours = replace(draft, source_ref=code, url=AD + code)
    shown = finn_facts(document, stated)
    apply_url = draft.apply_url if draft.apply_url != draft.url else AD + code
    return [with_facts(replace(ours, apply_url=apply_url, **shown.of(ours)), stated)]


def _address(document: Selector, page: Page) -> str:
    return document.css("link[rel=canonical]::attr(href), meta[property='og:url']::attr(content)").get(page.url)


def _unmarked(document: Selector, page: Page) -> Draft | None:
    """An ad that FINN took from elsewhere: heading and text, and "title · place · employer" for search engines."""
    draft = read_visible_ad(page)
    if draft is None:
        return None
    text = clean_html(str(document.css(".import-decoration").get(""))) or draft.description_html
    summary = one_line(document.css("meta[property='og:title']::attr(content)").get()).rpartition(" | ")[0]
    parts = [part.strip() for part in summary.split("·")]
    targets = dict(_targets(document))
    employer = targets.get("company_name") or (parts[-1] if len(parts) > 1 else None)
    place = read_address(parts[1]) if len(parts) > 2 else None
    return replace(
        draft,
        employer=employer or draft.employer,
        description_html=text,
        places=(place,) if place else draft.places,
        positions_raw=targets.get("job_positions"),
    )


def _targets(document: Selector) -> Iterator[tuple[str, str]]:
    """What the page tells its advertisers; ``org_id`` there is FINN's own number, not the register's."""
    source = "".join(document.css("#advertising-initial-state::text").getall())
    try:
        config = record(record(record(strict_json.load(source)).get("config")).get("adServer"))
    except ValueError:
        return
    for item in records(record(config.get("gam")).get("targeting")):
        values = item.get("value")
        if isinstance(values, list) and len(values) == 1:
            yield one_line(item.get("key")), one_line(values[0])


def _hits(document: Selector) -> Iterator[Ad]:
    """The hits of a search page lie in its script as base64; paid places at the top are repeated below."""
    for script in document.css("script[data-react-query-state]::text").getall():
        try:
            state = strict_json.load(base64.b64decode(script.strip(), validate=True).decode("utf-8", "replace"))
        except (ValueError, binascii.Error):
            continue
        for query in records(record(state).get("queries")):
            data = record(record(query.get("state")).get("data"))
            for item in records(data.get("docs")):
                if "poleposition" not in str(item.get("labels")).lower() and item.get("job_title") is not None:
                    yield _hit(item)


def _hit(item: Record) -> Ad:
    code = one_line(item.get("id") or item.get("ad_id"))
    closes = deadline_fields(item.get("deadline") or "Snarest", None)
    found = draft_of(
        code,
        AD + code if code else "",
        item.get("heading") or item.get("job_title"),
        posted=item.get("published"),
        employer=or_none(item.get("company_name")),
        places=tuple(place for place in [read_address(one_line(item.get("location")))] if place),
        positions_raw=or_none(item.get("no_of_positions")),
    )
    if not isinstance(found, Draft):
        return found
    return replace(found, deadline_raw=closes.raw, deadline=closes.day, deadline_kind=closes.kind)
