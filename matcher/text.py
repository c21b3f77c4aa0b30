"""An ad's HTML as the text that a reader sees, in units: headings, list items, sentences.

Visible text: tags dropped, block tags and ``<br>`` become a space, inline tags nothing, entities decoded once, soft
hyphens and zero-width marks removed, white space folded. A scanner of one pass and no parser: it bears any markup, and
its cost is linear in the length of the fragment.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from matcher.folding import any_of, word_set


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
    shape: Shape
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class ShownText:
    """The visible text and its blocks."""

    text: str
    blocks: tuple[Block, ...]


_BLOCK_TAGS = word_set(
    "address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol p pre section "
    "summary table tbody td tfoot th thead title tr ul"
)
_BOLD_TAGS = frozenset(("b", "strong"))
_RESETTING = frozenset(("ul", "ol", "section", "p", "div"))


def _named(names: Iterable[str]) -> str:
    """A pattern for one of these tags in any case, told by its first letter first: it is tried at every tag."""
    letters = "".join(sorted({name[0] for name in names}))
    cased = re.sub("[a-z]", lambda letter: f"[{letter[0]}{letter[0].upper()}]", any_of(names))
    return rf"(?=[{letters}{letters.upper()}]){cased}(?=[\s/>])"


_MARK = re.compile(rf"<(/?)({_named(_BLOCK_TAGS | _BOLD_TAGS)})[^<>]*>")
"""A tag that shapes the text."""
_BEGINNING = re.compile(rf"(<{_named(_BLOCK_TAGS)}[^<>]*>)")
"""A tag that begins a block: what stands before it is a block of its own, and may be read apart."""
_FACT = re.compile(r"(?<=>)(?P<label>[^<>]{2,40})</t[dh]>\s*<td\b[^<>]*>(?=\s*[^<>\s][^<>]{0,80}</td>)", re.IGNORECASE)
"""Two cells of a table of facts, *Stillingsprosent | 100 %*, are one line."""
_ELEMENT = re.compile(rf"<({_named(_BLOCK_TAGS)})[^<>]*>([^<&]*)(</\1>)?\s*")
"""An element with nothing but text in it, as most parts of an ad are."""
_PLAIN_TAG = re.compile(rf"<(?!/?{_named(_BLOCK_TAGS | _BOLD_TAGS)})(?:/?[a-zA-Z]|[!?])[^<>]*>")
_HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "legend"))
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_BULLETS, _RUN_ON_BULLETS = "•·▪●◦‣○■–*-", "•▪●◦‣"
_BULLET = re.compile(rf"[{_BULLETS}]\s+")
_RUN_ON_BULLET = re.compile(rf"\s[{_RUN_ON_BULLETS}]\s")


def read_html(fragment: str) -> ShownText:
    """The visible text of ``fragment`` (HTML, or plain text whose lines are then its blocks). Never fails."""
    clean = fragment
    for opening, closing in (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")):
        clean = _without(clean, opening, closing)
    if "<td" in clean:
        clean = _FACT.sub(r"\g<label> ", clean)
    parts = _BEGINNING.split(clean)
    if len(parts) == 1:
        return _assemble(_without_beginnings(clean))
    pieces: list[tuple[str, Shape]] = []
    state = _PLAIN
    for tag, rest in zip(("", *parts[1::2]), parts[::2], strict=True):
        found, state = (_kept_part if len(rest) < _LONGEST_KEPT else _read_part)(tag, rest, state)
        pieces += found
    return _assemble(pieces)


def _without_beginnings(clean: str) -> list[tuple[str, Shape]]:
    """A fragment in which no block begins: it may still be cut by breaks and by blocks that end."""
    parts = _MARK.split(_tidy(_PLAIN_TAG.sub("", clean)))
    blocks, _ = _scan(parts, _PLAIN)
    if all(name.lower() in _BOLD_TAGS for name in parts[2::3]):
        blocks = _lines(blocks)
    return [piece for raw, shape in blocks for piece in _pieces(raw, shape)]


def _read_part(tag: str, rest: str, state: "_State") -> tuple[tuple[tuple[str, Shape], ...], "_State"]:
    """The blocks of what stands from one beginning of a block to the next, and the state after it."""
    part = _tidy(tag + rest)
    element = _ELEMENT.fullmatch(part)
    if element is None:
        blocks, after = _scan(_MARK.split(_tidy(_PLAIN_TAG.sub("", tag + rest))), state)
        return tuple(piece for raw, shape in blocks for piece in _pieces(raw, shape)), after
    name = element[1].lower()
    within = state.met("", name)
    shape = within.shape(only_bold=bool(within.bold))
    return tuple(_pieces(element[2], shape)), within.met("/", name) if element[3] else within


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
    """What is open at a place of the fragment."""

    heading: bool
    item: bool
    bold: int

    def met(self, closing: str, name: str) -> "_State":
        """The state behind a tag. ``closing``: a slash, or nothing."""
        heading, item, bold = self
        if name in _BOLD_TAGS:
            bold = max(0, bold + (-1 if closing else 1))
        elif name in _HEADING_TAGS:
            heading = not closing
        elif name == "li":
            item, bold = not closing, 0
        elif name in _RESETTING:
            item, heading = item and name in ("p", "div"), False
        return _State(heading, item, bold)

    def shape(self, *, only_bold: bool) -> Shape:
        """How a block is set in which this is open. ``only_bold``: all its text is bold."""
        if self.heading:
            return Shape.HEADING
        if self.item:
            return Shape.ITEM
        return Shape.BOLD if only_bold else Shape.PLAIN


_PLAIN = _State(False, False, 0)


def _scan(parts: list[str], state: _State) -> tuple[list[tuple[str, Shape]], _State]:
    """Raw blocks with their shape. ``parts``: text, then again and again a slash or nothing, a tag's name, text."""
    blocks: list[tuple[str, Shape]] = []
    ink = _Ink()
    ink.add(parts[0], state.bold)
    for index in range(1, len(parts), 3):
        name = parts[index + 1].lower()
        if ink.pieces and name not in _BOLD_TAGS:
            blocks.append(ink.block(state))
        state = state.met(parts[index], name)
        if parts[index + 2]:
            ink.add(parts[index + 2], state.bold)
    if ink.pieces:
        blocks.append(ink.block(state))
    return blocks, state


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

    def block(self, state: _State) -> tuple[str, Shape]:
        """The block, and begin the next."""
        raw = self.pieces[0] if len(self.pieces) == 1 else "".join(self.pieces)
        shape = state.shape(only_bold=self.bold and not self.plain)
        self.pieces, self.plain, self.bold = [], False, False
        return raw, shape


