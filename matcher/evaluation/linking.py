"""Spans linked to ESCO: its labels, and the groups that its skills are filed under."""

from collections.abc import Iterable, Mapping
from typing import Any

from domain.matching import AdText, ConceptKind, Mention
from matcher.evaluation.figures import Errors, Exact, ratio
from matcher.reader import Reader
from matcher.vocabulary import load_vocabulary

Record = Mapping[str, Any]
LINK_KEYS = {"sentence", "span", "sub_span", "label"}
GROUP_KEYS = {"span", "group"}
_NO_LABEL = {"UNDERSPECIFIED", "LABEL NOT PRESENT", ""}
_LETTERS = {
    ConceptKind.TRAIT: "A",
    ConceptKind.LANGUAGE: "L",
    ConceptKind.TOOL: "K",
    ConceptKind.CERTIFICATION: "K",
    ConceptKind.LICENCE: "K",
    ConceptKind.EDUCATION: "K",
    ConceptKind.SKILL: "S",
    ConceptKind.TASK: "S",
}
"""ESCO files attitudes, languages, knowledge and skills apart; the vocabulary knows no finer groups of it."""


def score_links(records: Iterable[Record], reader: Reader, errors: Errors) -> dict[str, Any]:
    """Is the gold label among those of the concepts found? Most of ESCO is not in the vocabulary."""
    gold: dict[tuple[str, str, str], set[str]] = {}
    for record in records:
        label = str(record["label"] or "").strip()
        if label not in _NO_LABEL:
            gold.setdefault((record["sentence"], record["span"], record["sub_span"] or ""), set()).add(label)
    labels = {concept.id: concept.esco_label for concept in load_vocabulary().concepts if concept.esco_label}
    hits, answered, precise = dict.fromkeys((1, 5, 10), 0), 0, 0.0
    for (_, span, part), wanted in gold.items():
        ranked = list(
            dict.fromkeys(labels[one.concept] for one in _found(part or span, reader) if one.concept in labels)
        )
        answered += bool(ranked)
        for most in hits:
            hits[most] += not wanted.isdisjoint(ranked[:most])
        precise += len(wanted & set(ranked[:5])) / min(5, len(wanted))
        if ranked and wanted.isdisjoint(ranked):
            errors.add(part or span, "esco", sorted(wanted), ranked)
    top = {f"top_{most}": ratio(hit, len(gold)) for most, hit in hits.items()}
    return {"esco_links": top | {"r_precision_5": ratio(precise, len(gold)), "answered": answered, "n": len(gold)}}


def score_groups(records: Iterable[Record], reader: Reader, errors: Errors) -> dict[str, Any]:
    """Skill, knowledge, attitude or language: the first letter of the group. Nothing found is wrong."""
    rows, answered = Exact(), Exact()
    for record in records:
        found = next((_LETTERS[one.kind] for one in _found(record["span"], reader)), None)
        right = found == record["group"][:1]
        rows.add(right)
        if found:
            answered.add(right)
        if found and not right:
            errors.add(record["span"], "group", record["group"], found)
    return {"esco_groups": {"letter": rows.as_dict(), "letter_where_found": answered.as_dict()}}


def _found(span: str, reader: Reader) -> list[Mention]:
    """Mentions in a span read as a requirement, the longest first."""
    text = span.replace("<", "(").replace(">", ")").replace("&", "+")
    reading = reader.read(AdText(title="", description_html=f"<h3>Requirements</h3><ul><li>{text}</li></ul>"))
    named = [one for one in reading.mentions if one.found != "stated"]
    return sorted(named, key=lambda one: one.span.start - one.span.end)
