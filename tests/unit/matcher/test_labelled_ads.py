"""The labelled ads stay read: no figure falls below its floor, and the gates let through all that is read.

One reader serves both, since an ad is read far faster when its sentences are known.
"""

import json
from pathlib import Path

import pytest

from matcher import gates, wordbook
from matcher.evaluate import evaluate
from matcher.evaluation.ads import ad_text
from matcher.occupation import load_occupation
from matcher.reader import Reader

ROOT = Path(__file__).parents[3]
SETS = ROOT / "fixtures" / "occupations"
INVENTED, HELD_BACK = SETS / "invented_ads.jsonl", SETS / "held_back_ads.jsonl"
LATER = sorted(SETS.glob("*_held_back_ads.jsonl"))
UNSEEN = SETS / "unseen_ads.jsonl"
"""Written and labelled before the matcher had read them; see the page beside them."""
SIBLING = ROOT.parent / "shared" / "data" / "gold_dev" / "ads.jsonl"
GATED, OPENED = Reader(load_occupation()), Reader(load_occupation())


def read(path):
    return evaluate(path.read_text(encoding="utf-8").splitlines(), reader=GATED)


def floors(result):
    assert result["broken_lines"] == []
    assert result["relevance"]["strict"]["f1"] >= 0.92
    assert result["relevance"]["lenient"]["f1"] >= 0.95
    assert result["requirements"]["f1"] >= 0.80
    assert result["requirements"]["recall"] >= 0.85
    assert result["modality"]["accuracy"] >= 0.92
    assert result["modality"]["negation_errors"] == 0
    assert result["certifications"]["precision"] >= 0.95
    assert result["certifications"]["recall"] >= 0.95
    assert result["deadline"]["accuracy"] >= 0.98
    assert result["salary"]["accuracy"] >= 0.97
    for figure in ("extent", "employment_type", "positions", "remote", "education_min", "education_required"):
        assert result[figure]["accuracy"] >= 0.93, figure
    for figure in ("experience_years", "leadership", "languages", "shift_work", "people_managed", "places"):
        assert result[figure]["accuracy"] >= 0.93, figure


def test_our_invented_ads_are_read_as_labelled():
    floors(read(INVENTED))


def test_ads_labelled_before_they_were_read():
    result = read(UNSEEN)
    floors(result)
    assert result["ads"] >= 40


def test_the_ads_held_back_are_read_no_worse_than_at_first():
    """Floors are what the first reading found; see the page beside the ads."""
    result = read(HELD_BACK)
    assert result["relevance"]["lenient"]["f1"] >= 0.94
    assert result["requirements"]["f1"] >= 0.86
    assert result["modality"]["negation_errors"] == 0
    assert result["certifications"] == {"precision": 1.0, "recall": 1.0, "n": 7}
    assert result["people_managed"]["accuracy"] >= 0.56
    assert result["leadership"]["accuracy"] >= 0.75


@pytest.mark.parametrize("path", LATER, ids=lambda path: path.stem)
def test_the_later_ads_stay_read(path):
    """Lower floors than for the sets that the rules grew up with: nobody has seen such ads often."""
    result = read(path)
    assert result["relevance"]["lenient"]["f1"] >= 0.95
    assert result["relevance"]["strict"]["f1"] >= 0.92
    assert result["requirements"]["f1"] >= 0.90
    assert result["modality"]["accuracy"] >= 0.95
    assert result["modality"]["negation_errors"] == 0
    assert result["deadline"]["accuracy"] >= 0.98
    for figure in ("salary", "extent", "employment_type", "education_min", "leadership", "languages", "people_managed"):
        share, count = result[figure]["accuracy"], result[figure]["n"]
        assert share >= 0.92 or round((1 - share) * count) == 1, figure  # of a dozen ads, one is .083


@pytest.mark.parametrize("batch", ["first", "second", "third", "fourth", "fifth", "sixth"])
def test_plain_ads_stay_read(batch):
    """Each batch is small: one ad of ten may be read otherwise than its label."""
    path = SETS / f"{batch}_plain_ads.jsonl"
    result = read(path)
    assert min(result["relevance"][way]["f1"] for way in ("strict", "lenient")) >= 0.94
    assert result["requirements"]["f1"] >= 0.88
    assert (result["modality"]["negation_errors"], result["certifications"]["recall"]) == (0, 1.0)
    for figure in (
        "deadline",
        "salary",
        "extent",
        "employment_type",
        "leadership",
        "remote",
        "shift_work",
    ):
        assert result[figure]["accuracy"] == 1.0, figure
    assert result["languages"]["accuracy"] >= 0.87


