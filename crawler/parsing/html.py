"""The door for ad HTML: what passes is safe to show, keeps its blocks apart, and carries no dress."""

import html
import re

import nh3
from bs4 import BeautifulSoup

from crawler.parsing.charset import repair_mojibake
from crawler.parsing.text import without_invisible
from domain.postings import SafeHtml

# Block elements are kept even when they mean nothing to us: without them the words of two blocks would run together.
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption"),
        *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre"),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
_INLINE = frozenset({"a", "b", "br", "code", "em", "i", "s", "strong", "sub", "sup", "u"})
_DROPPED_WITH_TEXT = frozenset(
    {
        *("script", "style", "title", "head", "iframe", "object", "embed", "noscript", "template", "svg", "math"),
        *("textarea", "select", "button"),
    }
)
_CLEANER = nh3.Cleaner(
    tags=set(_BLOCKS | _INLINE),
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",  # "/apply" would point at whoever shows the ad
    clean_content_tags=set(_DROPPED_WITH_TEXT),
    link_rel="noopener nofollow",
    strip_comments=True,
)
MAX_FRAGMENT = 500_000
"""Characters; more is no job ad. What lies beyond is cut off."""
MAX_VISIBLE = 100_000
MOST_ABOUT = 4_000
"""Characters of an employer's words about itself."""
_MAX_DEPTH = 100
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>")
_ESCAPED_TAG = re.compile(r"&(?:amp;)*lt;/?[a-zA-Z][a-zA-Z0-9]*(?:\s|/|&(?:amp;)*gt;)")
_TWICE_ESCAPED = re.compile(r"&amp;(?=(?:amp;)*(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});)")
# Elements whose end tag HTML lets authors leave out, or that have none: they do not nest by being repeated.
_CLOSE_THEMSELVES = frozenset(
    {
        *("p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option"),
        *("br", "hr", "img", "input", "meta", "link", "wbr", "col"),
    }
)
_NESTING = re.compile(rf"<(/?)(?!(?:{'|'.join(sorted(_CLOSE_THEMSELVES))})(?![a-z0-9]))[a-z]", re.IGNORECASE | re.ASCII)
_BLOCK_EDGE = re.compile(rf"</?(?:{'|'.join(sorted(_BLOCKS | {'br'}))})\b", re.IGNORECASE)
_ROUNDS = 3


class _Cleaned(str):
    """What ``clean_html`` gave: the stages clean every description, most of which a parser has cleaned before."""

    __slots__ = ()


def clean_html(fragment: str) -> SafeHtml:
    """``fragment`` (any text) reduced to the tags an ad needs, links to http, https and mailto only. Never raises.

    Scripts, styles, frames and their text go; classes, ids and styles go; text escaped twice is put right first.
    Linear time: a fragment nested beyond all reason loses its tags before the real HTML parser sees it.
    """
    if isinstance(fragment, _Cleaned):
        return SafeHtml(fragment)
    text = unescape_twice(repair_mojibake(without_invisible(fragment[:MAX_FRAGMENT])))
    if _too_deep(text):
        text = html.escape(_ANY_TAG.sub(" ", text), quote=False)
    return SafeHtml(_Cleaned(_without_blank_ends(_CLEANER.clean(text))))


def _without_blank_ends(text: str) -> str:
    while text != (shorter := text.strip().removeprefix("<br>").removesuffix("<br>")):
        text = shorter
    return text


def unescape_twice(fragment: str) -> str:
    """Undo escaping that a careless exporter put on top.

    Markup that arrives as text ("&lt;p&gt;") becomes markup; "R&amp;amp;D" inside markup becomes "R&amp;D".
    """
    for _ in range(_ROUNDS):
        if _TAG.search(fragment) or not _ESCAPED_TAG.search(fragment):
            break
        fragment = html.unescape(fragment)
    return _TWICE_ESCAPED.sub("&", fragment)


def plain_to_html(text: str) -> SafeHtml:
    """Plain text as paragraphs, where a source gives no markup: empty lines part paragraphs, line breaks stay."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return clean_html(
        "".join(f"<p>{html.escape(part.strip(), quote=False)}</p>" for part in paragraphs if part.strip()).replace(
            "\n", "<br>"
        )
    )


def html_or_plain(text: str) -> SafeHtml:
    """A description that may be markup (also escaped) or plain text."""
    if _TAG.search(text) or _ESCAPED_TAG.search(text):
        return clean_html(text)
    return plain_to_html(html.unescape(text))


def visible_text(fragment: str) -> str:
    """What a reader sees of a fragment, on one line: blocks and breaks become a space, inline tags nothing.

    For short uses: what lies beyond 100,000 characters is not read.
    """
    fragment = without_invisible(fragment[:MAX_VISIBLE])
    if "<" not in fragment:  # the reader of markup would warn of an address or a file name
        return " ".join(without_invisible(html.unescape(fragment)).split())
    if _too_deep(fragment):
        fragment = _ANY_TAG.sub(" ", fragment)
    soup = BeautifulSoup(_BLOCK_EDGE.sub(r" \g<0>", fragment), "lxml")
    for node in soup(["script", "style", "template", "noscript"]):
        node.decompose()
    return " ".join(without_invisible(soup.get_text()).split())


def about_employer(value: object) -> str | None:
    """An employer's words about itself in plain text, from markup or not; None for none."""
    if not isinstance(value, str):
        return None
    return visible_text(html_or_plain(value[: MOST_ABOUT * 4]))[:MOST_ABOUT].strip() or None


def _too_deep(text: str) -> bool:
    """Do start tags pile up? Counted without a tree, so that the answer costs one pass."""
    depth = 0
    for closing in _NESTING.findall(text):
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > _MAX_DEPTH:
            return True
    return False
