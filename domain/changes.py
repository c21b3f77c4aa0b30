"""What an ad says otherwise than before: one fact at a time, as values, before anybody puts them into words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.postings import DeadlineKind, Draft, Salary


@dataclass(frozen=True, slots=True)
class Due:
    """How an ad bounds its applications: a day, a word such as *snarest*, or something that could not be read."""

    day: date | None
    kind: DeadlineKind
    raw: str | None


@dataclass(frozen=True, slots=True)
class Pay:
    """What an ad pays: as read, and in its own words."""

    salary: Salary | None
    raw: str | None


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact before and after; None where it is not stated.

    ``name`` tells what the values are: ``deadline`` has ``Due``, ``salary`` ``Pay``, ``places`` tuples of ``Place``,
    ``contacts`` nothing at all (people are not named here), every other fact text.
    """

    name: str
    before: Any
    after: Any


_TEXTS = {
    "title": "title",
    "employer": "employer",
    "department": "department",
    "extent": "extent_raw",
    "employment_type": "employment_type_raw",
    "positions": "positions_raw",
    "start": "start_raw",
    "apply_url": "apply_url",
}
"""Fact → the field of a draft that holds it."""


def fact_changes(old: Draft, new: Draft) -> tuple[FactChange, ...]:
    """Every fact that differs, the deadline first: it is what a reader must not miss. The text is not compared."""
    found = [
        FactChange("deadline", _due(old), _due(new)),
        FactChange("salary", _pay(old), _pay(new)),
        FactChange("places", old.places or None, new.places or None),
        *(FactChange(name, _text(old, field), _text(new, field)) for name, field in _TEXTS.items()),
    ]
    return tuple(change for change in found if _differs(change.before, change.after))


def _due(draft: Draft) -> Due | None:
    due = Due(draft.deadline, draft.deadline_kind, draft.deadline_raw or None)
    return None if due == Due(None, DeadlineKind.NONE, None) else due


def _pay(draft: Draft) -> Pay | None:
    pay = Pay(draft.salary, draft.salary_raw or None)
    return None if pay == Pay(None, None) else pay


def _text(draft: Draft, field: str) -> str | None:
    words: str | None = getattr(draft, field)
    return " ".join(words.split()) or None if words else None


def _differs(before: Any, after: Any) -> bool:
    """The source's own words count only where they could not be read: ``1.12.2026`` and ``01.12.2026`` are one day."""
    if isinstance(before, Due) and isinstance(after, Due) and (before.day or before.kind is not DeadlineKind.NONE):
        return (before.day, before.kind) != (after.day, after.kind)
    if isinstance(before, Pay) and isinstance(after, Pay) and before.salary is not None:
        return before.salary != after.salary
    return bool(before != after)
