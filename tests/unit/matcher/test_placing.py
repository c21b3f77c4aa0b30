"""Putting a mention where its sentence stands."""

from dataclasses import fields, replace

from domain.codec import from_plain, to_plain
from domain.matching import ConceptKind, Mention, Modality, Span
from matcher.placing import placed

FOUND = Mention("tool.zendesk", ConceptKind.TOOL, "Zendesk", Modality.MUST, Span(3, 10, "Zendesk"), "exact", 0)


def test_a_placed_mention_is_the_one_that_the_constructor_would_make():
    made = placed(FOUND, 40, 2)
    assert made == replace(FOUND, span=Span(43, 50, "Zendesk"), alternatives=2)
    assert all(hasattr(made, item.name) for item in fields(Mention))
    assert hash(made) == hash(replace(FOUND, span=Span(43, 50, "Zendesk"), alternatives=2))
    assert FOUND.span.start == 3


def test_it_can_be_stored():
    assert from_plain(Mention, to_plain(placed(FOUND, 5, None))) == placed(FOUND, 5, None)
