"""Requirements: is a gold quote found, with the right modality, and is a predicted requirement backed by the gold?

A gold requirement is found when a mention overlaps its quote by at least half of the shorter of the two. Languages and
levels of education live in their own fields, so their mentions find quotes but are not charged; nor are traits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.matching import ConceptKind, Mention, Modality
from matcher.evaluation.figures import Errors, f1, ratio

_ASKED = ("must", "nice")
_NOT_CHARGED = (ConceptKind.TRAIT, ConceptKind.LANGUAGE, ConceptKind.EDUCATION)


@dataclass(frozen=True, slots=True)
class _Gold:
    start: int
    end: int
    modality: str
    kind: str
    quote: str


@dataclass(slots=True)
class Requirements:
    """Counts over all ads."""

    found: int = 0
    asked: int = 0
    tasks_found: int = 0
    tasks: int = 0
    charged: int = 0
    backed: int = 0
    modality_right: int = 0
    modality_total: int = 0
    negation_errors: int = 0
    certificates: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    """predicted, of these right, gold, of these found."""

    def add(
        self, ad: str, text: str, rows: Sequence[Mapping[str, Any]], mentions: Sequence[Mention], errors: Errors
    ) -> None:
        """Count one ad. ``rows`` are its gold requirements."""
        gold = _locate(text, rows)
        for item in gold:
            self._add_gold(ad, item, mentions, errors)
        for mention in mentions:
            self._add_mention(ad, mention, gold, errors)
        self._add_certificates(ad, gold, mentions, errors)

    def _add_gold(self, ad: str, item: _Gold, mentions: Sequence[Mention], errors: Errors) -> None:
        best = max(
            (mention for mention in mentions if _overlaps(item, mention)),
            key=lambda m: _closeness(item, m),
            default=None,
        )
        if item.modality in _ASKED:
            self.asked += 1
            self.found += best is not None
        if item.modality == "task":
            self.tasks += 1
            self.tasks_found += best is not None
        if best is None:
            if item.modality != "task":
                errors.add(ad, "requirements", f"{item.modality}: {item.quote}", None)
            return
        self.modality_total += 1
        self.modality_right += best.modality == item.modality
        if best.modality != item.modality:
            errors.add(ad, "modality", f"{item.modality}: {item.quote}", f"{best.modality}: {best.span.quote}")

    def _add_mention(self, ad: str, mention: Mention, gold: Sequence[_Gold], errors: Errors) -> None:
        if mention.modality not in (Modality.MUST, Modality.NICE):
            return
        over = [item for item in gold if _overlaps(item, mention)]
        nearest = max(over, key=lambda item: _closeness(item, mention), default=None)
        if nearest is not None and nearest.modality == "negated":
            self.negation_errors += 1
            errors.add(ad, "negation", nearest.quote, f"{mention.modality}: {mention.span.quote}")
        if mention.kind in _NOT_CHARGED:
            return
        self.charged += 1
        self.backed += bool(over)
        if not over:
            errors.add(ad, "requirements", None, f"{mention.modality}: {mention.span.quote} [{mention.concept}]")

    def _add_certificates(self, ad: str, gold: Sequence[_Gold], mentions: Sequence[Mention], errors: Errors) -> None:
        wanted = [item for item in gold if item.kind == "certification"]
        given = [mention for mention in mentions if mention.kind is ConceptKind.CERTIFICATION]
        for mention in given:
            right = any(_overlaps(item, mention) for item in wanted)
            self.certificates[0] += 1
            self.certificates[1] += right
            if not right:
                errors.add(ad, "certifications", None, mention.span.quote)
        for item in wanted:
            found = any(_overlaps(item, mention) for mention in given)
            self.certificates[2] += 1
            self.certificates[3] += found
            if not found:
                errors.add(ad, "certifications", item.quote, None)

    def as_dict(self) -> dict[str, Any]:
        """The three figures of the page, by name."""
        precision, recall = ratio(self.backed, self.charged), ratio(self.found, self.asked)
        given, right, wanted, found = self.certificates
        return {
            "requirements": {
                "precision": precision,
                "recall": recall,
                "f1": f1(precision, recall),
                "task_recall": ratio(self.tasks_found, self.tasks),
                "n": self.asked,
            },
            "modality": {
                "accuracy": ratio(self.modality_right, self.modality_total),
                "negation_errors": self.negation_errors,
                "n": self.modality_total,
            },
            "certifications": {"precision": ratio(right, given), "recall": ratio(found, wanted), "n": wanted},
        }


def _locate(text: str, rows: Sequence[Mapping[str, Any]]) -> list[_Gold]:
    """The quotes as spans. A quote that stands several times in the text may be meant at any of them: each later row
    with the same words takes the next place."""
    taken: dict[str, int] = {}
    gold = []
    for row in rows:
        quote = " ".join(str(row.get("quote", "")).split())
        start = text.find(quote, taken.get(quote, 0)) if quote else -1
        if start < 0 and quote:
            start = text.find(quote)
        if start >= 0:
            taken[quote] = start + 1
            gold.append(_Gold(start, start + len(quote), str(row.get("modality")), str(row.get("kind")), quote))
    return gold


def _common(item: _Gold, mention: Mention) -> int:
    return min(item.end, mention.span.end) - max(item.start, mention.span.start)


def _overlaps(item: _Gold, mention: Mention) -> bool:
    shorter = min(item.end - item.start, mention.span.end - mention.span.start)
    common = _common(item, mention)
    return common > 0 and common * 2 >= shorter


def _closeness(item: _Gold, mention: Mention) -> float:
    common = _common(item, mention)
    return common / (item.end - item.start + mention.span.end - mention.span.start - common)
