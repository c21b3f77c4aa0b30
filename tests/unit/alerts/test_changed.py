"""What changed in an ad, in words: every fact, given, changed and taken away, in three languages."""

from dataclasses import replace
from datetime import date

import pytest

from alerts.changed import change_in_words, text_in_words
from alerts.languages import CATALOGUES
from alerts.words_changed import CHANGE_WORDS
from domain.changes import fact_changes
from domain.postings import DeadlineKind, Draft, Place, Salary

NB, EN = CATALOGUES["nb"], CATALOGUES["en"]
SEEN = date(2026, 11, 24)
AD = Draft("1", "https://jobb.eksempel.no/1", "Kundeservicesjef")
OSLO, BERGEN = Place("Oslo"), Place("Bergen")
PAY = Salary(650_000.0, 720_000.0, "NOK", "year")


def due(day, kind=DeadlineKind.DATE, raw=None):
    return {"deadline": day, "deadline_kind": kind, "deadline_raw": raw}


FIRST, LATER = due(date(2026, 12, 1), raw="1.12.2026"), due(date(2026, 12, 15))
ASAP, NONE = due(None, DeadlineKind.ASAP, "Snarest"), due(None, DeadlineKind.NONE)


def told(before, after, words=NB):
    changes = fact_changes(replace(AD, **before), replace(AD, **after))
    return [change_in_words(change, words, SEEN).replace("\u00a0", " ") for change in changes]


@pytest.mark.parametrize(
    ("before", "after", "nb", "en"),
    [
        (
            FIRST,
            LATER,
            "fristen er utvidet fra 1. desember til 15. desember",
            "the deadline was extended from 1 December to 15 December",
        ),
        (
            LATER,
            FIRST,
            "fristen er kortet inn fra 15. desember til 1. desember",
            "the deadline was brought forward from 15 December to 1 December",
        ),
        (
            FIRST,
            due(date(2027, 1, 5)),
            "fristen er utvidet fra 1. desember 2026 til 5. januar 2027",
            "the deadline was extended from 1 December 2026 to 5 January 2027",
        ),
        (NONE, FIRST, "frist er oppgitt: 1. desember", "a deadline is stated: 1 December"),
        (
            FIRST,
            NONE,
            "frist er ikke lenger oppgitt (var 1. desember)",
            "a deadline is no longer stated (was 1 December)",
        ),
        (
            FIRST,
            ASAP,
            "fristen er endret fra 1. desember til snarest mulig",
            "the deadline was changed from 1 December to as soon as possible",
        ),
        (
            ASAP,
            due(None, DeadlineKind.ROLLING),
            "fristen er endret fra snarest mulig til fortløpende",
            "the deadline was changed from as soon as possible to rolling admission",
        ),
        (
            due(None, DeadlineKind.NONE, "uke 50"),
            FIRST,
            "fristen er endret fra «uke 50» til 1. desember",
            "the deadline was changed from “uke 50” to 1 December",
        ),
        (
            {"title": "Leder"},
            {"title": "Kundeservicesjef"},
            "tittelen er endret fra «Leder» til «Kundeservicesjef»",
            "the title was changed from “Leder” to “Kundeservicesjef”",
        ),
        (
            {},
            {"salary": PAY},
            "lønn er oppgitt: 650 000–720 000 kr i året",
            "pay is stated: 650 000–720 000 NOK a year",
        ),
        (
            {"salary": PAY},
            {"salary": Salary(700_000.0, 700_000.0, "NOK", "year")},
            "lønnen er endret fra 650 000–720 000 kr i året til 700 000 kr i året",
            "the pay was changed from 650 000–720 000 NOK a year to 700 000 NOK a year",
        ),
        (
            {"salary_raw": "etter avtale"},
            {},
            "lønn er ikke lenger oppgitt (var «etter avtale»)",
            "pay is no longer stated (was “etter avtale”)",
        ),
        (
            {"places": (OSLO,)},
            {"places": (BERGEN,)},
            "arbeidsstedet er endret fra Oslo til Bergen",
            "the place of work was changed from Oslo to Bergen",
        ),
        (
            {"places": (OSLO,)},
            {"places": (OSLO, BERGEN)},
            "arbeidssted er lagt til: Bergen",
            "place of work added: Bergen",
        ),
        (
            {"places": (OSLO, BERGEN)},
            {"places": (OSLO,)},
            "arbeidssted er tatt ut: Bergen",
            "place of work taken out: Bergen",
        ),
        (
            {},
            {"places": (OSLO, BERGEN)},
            "arbeidssted er oppgitt: Oslo, Bergen",
            "a place of work is stated: Oslo, Bergen",
        ),
        (
            {"places": (OSLO,)},
            {"places": (Place("Oslo", postal_code="0150"),)},
            "arbeidsstedet er endret fra Oslo til 0150, Oslo",
            "the place of work was changed from Oslo to 0150, Oslo",
        ),
        (
            {"extent_raw": "Heltid"},
            {"extent_raw": "Deltid"},
            "omfanget er endret fra «Heltid» til «Deltid»",
            "the extent was changed from “Heltid” to “Deltid”",
        ),
        (
            {"positions_raw": "1"},
            {"positions_raw": "2"},
            "antall stillinger er endret fra 1 til 2",
            "the number of positions was changed from 1 to 2",
        ),
        (
            {},
            {"employer": "Fjordnett AS"},
            "arbeidsgiver er oppgitt: «Fjordnett AS»",
            "an employer is stated: “Fjordnett AS”",
        ),
        (
            {"apply_url": "https://a.example/1"},
            {"apply_url": "https://a.example/2"},
            "lenken til søknaden er endret",
            "the link to apply was changed",
        ),
    ],
)
def test_a_change_is_told_as_a_person_would_say_it(before, after, nb, en):
    assert told(before, after) == [nb]
    assert told(before, after, EN) == [en]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FIRST, due(date(2026, 12, 1), raw="01.12.2026")),
        ({"salary": PAY, "salary_raw": "650–720'"}, {"salary": PAY, "salary_raw": "kr 650 000 til 720 000"}),
        ({"title": "Leder  kundesenter"}, {"title": "Leder kundesenter"}),
        (ASAP, due(None, DeadlineKind.ASAP, "ASAP")),
    ],
)
def test_the_same_fact_in_other_words_is_no_change(before, after):
    assert told(before, after) == []


def test_the_deadline_comes_first_and_a_long_title_is_cut():
    clauses = told(FIRST | {"title": "a" * 900}, LATER | {"title": "b", "employer": "X"})
    assert clauses[0].startswith("fristen er utvidet")
    assert len(clauses[1]) < 260
    assert len(clauses) == 3


def test_sentences_that_came_and_went_are_counted():
    assert text_in_words(1, 0, NB) == "teksten er endret: 1 setning er ny"
    assert text_in_words(3, 2, NB) == "teksten er endret: 3 setninger er nye og 2 setninger er tatt ut"
    assert text_in_words(0, 1, EN) == "the text was changed: 1 sentence was taken out"


def test_every_language_of_messages_has_words_for_every_change():
    assert set(CHANGE_WORDS) == set(CATALOGUES)
    assert {tuple(sorted(words.facts)) for words in CHANGE_WORDS.values()} == {tuple(sorted(CHANGE_WORDS["nb"].facts))}
