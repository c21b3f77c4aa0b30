"""The vocabulary and the occupation as data: schema, check, references."""

import pytest

from domain.errors import ConfigurationError
from domain.matching import ConceptKind
from domain.prefilter import fold, worth_reading
from matcher.occupation import load_occupation
from matcher.vocabulary import VocabularyError, check, load_vocabulary, read_concepts


def test_the_vocabulary_is_sound_and_large_enough():
    vocabulary = load_vocabulary()
    assert check(list(vocabulary.concepts)) == []
    assert len(vocabulary.concepts) >= 250
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


def test_short_forms_must_be_exact():
    assert check(read_concepts({"kind": "tool", "concepts": {"x": {"label": "X", "any": ["xy"]}}}, "t")) != []


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
