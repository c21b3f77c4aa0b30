"""How many misspelt, reordered and joined words are still found. No limit: a share of all planted ones.

Words and forms come from the vocabulary itself; edits are scripted. A planted word counts as found when the ad that
holds it in a requirement has a mention of its concept.
"""

from collections.abc import Callable, Iterator
from random import Random

from benchmarks import corpus
from benchmarks.harness import Row, bound
from domain.matching import AdText, ConceptKind
from matcher.occupation import load_occupation
from matcher.reader import Reader
from matcher.vocabulary import Concept, load_vocabulary

SAMPLE = 400
ONE_EDIT, TWO_EDITS, SWAPPED, COMPOUNDS = 0.97, 0.95, 0.95, 0.90
_KINDS = (ConceptKind.SKILL, ConceptKind.TOOL)
_HEADS = ("arbeid", "erfaring", "prosjekt", "system", "team")

Planted = tuple[Concept, str]


def rows() -> Iterator[Row]:
    """Recall for each way of writing a known form differently."""
    reader = Reader(load_occupation())
    plans: tuple[tuple[str, Callable[[Random], Iterator[Planted]], float], ...] = (
        ("typo recall: one edit, 6+ letters", lambda random: edited(random, 6, 1), ONE_EDIT),
        ("typo recall: two edits, 9+ letters", lambda random: edited(random, 9, 2), TWO_EDITS),
        ("typo recall: swapped order", swapped, SWAPPED),
        ("typo recall: compounds", compounds, COMPOUNDS),
    )
    for name, plan, least in plans:
        planted = _sample(list(plan(Random(7))))
        hits = sum(found(reader, concept, text) for concept, text in planted)
        yield bound(name, "share", hits / len(planted), least=least)


def found(reader: Reader, concept: Concept, text: str) -> bool:
    """Does the reader see ``concept`` in an ad that asks for ``text``?"""
    ad = AdText(title="Kundeservicesjef", description_html=f"<h2>Krav</h2><ul><li>Erfaring med {text}</li></ul>")
    return any(mention.concept == concept.id for mention in reader.read(ad).mentions)


def edited(random: Random, letters: int, edits: int) -> Iterator[Planted]:
    """Forms of one word with at least ``letters`` letters, misspelt."""
    for concept, form in _forms():
        if len(form) >= letters and form.isalpha():
            yield concept, corpus.misspelt(form, random, edits)


def swapped(random: Random) -> Iterator[Planted]:
    """Forms of two long words, the other way round with a small word between them."""
    for concept, form in _forms():
        words = form.split()
        if len(words) == 2 and all(len(word) > 4 and word.isalpha() for word in words):
            yield concept, f"{words[1]} {random.choice(('i', 'av', 'for'))} {words[0]}"


def compounds(random: Random) -> Iterator[Planted]:
    """Norwegian compounds: a known long word with another word behind it."""
    for concept, form in _forms():
        if concept.inflect and len(form) >= 9 and form.isalpha() and form.islower():
            yield concept, f"{form}{random.choice(('s', ''))}{random.choice(_HEADS)}"


def _forms() -> Iterator[Planted]:
    for concept in load_vocabulary().concepts:
        if concept.kind in _KINDS and _fit(concept):
            yield from ((concept, form) for form in concept.forms)


def _fit(concept: Concept) -> bool:
    """Leading as such is a field of the ad and never a mention; names that other words block are left out, too."""
    return not (concept.exact or concept.generic or concept.blockers or concept.id == "skill.leadership")


def _sample(planted: list[Planted]) -> list[Planted]:
    return Random(3).sample(planted, min(SAMPLE, len(planted)))
