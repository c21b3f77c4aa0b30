"""An ad made ready for reading: its visible text, folded text, language, known words, and passages that know how they
speak."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from domain.matching import AdText, Span
from matcher.folding import fold
from matcher.language import detect
from matcher.lexicon import Hit, Passages
from matcher.modality import Voice, voices
from matcher.sections import HeadingReader, divide
from matcher.sentences import split
from matcher.text import ShownText, read_html
from matcher.wordbook import WordBook

Heard = Sequence[tuple[Voice, Sequence[Hit]]]
"""Every voice with the hits (in order of the text) that start in its passage."""


@dataclass(frozen=True, slots=True)
class Document:
    """What every reader of the ad works on. All offsets are offsets in ``text``."""

    ad: AdText
    shown: ShownText
    text: str
    folded: str
    language: str
    voices: tuple[Voice, ...]
    words: Passages
    masks: tuple[int, ...]
    """For each block the gates that its words open (:mod:`matcher.gates`)."""

    def quote(self, start: int, end: int) -> Span:
        """The span without white space or stray punctuation at its edges."""
        while start < end and self.text[start] in " ,;:.–-•·":
            start += 1
        while end > start and self.text[end - 1] in " ,;:.–-":
            end -= 1
        return Span(start, end, self.text[start:end])

    def about(self, gate: int) -> Iterator[tuple[int, int]]:
        """Start and end of the blocks, headings included, that may concern ``gate``."""
        for block, mask in zip(self.shown.blocks, self.masks, strict=True):
            if mask & gate:
                yield block.start, block.end


def by_voice(document: Document, hits: Sequence[Hit]) -> Heard:
    """Every voice with the hits that start in its passage."""
    pairs, index, size = [], 0, len(hits)
    for voice in document.voices:
        passage = voice.passage
        while index < size and hits[index].start < passage.start:
            index += 1
        first = index
        while index < size and hits[index].start < passage.end:
            index += 1
        pairs.append((voice, hits[first:index]))
    return pairs


def prepare(ad: AdText, headings: HeadingReader, book_of: Callable[[str], WordBook]) -> Document:
    """Read the ad's HTML. An empty ad gives an empty document. ``book_of``: the word book of a language."""
    shown = read_html(ad.description_html)
    folded = fold(shown.text)
    language = detect(f"{ad.title}. {shown.text}")
    chunks = folded.split(" ")
    starts = list(accumulate((len(chunk) + 1 for chunk in chunks), initial=0))
    facts = book_of(language).of(chunks)
    masks, ends = [], set()
    for block in shown.blocks:
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
        ends.add(last - 1)
        mask = 0
        for known in facts[first:last]:
            mask |= known.mask
        masks.append(mask)
    spoken = voices(folded, divide(shown, split(shown), headings), masks)
    words = Passages(shown.text, folded, chunks, facts, starts, frozenset(ends))
    return Document(ad, shown, shown.text, folded, language, spoken, words, tuple(masks))
