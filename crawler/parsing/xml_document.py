"""XML from strangers: no entity is expanded, nothing cut short is taken for the whole, name spaces are put aside."""

import re
from collections.abc import Iterator

from parsel import Selector

from crawler.parsing.page import Page, PageError
from crawler.parsing.text import one_line, without_invisible

MAX_BYTES = 16 * 1024 * 1024
MAX_TAGS = 250_000
"""Each costs half a kilobyte once it is read, however short it is written."""
MAX_RECORDS = 10_000
"""Ads in one file; no employer has more."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ENTITIES = re.compile(r"<!(?:ENTITY|DOCTYPE[^>\[]{0,300}\[)", re.IGNORECASE)
# Each piece can end in one place only: a lazy ".*?" here would try every way to part a row of comments.
_ROOT = re.compile(
    r"^\s*(?:(?:<!--(?:[^-]|-(?!->))*-->|<\?[^>]*\?>|<!DOCTYPE[^>]*>)\s*)*<(?:[\w.-]+:)?([\w.-]+)", re.IGNORECASE
)
# libxml2 turns "&#xD800;" into bytes that no reader of text can take: only what XML 1.0 (2.2) has for a sign may stay.
_NUMBERED = re.compile(r"&#(?:(\d{1,12})|[xX]([0-9a-fA-F]{1,12}));")
_NOT_MARKUP = {"<![CDATA[": "]]>", "<!--": "-->"}
_OPENING = re.compile(r"<!\[CDATA\[|<!--")
_HEAD = 20_000


def read_xml(page: Page, *roots: str, what: str) -> Selector:
    """The document in ``page``, whose root must be one of ``roots``, without name spaces.

    ``what`` names in the error what was expected. Raises PageError when it is something else, cut short, declares
    entities, or holds markup that only a guess could read.
    """
    if len(page.body) > MAX_BYTES:
        raise _refused(page, what, f"it is larger than {MAX_BYTES} bytes")
    if page.body.count(b"<") > MAX_TAGS:
        raise _refused(page, what, f"it has more than {MAX_TAGS} tags")
    text = _DECLARATION.sub("", page.text.lstrip("\ufeff"))
    if _ENTITIES.search(text[:_HEAD]):
        raise _refused(page, what, "it declares entities, which no list of jobs needs")
    root = _ROOT.match(text[:_HEAD])
    name = root[1] if root else ""
    if name not in roots:
        raise _refused(page, what, f"its root is <{name}>" if name else "it is no XML")
    if not re.search(rf"</(?:[\w.-]+:)?{re.escape(name)}\s*>\s*(?:<!--.*?-->\s*)*$|/>\s*$", text[-2000:], re.DOTALL):
        raise _refused(page, what, "it is cut short: its last tag is missing")
    document = Selector(text=only_signs(text), type="xml")
    try:
        document.remove_namespaces()
    except ValueError as error:  # a prefix that nobody has declared, torn in two
        raise _refused(page, what, f"its XML is broken: {error}") from None
    if not document.xpath(f"/{name}"):
        raise _refused(page, what, f"its XML is broken: <{name}> begins, but cannot be read")
    return document


def whole(page: Page, found: int, tag: str, what: str) -> None:
    """Raises PageError unless as many ``tag`` elements were ``found`` as begin in the text, and as many end there.

    libxml2 mends broken XML by leaving things out; a list with a hole must not pass for a complete one.
    """
    markup = "".join(_markup(page.text))
    begun = len(re.findall(rf"<(?:[\w.-]+:)?{tag}(?=[\s>/])", markup))
    ended = len(re.findall(rf"</(?:[\w.-]+:)?{tag}\s*>|<(?:[\w.-]+:)?{tag}(?:\s[^<>]*)?/>", markup))
    if found > MAX_RECORDS:
        raise _refused(page, what, f"it has more than {MAX_RECORDS} <{tag}>")
    if not found == begun == ended:
        raise _refused(page, what, f"its XML is broken: of <{tag}> {begun} begin, {ended} end, {found} could be read")


def only_signs(text: str) -> str:
    """``text`` without what XML has no sign for, be it written out or by its number."""
    return _NUMBERED.sub(_if_sign, without_invisible(text))


def _if_sign(found: re.Match[str]) -> str:
    number = int(found[1]) if found[1] else int(found[2], 16)
    is_sign = number in (0x9, 0xA, 0xD) or 0x20 <= number < 0xD800 or 0xE000 <= number <= 0x10FFFF
    # A sign that is taken away later, not nothing: what stands around it may be the halves of another number.
    return found[0] if is_sign else "\u2060"


def _markup(text: str) -> Iterator[str]:
    """``text`` without comments and CDATA; one that never ends takes the rest along. Linear, unlike a lazy pattern."""
    start = 0
    while found := _OPENING.search(text, start):
        yield text[start : found.start()]
        end = text.find(_NOT_MARKUP[found[0]], found.end())
        if end < 0:
            return
        start = end + 3
    yield text[start:]


def child(node: Selector, *names: str) -> str:
    """The text of the first of the child elements ``names`` that holds any, on one line."""
    return next(filter(None, (one_line(raw_child(node, name)) for name in names)), "")


def raw_child(node: Selector, *names: str) -> str:
    """The text of the first of the child elements ``names`` that holds any, as it stands (markup, line breaks)."""
    for name in names:
        for element in node.xpath(f"./*[local-name()='{name}']"):
            text = "".join(element.xpath(".//text()").getall())
            if text.strip():
                return text
    return ""


def _refused(page: Page, what: str, why: str) -> PageError:
    return PageError(f"not {what}", which=page.url, why=why, remedy="open the address in a browser; is base_url right?")