def _lines(blocks: list[tuple[str, Shape]]) -> list[tuple[str, Shape]]:
    """Text without block tags: its lines are the blocks."""
    return [(line, shape) for raw, shape in blocks for line in raw.splitlines()]


def _assemble(pieces: list[tuple[str, Shape]]) -> ShownText:
    texts = [text for text, _ in pieces]
    starts = accumulate([len(text) + 1 for text in texts], initial=0)
    blocks = zip(starts, [shape for _, shape in pieces], texts, strict=False)
    return ShownText(" ".join(texts), tuple(map(_as_block, blocks)))


_as_block = partial(tuple.__new__, Block)
"""A block from its parts, without the detour over its constructor."""


def _pieces(raw: str, shape: Shape) -> list[tuple[str, Shape]]:
    text = _fold(raw)
    return [item for item in _bulleted(text, shape) if item[0]] if text else []


_LONGEST_KEPT = 1_000
_kept_part = lru_cache(maxsize=12_000)(_read_part)
"""Parts come again: employers' standing paragraphs, the same ad elsewhere."""


def _fold(raw: str) -> str:
    return " ".join((_tidy(unescape(raw)) if "&" in raw else raw).split())


def _tidy(text: str) -> str:
    """``text`` composed (NFC), without control characters and invisible marks."""
    if not text.replace("\n", " ").isprintable():  # so it may hold such
        text = _INVISIBLE.sub("", _CONTROL.sub(" ", text))
    return unicodedata.normalize("NFC", text)


def _bulleted(text: str, shape: Shape) -> list[tuple[str, Shape]]:
    """Bullets typed by hand make list items too; the visible text keeps them."""
    if shape is not Shape.PLAIN:
        return [(text, shape)]
    if not any(sign in text for sign in _RUN_ON_BULLETS) or not _RUN_ON_BULLET.search(text):
        return [(text, Shape.ITEM if text[0] in _BULLETS and _BULLET.match(text) else shape)]
    starts = [0, *(found.start() + 1 for found in _RUN_ON_BULLET.finditer(text))]
    ends = [*starts[1:], len(text) + 1]
    pieces = [text[start : end - 1] for start, end in zip(starts, ends, strict=True)]
    return [(piece, Shape.ITEM if _BULLET.match(piece) else shape) for piece in pieces]
