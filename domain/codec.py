"""Dataclasses to and from plain JSON values, by their annotations; used by the spool and by JSON columns."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """``value`` as dicts, lists, strings and numbers; dates and times as ISO 8601, enums as their value."""
    if is_dataclass(value) and not isinstance(value, type):
        return {key: to_plain(item) for key, item in asdict(value).items()}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [to_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(to_plain(item) for item in value)
    return value


def from_plain(cls: type[T], data: Mapping[str, Any]) -> T:
    """A ``cls`` (a dataclass) from plain values. Unknown keys are ignored, so that newer data can be read.

    Raises ValueError when a required field is missing or a value does not fit its annotation.
    """
    hints = _hints(cls)  # type: ignore[arg-type]
    values = {}
    for spec in fields(cls):  # type: ignore[arg-type]
        if spec.name in data:
            values[spec.name] = _convert(hints[spec.name], data[spec.name], f"{cls.__name__}.{spec.name}")
        elif spec.default is MISSING and spec.default_factory is MISSING:
            raise ValueError(f"{cls.__name__}.{spec.name} is missing")
    return cls(**values)


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls)


def _convert(hint: Any, value: Any, where: str) -> Any:
    if isinstance(hint, NewType):
        hint = hint.__supertype__
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        return _convert(next(item for item in arguments if item is not type(None)), value, where)
    if origin in (tuple, frozenset):
        return origin(_convert(arguments[0], item, where) for item in value)
    if origin is dict:
        return {key: _convert(arguments[1], item, where) for key, item in value.items()}
    if not isinstance(hint, type) or value is None:
        return value
    return _convert_class(hint, value, where)


def _convert_class(hint: type, value: Any, where: str) -> Any:
    if is_dataclass(hint):
        return from_plain(hint, value)
    if issubclass(hint, (datetime, date)):
        return hint.fromisoformat(value)
    if issubclass(hint, Enum):
        return hint(value)
    if hint in (str, int, bool, float) and not isinstance(value, (hint, int) if hint is float else hint):
        raise ValueError(f"{where} should be {hint.__name__}, not {type(value).__name__}")
    return value
