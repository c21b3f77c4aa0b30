"""Dates, deadlines, pay, places and reasons in words."""

import re
from dataclasses import fields
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from alerts.languages import CATALOGUES, words
from alerts.phrases import Reason, day_in_words, deadline_in_words, pay_in_words, places_in_words, reasons
from alerts.words import NB, Words
from domain.matching import Evidence, Match, ScorePart
from domain.postings import DeadlineKind, Place, Salary
from tests.unit.alerts.samples import TODAY, part

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Søk senest i dag"),
        (1, "Søk senest i morgen"),
        (2, "Søk senest i overmorgen"),
        (3, "Søk senest torsdag 26. november"),
        (11, "Søk senest fredag 4. desember"),
        (42, "Søk senest mandag 4. januar"),
        (400, "Søk senest tirsdag 28. desember 2027"),
    ],
)
def test_a_dated_deadline_is_said_as_arbeidsplassen_says_it(days: int, said: str) -> None:
    assert deadline_in_words(TODAY + timedelta(days=days), DeadlineKind.DATE, TODAY, NB) == said


@pytest.mark.parametrize(
    ("kind", "deadline", "said"),
    [
        (DeadlineKind.ASAP, None, "Søk snarest mulig"),
        (DeadlineKind.ASAP, TODAY + timedelta(days=1), "Søk snarest mulig, senest i morgen"),
        (DeadlineKind.ROLLING, None, "Fortløpende"),
        (DeadlineKind.NONE, None, "Frist ikke oppgitt"),
        (DeadlineKind.DATE, None, "Frist ikke oppgitt"),
        (DeadlineKind.ROLLING, TODAY, "Søk senest i dag"),
    ],
)
def test_other_deadlines_have_words_of_their_own(kind: DeadlineKind, deadline: date | None, said: str) -> None:
    assert deadline_in_words(deadline, kind, TODAY, NB) == said


@given(st.dates(date(2024, 1, 1), date(2035, 12, 31)))
def test_days_are_named_as_the_common_locale_data_names_them(day: date) -> None:
    assert day_in_words(day, day, NB) == format_date(day, "EEEE d. MMMM", locale="nb")


@pytest.mark.parametrize(
    ("salary", "said"),
    [
        (None, "Lønn ikke oppgitt"),
        (Salary(None, None, "NOK", "year"), "Lønn ikke oppgitt"),
        (Salary(650_000, 750_000, "NOK", "year"), "Lønn: 650 000–750 000 kr i året"),
        (Salary(650_000, 650_000, "NOK", "year"), "Lønn: 650 000 kr i året"),
        (Salary(650_000, None, "NOK", "year"), "Lønn: fra 650 000 kr i året"),
        (Salary(None, 1_000_000, "NOK", "year"), "Lønn: opptil 1 000 000 kr i året"),
        (Salary(215.5, 230, "NOK", "hour"), "Lønn: 215,50–230 kr i timen"),
        (Salary(55_000, 60_000, "EUR", "month"), "Lønn: 55 000–60 000 EUR i måneden"),
        (Salary(700_000.4, 700_000.4, "NOK", "fortnight"), "Lønn: 700 000 kr"),
    ],
)
def test_pay_is_told_as_stated(salary: Salary | None, said: str) -> None:
    assert pay_in_words(salary, NB).replace(NBSP, " ") == said


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_pay_that_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="no number"):
        pay_in_words(Salary(value, value, "NOK", "year"), NB)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ((), "Sted ikke oppgitt"),
        ((Place(),), "Sted ikke oppgitt"),
        ((Place(city="Oslo"), Place(city="Oslo", postal_code="0150")), "Oslo"),
        ((Place(municipality="Tromsø"), Place(county="Nordland"), Place(country="NO")), "Tromsø, Nordland, NO"),
        (tuple(Place(city=name) for name in "ABCDE"), "A, B, 3 steder til"),
    ],
)
def test_places_are_named_once_and_beyond_a_few_counted(places: tuple[Place, ...], said: str) -> None:
    assert places_in_words(places, NB) == said


