"""The numbered list of stages, and how a draft passes them."""

from collections.abc import Callable

from crawler.pipelines.normalise import normalise
from crawler.pipelines.validate import NotAnAdError, validate
from domain.postings import Draft

__all__ = ["STAGES", "NotAnAdError", "process"]

STAGES: tuple[tuple[int, Callable[[Draft], Draft]], ...] = (
    (100, validate),
    (200, normalise),
)
"""In this order. A new stage takes a free number between those it must come after and before."""


def process(draft: Draft) -> Draft:
    """``draft`` after every stage. Raises NotAnAdError when it cannot be one."""
    for _, stage in STAGES:
        draft = stage(draft)
    return draft
