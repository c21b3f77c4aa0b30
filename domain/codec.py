"""Dataclasses to and from plain JSON values, by their annotations; used by the spool and by JSON columns."""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, asdict, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache, partial
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]


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
    values = {}
    for name, read, required in _readers(cls):  # type: ignore[arg-type]
        if name in data:
            values[name] = read(data[name])
        elif required:
            raise ValueError(f"{cls.__name__}.{name} is missing")
    return cls(**values)


@cache
def _readers(cls: Any) -> tuple[tuple[str, Reader, bool], ...]:
    """Name, reader and whether it must be there, for each field: annotations are looked into once, not per value."""
    hints = get_type_hints(cls)
    return tuple(
        (
            spec.name,
            _reader(hints[spec.name], f"{cls.__name__}.{spec.name}"),
            spec.default is MISSING and spec.default_factory is MISSING,
        )
        for spec in fields(cls)
    )


def _reader(hint: Any, where: str) -> Reader:
    if isinstance(hint, NewType):
        hint = hint.__supertype__
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _or_none(_reader(next(item for item in arguments if item is not type(None)), where))
    if origin in (tuple, frozenset):
        return partial(_collection, origin, _reader(arguments[0], where))
    if origin is dict:
        return partial(_mapping, _reader(arguments[1], where))
    return _class_reader(hint, where) if isinstance(hint, type) else _as_it_is


def _class_reader(hint: type, where: str) -> Reader:
    if is_dataclass(hint):
        return _or_none(partial(from_plain, hint))
    if issubclass(hint, (datetime, date)):
        return _or_none(hint.fromisoformat)
    if issubclass(hint, Enum):
        return _or_none(hint)
    if hint in (str, int, bool, float):
        return partial(_scalar, (float, int) if hint is float else (hint,), f"{where} should be {hint.__name__}")
    return _as_it_is


def _or_none(read: Reader) -> Reader:
    return lambda value: None if value is None else read(value)


def _collection(kind: type, read: Reader, value: Any) -> Any:
    return kind(map(read, value))


def _mapping(read: Reader, value: Any) -> Any:
    return {key: read(item) for key, item in value.items()}


def _scalar(kinds: tuple[type, ...], complaint: str, value: Any) -> Any:
    if value is not None and not isinstance(value, kinds):
        raise ValueError(f"{complaint}, not {type(value).__name__}")
    return value


def _as_it_is(value: Any) -> Any:
    return value
