"""schema.org JobPosting in every shape that sites give it, as drafts.

JSON-LD first, then microdata. Where a page's JSON-LD is broken beyond safe repair, what a reader sees on the page is
taken instead, marked with an Issue. https://schema.org/JobPosting

Ads whose JSON-LD says all that an ad needs are read without the page's tree (``skim``), in a sixth of the time.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from parsel import Selector

from crawler.parsing.dates import DeadlineFields, deadline_fields, moment_field
from crawler.parsing.document import (
    Surroundings,
    heading,
    main_html,
    page_title,
    parse_document,
    read_surroundings,
    urlsplit_scheme,
)
from crawler.parsing.html import about_employer, clean_html, html_or_plain, visible_text
from crawler.parsing.jsonld import Node, nodes_in, nodes_of_type
from crawler.parsing.microdata import items_of_type
from crawler.parsing.money import salary_fields
from crawler.parsing.orgnr import valid_orgnr
from crawler.parsing.page import Page
from crawler.parsing.places import country_code, job_places
from crawler.parsing.references import system_references
from crawler.parsing.skim import (
    Skimmed,
    UnsureError,
    apply_link,
    canonical,
    skim,
    states_deadline,
    states_open_end,
)
from crawler.parsing.text import one_line, or_none
from domain.postings import Category, Contact, DeadlineKind, Draft, Issue, Place, SafeHtml

TYPE = "JobPosting"
_LD_JSON = "ld+json"
_MOST_PERSONS = 10
MAX_ADS = 200
"""Ads on one page; a list page may mark several."""
_EXTENTS = frozenset(
    {"full_time", "part_time", "full-time", "part-time", "full time", "part time", "fulltime", "parttime"}
)
_TRACKING = ("utm_", "fbclid", "gclid", "mc_", "sessionid", "phpsessid", "jsessionid")
# Texts that schema.org lets stand beside the description; some systems put the requirements there.
_MORE_TEXT = (
    *("responsibilities", "qualifications", "skills", "experienceRequirements", "educationRequirements"),
    "jobBenefits",
)


@dataclass(frozen=True, slots=True)
class JobPage:
    """What a page holds: ads, or why it holds none."""

    drafts: tuple[Draft, ...] = ()
    title: str = ""
    """Heading of the page, for the record of a page left out; where ads were found it may be the first one's title."""
    broken: tuple[str, ...] = ()
    """Structured data that speaks of an ad and could not be read."""


def read_job_page(page: Page) -> JobPage:
    """Every ad marked on the page. Never raises, fetches nothing, bounded in time."""
    text = page.text
    if _LD_JSON in text:
        try:
            return _skimmed(page, skim(text))
        except UnsureError:
            pass
    return read_whole_page(page, text)


def read_whole_page(page: Page, text: str) -> JobPage:
    """As :func:`read_job_page`, from the page's tree alone. ``text``: that of the page."""
    document = parse_document(text)
    found = nodes_of_type(document, TYPE)
    nodes = (found.nodes or items_of_type(document, TYPE))[:MAX_ADS]
    if not nodes and not found.broken:
        return JobPage(title=heading(document) or page_title(document))
    around = read_surroundings(document, page.url)
    beside = _Beside(around, partial(main_html, document) if len(nodes) == 1 else None)
    drafts = [draft for draft in (_draft(node, page, beside) for node in nodes) if draft.title]
    if not drafts and found.broken:
        drafts = _from_the_page(document, page, around, found.broken[0])
    return JobPage(tuple(_with_own_refs(drafts)), around.heading or around.title, found.broken)


def _skimmed(page: Page, markup: Skimmed) -> JobPage:
    """The ads of a page that state in JSON-LD all they need. Raises UnsureError when one does not."""
    found = nodes_in(markup.json_ld, TYPE)
    nodes = found.nodes[:MAX_ADS]
    if not nodes or not all(one_line(_first(node.get("title") or node.get("name"))) for node in nodes):
        raise UnsureError("no ad, or one without a title")
    named = canonical(markup, page.url)
    beside = _Beside(Surroundings(canonical=named))
    if len(nodes) == 1:
        dated = one_line(_first(nodes[0].get("validThrough")))
        if states_open_end(markup) if dated else states_deadline(markup):
            raise UnsureError("the page may state a deadline of its own")
        beside = _Beside(Surroundings(canonical=named, apply_url=apply_link(markup, page.url)), _no_text)
    drafts = [_draft(node, page, beside) for node in nodes]
    return JobPage(tuple(_with_own_refs(drafts)), drafts[0].title, found.broken)


def _no_text() -> str:
    raise UnsureError("the ad's text stands in the page alone")


def read_job_postings(page: Page) -> list[Draft]:
    """The ads of :func:`read_job_page` alone."""
    return list(read_job_page(page).drafts)


