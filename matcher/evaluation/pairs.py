"""Pairs of postings of which only features may be passed on: is it the same opening?

Title, employer, city and date are as they were. The texts stand in: so many made-up words, of which two texts share as
many runs of three as is known of the real ones. What is measured is how these facts are weighed; no text is read.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from domain.clock import local_date
from domain.postings import Place
from matcher.evaluation.figures import Binary, Errors
from matcher.openings import PostingKey, same_openings
from matcher.reader import Reader

KEYS = {"text_sha1_a", "text_sha1_b", "shingle3_jaccard", "label"}
_SENTENCE = 12
"""Words."""


def score_pairs(records: Iterable[Mapping[str, Any]], _reader: Reader, errors: Errors) -> dict[str, Any]:
    """Precision and recall of *same opening* over labelled pairs, each on its own, and wrong merges."""
    count, wrong, left_out = Binary(), Counter[str](), 0
    for record in records:
        if record["label"] not in ("duplicate", "not_duplicate"):
            left_out += 1
            continue
        same = record["label"] == "duplicate"
        predicted = len(same_openings(_keys(record)).groups) == 1
        count.add(same, predicted)
        if predicted and not same:
            wrong["template" if "template" in str(record.get("reason")) else "other"] += 1
        if predicted != same:
            errors.add(str(record.get("pair")), "pair", record["label"], record.get("reason"))
    merges = {"wrong_merges": wrong.total(), "wrong_merges_template": wrong["template"], "unlabelled": left_out}
    return {"pairs": count.as_dict() | merges}


def _keys(record: Mapping[str, Any]) -> list[PostingKey]:
    return [
        _key(record, number, side, text) for number, (side, text) in enumerate(zip("ab", _texts(record), strict=True))
    ]


def _key(record: Mapping[str, Any], number: int, side: str, text: str) -> PostingKey:
    city, date = record[f"city_{side}"], record[f"date_{side}"]
    return PostingKey(
        id=number,
        source=f"{record['source']}_{side}",
        title=str(record[f"title_{side}"]),
        employer=str(record[f"employer_{side}"] or ""),
        places=(Place(city=str(city)),) if city else (),
        text=text,
        published=local_date(datetime.fromisoformat(date)) if date else None,
    )


def _texts(record: Mapping[str, Any]) -> tuple[str, str]:
    """Two texts of the lengths known. What they share stands first, so that runs of words are shared as words are."""
    one, other = int(record["text_words_a"]), int(record["text_words_b"])
    if record["text_sha1_a"] == record["text_sha1_b"]:
        return _text(one, one, "a"), _text(one, one, "a")
    jaccard = float(record["shingle3_jaccard"])
    shared = min(one, other, round((one + other) * jaccard / (1 + jaccard)))
    return _text(one, shared, "a"), _text(other, shared, "b")


def _text(words: int, shared: int, side: str) -> str:
    told = [f"ord{number}" if number < shared else f"{side}{number}" for number in range(words)]
    return ". ".join(" ".join(told[start : start + _SENTENCE]) for start in range(0, words, _SENTENCE))
