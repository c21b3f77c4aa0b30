"""What changed in an ad from one version to the next: facts before and after, the text as a diff of sentences.

``alerts.changed`` puts the facts into words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from itertools import pairwise

from alerts.changed import change_in_words, text_in_words
from alerts.words import Words
from domain.changes import FactChange, fact_changes
from domain.clock import local_date
from domain.postings import content_hash
from matcher.text import read_html
from storage.postings import PostingVersion, StoredPosting

_SENTENCE = re.compile(r"\S.*?(?:[.!?]+(?=\s)|(?=\n)|\Z)\s*", re.DOTALL)
_AROUND = 1
"""Sentences that stay the same and are shown on either side of a change."""
_MOST_PAIRS = 1_000_000
"""Of sentences before and after: beyond that they are compared as sets, since a diff takes the square of them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: ``same``, ``added`` or ``removed``, or ``gap`` where equal sentences are left out."""

    kind: str
    text: str
    sentences: int = 1


@dataclass(frozen=True, slots=True)
class Change:
    """One version against the one before it."""

    source: str
    at: datetime
    number: int
    facts: tuple[FactChange, ...]
    text: tuple[Piece, ...]

    @property
    def added(self) -> int:
        """Sentences that came."""
        return sum(piece.sentences for piece in self.text if piece.kind == "added")

    @property
    def removed(self) -> int:
        """Sentences that went."""
        return sum(piece.sentences for piece in self.text if piece.kind == "removed")


def changes(posting: StoredPosting, versions: Sequence[PostingVersion]) -> list[Change]:
    """Every change of a posting, newest first; none while it has said one thing only."""
    found = [
        Change(posting.source, new.seen_at, new.number, _facts(old, new), diff(_text(old), _text(new)))
        for old, new in pairwise(versions)
        if not new.reread  # then the ad said the same before
    ]
    return [change for change in reversed(found) if change.facts or change.text]


def told(change: Change, words: Words, *, text: bool = True) -> list[str]:
    """The change in clauses, one a fact, in the language of ``words``; with ``text`` also how much of the text."""
    at: date = local_date(change.at)
    clauses = [change_in_words(fact, words, at) for fact in change.facts]
    return clauses + ([text_in_words(change.added, change.removed, words)] if text and change.text else [])


def diff(before: str, after: str) -> tuple[Piece, ...]:
    """The sentences that came and went, with their neighbours; empty when nothing changed."""
    old, new = _SENTENCE.findall(before), _SENTENCE.findall(after)
    if [line.split() for line in old] == [line.split() for line in new]:
        return ()
    if len(old) * len(new) > _MOST_PAIRS:
        return _sets(old, new)
    pieces: list[Piece] = []
    for groups in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_AROUND):
        pieces += [Piece("gap", " … ", 0)] if groups[0][1] or groups[0][3] else []
        for kind, low, high, from_, to in groups:
            if kind == "equal":
                pieces.append(Piece("same", "".join(old[low:high]), high - low))
                continue
            pieces += [Piece("removed", "".join(old[low:high]), high - low)] if high > low else []
            pieces += [Piece("added", "".join(new[from_:to]), to - from_)] if to > from_ else []
    return tuple(pieces)


def _sets(old: Sequence[str], new: Sequence[str]) -> tuple[Piece, ...]:
    known, there = set(old), set(new)
    gone, came = [line for line in old if line not in there], [line for line in new if line not in known]
    both = (Piece("removed", "".join(gone), len(gone)), Piece("added", "".join(came), len(came)))
    return tuple(piece for piece in both if piece.sentences)


def _text(version: PostingVersion) -> str:
    """The visible text, a line for each paragraph and item: one item that changes is not the whole list."""
    shown = read_html(version.draft.description_html or version.draft.summary or "")
    return "\n".join(block.text for block in shown.blocks)


def _facts(old: PostingVersion, new: PostingVersion) -> tuple[FactChange, ...]:
    """Contact persons are kept apart from versions: they have changed where nothing else has, and are never named."""
    if old.content_hash != new.content_hash and content_hash(old.draft) == content_hash(new.draft):
        return (FactChange("contacts", None, None),)
    return fact_changes(old.draft, new.draft)
