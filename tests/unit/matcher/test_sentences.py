"""Cutting blocks into sentences."""

import pytest

from matcher.sentences import split
from matcher.text import read_html


def sentences(text):
    (block,) = read_html(f"<p>{text}</p>").blocks
    return [block.text[start:end] for start, end in split(block.text, block.shape)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Norsk er et krav. Engelsk er en fordel.", 2),
        ("Søknadsfrist 13. desember 2026. Oppstart snarest.", 2),
        ("Lønn ca. 600 000 kr. Fast stilling.", 2),
        ("Vi bruker f.eks. Zendesk.", 1),
        ("Ring Ola, tlf. 22 00 00 00.", 1),
        ("Ledererfaring? Hyggelig, men vi kan lære deg det.", 1),
        ("Har du lyst på en ny jobb? Da vil vi høre fra deg.", 2),
    ],
)
def test_abbreviations_dates_and_short_questions_do_not_end_a_sentence(text, count):
    assert len(sentences(text)) == count


def test_a_sentence_without_end_is_cut_into_bounded_pieces():
    pieces = sentences("kundeservice " * 500)
    assert max(len(piece) for piece in pieces) <= 700
    assert " ".join(pieces) == ("kundeservice " * 500).strip()
