"""Labelled sets of one thing each: titles, deadlines, pay, spans, ESCO links, pairs. Told apart by their keys.

Each goes through the code that a crawl uses. How a set is scored stands in the page beside it: titles by yes or no over
all rows, deadlines and pay by exact equality, spans by equal start and end.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from domain.clock import local_date
from domain.deadlines import read_deadline
from domain.matching import AdText, RelevanceAnswer
from domain.postings import DeadlineKind
from matcher.evaluation import linking, pairs
from matcher.evaluation.figures import Binary, Errors, Exact, f1, ratio
from matcher.reader import Reader

Record = Mapping[str, Any]
Scorer = Callable[[Iterable[Record], Reader, Errors], dict[str, Any]]

_UNSTATED = "unspecified"
_FILED_AS = {"by_agreement": str(DeadlineKind.ROLLING)}
"""*Etter avtale* is a kind of its own in the set of deadlines, and a rolling one here and in the label guide of ads."""


def scorer_of(record: Record) -> Scorer | None:
    """The scorer of the set that ``record`` belongs to; None when it is an ad or nothing known."""
    for keys, scorer in _SETS:
        if keys <= set(record):
            return scorer
    return None


def as_records(lines: list[str]) -> list[str]:
    """``lines`` as JSON, one record a line, whatever form the set came in."""
    first = lines[0] if lines else ""
    if first.lstrip().startswith("["):
        records = _whole(lines)
    elif first.startswith("{"):
        return lines
    elif set(first.split(",")) >= linking.LINK_KEYS:
        records = list(csv.DictReader(lines))
    elif first.count("\t") == 1:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip()]
        records = [dict(zip(("span", "group"), row, strict=False)) for row in rows]
    elif "\t" in first:
        records = from_columns(lines)
    else:
        return lines
    return [json.dumps(record) for record in records]


def _whole(lines: list[str]) -> list[Any]:
    """The items of a file that is one JSON list; none when it is not."""
    try:
        items = json.loads("\n".join(lines))
    except ValueError:
        return []
    return items if isinstance(items, list) else []


def from_columns(lines: Iterable[str]) -> list[dict[str, Any]]:
    """Sentences of tagged tokens in three columns (token, skill tag, knowledge tag), parted by empty lines."""
    sentences: list[dict[str, Any]] = []
    open_sentence = False
    for line in lines:
        columns = line.split("\t")
        if len(columns) != len(_COLUMNS) or not columns[0].strip():
            open_sentence = False
            continue
        if not open_sentence:
            sentences.append({name: [] for name in _COLUMNS})
            open_sentence = True
        for name, value in zip(_COLUMNS, columns, strict=True):
            sentences[-1][name].append(value.strip())
    return sentences


_COLUMNS = ("tokens", "tags_skill", "tags_knowledge")


def score_titles(records: Iterable[Record], reader: Reader, errors: Errors) -> dict[str, Any]:
    """Is it the occupation, by the title alone?"""
    strict, lenient = Binary(), Binary()
    for record in records:
        answer = reader.read(AdText(title=str(record["title"]), description_html="")).relevance.answer
        is_it = record["label"] == "csm"
        strict.add(is_it, answer is RelevanceAnswer.YES)
        wide = is_it or record["sub"] == "cs_supervisor"
        lenient.add(wide, answer is not RelevanceAnswer.NO)
        if wide != (answer is not RelevanceAnswer.NO):
            errors.add(str(record.get("id")), "title", record["sub"], f"{answer}: {record['title']}")
    return {"titles": {"strict": _confusion(strict), "lenient": _confusion(lenient)}}


def score_authorities(records: Iterable[Record], reader: Reader, _errors: Errors) -> dict[str, Any]:
    """Titles as authorities file them: is it the occupation or its first line? What is filed both ways is left out."""
    rows = list(records)
    filed: defaultdict[str, set[str]] = defaultdict(set)
    for record in rows:
        filed[str(record["title"]).lower()].add(record["rule_label"])
    counts: defaultdict[str, Binary] = defaultdict(Binary)
    told = {(record["authority"], str(record["title"]).lower()): record["rule_label"] for record in rows}
    for (authority, title), label in told.items():
        if len(filed[title]) == 1:
            answer = reader.read(AdText(title=title, description_html="")).relevance.answer
            for name in (authority, "all"):
                counts[name].add(label == "csm_or_supervisor", answer is not RelevanceAnswer.NO)
    return {"authorities": {name: _confusion(count) | {"n": count.total} for name, count in counts.items()}}


def _confusion(count: Binary) -> dict[str, Any]:
    counts = {"tp": count.true_positive, "fp": count.false_positive, "fn": count.false_negative}
    return count.as_dict() | counts


def score_deadlines(records: Iterable[Record], _reader: Reader, errors: Errors) -> dict[str, Any]:
    """Kind and date of deadline fields; a wrong date counts on its own, since it closes an opening too early."""
    rows, strings = Exact(), dict[str, bool]()
    wrong = 0
    for record in records:
        anchor = None
        if record.get("context_kind") != "collected" and record.get("source") != "nav_ads_mock_2019":
            anchor = _day(record.get("context_date"))
        found = read_deadline(record["raw"], anchor)
        kind = _UNSTATED if found.kind is DeadlineKind.NONE else str(found.kind)
        day = found.day.isoformat() if found.day else None
        allowed = {_FILED_AS.get(kind, kind) for kind in (record["kind"], *(record.get("also_accept") or ()))}
        right = kind in allowed and (kind != "date" or day == record.get("date"))
        rows.add(right)
        strings[record["raw"]] = strings.get(record["raw"], True) and right
        wrong += day is not None and day != record.get("date")
        if not right:
            errors.add(str(record.get("id")), "deadline", [record["kind"], record.get("date")], [kind, day])
    distinct = ratio(sum(strings.values()), len(strings))
    return {"deadlines": rows.as_dict() | {"distinct_accuracy": distinct, "wrong_dates": wrong}}


def _day(raw: object) -> Any:
    return local_date(datetime.fromisoformat(raw)) if isinstance(raw, str) else None


def score_pay(records: Iterable[Record], reader: Reader, errors: Errors) -> dict[str, Any]:
    """Pay strings, read as the pay line of an ad."""
    rows = Exact()
    for record in records:
        pay = reader.read(AdText(title="", description_html=f"<p>Salary: {record['raw']}</p>")).fields.salary
        found = [pay.minimum, pay.maximum, pay.currency, pay.period] if pay else [None] * 4
        wanted = [record[key] for key in ("min", "max", "currency", "period")]
        rows.add(found == wanted)
        if found != wanted:
            errors.add(record["raw"], "pay", wanted, found)
    return {"pay": rows.as_dict()}


def score_spans(records: Iterable[Record], reader: Reader, errors: Errors) -> dict[str, Any]:
    """Skill and knowledge spans of sentences: strict, and (beside it) overlapping ones."""
    gold: set[tuple[int, int, int]] = set()
    found: set[tuple[int, int, int]] = set()
    for number, record in enumerate(records):
        tokens = [str(token) for token in record["tokens"]]
        for name in ("tags_skill", "tags_knowledge"):
            gold |= {(number, *span) for span in _tagged(record[name])}
        found |= {(number, *span) for span in _mentioned(tokens, reader)}
    touched = sum(any(_overlap(one, other) for other in found if other[0] == one[0]) for one in gold)
    backed = sum(any(_overlap(one, other) for other in gold if other[0] == one[0]) for one in found)
    strict = _figures(len(gold & found), len(gold & found), len(found), len(gold))
    return {"spans": {"strict": strict, "overlap": _figures(backed, touched, len(found), len(gold)), "n": len(gold)}}


def _figures(backed: int, touched: int, found: int, gold: int) -> dict[str, Any]:
    precision, recall = ratio(backed, found), ratio(touched, gold)
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}


def _tagged(tags: Iterable[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for index, tag in enumerate(tags):
        if tag.startswith("B") or (tag.startswith("I") and not (spans and spans[-1][1] == index)):
            spans.append((index, index + 1))
        elif tag.startswith("I"):
            spans[-1] = (spans[-1][0], index + 1)
    return spans


def _mentioned(tokens: list[str], reader: Reader) -> list[tuple[int, int]]:
    """Token spans of the mentions in a sentence, read as a requirement."""
    text = " ".join(tokens).replace("<", "(").replace(">", ")").replace("&", "+")
    reading = reader.read(AdText(title="", description_html=f"<h3>Requirements</h3><ul><li>{text}</li></ul>"))
    offset = reading.text.find(text)
    starts = [offset + sum(len(token) + 1 for token in tokens[:index]) for index in range(len(tokens))]
    spans = []
    for mention in reading.mentions:
        inside = [
            index
            for index, start in enumerate(starts)
            if start < mention.span.end and mention.span.start < start + len(tokens[index])
        ]
        if inside and mention.found != "stated":
            spans.append((inside[0], inside[-1] + 1))
    return spans


def _overlap(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return one[1] < other[2] and other[1] < one[2]


_SETS: tuple[tuple[set[str], Scorer], ...] = (
    ({"title", "label", "sub"}, score_titles),
    ({"authority", "title", "rule_label"}, score_authorities),
    ({"raw", "kind", "date"}, score_deadlines),
    ({"raw", "min", "max", "currency", "period"}, score_pay),
    ({"tokens", "tags_skill", "tags_knowledge"}, score_spans),
    (linking.LINK_KEYS, linking.score_links),
    (linking.GROUP_KEYS, linking.score_groups),
    (pairs.KEYS, pairs.score_pairs),
)