def read_node(node: Node, page: Page) -> Draft:
    """A JobPosting that stands in another format (a JSON feed) as a draft; ``page.url`` is the ad's own address."""
    return _draft(node, page, _Beside(Surroundings()))


def page_ref(url: str) -> str:
    """The id of an ad within its site: path and query without tracking. Hosts differ between mirrors, paths do not."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url[:200]
    query = [(key, value) for key, value in parse_qsl(parts.query) if not key.lower().startswith(_TRACKING)]
    return ((parts.path.rstrip("/") or "/") + (f"?{urlencode(query)}" if query else ""))[:300]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands on the page beside an ad's structured data."""

    around: Surroundings
    text: Callable[[], str] | None = None
    """The page's main text as HTML; given when the page is about this ad alone, so that its HTML may help."""


def _draft(node: Node, page: Page, beside: _Beside) -> Draft:
    """One node as a draft."""
    around = beside.around
    alone = beside.text is not None
    published, published_issues = moment_field(_first(node.get("datePosted")), "date_posted")
    modified, modified_issues = moment_field(_first(node.get("dateModified")), "date_modified")
    deadline = _deadline(node, around if alone else Surroundings(), published or page.fetched_at)
    pay = salary_fields(node.get("baseSalary") or node.get("estimatedSalary"))
    url = _address(one_line(_first(node.get("url"))), around.canonical, page.url)
    return Draft(
        source_ref=page_ref(url),
        url=url,
        title=one_line(_first(node.get("title") or node.get("name"))) or (around.heading if alone else ""),
        description_html=_description(node, beside.text),
        apply_url=_apply_url(node, around, url) if alone else url,
        date_posted=published,
        date_modified=modified,
        valid_through_raw=or_none(_first(node.get("validThrough"))),
        deadline_raw=deadline.raw,
        deadline=deadline.day,
        deadline_kind=deadline.kind,
        places=_where(node),
        positions_raw=or_none(_first(node.get("totalJobOpenings"))),
        salary_raw=pay.raw,
        salary=pay.salary,
        job_location_type=or_none(_first(node.get("jobLocationType"))),
        start_raw=or_none(_first(node.get("jobStartDate"))),
        language=_language(node),
        categories=tuple(_categories(node)),
        contacts=tuple(_contacts(node)),
        references=_references(node, url, around.apply_url if alone else None),
        issues=(*published_issues, *modified_issues, *deadline.issues, *pay.issues),
        **_employer(node),
        **_employment(node),
    )


def _with_own_refs(drafts: list[Draft]) -> Iterator[Draft]:
    """Several ads on one page need several ids: their own identifier, or their number on the page."""
    taken: set[str] = set()
    for number, draft in enumerate(drafts):
        if draft.source_ref in taken:
            own = next((ref.partition(":")[2] for ref in draft.references if ref.startswith("id@")), "") or str(number)
            draft = replace(draft, source_ref=f"{draft.source_ref}#{own}"[:300])
        if draft.source_ref not in taken:
            taken.add(draft.source_ref)
            yield draft


def _address(stated: str, canonical: str, fetched: str) -> str:
    """The ad's public address: as the page states it, if that is the same page on another host; else as fetched."""
    for claim in (stated, canonical):
        if urlsplit_scheme(claim) in ("http", "https"):
            if urlsplit_scheme(fetched) not in ("http", "https"):
                return claim
            if page_ref(claim) == page_ref(fetched) and page_ref(claim) != "/":
                return claim
    return fetched


def _deadline(node: Node, around: Surroundings, published: datetime) -> DeadlineFields:
    """``validThrough``; but where a fact of the page says "Snarest", the date is a placeholder (SOURCES, FINN)."""
    stated = deadline_fields(_first(node.get("validThrough")), published)
    shown = deadline_fields(around.deadline, published)
    if stated.raw is None and shown.kind is not DeadlineKind.NONE:
        return shown
    if around.labelled_apart and shown.kind in (DeadlineKind.ASAP, DeadlineKind.ROLLING):
        return shown
    return stated


def _description(node: Node, shown: Callable[[], str] | None) -> SafeHtml | None:
    text = _first(node.get("description"))
    cleaned = html_or_plain(text) if isinstance(text, str) else SafeHtml("")
    if not cleaned and shown is not None:
        cleaned = clean_html(shown())
    for name in _MORE_TEXT:
        more = _first(node.get(name))
        if isinstance(more, str) and len(more) > 20 and visible_text(more) not in visible_text(cleaned):
            cleaned = SafeHtml(f"{cleaned}<section>{html_or_plain(more)}</section>")
    return cleaned or None


