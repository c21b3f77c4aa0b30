"""Concepts in nynorsk and English: every one that is no product has its names."""

import tomllib
from pathlib import Path

import pytest

from domain.concept_names import named
from matcher.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[3]
SAME_EVERYWHERE = ("tool", "certification")


def test_every_concept_that_is_no_product_has_its_names():
    tables = tomllib.loads((ROOT / "domain" / "concepts.toml").read_text(encoding="utf-8"))
    told = {(kind, label) for kind, lines in tables.items() for label in lines}
    known = {(concept.id.partition(".")[0], concept.label) for concept in load_vocabulary().concepts}
    assert told - known == set()
    assert {item for item in known - told if item[0] not in SAME_EVERYWHERE} == set()


@pytest.mark.parametrize(
    ("label", "language", "name"),
    [
        ("Zendesk", "en", None),
        ("Salg", "nn", "Sal"),
        ("salg", "en", "Sales"),
        ("engelsk", "nn", "engelsk"),
        ("Salg", "nb", None),
        ("norsk eller engelsk", "en", "Norwegian or English"),
        ("Salg eller Zendesk", "nn", "Sal eller Zendesk"),
        ("Zendesk eller Salesforce", "en", None),
        ("noe som ingen så for seg", "en", None),
    ],
)
def test_concepts_are_called_by_their_names(label, language, name):
    assert named(label, language) == name
