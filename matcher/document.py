"""An ad made ready for reading: its visible text, its language, and its sentences, which know how they speak."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from domain.matching import AdText, Span
from matcher.headings import HeadingReader
from matcher.language import detect_in
from matcher.passages import announce
from matcher.sections import AS_HEADING, Section
from matcher.text import HtmlReader
from matcher.voice import Voice, VoiceBook

_HEADING = Section.HEADING


Said = tuple[int, Voice]
"""Where a sentence begins in the ad, and its voice. An ad has many: a bare tuple costs Python least."""


@dataclass(frozen=True, slots=True)
class Document:
    """What every reader of the ad works on."""

    ad: AdText
    text: str
    language: str
    said: Sequence[Said]
    """Every sentence but the headings."""
    by_gate: Mapping[int, Sequence[Said]]
    """Gate → the sentences that may concern it, headings included."""

    def quote(self, start: int, end: int) -> Span:
        """The span without white space or stray punctuation at its edges."""
        return trimmed(self.text, start, end)

    def about(self, gate: int) -> Sequence[Said]:
        """The sentences, headings included, that may concern ``gate``, one of :mod:`matcher.gates`."""
        return self.by_gate.get(gate, ())

    def after(self, at: int, count: int) -> Sequence[Said]:
        """The ``count`` sentences after the one that begins at ``at``, headings left out."""
        index = bisect_right(self.said, at, key=_place)
        return self.said[index : index + count]

    def before(self, at: int) -> Said | None:
        """The sentence before the one that begins at ``at``, headings left out."""
        index = bisect_left(self.said, at, key=_place)
        return self.said[index - 1] if index else None

    def speaking(self, gate: int) -> list[Said]:
        """The same without headings."""
        return [said for said in self.by_gate.get(gate, ()) if said[1].section is not _HEADING]


_place = itemgetter(0)


def trimmed(text: str, start: int, end: int) -> Span:
    """``text[start:end]`` without white space or stray punctuation at its edges."""
    while start < end and text[start] in " ,;:.–-•·":
        start += 1
    while end > start and text[end - 1] in " ,;:.–-":
        end -= 1
    return Span(start, end, text[start:end])


def prepare(ad: AdText, html: HtmlReader, headings: HeadingReader, book_of: Callable[[str], VoiceBook]) -> Document:
    """Read the ad's HTML. An empty ad gives an empty document. ``book_of``: the sentences met in a language."""
    text, blocks, starts = html.read(ad.description_html)
    language = detect_in(ad.title, blocks)
    book = book_of(language)
    spoken: list[Said] = []
    by_gate: defaultdict[int, list[Said]] = defaultdict(list)
    for at, block, mark in zip(starts, blocks, announce(blocks, headings), strict=False):
        parts = iter(book.block(block, mark, headings))
        for start, voice in zip(parts, parts, strict=True):
            said = (at + start, voice)
            if mark is not AS_HEADING:
                spoken.append(said)
            for bit in voice.bits:
                by_gate[bit].append(said)
    return Document(ad, text, language, spoken, by_gate)
