"""Every word of the pages, in bokmål, nynorsk and English: one line a text in the ``*.toml`` files beside this one."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
LANGUAGES = ("nb", "nn", "en")
NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


@dataclass(frozen=True, slots=True)
class Texts:
    """The catalogue of one language."""

    language: str
    words: Mapping[str, str]

    def t(self, key: str, **values: object) -> str:
        """The text of ``key`` with ``{names}`` filled in. Raises KeyError for a key that does not exist."""
        text = self.words[key]
        return text.format(**values) if values else text

    def n(self, key: str, count: int, **values: object) -> str:
        """``key_one`` or ``key_many`` by ``count``, which the text may use."""
        return self.t(f"{key}_one" if count == 1 else f"{key}_many", count=count, **values)

    def has(self, key: str) -> bool:
        """Is there such a text?"""
        return key in self.words


@cache
def texts(language: str) -> Texts:
    """The catalogue of ``language``; bokmål for one that we do not speak."""
    return catalogues()[language if language in LANGUAGES else "nb"]


@cache
def catalogues() -> Mapping[str, Texts]:
    """All of them. A line has one text for each language, in the order of ``LANGUAGES``."""
    found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for path in sorted(FOLDER.glob("*.toml")):
        for table, lines in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for name, told in lines.items():
                if len(told) != len(LANGUAGES):
                    raise ValueError(f"{path.name}: {table}.{name} has {len(told)} texts, not {len(LANGUAGES)}")
                for language, text in zip(LANGUAGES, told, strict=True):
                    found[language][f"{table}.{name}"] = text
    return {language: Texts(language, words) for language, words in found.items()}


def preferred(cookie: str | None, accept: str) -> str:
    """What the reader chose, else the first language of the browser that we speak, else bokmål."""
    if cookie in LANGUAGES:
        return cookie
    return next((known for asked in _asked(accept) if (known := _OF.get(asked))), "nb")


_OF = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en", "da": "nb", "sv": "nb"}


def _asked(accept: str) -> Iterable[str]:
    weighed = []
    for place, part in enumerate(accept[:500].split(",")):
        tag, _, weight = part.partition(";q=")
        try:
            weighed.append((-float(weight or 1), place, tag.strip().split("-")[0].lower()))
        except ValueError:
            continue
    return [tag for _, _, tag in sorted(weighed)]