def test_reasons_come_from_the_heaviest_part_first_and_each_once() -> None:
    match = Match(
        70,
        (
            part("languages", 5, lacks=["engelsk", "engelsk"]),
            part("certifications", 30, has=["du har CCSM"], lacks=["krav: HDI"]),
            part("background", 10, has=["CCSM", "bachelorgrad"], lacks=["mastergrad mangler"]),
            part("extent", 3, not_stated=["arbeidstid er ikke oppgitt", "profilen har ikke noe ønske"]),
            part("pay", 3, not_stated=["lønn er ikke oppgitt"]),
            part("freshness", 90, has=["fristen er 2026-12-01"]),
        ),
        "1",
    )
    assert reasons(match, NB) == (
        Reason("har", "CCSM, bachelorgrad"),
        Reason("mangler", "HDI (krav), mastergrad, engelsk"),
        Reason("ikke oppgitt", "arbeidstid"),
    )


def test_many_reasons_are_counted_and_none_are_left_out() -> None:
    many = ScorePart("skills", 1, 0.5, has=tuple(Evidence(f"ferdighet {number}") for number in range(10)))
    told = ", ".join([*(f"ferdighet {number}" for number in range(6)), "4 til"])
    assert reasons(Match(1, (many,), "1"), NB) == (Reason("har", told),)
    assert reasons(Match(0, (), "1"), NB) == ()


@pytest.mark.parametrize("catalogue", CATALOGUES.values(), ids=list(CATALOGUES))
def test_every_catalogue_names_all_days_and_months(catalogue: Words) -> None:
    assert len(set(catalogue.days)) == 7
    assert len(set(catalogue.months)) == 12


@pytest.mark.parametrize("language", ["nb", "nb-NO", "NB", "xx", ""])
def test_a_language_without_a_catalogue_is_told_in_bokmaal(language: str) -> None:
    assert words(language) is NB


def test_reasons_are_told_in_english_and_nynorsk() -> None:
    match = Match(
        70,
        (
            part("leadership", 9, has=["leder 18 personer", "ledererfaring er krav"], lacks=["ikke personalansvar"]),
            part("background", 3, has=["CCSM (ønske)"], not_stated=["utdanning og erfaring er ikke oppgitt"]),
            part("languages", 1, has=["norsk eller dansk (krav)"]),
        ),
        "1",
    )
    assert reasons(match, words("en")) == (
        Reason(
            "has",
            "leads 18 people, leadership experience required, CCSM (wished for), Norwegian or Danish (required)",
        ),
        Reason("lacks", "not responsible for staff"),
        Reason("not stated", "education and experience"),
    )
    assert reasons(match, words("nn"))[0].items.startswith("leiar 18 personar, leiarerfaring er krav")


def test_concepts_are_called_by_their_names_in_english_and_nynorsk() -> None:
    skills = part(
        "skills", 9, has=["Klagebehandling (oppgave)", "du har Zendesk"], lacks=["krav: Ledelse eller Salesforce"]
    )
    match = Match(70, (skills,), "1")
    assert [reason.items for reason in reasons(match, words("en"))] == [
        "Complaint handling (duty), Zendesk",
        "Leadership or Salesforce (required)",
    ]
    assert [reason.items for reason in reasons(match, words("nn"))] == [
        "Klagehandsaming (oppgåve), Zendesk",
        "Leiing eller Salesforce (krav)",
    ]


@pytest.mark.parametrize("catalogue", CATALOGUES.values(), ids=list(CATALOGUES))
def test_every_catalogue_fills_the_same_gaps(catalogue: Words) -> None:
    for field in fields(Words):
        said, meant = getattr(catalogue, field.name), getattr(NB, field.name)
        if isinstance(said, str):
            assert set(re.findall(r"{(\w+)}", said)) == set(re.findall(r"{(\w+)}", meant)), field.name
