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
    scanner = _Scanner()
    pieces = _MARK.split(clean)
    scanner.feed(pieces[0])
    for index in range(1, len(pieces), 3):
        scanner.tag(pieces[index + 1].lower(), closing=bool(pieces[index]))
        scanner.feed(pieces[index + 2])
    scanner.close()
    return _assemble(scanner.blocks if scanner.has_blocks else _lines(scanner.blocks))


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


class _Scanner:
    """Collects raw blocks: (text, shape)."""

    def __init__(self) -> None:
        self.blocks: list[tuple[str, Shape]] = []
        self.has_blocks = False
        self._pieces: list[str] = []
        self._plain_ink = False
        self._bold_ink = False
        self._bold = 0
        self._heading = False
        self._item = False

    def feed(self, text: str) -> None:
        if not text or (not self._pieces and text.isspace()):
            return
        self._pieces.append(text)
        if self._bold:
            self._bold_ink = self._bold_ink or not text.isspace()
        elif not self._plain_ink and not text.isspace():
            self._plain_ink = text.strip(" \t\r\n\u00a0:") != "" and text.strip() != "&nbsp;"

    def tag(self, name: str, *, closing: bool) -> None:
        if name in _BOLD_TAGS:
            self._bold = max(0, self._bold + (-1 if closing else 1))
        if name not in _BLOCK_TAGS:
            return
        self.has_blocks = True
        self.close()
        if name in _HEADING_TAGS:
            self._heading = not closing
        elif name == "li":
            self._item = not closing
            self._bold = 0
        elif name in ("ul", "ol", "section", "p", "div"):
            self._item = self._item and name in ("p", "div")
            self._heading = False

    def close(self) -> None:
        if not self._pieces:
            return
        raw = "".join(self._pieces)
        shape = Shape.PLAIN
        if self._heading:
            shape = Shape.HEADING
        elif self._item:
            shape = Shape.ITEM
        elif self._bold_ink and not self._plain_ink:
            shape = Shape.BOLD
        self.blocks.append((raw, shape))
        self._pieces, self._plain_ink, self._bold_ink = [], False, False


def _lines(blocks: list[tuple[str, Shape]]) -> list[tuple[str, Shape]]:
    """Text without block tags: its lines are the blocks."""
    return [(line, shape) for raw, shape in blocks for line in raw.splitlines()]


def _assemble(raw_blocks: list[tuple[str, Shape]]) -> ShownText:
    parts: list[str] = []
    blocks: list[Block] = []
    position = 0
    for raw, shape in raw_blocks:
        for piece, piece_shape in _bulleted(_fold(raw), shape):
            if piece:
                start = position + bool(parts)
                position = start + len(piece)
                parts.append(piece)
                blocks.append(Block(start, position, piece_shape))
    return ShownText(" ".join(parts), tuple(blocks))


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
