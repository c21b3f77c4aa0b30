"""The marks that an ad bears."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.postings import Contact, Draft, Issue, Place, Salary
from domain.traits import form_of, marks_of, sizes_of

AD = Draft(
    "17",
    "https://example.org/jobs/17",
    "Kundeservicesjef",
    employer="Fjord AS",
    description_html="<p>Du leder tolv medarbeidere.</p>",
    apply_url="https://apply.example.org/17",
    date_posted=datetime(2026, 11, 1, tzinfo=UTC),
    deadline_raw="2026-12-01",
    deadline=date(2026, 12, 1),
    places=(Place(country="NO"), Place(city="Bergen", postal_code="5014")),
    contacts=(Contact("Kari Eksempelsen"),),
    salary=Salary(600_000, None, "NOK", "year"),
    references=("webcruiter:17",),
)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("Kundeservicesjef", "words"),
        ("Leder, kundeservice (24/7)", "words"),
        ("AT&T", "words"),
        ("2026", "number"),
        ("40 000", "number"),
        ("24.11.2026", "date"),
        ("2026-11-24T10:15:00.000+01:00", "date"),
        ("https://example.org/a", "address"),
        ("kari@example.org", "address"),
        ("/jobs/17", "address"),
        ("<span class='x'>Leder</span>", "markup"),
        ("&nbsp;", "markup"),
        ("FULL_TIME", "capitals"),
        ("JR-1004", "code"),
        ("6f1d7c1e-0000-4000", "code"),
        ("", "words"),
    ],
)
def test_a_value_has_a_form(value, form):
    assert form_of(value) == form


def test_every_part_that_is_stated_leaves_its_mark():
    marks = set(marks_of(AD))
    assert {"employer", "places", "places.city", "places.postal_code", "contacts.name", "salary.minimum"} <= marks
    assert {"text", "deadline", "apply_url", "date_posted", "references:webcruiter", "readable"} <= marks
    assert not {"salary.maximum", "contacts.email", "summary", "extent_raw", "places.county"} & marks


def test_a_bare_ad_bears_hardly_any_mark():
    bare = Draft("17", "https://example.org/jobs/17", "Leder")
    assert {mark for mark in marks_of(bare) if ":" not in mark} == {"readable"}


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({"title": "2026-11-24"}, {"title:words", "title:work"}),
        ({"title": "Fjord AS"}, {"title:work", "title:alone", "employer:alone"}),
        ({"title": "Bergen"}, {"title:work", "title:alone"}),
        ({"employer": "Bergen"}, {"employer:alone"}),
        ({"employer": "Teamleder"}, {"employer:no_work"}),
        ({"apply_url": AD.url}, {"apply_url:own"}),
        ({"description_html": "<main><h1>Kundeservicesjef</h1></main>"}, {"text:apart"}),
        ({"issues": (Issue("deadline", "?", "no date"),)}, {"readable"}),
        ({"deadline": date(2026, 10, 1)}, {"date_posted:before_deadline"}),
        ({"url": "https://example.org/jobs//17"}, {"url:whole", "url:2_deep"}),
        ({"url": "http://["}, {"url:whole", "url:2_deep"}),
    ],
)
def test_a_value_that_is_wrong_loses_a_mark(change, lost):
    assert set(marks_of(AD)) - set(marks_of(replace(AD, **change))) == lost


def test_no_mark_is_told_twice():
    assert len(marks_of(AD)) == len(set(marks_of(AD)))


def test_lengths_are_told_in_tenths_of_a_doubling():
    assert sizes_of(replace(AD, title="x" * 8, employer=None, description_html="y" * 1024)) == {
        "title": 30,
        "text": 100,
    }
