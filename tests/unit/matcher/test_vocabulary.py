"""The vocabulary and the occupation as data: schema, check, references."""

import pytest

from domain.errors import ConfigurationError
from domain.matching import ConceptKind
from domain.prefilter import fold, worth_reading
from matcher.occupation import load_occupation
from matcher.suggest import suggest
from matcher.vocabulary import VocabularyError, check, load_vocabulary, read_broader, read_concepts
from tests.unit.matcher.reading import read


def test_the_vocabulary_is_sound_and_large_enough():
    vocabulary = load_vocabulary()
    assert check(list(vocabulary.concepts), vocabulary.broader) == []
    assert len(vocabulary.concepts) >= 400
    assert sum(concept.esco is not None for concept in vocabulary.concepts) >= 60
    assert {concept.kind for concept in vocabulary.concepts} >= set(ConceptKind) - {ConceptKind.TASK}


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kind": "hobby", "concepts": {}},
        {"kind": "tool", "concepts": {"x": {"any": ["x"]}}},
        {"kind": "tool", "concepts": {"x": {"label": "X", "colour": "red"}}},
    ],
)
def test_a_broken_file_is_named(data):
    with pytest.raises(VocabularyError, match=r"tools\.toml"):
        read_concepts(data, "tools.toml")


def problems(kind="tool", **tables):
    return check(read_concepts({"kind": kind, "concepts": tables}, "t"))


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"label": "X", "any": ["xy"]}, "short"),
        ({"label": " ", "any": ["zendesk"]}, "no label"),
        ({"label": "X", "any": [""]}, "empty form"),
        ({"label": "X", "any": ["24/7"]}, "no letter"),
        ({"label": "X", "any": ["teams"], "cased": True}, "capitals"),
        ({"label": "X", "any": ["zendesk"], "esco": "coach employees"}, "ESCO"),
    ],
)
def test_the_check_tells_what_is_wrong_with_a_concept(table, told):
    (problem,) = problems(x=table)
    assert problem.startswith("tool.x")
    assert told in problem


def test_a_form_belongs_to_one_concept():
    (problem,) = problems(x={"label": "X", "any": ["CRM-system"]}, y={"label": "Y", "any": ["crm system"]})
    assert "tool.x and of tool.y" in problem


def test_a_language_needs_its_code():
    assert problems("language", x={"label": "Norsk"})
    assert not problems("language", x={"label": "Norsk", "code": "no"})


def test_unknown_phrases_of_requirements_are_suggested_most_frequent_first():
    ads = [
        "<h3>Krav</h3><ul><li>Erfaring med kvantekrypto</li><li>Sans for glitrebilder</li></ul>",
        "<h3>Krav</h3><ul><li>Kjennskap til kvantekrypto</li><li>Erfaring med Zendesk</li></ul>",
        "<h3>Oppgaver</h3><ul><li>Pusse glitrebilder</li></ul>",
    ]
    found = suggest(read(ad) for ad in ads)
    assert [(item.phrase, item.ads) for item in found] == [("kvantekrypto", 2)]
    assert found[0].example == "Erfaring med kvantekrypto"


def test_the_occupation_names_only_known_concepts():
    known = load_vocabulary().by_id()
    occupation = load_occupation()
    assert [
        item.concept for item in (*occupation.skills, *occupation.certifications) if item.concept not in known
    ] == []


def test_an_unknown_occupation_is_refused_with_the_known_ones():
    with pytest.raises(ConfigurationError) as caught:
        load_occupation("astronaut")
    assert "customer_service_manager" in caught.value.remedy


def test_the_title_filter_lets_every_title_of_the_occupation_in():
    occupation = load_occupation()
    assert occupation.title_terms == tuple("+".join(fold(p) for p in t.split("+")) for t in occupation.title_terms)
    for titles in occupation.titles.values():
        for title in titles:
            assert worth_reading(title, occupation.title_terms), title


@pytest.mark.parametrize("title", ["Sykepleier", "Rørlegger", "Software developer", "Lærer"])
def test_the_title_filter_leaves_other_jobs_out(title):
    assert not worth_reading(title, load_occupation().title_terms)


def test_what_is_broader_is_reached_over_all_steps():
    broader = load_vocabulary().broader
    assert set(broader["tool.dynamics_365_customer_service"]) >= {"tool.dynamics_365", "tool.crm"}
    assert "tool.dynamics_365" not in broader.get("tool.crm", ())


def test_a_circle_of_broader_concepts_is_told():
    with pytest.raises(VocabularyError, match="broader than itself"):
        read_broader({"a": {"narrower": ["b"]}, "b": {"narrower": ["a"]}})


def test_relations_name_concepts():
    assert check([], {"tool.nothing": ("tool.none",)}) == [
        "tool.none stands in the relations, but is no concept",
        "tool.nothing stands in the relations, but is no concept",
    ]
