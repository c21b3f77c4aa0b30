"""Where a sentence holds one of the listed cue words, whatever they speak of: *er en fordel*, *trenger slett ikke*."""

import tomllib
from collections.abc import Iterator
from functools import cache

import ahocorasick

from matcher.folding import compiled, fold
from matcher.vocabulary import FOLDER


@cache
def _automaton() -> ahocorasick.Automaton:
    data = tomllib.loads((FOLDER / "cues" / "modality.toml").read_text(encoding="utf-8"))
    table: dict[str, tuple[str, str, int]] = {}
    for meaning, ways in data.items():
        for way, cues in ways.items():
            for cue in cues:
                for folded in (*_said_by_us(fold(cue)), *_stressed(fold(cue))):
                    table[folded] = (meaning, way, len(folded))
    automaton = ahocorasick.Automaton()
    for folded, value in table.items():
        automaton.add_word(folded, value)
    automaton.make_automaton()
    return automaton


def _said_by_us(folded: str) -> tuple[str, ...]:
    """``folded``, and with *me* where it says *vi*: nynorsk has both."""
    return (folded, f"me {folded[3:]}") if folded.startswith("vi ") else (folded,)


_STRESS = (
    "slett",
    "absolutt",
    "altså",
    "heller",
    "på ingen måte",
    "nødvendigvis",
    "alls",
    "absolut",
    "egentlig",
    "strengt tatt",
)
_NOT = compiled(r"(?<=\s)(?:ikke|ikkje|inte)(?=$|\s)")


def _stressed(folded: str) -> Iterator[str]:
    """``folded`` with a word of stress before or after its *not*: *trenger slett ikke*, *är absolut inte ett krav*."""
    found = _NOT.search(folded)
    if found is None:
        return
    for word in _STRESS:
        for said in (f"{word} {found.group()}", f"{found.group()} {word}"):
            yield folded[: found.start()] + fold(said) + folded[found.end() :]


Raw = tuple[int, int, str, str]
"""Start, end, meaning and way of looking of a cue as it stands in the text."""


def raw_cues(folded: str) -> list[Raw]:
    """All cue words of a folded sentence in order, the longest at each place."""
    found = []
    size = len(folded)
    for last, (meaning, way, length) in _automaton().iter(folded):
        start, end = last + 1 - length, last + 1
        if (start and folded[start - 1].isalnum() and folded[start].isalnum()) or (
            end < size and folded[end].isalnum()
        ):
            continue
        found.append((start, -end, meaning, way))
    cues: list[Raw] = []
    reach = -1
    for start, negative_end, meaning, way in sorted(found):
        if -negative_end > reach:
            reach = -negative_end
            cues.append((start, reach, meaning, way))
    return cues
