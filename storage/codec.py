"""Values to JSON text and back, quickly; the bulk paths spend most of their time here.

The text is the same as ``domain.codec.to_plain`` would give, without the fields that are empty.
"""

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from domain.codec import from_plain, to_plain
from domain.postings import Draft, Place, Salary

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=to_plain)
# Contact persons are personal data: they live in their own table and never in a payload.
_DRAFT_FIELDS = tuple(spec.name for spec in fields(Draft) if spec.name != "contacts")


def dump_json(value: Any) -> str:
    """Compact JSON; dataclasses, dates and enums as ``domain.codec`` writes them."""
    return _ENCODER.encode(value)


def draft_to_json(draft: Draft) -> str:
    """A draft without its contact persons and without empty fields."""
    values = ((name, getattr(draft, name)) for name in _DRAFT_FIELDS)
    return _ENCODER.encode({name: value for name, value in values if value is not None and value != ()})


def draft_from_json(text: str) -> Draft:
    """The draft behind ``draft_to_json``."""
    return from_plain(Draft, json.loads(text))


def places_to_json(places: Sequence[Place]) -> str | None:
    """A JSON list; None for no place."""
    return _ENCODER.encode([to_plain(place) for place in places]) if places else None


def places_from_json(text: str | None) -> tuple[Place, ...]:
    """The places behind ``places_to_json``."""
    return tuple(from_plain(Place, item) for item in json.loads(text)) if text else ()


def salary_to_json(salary: Salary | None) -> str | None:
    """A JSON object; None for no salary."""
    return None if salary is None else _ENCODER.encode(to_plain(salary))


def salary_from_json(text: str | None) -> Salary | None:
    """The salary behind ``salary_to_json``."""
    return from_plain(Salary, json.loads(text)) if text else None


def storable(text: str) -> str:
    """``text`` without what no database takes: NUL (PostgreSQL refuses it) and halves of surrogate pairs (no UTF-8)."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
