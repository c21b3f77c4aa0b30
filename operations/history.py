"""What changed in an ad from one version to the next: facts before and after, the text as a diff of sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import pairwise

from domain.postings import Draft
from matcher.text import read_html
from storage.postings import PostingVersion, StoredPosting

_FIELDS = (
    "title",
    "employer",
    "deadline",
    "deadline_raw",
    "salary_raw",
    "extent_raw",
    "employment_type_raw",
    "apply_url",
)
_SENTENCE = re.compile(r"[^.!?]+[.!?]*\s*")
_AROUND = 1
"""Sentences that stay the same and are shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: ``same``, ``added`` or ``removed``, or ``gap`` where equal sentences are left out."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A fact before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One version against the one before it."""

    source: str
    at: datetime
    number: int
    fields: tuple[FieldChange, ...]
    text: tuple[Piece, ...]


def changes(posting: StoredPosting, versions: Sequence[PostingVersion]) -> list[Change]:
    """Every change of a posting, newest first; none while it has said one thing only."""
    pairs = pairwise(versions)
    found = [
        Change(posting.source, new.seen_at, new.number, _fields(old.draft, new.draft), diff(_text(old), _text(new)))
        for old, new in pairs
    ]
    return [change for change in reversed(found) if change.fields or change.text]


def diff(before: str, after: str) -> tuple[Piece, ...]:
    """The sentences that came and went, with their neighbours; empty when nothing changed."""
    old, new = _SENTENCE.findall(before), _SENTENCE.findall(after)
    if old == new:
        return ()
    pieces: list[Piece] = []
    for groups in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_AROUND):
        pieces += [Piece("gap", " … ")] if groups[0][1] or groups[0][3] else []
        for kind, low, high, from_, to in groups:
            if kind == "equal":
                pieces.append(Piece("same", "".join(old[low:high])))
                continue
            pieces += [Piece("removed", "".join(old[low:high]))] if high > low else []
            pieces += [Piece("added", "".join(new[from_:to]))] if to > from_ else []
    return tuple(pieces)


def _text(version: PostingVersion) -> str:
    return read_html(version.draft.description_html or version.draft.summary or "").text


def _fields(old: Draft, new: Draft) -> tuple[FieldChange, ...]:
    pairs = ((name, getattr(old, name), getattr(new, name)) for name in _FIELDS)
    return tuple(FieldChange(name, str(was or "–"), str(now or "–")) for name, was, now in pairs if was != now)
