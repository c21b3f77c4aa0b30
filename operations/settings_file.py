"""Changes to jobbvakt.toml made by the program: single keys and whole tables, comments and order kept."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Table

from domain.errors import ConfigurationError
from settings import load_settings

Value = bool | str | datetime | list[str]


def set_source_keys(path: Path, source: str, values: Mapping[str, Value], *, comment: str = "") -> None:
    """Set keys of ``[sources.<source>]`` in the file at ``path``; the file and the table are made if need be.

    ``comment`` stands at the head of a table that is new. Raises ConfigurationError when the file cannot be read or
    written, or would no longer be valid; then it is unchanged.
    """
    before = _read(path)
    try:
        document = tomlkit.parse(before)
    except TOMLKitError as error:
        raise ConfigurationError("settings file cannot be read", which=str(path), why=str(error)) from error
    sources = document.setdefault("sources", tomlkit.table(is_super_table=True))
    if source not in sources:
        sources[source] = _new_table(comment)
    for key, value in values.items():
        sources[source][key] = value
    _replace(path, tomlkit.dumps(document))
    try:
        load_settings(path)
    except ConfigurationError:
        _replace(path, before)
        raise


def _new_table(comment: str) -> Table:
    table = tomlkit.table()
    if comment:
        table.add(tomlkit.comment(comment))
    return table


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except OSError as error:
        raise ConfigurationError("settings file cannot be read", which=str(path), why=str(error)) from error


def _replace(path: Path, text: str) -> None:
    """Whole or not at all: a full disk or a crash leaves the old file."""
    fresh = path.with_name(path.name + ".new")
    try:
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        raise ConfigurationError("settings file cannot be written", which=str(path), why=str(error)) from error
