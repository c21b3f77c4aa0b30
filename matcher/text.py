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
from itertools import pairwise
from typing import NamedTuple

from matcher.folding import word_set


class Shape(StrEnum):
    """How a piece of text is set."""

    number: int
    """Its place in this list."""

    HEADING = "heading"
    BOLD = "bold"
    ITEM = "item"
    PLAIN = "plain"


for _number, _shape in enumerate(Shape):
    _shape.number = _number


class Block(NamedTuple):
    """``text[start:end]`` set as one block. Blocks follow each other and never overlap."""

    start: int
    end: int
    shape: Shape
    text: str


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
_BEGINNING = re.compile(rf"<(?:{'|'.join(sorted(_BLOCK_TAGS))})(?=[\s/>])[^<>]*>", re.IGNORECASE)
"""A tag that begins a block: what stands before it is a block of its own, and may be read apart."""
_FACT = re.compile(r"(?<=>)(?P<label>[^<>]{2,40})</t[dh]>\s*<td\b[^<>]*>(?=\s*[^<>\s][^<>]{0,80}</td>)", re.IGNORECASE)
"""Two cells of a table of facts, *Stillingsprosent | 100 %*, are one line."""
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
    if "<td" in clean:
        clean = _FACT.sub(r"\g<label> ", clean)
    starts = [found.start() for found in _BEGINNING.finditer(clean)]
    if not starts:
        return _assemble(_without_beginnings(clean))
    pieces: list[tuple[str, Shape]] = []
    state = _PLAIN
    for start, end in pairwise((0, *starts, len(clean))):
        part = clean[start:end]
        found, state = _kept_part(part, state) if end - start < _LONGEST_KEPT else _read_part(part, state)
        pieces += found
    return _assemble(pieces)


def _without_beginnings(clean: str) -> list[tuple[str, Shape]]:
    """A fragment in which no block begins: it may still be cut by breaks and by blocks that end."""
    parts = _MARK.split(_tidy(_PLAIN_TAG.sub("", clean)))
    blocks, _ = _scan(parts, _PLAIN)
    if all(name.lower() in _BOLD_TAGS for name in parts[2::3]):
        blocks = _lines(blocks)
    return [piece for raw, shape in blocks for piece in _pieces(raw, shape)]


def _read_part(part: str, state: "_State") -> tuple[tuple[tuple[str, Shape], ...], "_State"]:
    """The blocks of what stands from one beginning of a block to the next, and the state after it."""
    blocks, after = _scan(_MARK.split(_tidy(_PLAIN_TAG.sub("", part))), state)
    return tuple(piece for raw, shape in blocks for piece in _pieces(raw, shape)), after


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


class _State(NamedTuple):
    """What is open where a part of the fragment begins."""

    heading: bool
    item: bool
    bold: int


_PLAIN = _State(False, False, 0)


def _scan(parts: list[str], state: _State) -> tuple[list[tuple[str, Shape]], _State]:
    """Raw blocks with their shape. ``parts``: text, then again and again a slash or nothing, a tag's name, text."""
    blocks: list[tuple[str, Shape]] = []
    ink = _Ink()
    heading, item, bold = state
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
    return blocks, _State(heading, item, bold)


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


def _assemble(pieces: list[tuple[str, Shape]]) -> ShownText:
    blocks: list[Block] = []
    start = 0
    for piece, shape in pieces:
        end = start + len(piece)
        blocks.append(Block(start, end, shape, piece))
        start = end + 1
    return ShownText(" ".join([piece for piece, _ in pieces]), tuple(blocks))


def _pieces(raw: str, shape: Shape) -> tuple[tuple[str, Shape], ...]:
    return tuple(item for item in _bulleted(_fold(raw), shape) if item[0])


_LONGEST_KEPT = 1_000
_kept_part = lru_cache(maxsize=12_000)(_read_part)
"""Parts come again: employers' standing paragraphs, the same ad elsewhere."""


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
