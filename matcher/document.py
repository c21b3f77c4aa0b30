"""An ad made ready for reading: its visible text, folded text, language, and passages that know how they speak."""

from dataclasses import dataclass

from domain.matching import AdText, Span
from matcher.folding import fold
from matcher.language import detect
from matcher.lexicon import Hit
from matcher.modality import Voice, voices
from matcher.sections import HeadingReader, divide
from matcher.sentences import split
from matcher.text import ShownText, read_html


@dataclass(frozen=True, slots=True)
class Document:
    """What every reader of the ad works on. All offsets are offsets in ``text``."""

    ad: AdText
    shown: ShownText
    text: str
    folded: str
    language: str
    voices: tuple[Voice, ...]

    def quote(self, start: int, end: int) -> Span:
        """The span without white space or stray punctuation at its edges."""
        while start < end and self.text[start] in " ,;:.–-•·":
            start += 1
        while end > start and self.text[end - 1] in " ,;:.–-":
            end -= 1
        return Span(start, end, self.text[start:end])


def by_voice(document: Document, hits: list[Hit]) -> list[tuple[Voice, list[Hit]]]:
    """Every voice with the hits (in order of the text) that start in its passage."""
    pairs, index = [], 0
    for voice in document.voices:
        passage = voice.passage
        while index < len(hits) and hits[index].start < passage.start:
            index += 1
        first = index
        while index < len(hits) and hits[index].start < passage.end:
            index += 1
        pairs.append((voice, hits[first:index]))
    return pairs


def prepare(ad: AdText, headings: HeadingReader) -> Document:
    """Read the ad's HTML. An empty ad gives an empty document."""
    shown = read_html(ad.description_html)
    folded = fold(shown.text)
    passages = divide(shown, split(shown), headings)
    language = detect(f"{ad.title}. {shown.text}")
    return Document(ad, shown, shown.text, folded, language, tuple(voices(folded, passages)))
