"""EasyCruit's vacancy list (``urn:EasyCruit``): a vacancy has a version for each language, and no text in the list.

The number of the vacancy is what other portals carry in their application links. ``date_end`` is when the ad is taken
down, not the deadline.
"""

from collections.abc import Iterator
from dataclasses import replace

from parsel import Selector

from crawler.parsing.html import html_or_plain
from crawler.parsing.listing import Ad, Listing, draft_of, unique
from crawler.parsing.page import Page, PageError
from crawler.parsing.places import country_code, place_name, read_address
from crawler.parsing.text import or_none
from crawler.parsing.xml_document import child, raw_child, read_xml, whole
from domain.postings import Draft, Place

WHAT = "EasyCruit's list of vacancies"
_FIRST = ("no", "nb", "nn", "se", "sv", "dk", "da")
"""Versions in these languages go before others: the employer wrote those first."""
_LANGUAGES = {"no": "nb", "gb": "en", "us": "en", "se": "sv", "dk": "da"}


def read_easycruit(page: Page) -> Listing:
    """The vacancies of ``/export/xml/vacancy/list.xml``. Raises PageError when it is no such list."""
    document = read_xml(page, "VacancyList", what=WHAT)
    vacancies = document.xpath("/VacancyList/Vacancy")
    whole(page, len(vacancies), "Vacancy", WHAT)
    return Listing(tuple(unique(_vacancy(node) for node in vacancies)))


def read_easycruit_ad(page: Page, draft: Draft) -> Draft:
    """``draft`` with the text of ``/export/xml/vacancy/<id>.xml``. Raises PageError when that is no vacancy."""
    document = read_xml(page, "Vacancy", "VacancyList", what="a vacancy of EasyCruit")
    node = next(iter(document.xpath("//Vacancy")), None)
    version = _version(node) if node is not None else None
    if version is None:
        raise PageError("not a vacancy of EasyCruit", which=page.url, why="it has no version")
    text = raw_child(version, "Description", "Text", "Body")
    return replace(draft, description_html=html_or_plain(text) or None) if text else draft


def _version(vacancy: Selector) -> Selector | None:
    versions = vacancy.xpath("./Versions/Version")
    return min(versions, key=lambda node: _rank(node.root.get("language", "")), default=None)


def _rank(language: str) -> int:
    return _FIRST.index(language) if language in _FIRST else len(_FIRST)


def _vacancy(vacancy: Selector) -> Ad:
    version = _version(vacancy)
    node = vacancy if version is None else version
    number = vacancy.root.get("id", "")
    own = vacancy.root.get("reference_number", "")
    department = next(iter(vacancy.xpath("./Departments/Department")), vacancy)
    language = node.root.get("language", "")
    heading = child(node, "TitleHeading")
    return draft_of(
        number,
        child(department, "VacancyURL"),
        child(node, "Title"),
        posted=vacancy.root.get("date_start"),
        modified=vacancy.root.get("date_modified"),
        deadline=child(node, "ApplicationDeadline"),
        apply_url=child(department, "ApplicationURL") or None,
        references=_references(number, own, department),
        employer=or_none(child(node, "AlternativeCompanyName")) or or_none(child(department, "Name")),
        summary=heading or None,
        places=tuple(_places(node)),
        employment_type_raw=or_none(child(node, "Engagement")),
        extent_raw=or_none(child(node, "DailyHours")),
        language=_LANGUAGES.get(language, language[:2]) or None,
        valid_through_raw=or_none(vacancy.root.get("date_end")),
    )


def _references(number: str, own: str, department: Selector) -> tuple[str, ...]:
    """The vacancy's number; and its own reference, which is the employer's and not EasyCruit's."""
    host = child(department, "VacancyURL").partition("://")[2].partition("/")[0]
    mine = (f"id@{host}:{own}",) if own and host else ()
    return (*mine, *((f"easycruit:{number}",) if number else ()))


def _places(node: Selector) -> Iterator[Place]:
    place = read_address(child(node, "Location")) or Place()
    countries = node.xpath("./Region/Country/@name").getall()
    county = place.county or (None if countries else place_name(child(node, "Region")))
    country = place.country or (country_code(countries[0]) if len(countries) == 1 else None)
    found = replace(place, county=county, country=country)
    if found != Place():
        yield found
