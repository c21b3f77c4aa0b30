"""Every portal's parser against its fixture pairs: one test per field, named portal/case[record.field]."""

import re
import sys
from pathlib import Path

import pytest

from tests.portals.cases import CASES, EMPTY, FIELDS, FOLDER, SPIDERS, parser_of

LARGEST = 64 * 1024


@pytest.mark.parametrize(("name", "number", "field"), [item[1:] for item in FIELDS], ids=[item[0] for item in FIELDS])
def test_field(name, number, field):
    case = CASES[name]
    assert len(case.found) > number, "the parser found fewer records"
    assert case.found[number].get(field) == case.expected[number][field], case.meta["why"]


@pytest.mark.parametrize("name", CASES)
def test_parser_finds_as_many_records_and_no_other_fields(name):
    case = CASES[name]
    assert [sorted(record) for record in case.found] == [sorted(record) for record in case.expected]


@pytest.mark.parametrize("name", CASES)
def test_what_a_page_does_not_say_stays_empty(name):
    case = CASES[name]
    for found, expected in zip(case.found, case.expected, strict=True):
        empty = {field: value for field, value in expected.items() if value in EMPTY}
        assert {field: found[field] for field in empty} == empty


@pytest.mark.parametrize("name", CASES)
def test_parser_is_pure(name):
    case = CASES[name]
    parse = parser_of(case.slug)
    assert parse(case.page) == parse(case.page)


@pytest.mark.parametrize("name", CASES)
def test_fixture_is_small_and_tells_where_it_is_from(name):
    case = CASES[name]
    assert case.page_file.stat().st_size <= LARGEST
    assert {"url", "status", "content_type", "fetched_at", "why", "licence"} <= set(case.meta)


@pytest.mark.parametrize("slug", SPIDERS)
def test_every_portal_has_a_fixture(slug):
    assert any(case.slug == slug for case in CASES.values()), f"add fixtures/portals/{slug}/<case>/"


@pytest.mark.parametrize("slug", sorted(path.name for path in FOLDER.iterdir()))
def test_every_fixture_folder_is_a_portal(slug):
    assert slug in SPIDERS


@pytest.mark.parametrize("slug", SPIDERS)
def test_module_class_and_portal_bear_one_name(slug):
    spider = SPIDERS[slug]
    assert re.fullmatch(r"[a-z][a-z0-9_]*", slug)
    assert spider.__module__.rpartition(".")[2] == slug
    assert spider.__name__.lower() == slug.replace("_", "")


@pytest.mark.parametrize("slug", SPIDERS)
def test_portal_says_what_it_is_and_on_which_terms(slug):
    portal = SPIDERS[slug].portal
    assert portal.title
    assert portal.homepage.startswith("https://")
    assert portal.note, "say what the operator should know: coverage, terms, doubts"


@pytest.mark.parametrize("slug", [slug for slug, spider in SPIDERS.items() if ".portals." in spider.__module__])
def test_portal_file_is_short(slug):
    module = Path(sys.modules[SPIDERS[slug].__module__].__file__)
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 60