@pytest.mark.parametrize("number", range(1, 17))
def test_ads_by_other_writers_stay_read(number):
    """Floors are what is read today: higher for what the rules learnt from, lowest for what is hard (9 to 11)."""
    path = SETS / f"by_others_{number}.jsonl"
    result = read(path)
    first, learnt, hard = number < 6, number < 9, 9 <= number <= 11
    assert result["ads"] == 24
    assert result["relevance"]["lenient"]["f1"] >= (0.95 if learnt else 0.89)
    assert result["requirements"]["f1"] >= (0.95 if first else 0.94 if learnt else 0.87)
    assert result["modality"]["accuracy"] >= (0.99 if first else 0.98 if learnt else 0.85 if hard else 0.92)
    assert result["modality"]["negation_errors"] <= (0 if learnt else 6 if hard else 1)
    assert result["certifications"]["recall"] >= (0.91 if learnt else 0.73)
    for figure in ("deadline", "salary", "extent", "employment_type", "positions", "places"):
        assert result[figure]["accuracy"] >= (0.95 if learnt else 0.83), figure
    for figure in ("remote", "shift_work", "leadership", "languages", "people_managed"):
        assert result[figure]["accuracy"] >= (0.95 if first else 0.91 if learnt else 0.66), figure


@pytest.mark.parametrize("number", range(17, 53))
def test_ads_of_the_development_sets_make_stay_read(number):
    """Floors are what is read today; 46, 47 and 52 were hardly learnt from, and 46 speaks in images."""
    path = SETS / f"by_others_{number}.jsonl"
    result = read(path)
    assert (result["ads"], result["broken_lines"]) == (24, [])
    assert result["relevance"]["strict"]["f1"] >= 0.95
    assert result["requirements"]["f1"] >= (0.92 if number < 52 else 0.91)
    assert result["requirements"]["recall"] >= (0.92 if number < 36 else 0.9)
    assert result["modality"]["accuracy"] >= 0.96
    assert result["modality"]["negation_errors"] <= (0 if number < 46 else 1)
    assert result["certifications"]["recall"] >= (0.82 if number > 35 else 0.88)
    for figure in ("deadline", "salary", "extent", "employment_type", "positions", "places", "remote", "shift_work"):
        assert result[figure]["accuracy"] >= 0.91, figure
    for figure in ("leadership", "languages", "people_managed", "education_min", "experience_years"):
        assert result[figure]["accuracy"] >= (0.87 if number < 46 else 0.83), figure


def test_ads_that_make_their_reader_reckon_stay_read():
    """Learnt from for a few turns only: staff is told as halves, twice as many, and so many in each of three groups."""
    result = read(SETS / "by_others_53.jsonl")
    assert (result["ads"], result["broken_lines"]) == (24, [])
    assert result["relevance"]["strict"]["precision"] == 1.0
    assert result["relevance"]["strict"]["f1"] >= 0.86
    assert result["requirements"]["recall"] >= 0.94
    assert result["modality"]["negation_errors"] <= 1
    assert result["certifications"]["recall"] >= 0.78
    for figure in ("deadline", "salary", "extent", "positions", "places", "experience_years"):
        assert result[figure]["accuracy"] == 1.0, figure
    for figure in ("leadership", "languages", "education_min", "employment_type"):
        assert result[figure]["accuracy"] >= 0.91, figure
    assert result["people_managed"]["accuracy"] >= 0.54


@pytest.mark.parametrize("number", range(1, 6))
def test_facts_told_in_a_sentence_stay_read(number):
    path = SETS / f"facts_by_others_{number}.jsonl"
    result = read(path)
    assert result["broken_lines"] == []
    for figure in ("people_managed", "leadership", "shift_work", "languages", "education_min"):
        assert result[figure]["accuracy"] >= (0.91 if number < 4 else 0.83), figure
    if number < 5:
        assert result["remote"]["accuracy"] >= (0.91 if number < 4 else 0.83)


@pytest.mark.parametrize("number", range(1, 6))
def test_papers_told_in_a_sentence_stay_read(number):
    path = SETS / f"papers_by_others_{number}.jsonl"
    result = read(path)
    assert result["broken_lines"] == []
    assert result["certifications"]["precision"] >= 0.9
    assert result["certifications"]["recall"] >= 0.7
    assert result["modality"]["accuracy"] >= 0.9
    assert result["modality"]["negation_errors"] <= 9


@pytest.mark.skipif(not SIBLING.is_file(), reason="the sibling data folder is not here")
def test_the_development_set_is_read_as_labelled():
    floors(read(SIBLING))


@pytest.mark.parametrize(
    "path", [*sorted(SETS.glob("*.jsonl")), *([SIBLING] if SIBLING.is_file() else [])], ids=lambda path: path.stem
)
def test_an_ad_reads_the_same_with_all_gates_open(path, monkeypatch):
    ads = [ad_text(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    gated = [GATED.read(ad) for ad in ads]
    for _ in range(2):  # sentences that are met again are asked for less
        assert [GATED.read(ad) for ad in ads] == gated
    monkeypatch.setattr(wordbook, "mask_of", lambda word: gates.ALL)
    for ad, reading in zip(ads, gated, strict=True):
        assert OPENED.read(ad) == reading, ad.title
