"""All scores at once are those of one by one."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching import (
    AdFields,
    AskedLanguage,
    ConceptKind,
    Mention,
    Modality,
    Reading,
    Relevance,
    RelevanceAnswer,
    Span,
)
from domain.postings import DeadlineKind, Place, Salary
from domain.profiles import Profile
from matcher import board as board_module
from matcher.board import Board
from matcher.occupation import load_occupation
from matcher.score import score_profile
from matcher.vocabulary import load_vocabulary

TODAY = date(2026, 11, 20)
OCCUPATION = load_occupation()
LABELS = {concept.id: concept for concept in load_vocabulary().concepts}
HELD_KINDS = (ConceptKind.SKILL, ConceptKind.TOOL, ConceptKind.CERTIFICATION, ConceptKind.LICENCE)
# Few concepts, narrower ones and what they are a kind of among them, so that ads and people meet.
CONCEPTS = (
    *("tool.zendesk", "tool.crm", "tool.dynamics_365", "tool.dynamics_365_customer_service", "skill.coaching"),
    *("skill.budget", "certification.ccsm", "certification.hdi", "licence.driving_b", "skill.stated"),
)


def some(*values):
    return st.sampled_from(values)


MENTIONS = st.builds(
    lambda concept, modality, alternatives: Mention(
        concept,
        LABELS[concept].kind if concept in LABELS else ConceptKind.SKILL,
        concept,
        modality,
        Span(0, 1, "x"),
        "exact",
        alternatives,
    ),
    some(*CONCEPTS),
    some(*Modality),
    some(None, None, 0, 1),
)
PLACES = some(
    Place(city="Oslo", municipality="Oslo", county="Oslo"),
    Place(city="Bergen", municipality="Bergen", county="Vestland"),
    Place(city="Nowhere"),
    Place(country="NO"),
)
FIELDS = st.builds(
    AdFields,
    deadline=st.none() | st.dates(date(2026, 11, 1), date(2027, 1, 31)),
    deadline_kind=some(*DeadlineKind),
    extent_percent=some(None, (100.0, 100.0), (50.0, 80.0)),
    remote=some(None, "onsite", "hybrid", "remote"),
    salary=some(
        None, Salary(500_000, 700_000, "NOK", "year"), Salary(None, 40_000, "NOK", "month"), Salary(1, 2, "EUR", "hour")
    ),
    education_min=some(None, "none", "vocational", "bachelor", "master"),
    education_required=some(None, Modality.MUST, Modality.NICE),
    education_substitutable=some(None, True, False),
    experience_years=some(None, 0.0, 2.0, 3.0, 7.0),
    leadership_experience=some(None, Modality.MUST, Modality.NICE),
    languages=st.lists(
        st.builds(AskedLanguage, some("no", "en", "sv", "nn"), some(Modality.MUST, Modality.NICE), some(None, 0, 1)),
        max_size=3,
    ).map(tuple),
    shift_work=some(None, True, False),
    places=st.lists(PLACES, max_size=2).map(tuple),
)
READINGS = st.builds(
    lambda mentions, fields, answer: Reading("nb", "", tuple(mentions), fields, Relevance(answer, 6.0, 5.0), "test"),
    st.lists(MENTIONS, max_size=8),
    FIELDS,
    some(*RelevanceAnswer),
)
PROFILES = st.builds(
    Profile,
    name=st.just("kari"),
    concepts=st.frozensets(some(*CONCEPTS)),
    education=some(None, "vocational", "bachelor", "phd"),
    experience_years=some(None, 0.0, 1.0, 3.0, 10.0),
    leadership=some(None, True, False),
    languages=st.frozensets(some("no", "en", "nn", "pl")),
    municipalities=st.frozensets(some("Oslo", "Bergen", "Voss"), max_size=2),
    counties=st.frozensets(some("Oslo", "Vestland"), max_size=1),
    near=some(None, "Oslo", "Bergen"),
    radius_km=some(None, 40.0),
    remote=st.booleans(),
    extent_min=some(None, 60.0, 100.0),
    shift_work=some(None, True, False),
    salary_floor=some(None, 0.0, 550_000.0, 800_000.0),
)


@pytest.mark.parametrize("often", [1, 3, 10**9], ids=["lists", "both", "rows"])
@given(st.lists(READINGS, max_size=6), st.lists(PROFILES, min_size=1, max_size=3))
def test_all_at_once_gives_the_scores_of_one_by_one(often, readings, people):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(board_module, "_OFTEN", often)
        board = Board(dict(enumerate(readings)), OCCUPATION, today=TODAY)
    met = []
    for person, scores in board.each(people):
        met.append(person)
        assert dict(zip(board.openings, scores.tolist(), strict=True)) == one_by_one(readings, person)
    assert sorted(map(repr, met)) == sorted(map(repr, people))


@given(st.lists(READINGS, min_size=1, max_size=5), PROFILES)
def test_weights_beyond_a_hundred_are_counted_as_exactly(readings, person):
    heavy = replace(OCCUPATION, part_weights={name: 7 * weight + 1 for name, weight in OCCUPATION.part_weights.items()})
    board = Board(dict(enumerate(readings)), heavy, today=TODAY)
    expected = [score_profile(readings[one], person, heavy, today=TODAY).score for one in board.openings]
    assert board.scores(person).tolist() == expected


def test_answers_are_forgotten_when_too_many_are_kept(monkeypatch):
    monkeypatch.setattr(board_module, "_KEPT", 2)
    reading = Reading("nb", "", (), AdFields(experience_years=9.0), Relevance(RelevanceAnswer.YES, 6.0, 5.0), "test")
    board = Board({1: reading}, OCCUPATION, today=TODAY)
    people = [Profile(str(years), experience_years=float(years)) for years in range(9)]
    for person, scores in board.each(people):
        assert scores.tolist() == [score_profile(reading, person, OCCUPATION, today=TODAY).score]


def one_by_one(readings, person):
    return {
        number: score_profile(reading, person, OCCUPATION, today=TODAY).score for number, reading in enumerate(readings)
    }
