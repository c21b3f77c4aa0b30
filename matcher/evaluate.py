"""Measures the matcher on labelled ads and on groups of postings, through the same code that a crawl uses.

Figures and their definitions: the evaluation page. Unknown keys are ignored, a missing key leaves its figure out, a
broken line is reported with its number and the rest goes on.
"""

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from matcher.evaluation import ads, groups, sets
from matcher.evaluation.figures import Binary, Errors, Exact, f1, ratio
from matcher.evaluation.spans import Requirements
from matcher.occupation import load_occupation
from matcher.reader import Reader

_DIGITS = 4


def evaluate(lines: Iterable[str], *, verbose: bool = False, reader: Reader | None = None) -> dict[str, Any]:
    """Every figure of labelled ads, one JSON object a line; with ``verbose`` also each error."""
    lines = sets.as_records(list(lines))
    scorer = next((sets.scorer_of(record) for _, record in _records(lines) if record), None)
    if scorer:
        return _evaluate_set(scorer, lines, verbose=verbose)
    began = time.perf_counter()
    reader, errors = reader or Reader(load_occupation()), Errors()
    counts = {figure: Exact() for figure in ads.FIGURES}
    strict, lenient, requirements = Binary(), Binary(), Requirements()
    total, broken = 0, []
    for number, record in _records(lines):
        try:
            assert record is not None
            gold = record["gold"]
            reading = reader.read(ads.ad_text(record))
            ads.compare(record, reading, counts, errors)
            ads.compare_relevance(record, reading, strict, lenient, errors)
            if "requirements" in gold:
                requirements.add(str(record.get("id")), reading.text, gold["requirements"], reading.mentions, errors)
        except (AssertionError, KeyError, TypeError, ValueError, AttributeError):
            broken.append(number)
            continue
        total += 1
    figures: dict[str, Any] = {"relevance": {"strict": strict.as_dict(), "lenient": lenient.as_dict()}}
    figures |= requirements.as_dict() | {figure: count.as_dict() for figure, count in counts.items()}
    result = {
        "ads": total,
        "broken_lines": broken,
        **_present(figures),
        "seconds": round(time.perf_counter() - began, 3),
    }
    return result | ({"errors": errors.rows} if verbose else {})


def _evaluate_set(scorer: sets.Scorer, lines: Iterable[str], *, verbose: bool) -> dict[str, Any]:
    began = time.perf_counter()
    errors = Errors()
    rows = list(_records(lines))
    whole = [record for _, record in rows if record and sets.scorer_of(record) is scorer]
    broken = [number for number, record in rows if not record or sets.scorer_of(record) is not scorer]
    figures = scorer(whole, Reader(load_occupation()), errors)
    seconds = round(time.perf_counter() - began, 3)
    result = {"rows": len(whole), "broken_lines": broken, **_deep_rounded(figures), "seconds": seconds}
    return result | ({"errors": errors.rows} if verbose else {})


def _deep_rounded(figures: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _deep_rounded(value) if isinstance(value, dict) else _rounded({name: value})[name]
        for name, value in figures.items()
    }


def evaluate_openings(lines: Iterable[str], *, verbose: bool = False) -> dict[str, Any]:
    """Pairwise figures of *same opening* over groups that are independent of each other."""
    reader, errors = Reader(load_occupation()), Errors()
    right = wrong = missed = across = total = 0
    broken = []
    for number, group in _records(lines):
        try:
            assert group is not None
            gold = groups.gold_pairs(group)
            keys = groups.keys_of(group, reader)
        except (AssertionError, KeyError, TypeError, ValueError, AttributeError):
            broken.append(number)
            continue
        total += 1
        predicted = groups.predicted_pairs(keys)
        right, wrong, missed = (
            right + len(predicted & gold),
            wrong + len(predicted - gold),
            missed + len(gold - predicted),
        )
        across += len(list(groups.across_cities(keys, predicted - gold)))
        if predicted != gold:
            errors.add(str(group.get("group")), "openings", sorted(gold - predicted), sorted(predicted - gold))
    precision, recall = ratio(right, right + wrong), ratio(right, right + missed)
    figures = {"precision": precision, "recall": recall, "f1": f1(precision, recall)}
    result = {"groups": total, **_rounded(figures), "wrong_merges": across, "broken_lines": broken}
    return result | ({"errors": errors.rows} if verbose else {})


def _records(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Line number and object of every line that is not blank; None for one that cannot be read."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        yield number, record if isinstance(record, dict) else None


def _present(figures: Mapping[str, Any]) -> dict[str, Any]:
    """Only what the set has labels for."""
    kept: dict[str, Any] = {}
    for name, figure in figures.items():
        if name == "relevance":
            asked = {key: _rounded(value) for key, value in figure.items() if value["n"]}
            if asked:
                kept[name] = asked
        elif figure["n"]:
            kept[name] = _rounded(figure)
    return kept


def _rounded(figure: Mapping[str, Any]) -> dict[str, Any]:
    return {key: round(value, _DIGITS) if isinstance(value, float) else value for key, value in figure.items()}
