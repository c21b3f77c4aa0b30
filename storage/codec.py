"""Values to JSON text and back; what ``domain.codec`` makes of them, but quickly: bulk paths spend their time here."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from pydantic_core import to_json

from domain.codec import from_plain, to_plain
from domain.postings import Draft, Place, Salary


def dump_json(value: Any) -> str:
    """Compact JSON; dataclasses, dates and enums as ``domain.codec`` writes them."""
    return _ENCODER.encode(value)


def _plain(value: Any) -> Any:
    """One level only: the encoder, which is written in C, comes back for what lies inside."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: getattr(value, name) for name in _names(type(value))}
    if isinstance(value, date):
        return value.isoformat()
    return dict(value) if isinstance(value, Mapping) else to_plain(value)


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(spec.name for spec in fields(cls))


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)
# The text has a column of its own. Contact persons are personal data: they have a table, and are never in a payload.
_PLAIN_FIELDS = tuple(name for name in _names(Draft) if name not in ("description_html", "contacts", "places"))
"""Of the payload, besides the places."""


def payload_of(draft: Draft) -> str:
    """The draft as JSON, without its description, its contact persons and empty fields; not-a-number becomes null.

    Raises ValueError for text that is no Unicode (half of a surrogate pair).
    """
    values = {name: value for name in _PLAIN_FIELDS if (value := getattr(draft, name)) is not None and value != ()}
    text = _fast(values)
    return f'{text[:-1]},"places":{places_to_json(draft.places)}}}' if draft.places else text


def draft_from(payload: str, description_html: str | None) -> Draft:
    """The draft behind ``payload_of``, with its description; ``contacts`` stays empty."""
    return from_plain(Draft, {**json.loads(payload), "description_html": description_html})


@lru_cache(maxsize=4096)
def places_to_json(places: tuple[Place, ...]) -> str | None:
    """A JSON list; None for no place. Most ads lie in places that others lie in too."""
    return _fast(places) if places else None


def places_from_json(text: str | None) -> tuple[Place, ...]:
    """The places behind ``places_to_json``."""
    return tuple(from_plain(Place, item) for item in json.loads(text)) if text else ()


def salary_to_json(salary: Salary | None) -> str | None:
    """A JSON object; None for no salary."""
    return None if salary is None else _fast(salary)


def salary_from_json(text: str | None) -> Salary | None:
    """The salary behind ``salary_to_json``."""
    return from_plain(Salary, json.loads(text)) if text else None


def _fast(value: Any) -> str:
    # Pydantic's encoder, which does not come back to Python for what lies inside; four times as fast as the one above.
    return to_json(value, inf_nan_mode="null").decode()


def is_storable(text: str) -> bool:
    """Is there nothing in it that ``storable`` would take out?"""
    try:
        return b"\x00" not in text.encode()  # in bytes it is found at once, in a text of wide letters it is not
    except UnicodeEncodeError:
        return False


def storable(text: str) -> str:
    """``text`` without what no database takes: NUL (PostgreSQL refuses it) and halves of surrogate pairs (no UTF-8)."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
