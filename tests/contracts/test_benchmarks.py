"""Every stage can be measured, and the report has the form that is promised."""

import json
from random import Random

import pytest

from benchmarks import corpus
from benchmarks.__main__ import STAGES, main, stage
from benchmarks.harness import at_least, at_most, bound


@pytest.mark.parametrize("name", STAGES)
def test_every_stage_has_its_module(name):
    assert callable(stage(name))


def test_the_report_holds_machine_and_rows(tmp_path):
    report = tmp_path / "bench.json"
    code = main(["--strict", "--only", "startup", "--json", str(report)])
    written = json.loads(report.read_text(encoding="utf-8"))
    assert set(written) == {"machine", "rows"}
    (row,) = written["rows"]
    assert set(row) == {"stage", "unit", "ours", "limit", "ratio", "target", "ok"}
    assert code == (0 if row["ok"] else 1)
    assert row["ours"] > row["limit"] > 0


def test_a_speed_must_reach_its_share_and_a_cost_must_stay_below():
    assert at_least("s", "u", ours=60, limit=100, share=0.6).ok
    assert not at_least("s", "u", ours=59, limit=100, share=0.6).ok
    assert at_most("s", "u", ours=15, limit=1, times=15).ok
    assert not at_most("s", "u", ours=16, limit=1, times=15).ok
    assert not bound("s", "u", 0.94, least=0.95).ok
    assert not bound("s", "u", 1, most=0).ok


def test_the_same_seed_gives_the_same_ads():
    assert corpus.ads(3, seed=4) == corpus.ads(3, seed=4)
    assert corpus.ads(3, seed=4) != corpus.ads(3, seed=5)


def test_an_ad_has_the_length_that_the_targets_were_set_on():
    words = len(corpus.description(Random(1)).split())
    assert corpus.WORDS <= words <= corpus.WORDS * 1.3
