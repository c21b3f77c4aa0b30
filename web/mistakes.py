"""What went wrong, and what operators read of sources and the store, in the reader's language.

The code says it in English; pages tell it anew.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from web.retelling import Place, Retelling

_FILES = ("mistakes.toml", "operating.toml")


def mistake_in(text: str, language: str) -> str | None:
    """``text`` in ``language``; None where it is known in English alone. English stays as it is."""
    return text if language == "en" else _retelling().tell(text, language)


def sentences() -> Mapping[str, tuple[str, str]]:
    """English → bokmål and nynorsk."""
    read = [tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["told"] for name in _FILES]
    return {english: (told[0], told[1]) for lines in read for english, told in lines.items()}


@cache
def _retelling() -> Retelling:
    lines = [(english, {"nb": bokmal, "nn": nynorsk}) for english, (bokmal, nynorsk) in sentences().items()]
    return Retelling(lines, {"raw": Place(), "more": Place()})
