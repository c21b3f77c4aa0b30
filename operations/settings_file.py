"""Changes to jobbvakt.toml made by the program: one key at a time, comments and order kept."""

from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from domain.errors import ConfigurationError
from settings import load_settings


def set_source_key(path: Path, source: str, key: str, value: bool | str) -> None:
    """Set ``[sources.<source>] key`` in the file at ``path``; the file is made if it is not there.

    Raises ConfigurationError when it cannot be read or written, or would no longer be valid; then it is unchanged.
    """
    before = _read(path)
    try:
        document = tomlkit.parse(before)
    except TOMLKitError as error:
        raise ConfigurationError("settings file cannot be read", which=str(path), why=str(error)) from error
    sources = document.setdefault("sources", tomlkit.table(is_super_table=True))
    sources.setdefault(source, tomlkit.table())[key] = value
    _replace(path, tomlkit.dumps(document))
    try:
        load_settings(path)
    except ConfigurationError:
        _replace(path, before)
        raise


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
