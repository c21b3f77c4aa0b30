"""An ad's HTML as the text that a reader sees, in units: headings, list items, sentences.

Visible text: tags dropped, block tags and ``<br>`` become a space, inline tags nothing, entities decoded once, soft
hyphens and zero-width marks removed, white space folded. A scanner of one pass and no parser: it bears any markup, and
its cost is linear in the length of the fragment.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from html import unescape
from itertools import accumulate
from typing import Any, NamedTuple

from matcher.folding import any_of, word_set
from matcher.memory import Memory


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


class Block:
    """A text set as one block. One that comes again is the same object: what is found in it is kept with it."""

    __slots__ = ("points", "said", "shape", "text")

    def __init__(self, text: str, shape: Shape) -> None:
        self.text, self.shape = text, shape
        self.points: int | None = None
        """What its small words say of the language (see :mod:`matcher.language`)."""
        self.said: dict[int, Any] = {}
        """Its sentences, by what it stands under (see :mod:`matcher.voice`)."""


class ShownText(NamedTuple):
    """The visible text, its blocks, and where each begins. Blocks follow each other and never overlap."""

    text: str
    blocks: Sequence[Block]
    starts: Sequence[int]


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
_BEGINNING = re.compile(rf"<(?={_named(_BLOCK_TAGS)}[^<>]*>)")
"""The first letter of a tag that begins a block: what stands before it is a block of its own, and may be read apart."""
_FACT = re.compile(
    r"<t[dh]\b[^<>]*>(?P<label>[^<>]{2,40})</t[dh]>\s*<td\b[^<>]*>(?=\s*[^<>\s][^<>]{0,80}</td>)", re.IGNORECASE
)
"""Two cells of a table of facts, *Stillingsprosent | 100 %*, are one line."""
_ELEMENT = re.compile(rf"({_named(_BLOCK_TAGS)})[^<>]*>([^<&]*)(</\1>)?\s*")
"""An element, but its first letter, with nothing but text in it, as most parts of an ad are."""
_PLAIN_TAG = re.compile(rf"<(?!/?{_named(_BLOCK_TAGS | _BOLD_TAGS)})(?:/?[a-zA-Z]|[!?])[^<>]*>")
_HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "legend"))
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_BULLETS, _RUN_ON_BULLETS = "•·▪●◦‣○■–*-", "•▪●◦‣"
_BULLET = re.compile(rf"[{_BULLETS}]\s+")
_KEPT, _LONGEST_KEPT = 5_000, 1_000
"""Parts that are kept, and letters of the longest."""
_RUN_ON_BULLET = re.compile(rf"\s[{_RUN_ON_BULLETS}]\s")


class HtmlReader:
    """Reads HTML; keeps what parts of ads were read as: they come again, in standing paragraphs and other versions."""

    def __init__(self) -> None:
        self._parts: Memory[_Key, _Part] = Memory(_KEPT)

    def read(self, fragment: str) -> ShownText:
        """The visible text of ``fragment`` (HTML, or plain text whose lines are then its blocks). Never fails."""
        clean = fragment
        for opening, closing in (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")):
            clean = _without(clean, opening, closing)
        if "<td" in clean:
            clean = _FACT.sub(r"<td>\g<label> ", clean)
        parts = _BEGINNING.split(clean)
        if len(parts) == 1:
            return _assemble(_without_beginnings(clean))
        state, *blocks = _scanned(parts[0], _PLAIN)
        for part in parts[1:]:
            key = part if state is _PLAIN else (part, state)
            read = self._parts[key] or self._read(key, part, state)
            state = read[0]
            blocks += read[1:]
        return _assemble(blocks)

    def _read(self, key: "_Key", part: str, state: "_State") -> "_Part":
        read = _read_part(part, state)
        return self._parts.keep(key, read) if len(part) < _LONGEST_KEPT else read


def read_html(fragment: str) -> ShownText:
    """The same for a single text."""
    return HtmlReader().read(fragment)


def _without_beginnings(clean: str) -> list[Block]:
    """A fragment in which no block begins: it may still be cut by breaks and by blocks that end."""
    parts = _MARK.split(_tidy(_PLAIN_TAG.sub("", clean)))
    raw, _ = _scan(parts, _PLAIN)
    if all(name.lower() in _BOLD_TAGS for name in parts[2::3]):
        raw = _lines(raw)
    return [block for text, shape in raw for block in _blocks(text, shape)]


def _read_part(part: str, state: "_State") -> "_Part":
    """What stands from behind the first letter of a tag to the next beginning of a block, met in ``state``."""
    element = _ELEMENT.fullmatch(part)
    if element is None:
        return _scanned(f"<{part}", state)
    name, text, closed = element.groups()
    shape, after = _around(state, name, closed is not None)
    return after, *_blocks(_tidy(text), shape)


def _scanned(part: str, state: "_State") -> "_Part":
    raw, after = _scan(_MARK.split(_tidy(_PLAIN_TAG.sub("", part))), state)
    return after, *(block for text, shape in raw for block in _blocks(text, shape))


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
        return _state(heading, item, bold)

    def shape(self, *, only_bold: bool) -> Shape:
        """How a block is set in which this is open. ``only_bold``: all its text is bold."""
        if self.heading:
            return Shape.HEADING
        if self.item:
            return Shape.ITEM
        return Shape.BOLD if only_bold else Shape.PLAIN


_state = lru_cache(maxsize=100)(_State)
_PLAIN = _state(False, False, 0)
_Part = tuple[_State, *tuple[Block, ...]]
"""The state after a part of an ad, and the blocks of it."""
_Key = str | tuple[str, _State]
"""A part, and the state that it is met in, if anything is open there."""


@lru_cache(maxsize=1_000)
def _around(state: _State, name: str, closed: bool) -> tuple[Shape, _State]:
    """How the text of an element is set that is met in ``state``, and the state after it."""
    within = state.met("", name.lower())
    return within.shape(only_bold=bool(within.bold)), within.met("/", name.lower()) if closed else within


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


def _assemble(blocks: Sequence[Block]) -> ShownText:
    texts = [block.text for block in blocks]
    return ShownText(" ".join(texts), blocks, list(accumulate([len(text) + 1 for text in texts[:-1]], initial=0)))


def _blocks(raw: str, shape: Shape) -> list[Block]:
    text = _fold(raw)
    if shape is not Shape.PLAIN or not text:
        return [Block(text, shape)] if text else []
    return [Block(item, set_as) for item, set_as in _bulleted(text) if item]


def _fold(raw: str) -> str:
    return " ".join((_tidy(unescape(raw)) if "&" in raw else raw).split())


def _tidy(text: str) -> str:
    """``text`` composed (NFC), without control characters and invisible marks."""
    if not text.isprintable() and not text.replace("\n", " ").isprintable():  # so it may hold such
        text = _INVISIBLE.sub("", _CONTROL.sub(" ", text))
    return unicodedata.normalize("NFC", text)


def _bulleted(text: str) -> list[tuple[str, Shape]]:
    """Bullets typed by hand make list items too; the visible text keeps them."""
    if not _holds_bullet(text) or not _RUN_ON_BULLET.search(text):
        return [(text, Shape.ITEM if text[0] in _BULLETS and _BULLET.match(text) else Shape.PLAIN)]
    starts = [0, *(found.start() + 1 for found in _RUN_ON_BULLET.finditer(text))]
    ends = [*starts[1:], len(text) + 1]
    pieces = [text[start : end - 1] for start, end in zip(starts, ends, strict=True)]
    return [(piece, Shape.ITEM if _BULLET.match(piece) else Shape.PLAIN) for piece in pieces]


def _holds_bullet(text: str) -> bool:
    """One by one: letters that a text of Latin letters cannot hold are not searched for at all."""
    return "•" in text or "▪" in text or "●" in text or "◦" in text or "‣" in text
