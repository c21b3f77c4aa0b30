"""Dataclasses to and from plain JSON values, by their annotations; used by the spool and by JSON columns."""

import json
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache, partial
from pathlib import PurePath
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]
Writer = Callable[[Any], Any]
_PLAIN: dict[type, frozenset[type]] = {
    str: frozenset({str}),
    int: frozenset({int}),
    bool: frozenset({bool}),
    float: frozenset({float, int}),
}
"""What JSON may hold where a field is of that type."""


def to_plain(value: Any) -> Any:
    """``value`` as dicts, lists, strings and numbers: moments as ISO 8601, enums as their value, paths as text."""
    kind: Any = type(value)
    write: Writer = _writer(kind)
    return write(value)


def to_json(value: Any) -> str:
    """``value`` as JSON on one line: what ``to_plain`` gives, written three times as fast."""
    return _ENCODER.encode(value)


def from_plain(cls: type[T], data: Mapping[str, Any]) -> T:
    """A ``cls`` (a dataclass) from plain values. Unknown keys are ignored, so that newer data can be read.

    Raises ValueError when a required field is missing or a value does not fit its annotation.
    """
    readers, required = _readers(cls)  # type: ignore[arg-type]
    values = {}
    for name, value in data.items():
        if reader := readers.get(name):
            as_they_are, read = reader
            values[name] = value if type(value) in as_they_are else read(value)
    if not required <= values.keys():
        raise ValueError(f"{cls.__name__}.{min(required - values.keys())} is missing")
    return cls(**values)


@cache
def _readers(cls: Any) -> tuple[dict[str, tuple[frozenset[type], Reader]], frozenset[str]]:
    """Of each field what needs no reading, and its reader; and which fields must be there. Made once a class."""
    hints = get_type_hints(cls)
    readers = {spec.name: _reader(hints[spec.name], f"{cls.__name__}.{spec.name}") for spec in fields(cls)}
    must = (spec.name for spec in fields(cls) if spec.default is MISSING and spec.default_factory is MISSING)
    return {name: (_as_they_are(hints[name], read), read) for name, read in readers.items()}, frozenset(must)


def _as_they_are(hint: Any, read: Reader) -> frozenset[type]:
    """Types whose values a field takes unread, as most are: the plain type itself, and null where it passes."""
    choices = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    plain = next((kinds for kind, kinds in _PLAIN.items() if kind in choices), frozenset[type]())
    return plain | {type(None)} if _passes_null(read) else plain


def _passes_null(read: Reader) -> bool:
    try:
        return read(None) is None
    except (TypeError, AttributeError):
        return False


@cache
def _writer(cls: Any) -> Writer:
    if _has_fields(cls):
        return partial(_fields_to_plain, _names(cls))
    if issubclass(cls, Mapping):
        return _mapping_to_plain
    if issubclass(cls, Enum):
        return _enum_to_plain
    if issubclass(cls, (datetime, date, time)):
        return _moment_to_plain
    if issubclass(cls, (list, tuple)):
        return _items_to_plain
    if issubclass(cls, PurePath):
        return str
    return _set_to_plain if issubclass(cls, (set, frozenset)) else _as_it_is


def _fields_to_plain(names: tuple[str, ...], value: Any) -> dict[str, Any]:
    return {name: to_plain(getattr(value, name)) for name in names}


def _mapping_to_plain(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): to_plain(item) for key, item in value.items()}


def _enum_to_plain(value: Enum) -> Any:
    return value.value


def _moment_to_plain(value: date | time) -> str:
    return value.isoformat()


def _items_to_plain(value: Iterable[Any]) -> list[Any]:
    return [to_plain(item) for item in value]


def _set_to_plain(value: Iterable[Any]) -> list[Any]:
    return sorted(to_plain(item) for item in value)


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
    if hint in _PLAIN:
        return partial(_scalar, tuple(_PLAIN[hint]), f"{where} should be {hint.__name__}")
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


def _one_level(value: Any) -> Any:
    """A dataclass as a dict of what it holds: the encoder, which is written in C, comes back for what lies inside."""
    kind: Any = type(value)
    if _has_fields(kind):
        return {name: getattr(value, name) for name in _names(kind)}
    plain = to_plain(value)
    if plain is value:
        raise TypeError(f"{kind.__name__} cannot be written as JSON")
    return plain


def _has_fields(cls: Any) -> bool:
    # A plain answer: narrowed to a dataclass, a type would no longer count as hashable.
    return is_dataclass(cls)


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(spec.name for spec in fields(cls))


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_one_level)
