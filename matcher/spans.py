"""Whether things in a sentence meet: what is known, what was just found, cues."""

from collections.abc import Iterable
from typing import Protocol


class Placed(Protocol):
    """Whatever stands at ``[start:end]``."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Behind its last letter."""


def meets(items: Iterable[Placed], start: int, end: int) -> bool:
    """Does any of ``items`` share a letter with ``[start:end]``?"""
    return any(item.start < end and start < item.end for item in items)
