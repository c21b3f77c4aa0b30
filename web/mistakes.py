"""What went wrong, in the reader's language: errors are written in English, and told anew on pages."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from web.retelling import Place, Retelling

_FILE = Path(__file__).parent / "mistakes.toml"


def mistake_in(text: str, language: str) -> str | None:
    """``text`` in ``language``; None where it is known in English alone. English stays as it is."""
    return text if language == "en" else _retelling().tell(text, language)


def sentences() -> Mapping[str, tuple[str, str]]:
    """English → bokmål and nynorsk."""
    lines = tomllib.loads(_FILE.read_text(encoding="utf-8"))["told"]
    return {english: (told[0], told[1]) for english, told in lines.items()}


@cache
def _retelling() -> Retelling:
    lines = [(english, {"nb": bokmal, "nn": nynorsk}) for english, (bokmal, nynorsk) in sentences().items()]
    return Retelling(lines, {"raw": Place(), "more": Place()})
