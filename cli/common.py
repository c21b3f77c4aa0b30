"""What all commands share: the common options, the opened context, and printing."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from domain.codec import to_plain
from operations.context import Context, open_context
from settings import load_settings

Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Settings file (jobbvakt.toml).")]
DataDir = Annotated[Path | None, typer.Option("--data-dir", metavar="DIR", help="Store, spool and outbox (var/).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]

NoConfig = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="As for every command; nothing here depends on it.")
]
NoDataDir = Annotated[
    Path | None, typer.Option("--data-dir", metavar="DIR", help="As for every command; nothing here is stored.")
]

progress = Console(stderr=True, highlight=False)
"""For people who watch: progress and remarks, never data."""


@contextmanager
def opened(config: Path | None, data_dir: Path | None) -> Iterator[Context]:
    """Settings read and the store opened, for the length of one command."""
    with open_context(load_settings(config, data_dir)) as context:
        yield context


def print_json(value: Any) -> None:
    """``value`` (dataclasses, dates and enums included) as indented JSON on stdout."""
    sys.stdout.write(json.dumps(to_plain(value), ensure_ascii=False, indent=2) + "\n")


def answer(told: str, value: Any, *, as_json: bool) -> None:
    """What a command did: ``told`` for people, ``value`` for programs."""
    if as_json:
        print_json(value)
    else:
        typer.echo(told)


def out() -> Console:
    """Where tables and text for people go: stdout, without colour when that is no terminal."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())
