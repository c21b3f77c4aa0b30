"""Counting: hits and misses, and ratios that are absent where nothing was counted."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Exact:
    """Share of records whose value is right."""

    right: int = 0
    total: int = 0

    def add(self, is_right: bool) -> None:
        """Count one record."""
        self.right += is_right
        self.total += 1

    def as_dict(self) -> dict[str, Any]:
        """``accuracy`` and ``n``."""
        return {"accuracy": ratio(self.right, self.total), "n": self.total}


@dataclass(slots=True)
class Binary:
    """Precision, recall and F1 of a yes-or-no question."""

    true_positive: int = 0
    false_positive: int = 0
    false_negative: int = 0
    total: int = 0

    def add(self, gold: bool, predicted: bool) -> None:
        """Count one record."""
        self.total += 1
        self.true_positive += gold and predicted
        self.false_positive += predicted and not gold
        self.false_negative += gold and not predicted

    def as_dict(self) -> dict[str, Any]:
        """``precision``, ``recall``, ``f1`` and ``n``."""
        precision = ratio(self.true_positive, self.true_positive + self.false_positive)
        recall = ratio(self.true_positive, self.true_positive + self.false_negative)
        return {"precision": precision, "recall": recall, "f1": f1(precision, recall), "n": self.total}


@dataclass(slots=True)
class Errors:
    """What went wrong, for ``--verbose``."""

    rows: list[dict[str, Any]] = field(default_factory=list)

    def add(self, ad: str, figure: str, gold: Any, predicted: Any) -> None:
        """Note one difference."""
        self.rows.append({"id": ad, "figure": figure, "gold": gold, "predicted": predicted})


def ratio(part: float, whole: float) -> float | None:
    """``part / whole``; None when nothing was counted, which is neither 0 nor 1."""
    return part / whole if whole else None


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean; 0 when both are 0, None when neither was counted."""
    if precision is None and recall is None:
        return None
    p, r = precision or 0.0, recall or 0.0
    return 2 * p * r / (p + r) if p + r else 0.0
