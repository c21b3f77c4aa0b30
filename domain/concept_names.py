"""What concepts are called in nynorsk and English; bokmål is the vocabulary's own label."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "concepts.toml"
_TONGUES = {"nn": 0, "en": 1}
_OR = {"nn": " eller ", "en": " or "}


def named(label: str, language: str) -> str | None:
    """A concept's ``label``, or several with *eller* between them, in ``language``: ``nn`` or ``en``.

    None where it has no other name than in bokmål: products, what is called the same everywhere, no concept.
    """
    if language not in _TONGUES:
        return None
    whole = _one(label, language)
    parts = label.split(" eller ")
    told = [_one(part, language) for part in parts]
    if whole or not any(told):
        return whole
    return _OR[language].join(name or part for name, part in zip(told, parts, strict=True))


def _one(label: str, language: str) -> str | None:
    names = _names().get(label.lower())
    if names is None:
        return None
    name = names[_TONGUES[language]]
    small = language == "nn" and label[:1].islower()  # English writes its languages large
    return name[:1].lower() + name[1:] if small else name


@cache
def _names() -> Mapping[str, tuple[str, str]]:
    """Label in bokmål, small letters → (nynorsk, English)."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {label.lower(): (told[0], told[1]) for lines in tables.values() for label, told in lines.items()}
