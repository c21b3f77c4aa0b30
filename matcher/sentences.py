"""Blocks of text cut into sentences, mindful of abbreviations, dates and ordinals."""

import re
from typing import NamedTuple

from matcher.text import Block, Shape, ShownText

_STOP = re.compile(r"[.!?…][\"»”')]*\s+(?=[\"«“(•]?[A-ZÆØÅÄÖÉ0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:ca|kl|tlf|mob|nr|pr|evt|inkl|ekskl|f\.eks|bl\.a|dvs|osv|mv|m\.m|e\.l|o\.l|p\.t|jf|ref|"
    r"jfr|max|min|t\.ex|"
    r"bl\.\s?a|dvs|e\.g|i\.e|approx|no|dr|mr|mrs|ms|st|vs|d\.v\.s|f\.o\.m|t\.o\.m|fr\.o\.m|o\.s\.v|kr|kl|pst|ev|resp|"
    r"avd|adm|dir|ass|sr|jr|ph\.d|[A-ZÆØÅ])\.$",
    re.IGNORECASE,
)
_MAY_END = re.compile(r"\b(?:kr|mnd|m\.?v|osv|m\.m|o\.l|e\.l|pst|o\.s\.v|d\.v\.s|etc)\.$", re.IGNORECASE)
"""Abbreviations that often stand last: before a capital they end the sentence."""
_LONGEST = 700
_SHORT_QUESTION = 2
"""Spaces in a question that its answer belongs to: ``Ledererfaring? Hyggelig, men …``."""
_ORDINAL = re.compile(r"\d\.$")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|ma[ijy]|jun|jul|aug|sep|o[ck]t|nov|de[sc])", re.IGNORECASE)


class Sentence(NamedTuple):
    """``text[start:end]``, in block number ``block``, set as ``shape``."""

    start: int
    end: int
    shape: Shape
    block: int


def split(shown: ShownText) -> list[Sentence]:
    """All sentences in order; headings stay whole."""
    sentences: list[Sentence] = []
    for number, block in enumerate(shown.blocks):
        if block.shape is Shape.HEADING or block.end - block.start < 3:
            sentences.append(Sentence(block.start, block.end, block.shape, number))
        else:
            sentences += _split_block(shown.text, block, number)
    return sentences


def _split_block(text: str, block: Block, number: int) -> list[Sentence]:
    found, start = [], block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if text[stop.start()] == "." and _goes_on(text, stop.start() + 1, stop.end()):
            continue
        if text[stop.start()] == "?" and text.count(" ", start, stop.start()) < _SHORT_QUESTION:
            continue
        found.append(Sentence(start, stop.start() + len(stop.group().rstrip()), block.shape, number))
        start = stop.end()
    if start < block.end:
        found.append(Sentence(start, block.end, block.shape, number))
    return [piece for sentence in found for piece in _bounded(text, sentence)]


def _bounded(text: str, sentence: Sentence) -> list[Sentence]:
    """``sentence`` in pieces of bounded length: nobody writes longer ones, and cost grows with the longest."""
    pieces = []
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = start + _LONGEST if cut < 0 else cut
        pieces.append(Sentence(start, cut, sentence.shape, sentence.block))
        start = cut + (text[cut : cut + 1] == " ")
    pieces.append(Sentence(start, sentence.end, sentence.shape, sentence.block))
    return pieces


def _goes_on(text: str, after_stop: int, next_start: int) -> bool:
    """Is the full stop part of an abbreviation or an ordinal?"""
    before = text[max(0, after_stop - 12) : after_stop]
    following = text[next_start : next_start + 4]
    if _ABBREVIATION.search(before):
        return not (_MAY_END.search(before) and following[:1].isalpha())
    return bool(_ORDINAL.search(before)) and (following[:1].isdigit() or bool(_MONTH.match(following)))
