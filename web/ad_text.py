"""The ad as published, with what was found in it marked where it stands.

Spans count in the visible text that the matcher read; the page shows HTML. Both are walked side by side, letter by
letter, leaving white space out. Where they part company the ad is shown without marks: never with wrong ones.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from domain.matching import Mention, Reading
from domain.postings import SafeHtml
from web.html import ad_markup

_TOKEN = re.compile(r"(<[^>]*>)")
_LETTER = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});|.", re.DOTALL)
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the visible text and how the ad speaks of it."""

    start: int
    end: int
    kind: str


def marked_ad(html: SafeHtml, reading: Reading | None) -> tuple[Markup, bool]:
    """The ad for a page, and whether its marks could be set."""
    clean = str(ad_markup(html))
    if reading is None:
        return ad_markup(html), False
    letters = _letters(clean, reading.text)
    if letters is None:
        return ad_markup(html), False
    return Markup(_dressed(clean, letters, marks_of(reading.mentions))), True  # noqa: S704 - clean, and our own marks


def marks_of(mentions: Iterable[Mention]) -> list[Mark]:
    """One mark for each mention, none inside another; the longest stays."""
    wanted = sorted(mentions, key=lambda item: (item.span.start, -item.span.end))
    marks: list[Mark] = []
    for mention in wanted:
        if not marks or mention.span.start >= marks[-1].end:
            marks.append(Mark(mention.span.start, mention.span.end, mention.modality.value))
    return marks


def _letters(clean: str, text: str) -> dict[int, int] | None:
    """Place in ``clean`` → place in ``text``, for every letter; None where they do not say the same."""
    found: dict[int, int] = {}
    position = at = 0
    for token in _TOKEN.split(clean):
        if not token.startswith("<"):
            for piece in _LETTER.finditer(token):
                for char in unescape(piece.group()):
                    if char.isspace() or char in _UNSEEN:
                        continue
                    while position < len(text) and text[position].isspace():
                        position += 1
                    if position >= len(text) or text[position] != char:
                        return None
                    found[at + piece.start()] = position
                    position += 1
        at += len(token)
    return found if not text[position:].strip() else None


def _dressed(clean: str, letters: dict[int, int], marks: list[Mark]) -> str:
    """``clean`` with ``<mark>`` around each stretch; a mark never crosses a tag, so that the page stays well-formed."""
    starts = [mark.start for mark in marks]
    out: list[str] = []
    at = 0
    for token in _TOKEN.split(clean):
        out.append(token if token.startswith("<") else _dressed_text(token, at, letters, marks, starts))
        at += len(token)
    return "".join(out)


def _dressed_text(token: str, at: int, letters: dict[int, int], marks: list[Mark], starts: list[int]) -> str:
    out: list[str] = []
    current: Mark | None = None
    waiting = ""
    for piece in _LETTER.finditer(token):
        place = letters.get(at + piece.start())
        if place is None:  # white space belongs to a mark only when letters of it follow
            waiting += piece.group()
            continue
        index = bisect_right(starts, place) - 1
        mark = marks[index] if index >= 0 and place < marks[index].end else None
        if mark is not current:
            out.append("</mark>" if current else "")
            out.append(waiting)
            out.append(f'<mark class="{mark.kind}">' if mark else "")
            current = mark
        else:
            out.append(waiting)
        waiting = ""
        out.append(piece.group())
    out.append("</mark>" if current else "")
    return "".join(out) + waiting
