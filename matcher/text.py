"""An ad's HTML as the text that a reader sees, in units: headings, list items, sentences.

Visible text: tags dropped, block tags and ``<br>`` become a space, inline tags nothing, entities decoded once, soft
hyphens and zero-width marks removed, white space folded. A scanner of one pass and no parser: it bears any markup, and
its cost is linear in the length of the fragment.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from matcher.folding import word_set


class Shape(StrEnum):
    """How a piece of text is set."""

    HEADING = "heading"
    BOLD = "bold"
    ITEM = "item"
    PLAIN = "plain"


class Block(NamedTuple):
    """``text[start:end]`` set as one block. Blocks follow each other and never overlap."""

    start: int
    end: int
    shape: Shape


@dataclass(frozen=True, slots=True)
class ShownText:
    """The visible text and its blocks."""

    text: str
    blocks: tuple[Block, ...]

    def block_at(self, position: int) -> Block | None:
        """The block that holds ``position``, or None between blocks."""
        index = bisect_right(self.blocks, position, key=lambda block: block.start) - 1
        if index < 0 or position >= self.blocks[index].end:
            return None
        return self.blocks[index]


_BLOCK_TAGS = word_set(
    "address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol p pre section "
    "summary table tbody td tfoot th thead title tr ul"
)
_BOLD_TAGS = frozenset(("b", "strong"))
_RESETTING = frozenset(("ul", "ol", "section", "p", "div"))
_NAMES = "|".join(sorted(_BLOCK_TAGS | _BOLD_TAGS))
_MARK = re.compile(rf"<(/?)({_NAMES})(?=[\s/>])[^<>]*>", re.IGNORECASE)
"""A tag that shapes the text."""
_PLAIN_TAG = re.compile(rf"<(?!/?(?:{_NAMES})[\s/>])(?:/?[a-zA-Z]|[!?])[^<>]*>", re.IGNORECASE)
_HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "legend"))
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_BULLET = re.compile(r"\s*[•·▪●◦‣○■–*-]\s+")
_RUN_ON_BULLET = re.compile(r"\s[•▪●◦‣]\s")


def read_html(fragment: str) -> ShownText:
    """The visible text of ``fragment`` (HTML, or plain text whose lines are then its blocks). Never fails."""
    clean = fragment
    for opening, closing in (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")):
        clean = _without(clean, opening, closing)
    clean = _tidy(_PLAIN_TAG.sub("", clean))
    parts = _MARK.split(clean)
    blocks = _scan(parts)
    if len(parts) == 1 or all(name.lower() in _BOLD_TAGS for name in parts[2::3]):
        blocks = _lines(blocks)
    return _assemble(blocks)


def _without(text: str, opening: str, closing: str) -> str:
    """``text`` without what stands between the marks; an opening that is never closed stays, as browsers show it."""
    if opening not in text:
        return text
    kept, position = [], 0
    while (start := text.find(opening, position)) >= 0:
        end = text.find(closing, start)
        if end < 0:
            break
        kept.append(text[position:start])
        position = end + len(closing)
    kept.append(text[position:])
    return "".join(kept)


def _scan(parts: list[str]) -> list[tuple[str, Shape]]:
    """Raw blocks with their shape. ``parts``: text, then again and again a slash or nothing, a tag's name, text."""
    blocks: list[tuple[str, Shape]] = []
    ink = _Ink()
    heading = item = False
    bold = 0
    ink.add(parts[0], bold)
    for index in range(1, len(parts), 3):
        closing, name = parts[index], parts[index + 1].lower()
        if name in _BOLD_TAGS:
            bold = max(0, bold + (-1 if closing else 1))
        else:
            if ink.pieces:
                blocks.append(ink.block(heading, item))
            if name in _HEADING_TAGS:
                heading = not closing
            elif name == "li":
                item, bold = not closing, 0
            elif name in _RESETTING:
                item, heading = item and name in ("p", "div"), False
        if parts[index + 2]:
            ink.add(parts[index + 2], bold)
    if ink.pieces:
        blocks.append(ink.block(heading, item))
    return blocks


class _Ink:
    """The text of a block so far, and whether all of it is bold."""

    __slots__ = ("bold", "pieces", "plain")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.plain = self.bold = False

    def add(self, text: str, bold: int) -> None:
        if not self.pieces and (not text or text.isspace()):
            return
        self.pieces.append(text)
        if bold:
            self.bold = self.bold or not text.isspace()
        elif not self.plain and not text.isspace():
            self.plain = text.strip(" \t\r\n\u00a0:") != "" and text.strip() != "&nbsp;"

    def block(self, heading: bool, item: bool) -> tuple[str, Shape]:
        """The block, and begin the next."""
        raw = self.pieces[0] if len(self.pieces) == 1 else "".join(self.pieces)
        shape = Shape.PLAIN
        if heading:
            shape = Shape.HEADING
        elif item:
            shape = Shape.ITEM
        elif self.bold and not self.plain:
            shape = Shape.BOLD
        self.pieces, self.plain, self.bold = [], False, False
        return raw, shape


def _lines(blocks: list[tuple[str, Shape]]) -> list[tuple[str, Shape]]:
    """Text without block tags: its lines are the blocks."""
    return [(line, shape) for raw, shape in blocks for line in raw.splitlines()]


def _assemble(raw_blocks: list[tuple[str, Shape]]) -> ShownText:
    parts: list[str] = []
    blocks: list[Block] = []
    position = 0
    for raw, shape in raw_blocks:
        for piece, piece_shape in _kept(raw, shape) if len(raw) < _LONGEST_KEPT else _pieces(raw, shape):
            start = position + bool(parts)
            position = start + len(piece)
            parts.append(piece)
            blocks.append(Block(start, position, piece_shape))
    return ShownText(" ".join(parts), tuple(blocks))


def _pieces(raw: str, shape: Shape) -> tuple[tuple[str, Shape], ...]:
    return tuple(item for item in _bulleted(_fold(raw), shape) if item[0])


_LONGEST_KEPT = 1_000
_kept = lru_cache(maxsize=8_000)(_pieces)
"""Blocks come again: employers' standing paragraphs, the same ad elsewhere."""


def _fold(raw: str) -> str:
    return " ".join((_tidy(unescape(raw)) if "&" in raw else raw).split())


def _tidy(text: str) -> str:
    """``text`` composed (NFC), without control characters and invisible marks."""
    if _CONTROL.search(text):
        text = _CONTROL.sub(" ", text)
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def _bulleted(text: str, shape: Shape) -> list[tuple[str, Shape]]:
    """Bullets typed by hand make list items too; the visible text keeps them."""
    if shape is not Shape.PLAIN:
        return [(text, shape)]
    if not _RUN_ON_BULLET.search(text):
        return [(text, Shape.ITEM if _BULLET.match(text) else shape)]
    starts = [0, *(found.start() + 1 for found in _RUN_ON_BULLET.finditer(text))]
    ends = [*starts[1:], len(text) + 1]
    pieces = [text[start : end - 1] for start, end in zip(starts, ends, strict=True)]
    return [(piece, Shape.ITEM if _BULLET.match(piece) else shape) for piece in pieces]
