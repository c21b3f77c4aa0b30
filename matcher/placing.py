"""A mention found in a sentence, put where the sentence stands in the ad.

Most of what is read in an ad was read before, so putting mentions in their places is a large part of reading one. The
constructor of a frozen dataclass sets its fields through ``object.__setattr__``; setting the slots themselves costs
less than half.
"""

from typing import Any

from domain.matching import Mention, Span


def _setters(cls: type, *names: str) -> list[Any]:
    return [vars(cls)[name].__set__ for name in names]


_NEW = object.__new__
_START, _END, _QUOTE = _setters(Span, "start", "end", "quote")
_CONCEPT, _KIND, _LABEL, _MODALITY, _SPAN, _FOUND, _ALTERNATIVES = _setters(
    Mention, "concept", "kind", "label", "modality", "span", "found", "alternatives"
)


def placed(mention: Mention, at: int, alternatives: int | None) -> Mention:
    """``mention`` of a sentence that begins at ``at``, with this number of its alternatives."""
    old = mention.span
    span, found = _NEW(Span), _NEW(Mention)
    _START(span, at + old.start)
    _END(span, at + old.end)
    _QUOTE(span, old.quote)
    _CONCEPT(found, mention.concept)
    _KIND(found, mention.kind)
    _LABEL(found, mention.label)
    _MODALITY(found, mention.modality)
    _SPAN(found, span)
    _FOUND(found, mention.found)
    _ALTERNATIVES(found, alternatives)
    return found
