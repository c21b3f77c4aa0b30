"""A page read without its tree: the structured data in it, and the few facts that stand beside that data.

Building the tree of a page costs more than all that is done with an ad afterwards, and most ads state everything in
their JSON-LD. Here the markup is only searched. Whatever a search cannot settle beyond doubt raises UnsureError, and
the caller reads the tree after all: both ways give the same draft (a test holds them against each other).
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.parsing.document import absolute, apply_target, says_apply
from crawler.parsing.text import without_invisible
from domain.deadlines import open_ended

_UNREAD = re.compile(
    r"<(?:!--|(script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext|template)\b)", re.IGNORECASE | re.ASCII
)
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})
_SCRIPT = re.compile("<script", re.IGNORECASE | re.ASCII)
_LONGEST_PAGE = 4_000_000
_LONGEST_TAG = 4000
_LONGEST_LINK = 20_000
_MOST_HITS = 200
# One way only to match each sign, and no way back: linear on any input.
_TAG = re.compile(r"""<[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+>""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>`]++)))?""")
_NAME = re.compile(r"</?[^\s/>]*+")
_LINK_START, _LINK_END = re.compile(r"<a[\s/]"), re.compile(r"</a[\s/>]")
_O = r"(?:ø|&oslash;|&#0*(?:216|248);|&#x0*[df]8;)"
_OE = r"(?:ö|&ouml;|&#0*(?:214|246);|&#x0*[df]6;)"
_BLANKS = r"(?:\s|&nbsp;|&#160;|&#xa0;)*+"
_APPLY_TEXT = re.compile(rf">{_BLANKS}(?:s{_O}[kg]|send |apply|ans{_OE}k|s{_OE}k|ans{_O}g)")
_LONE_LABEL = re.compile(
    rf">{_BLANKS}(?:(?:s{_O}knads|ans{_O}gnings)?frist|sista\s++ans{_OE}kningsdag|deadline){_BLANKS}:?{_BLANKS}<"
)
_MAY_BE_LABEL = re.compile(rf"frist|deadline|apply\s++by|kningsdag|s(?:{_O}|{_OE})k\s++senest")
_VALUE_REACHES, _LONGEST_VALUE = (500, 4000), 100
_DAY = r"(?:\d{1,2}\.\s?(?:\d{1,2}\.|[a-z]{3,9}\.?)\s?20\d\d|20\d\d-\d\d-\d\d)"
_DATED = re.compile(rf"</(?:dt|th)>\s*+<(?:dd|td)(?:\s[^<>\"']*+)?>\s*+{_DAY}\s*+</(?:dd|td)>")
"""What follows a label whose value, in the cell beside it, is a plain date."""


class UnsureError(ValueError):
    """The markup leaves doubt; its tree has to be read."""


@dataclass(frozen=True, slots=True)
class Skimmed:
    """A page's markup, parted."""

    json_ld: tuple[str, ...]
    """Texts of its scripts of JSON-LD."""
    shown: str
    """The markup without scripts, styles and comments."""
    lowered: str
    """``shown`` in lower case, sign by sign."""


def skim(text: str) -> Skimmed:
    """The parts of a page. Raises UnsureError where it is not plain what is script, comment or markup."""
    if len(text) > _LONGEST_PAGE:
        raise UnsureError("a page beyond all length")
    scripts: list[str] = []
    pieces: list[str] = []
    at = 0
    for start, end, source in _unread(text):
        pieces.append(text[at:start])
        scripts += map(without_invisible, source)
        at = end
    pieces.append(text[at:])
    shown = without_invisible("".join(pieces))
    lowered = shown.lower()
    if len(lowered) != len(shown):
        raise UnsureError("the page cannot be searched sign by sign")
    if shown.count("<") > shown.count(">"):
        raise UnsureError("a tag that does not end")
    return Skimmed(tuple(scripts), shown, lowered)


def _unread(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """(start, end, JSON-LD) of every comment and of every element whose text is no markup."""
    at = 0
    while found := _UNREAD.search(text, at):
        start, name, source = found.start(), found[1], list[str]()
        if name is None:
            at = _end(text, "-->", start + 2)
            if "--!>" in text[start:at]:
                raise UnsureError("a comment that ends oddly")
        else:
            content, end = _raw_text(text, start, name.lower())
            if name.lower() == "script" and "ld+json" in attributes(text[start:content]).get("type", "").lower():
                source.append(text[content:end])
            at = _end(text, ">", end)
        yield start, at, source


def _raw_text(text: str, start: int, name: str) -> tuple[int, int]:
    """Where the text of the element ``name`` begins and ends, whose tag begins at ``start``."""
    if name not in _RAW:
        raise UnsureError(f"<{name}>")
    content = end = start + len(_tag(text, start))
    while text[(end := _end(text, "</", end)) : end + len(name)].lower() != name:
        pass
    end -= len("</")
    if text.find("<!--", content, end) >= 0 and _SCRIPT.search(text, content, end):
        raise UnsureError("a script inside a script")
    return content, end


def _end(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    if found < 0:
        raise UnsureError("the page is cut short")
    return found + len(mark)


def canonical(page: Skimmed, url: str) -> str:
    """The page's canonical address, absolute; '' when it names none."""
    for start in _tags_around(page.lowered, "canonical"):
        if page.lowered.startswith("<link", start):
            said = attributes(_tag(page.shown, start))
            if said.get("rel") == "canonical" and "href" in said:
                return absolute(url, said["href"])
    return ""


def apply_link(page: Skimmed, url: str) -> str | None:
    """The first link that asks readers to apply, as it stands or absolute."""
    starts = set(_named_apply(page.lowered))
    starts.update(_saying_apply(page.lowered))
    for start in sorted(starts):
        target = _target(page, start, url)
        if target:
            return target
    return None


def states_deadline(page: Skimmed) -> bool:
    """May the page state a deadline beside a label? True in doubt."""
    return _MAY_BE_LABEL.search(page.lowered) is not None


def states_open_end(page: Skimmed) -> bool:
    """May the page say, in an element of its own, that the deadline is no date ("Frist: snarest")? True in doubt."""
    lowered = page.lowered
    if "frist" not in lowered and "deadline" not in lowered and "kningsdag" not in lowered:
        return False
    return any(
        number >= _MOST_HITS or (not _DATED.match(lowered, at) and open_ended(_shown_after(lowered, at)))
        for number, at in enumerate(hit.end() - 1 for hit in _LONE_LABEL.finditer(lowered))
    )


def _shown_after(lowered: str, at: int) -> str:
    """The next hundred signs that a reader sees."""
    shown = ""
    for reach in _VALUE_REACHES:
        shown = " ".join(html.unescape(_TAG.sub(" ", lowered[at : at + reach])).split())[:_LONGEST_VALUE]
        if len(shown) == _LONGEST_VALUE:
            break
    return shown


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag; the first of each name counts."""
    found: dict[str, str] = {}
    name = _NAME.match(tag)
    for match in _ATTRIBUTE.finditer(tag, name.end() if name else 0):
        found.setdefault(match[1].lower(), html.unescape(match[2] or match[3] or match[4] or ""))
    return found


def _tag(text: str, start: int) -> str:
    """The whole tag that begins at ``start``."""
    found = _TAG.match(text, start, start + _LONGEST_TAG)
    before = text.rfind("<", max(0, start - _LONGEST_TAG), start)
    if not found or (before >= 0 and text.find(">", before, start) < 0):
        raise UnsureError("a tag without an end, or beyond all length")
    return found[0]


def _tags_around(lowered: str, word: str) -> Iterator[int]:
    """Where each tag begins that holds ``word``."""
    at = -1
    for _ in range(_MOST_HITS):
        at = lowered.find(word, at + 1)
        if at < 0:
            return
        start = lowered.rfind("<", max(0, at - _LONGEST_TAG), at)
        if start >= 0 and start + len(_tag(lowered, start)) > at:
            yield start
    raise UnsureError(f"{word!r} stands everywhere")


def _named_apply(lowered: str) -> Iterator[int]:
    """Where links begin whose id or class, or whatever else of them, speaks of applying."""
    return (start for start in _tags_around(lowered, "apply") if _LINK_START.match(lowered, start))


def _saying_apply(lowered: str) -> Iterator[int]:
    """Where links begin whose text may ask readers to apply."""
    for number, hit in enumerate(_APPLY_TEXT.finditer(lowered)):
        if number >= _MOST_HITS:
            raise UnsureError("everything asks to apply")
        start = at = hit.start()
        lowest = max(0, at - _LONGEST_TAG)
        while (start := lowered.rfind("<a", lowest, start)) >= 0:
            if _LINK_START.match(lowered, start):
                if not _LINK_END.search(lowered, start, at):
                    yield start
                break


def _target(page: Skimmed, start: int, url: str) -> str | None:
    """Where the link that begins at ``start`` leads, if it asks to apply."""
    tag = _tag(page.shown, start)
    said = attributes(tag)
    named = "apply" in f"{said.get('id', '')} {said.get('class', '')}".lower()
    if not named and not says_apply(_link_text(page, start + len(tag))):
        return None
    return apply_target(said.get("href", ""), url)


def _link_text(page: Skimmed, start: int) -> str:
    end = _LINK_END.search(page.lowered, start, start + _LONGEST_LINK)
    if not end or _LINK_START.search(page.lowered, start, end.start()):
        raise UnsureError("a link that does not end")
    inside = page.shown[start : end.start()]
    if 2 * inside.count("</") > inside.count("<"):
        raise UnsureError("a link across elements")
    return " ".join(html.unescape(piece) for piece in _TAG.split(inside) if piece).strip()
