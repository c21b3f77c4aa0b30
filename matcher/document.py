"""An ad made ready for reading: its visible text, its language, and its sentences, which know how they speak."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from domain.matching import AdText, Span
from matcher.language import detect
from matcher.sections import HeadingReader, Section, divide
from matcher.sentences import split
from matcher.text import read_html
from matcher.voice import Voice, VoiceBook


class Said(NamedTuple):
    """A sentence that begins at ``text[at]`` of the ad."""

    at: int
    voice: Voice


@dataclass(frozen=True, slots=True)
class Document:
    """What every reader of the ad works on."""

    ad: AdText
    text: str
    language: str
    all: tuple[Said, ...]
    """Every sentence, headings included."""
    said: tuple[Said, ...]
    """Every sentence but the headings."""

    def quote(self, start: int, end: int) -> Span:
        """The span without white space or stray punctuation at its edges."""
        return trimmed(self.text, start, end)

    def about(self, gate: int) -> Iterator[Said]:
        """The sentences, headings included, that may concern ``gate`` (:mod:`matcher.gates`)."""
        for said in self.all:
            if said.voice.mask & gate:
                yield said


def trimmed(text: str, start: int, end: int) -> Span:
    """``text[start:end]`` without white space or stray punctuation at its edges."""
    while start < end and text[start] in " ,;:.–-•·":
        start += 1
    while end > start and text[end - 1] in " ,;:.–-":
        end -= 1
    return Span(start, end, text[start:end])


def prepare(ad: AdText, headings: HeadingReader, book_of: Callable[[str], VoiceBook]) -> Document:
    """Read the ad's HTML. An empty ad gives an empty document. ``book_of``: the sentences met in a language."""
    shown = read_html(ad.description_html)
    text = shown.text
    language = detect(f"{ad.title}. {text}")
    book = book_of(language)
    everything = tuple(
        Said(start, book[text[start:end], shape, section, listed])
        for start, end, shape, section, listed, _ in divide(shown, split(shown), headings)
    )
    return Document(
        ad, text, language, everything, tuple(said for said in everything if said.voice.section is not Section.HEADING)
    )
