"""Postings that look alike, in the shapes of real portals: which of them are one opening? See fixtures/openings."""

from pathlib import Path

import pytest

from matcher.evaluate import evaluate_openings
from matcher.sketch import in_digits

BATCHES = Path(__file__).resolve().parents[3] / "fixtures" / "openings"


@pytest.mark.parametrize("batch", ["first", "second", "third"])
def test_nothing_is_merged_wrongly_and_hardly_anything_missed(batch):
    result = evaluate_openings((BATCHES / f"{batch}_groups.jsonl").read_text(encoding="utf-8").splitlines())
    assert (result["precision"], result["wrong_merges"], result["broken_lines"]) == (1.0, 0, [])
    assert result["recall"] >= 0.95


def test_numbers_in_words_are_numbers():
    assert in_digits("du leder seksten rådgivere og tjueto vikarer") == "du leder 16 rådgivere og 22 vikarer"
    assert in_digits("vi søker en leder til to kontorer") == "vi søker en leder til to kontorer"
