"""JSON from strangers: no NaN, no infinity, no endless digits, no bottomless nesting, no bomb.

Python's own reader accepts ``NaN`` and ``1e999`` silently and fails with RecursionError on deep input (RFC 8259 allows
a reader to set such limits).
"""

import json
import math
from typing import Any

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 64
EXACT_DIGITS = 15
"""Longer integers are not exact in every JSON reader (RFC 8259 section 6): they are kept as text, as ids are."""
MAX_DIGITS = 32


def load(text: str, *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH, lenient: bool = False) -> Any:
    """The value of one JSON document.

    ``lenient`` lets raw line breaks stand inside strings, as hand-made JSON-LD has them. Raises ValueError, with a
    reason for a person, on everything else that is not strict JSON.
    """
    if len(text) > max_bytes:
        raise ValueError(f"larger than {max_bytes} bytes")
    try:
        value = json.loads(
            text.strip("\ufeff\0 \t\r\n"),
            parse_constant=_refuse_constant,
            parse_float=_finite,
            parse_int=_bounded_int,
            strict=not lenient,
        )
    except RecursionError:
        raise ValueError(f"nested deeper than {max_depth} levels") from None
    # A text with few brackets cannot be deep: the walk is saved for the rest.
    if text.count("[") + text.count("{") > max_depth and _deeper_than(value, max_depth):
        raise ValueError(f"nested deeper than {max_depth} levels")
    return value


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"number out of range: {digits[:20]}")
    return value


def _bounded_int(digits: str) -> int | str:
    count = len(digits.lstrip("-"))
    if count > MAX_DIGITS:
        raise ValueError(f"a number of {count} digits")
    return int(digits) if count <= EXACT_DIGITS else digits


def _deeper_than(value: Any, limit: int) -> bool:
    """Breadth first, level by level: no recursion."""
    level = [value]
    for _ in range(limit + 1):
        level = [
            item
            for node in level
            if isinstance(node, (dict, list))
            for item in (node.values() if isinstance(node, dict) else node)
        ]
        if not level:
            return False
    return True