def _employer(node: Node) -> dict[str, Any]:
    value = _first(node.get("hiringOrganization"))
    company: Mapping[str, Any] = value if isinstance(value, Mapping) else {"name": value}
    department = _first(company.get("department"))
    ids = (company.get(name) for name in ("taxID", "vatID", "leiCode", "identifier"))
    return {
        "employer": or_none(_first(company.get("name") or company.get("legalName"))),
        "employer_orgnr": next(filter(None, (valid_orgnr(_value(item)) for item in ids)), None),
        "employer_description": about_employer(
            _first(node.get("employerOverview")) or _first(company.get("description"))
        ),
        "employer_homepage": or_none(_first(company.get("url") or company.get("sameAs"))),
        "department": or_none(department.get("name") if isinstance(department, Mapping) else department),
    }


def _employment(node: Node) -> dict[str, Any]:
    value = node.get("employmentType")
    words = [one_line(item) for item in (value if isinstance(value, list) else [value])]
    words = [word.rpartition("schema.org/")[2] for word in words if word]
    extents = [word for word in words if word.lower() in _EXTENTS]
    hours = or_none(_first(node.get("workHours")))
    return {"employment_type_raw": ", ".join(words) or None, "extent_raw": ", ".join(extents) or hours}


def _where(node: Node) -> tuple[Place, ...]:
    """Places of work; for remote work without any, the countries applicants may live in."""
    places = job_places(node.get("jobLocation"))
    allowed = node.get("applicantLocationRequirements")
    if places or not allowed:
        return places
    names = [item.get("name") if isinstance(item, Mapping) else item for item in _listed(allowed)]
    return tuple(Place(country=code) for code in map(country_code, names) if code)


def _apply_url(node: Node, around: Surroundings, url: str) -> str:
    contact = _first(node.get("applicationContact"))
    stated = one_line(contact.get("url")) if isinstance(contact, Mapping) else ""
    if urlsplit_scheme(stated) in ("http", "https"):
        return stated
    return around.apply_url or url


def _contacts(node: Node) -> Iterator[Contact]:
    """Persons to ask about the job (schema.org ``applicationContact``), the first few."""
    for item in _listed(node.get("applicationContact"))[:_MOST_PERSONS]:
        if isinstance(item, Mapping):
            person = Contact(*(or_none(_first(item.get(key))) for key in ("name", "jobTitle", "email", "telephone")))
            if person.name or person.email or person.phone:
                yield person


def _language(node: Node) -> str | None:
    """As the ad itself says; the language of the page around it is that of the site."""
    value = _first(node.get("inLanguage"))
    word = one_line(value.get("alternateName") if isinstance(value, Mapping) else value)
    return word[:2].lower() or None


def _categories(node: Node) -> Iterator[Category]:
    for item in _listed(node.get("occupationalCategory"))[:20]:
        if isinstance(item, Mapping):
            code, name = one_line(item.get("codeValue")), one_line(item.get("name"))
            scheme = item.get("inCodeSet") or item.get("inDefinedTermSet")
            scheme = scheme.get("name") if isinstance(scheme, Mapping) else scheme
            if code or name:
                yield Category(one_line(scheme) or "schema.org", code or name, name or code)
        elif one_line(item):
            yield Category("schema.org", one_line(item), one_line(item))


def _references(node: Node, url: str, apply_url: str | None) -> tuple[str, ...]:
    """The site's own number, bound to the host that gave it, and what recruiting systems put into the addresses."""
    own = one_line(_value(_first(node.get("identifier"))))
    host = urlsplit(url).hostname or ""
    mine = (f"id@{host}:{own}",) if own else ()
    return tuple(dict.fromkeys((*mine, *system_references(url), *system_references(apply_url))))


def _from_the_page(document: Selector, page: Page, around: Surroundings, why: str) -> list[Draft]:
    """An ad whose structured data is broken: heading, text, deadline and link as a reader sees them."""
    body = clean_html(main_html(document))
    if not around.heading or not body:
        return []
    deadline = deadline_fields(around.deadline, page.fetched_at)
    url = _address("", around.canonical, page.url)
    return [
        Draft(
            source_ref=page_ref(url),
            url=url,
            title=around.heading,
            description_html=body,
            apply_url=around.apply_url or url,
            deadline_raw=deadline.raw,
            deadline=deadline.day,
            deadline_kind=deadline.kind,
            references=tuple(dict.fromkeys((*system_references(url), *system_references(around.apply_url)))),
            issues=(Issue("json_ld", why, "structured data is broken: read from the page instead"), *deadline.issues),
        )
    ]


def _value(item: Any) -> Any:
    """Text, or the value of a PropertyValue."""
    return item.get("value") if isinstance(item, Mapping) else item


def _first(value: Any) -> Any:
    """The first of a list (None of an empty one), anything else as it is."""
    if isinstance(value, list):
        return value[0] if value else None
    return value


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
