"""Facts that a page states beside a label: lists of definitions, tables, and lines such as "Frist: Snarest"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from parsel import Selector

from crawler.parsing.dates import deadline_fields, moment_field
from crawler.parsing.document import main_html, parse_document, read_surroundings, urlsplit_scheme
from crawler.parsing.html import clean_html
from crawler.parsing.jobposting import page_ref
from crawler.parsing.page import Page
from crawler.parsing.places import read_address
from crawler.parsing.references import system_references
from crawler.parsing.text import one_line, or_none
from domain.postings import Draft

_MAX_FACTS = 400
_LONGEST_LABEL = 40
_LONGEST_VALUE = 300
_NAMES: Mapping[str, tuple[str, ...]] = {
    "employer": ("arbeidsgiver", "arbeidsgjevar", "bedrift", "firma", "selskap", "employer", "company", "arbetsgivare"),
    "place": ("sted", "stad", "arbeidssted", "lokasjon", "location", "plass", "ort"),
    "type": ("ansettelsesform", "type ansettelse", "stillingstype", "varighet", "employment type", "anställningsform"),
    "extent": ("heltid/deltid", "omfang", "stillingsprosent", "arbeidstid"),
    "positions": ("antall stillinger", "antal stillingar", "number of positions"),
    "sector": ("sektor", "sector"),
    "posted": ("publisert", "lagt ut", "published", "posted"),
    "modified": ("sist endret", "sist oppdatert", "last updated"),
    "start": ("oppstart", "tiltredelse", "start"),
}


def facts(document: Selector) -> dict[str, str]:
    """Label in lower case without its colon → value; the first of each label counts."""
    found: dict[str, str] = {}
    for label, value in _pairs(document):
        # React parts "Sektor", ":" and "Privat" by comments: the colon may stand on either side.
        name, value = label.rstrip(" :").casefold(), value.lstrip(" :")
        if name and value and len(name) <= _LONGEST_LABEL and len(value) <= _LONGEST_VALUE:
            found.setdefault(name, value)
    return found


def fact(stated: Mapping[str, str], name: str) -> str | None:
    """The value under any of the labels that mean ``name`` (employer, place, type, extent, positions …)."""
    return next((stated[label] for label in _NAMES[name] if stated.get(label)), None)


def read_visible_ad(page: Page) -> Draft | None:
    """An ad as a reader sees it, from a page without structured data; None without heading or text."""
    document = parse_document(page.text)
    around = read_surroundings(document, page.url)
    stated = facts(document)
    body = clean_html(main_html(document))
    if not around.heading or not body:
        return None
    url = around.canonical if urlsplit_scheme(around.canonical) in ("http", "https") else page.url
    published, issues = moment_field(fact(stated, "posted"), "date_posted")
    closes = deadline_fields(around.deadline, published or page.fetched_at)
    place = read_address(fact(stated, "place") or "")
    draft = Draft(
        source_ref=page_ref(url),
        url=url,
        title=around.heading,
        employer=or_none(fact(stated, "employer")),
        description_html=body,
        apply_url=around.apply_url or url,
        date_posted=published,
        deadline_raw=closes.raw,
        deadline=closes.day,
        deadline_kind=closes.kind,
        places=(place,) if place else (),
        references=tuple(dict.fromkeys((*system_references(url), *system_references(around.apply_url)))),
        issues=(*issues, *closes.issues),
    )
    return with_facts(draft, stated)


def with_facts(draft: Draft, stated: Mapping[str, str]) -> Draft:
    """``draft`` with the terms of employment that ``stated`` adds to it."""
    return replace(
        draft,
        employment_type_raw=draft.employment_type_raw or fact(stated, "type"),
        extent_raw=draft.extent_raw or fact(stated, "extent"),
        positions_raw=draft.positions_raw or fact(stated, "positions"),
        sector=draft.sector or fact(stated, "sector"),
        start_raw=draft.start_raw or fact(stated, "start"),
    )


def _pairs(document: Selector) -> Iterable[tuple[str, str]]:
    for label in document.css("dt, th")[:_MAX_FACTS]:
        yield _text(label), _text(label.xpath("following-sibling::*[1][self::dd or self::td]"))
    for item in document.css("li, p, div:not(:has(div, p, ul))")[:_MAX_FACTS]:
        words = [word for word in map(one_line, item.xpath(".//text()").getall()) if word]
        if len(words) > 1:
            yield words[0], " ".join(words[1:])
        elif words and (parts := re.match(r"([^:]{2,40}):\s+(.+)", words[0])):
            yield parts[1], parts[2]


def _text(node: Selector | Iterable[Selector]) -> str:
    found = node.xpath(".//text()").getall() if hasattr(node, "xpath") else []
    return one_line(" ".join(found))
