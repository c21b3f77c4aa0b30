"""Scores: bounded, deterministic, monotone, and explained."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.profiles import Profile
from matcher.occupation import load_occupation
from matcher.score import score_occupation, score_profile
from matcher.vocabulary import load_vocabulary
from tests.unit.matcher.reading import place, read

OCCUPATION = load_occupation()
TODAY = date(2026, 11, 20)
AD = read(
    "<h3>Krav</h3><ul><li>Minst tre års ledererfaring fra kundeservice</li><li>Bachelor</li>"
    "<li>Zendesk eller Puzzel</li><li>Flytende norsk og engelsk</li></ul>"
    "<h3>Ønskelig</h3><ul><li>CCSM</li><li>Power BI</li></ul>"
    "<p>Fast 100 % stilling, lønn kr 600 000–700 000. Søknadsfrist 10. desember 2026.</p>",
    places=(place("Bergen"),),
)
CONCEPTS = sorted(concept.id for concept in load_vocabulary().concepts)
ASKED = sorted({mention.concept for mention in AD.mentions})
PERSON = Profile("Kari", frozenset({"tool.zendesk"}), "bachelor", 4.0, True, frozenset({"no", "en"}))


def parts(match):
    return {part.name: part for part in match.parts}


def test_the_occupation_score_names_its_parts_and_evidence():
    match = score_occupation(AD, OCCUPATION, today=TODAY)
    assert 0 < match.score <= 100
    assert any(evidence.quote == "CCSM" for evidence in parts(match)["certifications"].has)


def test_one_of_alternatives_is_enough_and_what_lacks_is_said():
    skills = parts(score_profile(AD, PERSON, OCCUPATION, today=TODAY))["required_skills"]
    assert any("Zendesk" in evidence.text for evidence in skills.has)
    assert not any("Puzzel" in evidence.text for evidence in skills.lacks)
    assert any("Power BI" in evidence.text for evidence in skills.lacks)


def test_what_the_ad_does_not_say_carries_no_weight():
    silent = read("<p>Vi søker deg.</p>")
    match = score_profile(silent, PERSON, OCCUPATION, today=TODAY)
    weighed = [part for part in match.parts if part.weight]
    assert all(part.points is None for part in weighed)
    assert {part.name for part in weighed if not part.not_stated} <= {"place", "pay", "extent"}


def test_a_wish_that_the_profile_lacks_is_no_silence_of_the_ad():
    found = parts(score_profile(AD, PERSON, OCCUPATION, today=TODAY))
    assert not found["place"].not_stated
    assert not found["pay"].not_stated


def test_languages_are_named_and_alternatives_are_one_demand():
    ad = read("<h3>Krav</h3><ul><li>Flytende engelsk</li><li>Svensk eller dansk</li></ul>")
    found = parts(score_profile(ad, PERSON, OCCUPATION, today=TODAY))["languages"]
    assert [evidence.text for evidence in found.has] == ["engelsk (krav)"]
    assert [evidence.text for evidence in found.lacks] == ["svensk eller dansk (krav)"]


def test_what_the_occupation_is_about_is_not_listed_word_by_word_when_the_ad_is_silent():
    found = parts(score_occupation(read("<p>Vi søker deg.</p>"), OCCUPATION, today=TODAY))
    assert [evidence.text for evidence in found["required_skills"].not_stated] == ["ferdigheter er ikke nevnt"]


@pytest.mark.parametrize(("title", "most"), [("Servicesjef verksted", 20), ("Teamleder kundeservice", 80)])
def test_another_job_scores_low_whatever_it_asks_for(title, most):
    html = "<h3>Krav</h3><ul><li>CRM, Zendesk, Power BI og CCSM</li><li>Coaching, budsjett og klagebehandling</li></ul>"
    match = score_occupation(read(html, title), OCCUPATION, today=TODAY)
    assert match.score <= most
    assert parts(match)["occupation"].lacks


def test_a_passed_deadline_is_not_fresh():
    fresh = parts(score_occupation(AD, OCCUPATION, today=date(2026, 12, 11)))["freshness"]
    assert fresh.points == 0.0


def test_experience_stands_in_for_education_only_where_the_ad_says_so():
    strict = replace(PERSON, education="upper_secondary", experience_years=10.0)
    plain = parts(score_profile(AD, strict, OCCUPATION, today=TODAY))["education_experience"]
    open_ad = read("<h3>Krav</h3><ul><li>Bachelor, men lang erfaring kan erstatte utdanning</li></ul>")
    kind = parts(score_profile(open_ad, strict, OCCUPATION, today=TODAY))["education_experience"]
    assert plain.points < kind.points


@pytest.mark.parametrize(("wanted", "points"), [("Bergen", 1.0), ("Vestland", 1.0), ("Oslo", 0.0)])
def test_place_by_municipality_or_county(wanted, points):
    person = replace(PERSON, municipalities=frozenset({wanted}), counties=frozenset({wanted}))
    assert parts(score_profile(AD, person, OCCUPATION, today=TODAY))["place"].points == points


@given(st.frozensets(st.sampled_from(ASKED + CONCEPTS[:40])), st.sampled_from(ASKED + CONCEPTS[:40]))
def test_gaining_a_skill_never_lowers_a_score(held, gained):
    before = score_profile(AD, replace(PERSON, concepts=held), OCCUPATION, today=TODAY)
    after = score_profile(AD, replace(PERSON, concepts=held | {gained}), OCCUPATION, today=TODAY)
    assert 0 <= before.score <= after.score <= 100
    assert after == score_profile(AD, replace(PERSON, concepts=held | {gained}), OCCUPATION, today=TODAY)


@given(st.floats(0, 60), st.floats(0, 20))
def test_more_years_never_lower_a_score(years, more):
    before = score_profile(AD, replace(PERSON, experience_years=years), OCCUPATION, today=TODAY)
    after = score_profile(AD, replace(PERSON, experience_years=years + more), OCCUPATION, today=TODAY)
    assert before.score <= after.score


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_score_is_bounded_on_any_day(today):
    assert 0 <= score_occupation(AD, OCCUPATION, today=today).score <= 100


def test_who_holds_the_narrower_holds_the_broader_but_not_the_other_way_round():
    ad = read("<h3>Krav</h3><ul><li>Erfaring med CRM-system</li></ul>")
    knows = replace(PERSON, concepts=frozenset({"tool.dynamics_365_customer_service"}))
    assert parts(score_profile(ad, knows, OCCUPATION, today=TODAY))["required_skills"].points == 1.0
    ad = read("<h3>Krav</h3><ul><li>Erfaring med Salesforce</li></ul>")
    knows = replace(PERSON, concepts=frozenset({"tool.crm"}))
    assert parts(score_profile(ad, knows, OCCUPATION, today=TODAY))["required_skills"].points == 0.0
