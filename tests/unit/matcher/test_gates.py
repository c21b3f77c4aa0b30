"""The gates let every passage through that a reader would find something in: open or not, the reading is the same."""

import json
from pathlib import Path

import pytest

from matcher import gates, wordbook
from matcher.evaluation.ads import ad_text
from matcher.occupation import load_occupation
from matcher.reader import Reader

ROOT = Path(__file__).parents[3]
SETS = sorted((ROOT / "fixtures" / "occupations").glob("*.jsonl"))
GATED, OPENED = Reader(load_occupation()), Reader(load_occupation())
SIBLING = ROOT.parent / "shared" / "data" / "gold_dev" / "ads.jsonl"


@pytest.mark.parametrize("path", [*SETS, *([SIBLING] if SIBLING.is_file() else [])], ids=lambda path: path.stem)
def test_an_ad_reads_the_same_with_all_gates_open(path, monkeypatch):
    ads = [ad_text(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    gated = [GATED.read(ad) for ad in ads]
    for _ in range(2):  # sentences that are met again are asked for less
        assert [GATED.read(ad) for ad in ads] == gated
    monkeypatch.setattr(wordbook, "mask_of", lambda word: gates.ALL)
    for ad, reading in zip(ads, gated, strict=True):
        assert OPENED.read(ad) == reading, ad.title
