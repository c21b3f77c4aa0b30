"""An HTML page as a tree, and the few things that every ad page says outside its structured data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement
from parsel import Selector, SelectorList

from crawler.parsing.text import one_line, without_invisible

_EMPTY = "<html></html>"
_MAX_TEXT = 4_000_000
_LONG_TAG = re.compile(r"<[a-zA-Z!?/][^<>]{8000,}>?")
_LONG_RUN = re.compile(r"<[^<]{8000}")
"""Quickly told, and true of every text with such a tag."""
_MAX_ATTRIBUTES = 1000
_LABEL = re.compile(
    r"(?:søknadsfrist(?:en)?|frist|ansøgningsfrist|sista ansökningsdag|sök senast|application deadline|deadline|"
    r"apply by|søk senest)\s*(?:er|is|är)?\s*[:–-]?\s+(?P<value>[\w./,: -]{2,60})",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"\.\s+(?=[A-ZÆØÅÄÖ])")
_SHORT_ELEMENTS = frozenset({"li", "dt", "th", "p", "span"})
_BLOCKS = frozenset({"div", "p", "ul", "section"})
_MAX_LABELS = 200
_MAX_ELEMENTS = 4000
_MAX_FACT = 600
"""Characters; a longer element is no statement of one fact."""
_LABEL_ALONE = re.compile(r"(?:søknadsfrist|frist|ansøgningsfrist|sista ansökningsdag|deadline)\s*:?", re.IGNORECASE)
_APPLY = re.compile(
    r"(?:søk (?:på )?(?:stilling\w*|jobb\w*|her|nå|no)|send søknad|apply(?: now| here| for .{1,30})?|"
    r"ansök(?: nu| här)?|sök tjänsten|ansøg(?: nu| her)?|søg (?:stillingen|jobbet))\W*",
    re.IGNORECASE,
)


_TEXTS = etree.XPath("//text()", smart_strings=False)
_LINK_WORDS = etree.XPath("//a[@href]//text() | //a/@id | //a/@class", smart_strings=False)
_LABEL_WORD = re.compile("frist|deadline|apply by|ansökningsdag|sök senest|søk senest")
_FEW_LABELS = 8
_APPLY_STARTS = ("søk", "send ", "apply", "ansök", "sök", "ansøg", "søg")
_LONGEST_LINK = 80
"""Characters; more is no button."""
_MAIN = (
    "[itemprop=description]",
    ".job-description",
    ".import-decoration",
    ".job-body",
    "article",
    "main",
    "[role=main]",
)
_HIDDEN = "script, style, template, noscript, nav, header, footer, form"


def parse_document(text: str) -> Selector:
    """The tree of an HTML page; never raises. libxml2 stops at 2,048 levels, we stop at four million signs.

    A tag with thousands of attributes is left out: reading it takes time that grows with the square of their number.
    """
    cleaned = without_invisible(text[:_MAX_TEXT])
    bounded = _LONG_TAG.sub(_unless_swarming, cleaned) if _LONG_RUN.search(cleaned) else cleaned
    return Selector(text=bounded or _EMPTY, type="html")


def _unless_swarming(tag: re.Match[str]) -> str:
    return "" if tag[0].count("=") > _MAX_ATTRIBUTES else tag[0]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the HTML around the structured data says. Texts on one line, links absolute."""

    heading: str = ""
    title: str = ""
    canonical: str = ""
    deadline: str = ""
    """Value beside a label such as "Søknadsfrist"."""
    labelled_apart: bool = False
    """The label stood in an element of its own, as a fact of the portal and not as a sentence of the ad."""
    apply_url: str | None = None


def read_surroundings(document: Selector, url: str) -> Surroundings:
    """Heading, canonical address, labelled deadline and application link of the page at ``url``."""
    deadline, apart = _deadline(document)
    return Surroundings(
        heading=heading(document),
        title=page_title(document),
        canonical=absolute(url, document.css("link[rel=canonical]::attr(href)").get("")),
        deadline=deadline,
        labelled_apart=apart,
        apply_url=_apply_url(document, url),
    )


def heading(document: Selector) -> str:
    """The page's first heading, on one line."""
    return _text(document.css("h1"))


def page_title(document: Selector) -> str:
    """What the page's ``<title>`` says, on one line."""
    return _text(document.css("head > title"))


def main_html(document: Selector) -> str:
    """The element that most likely holds the ad's text, as HTML; '' when there is none."""
    for rule in _MAIN:
        for found in document.css(rule):
            if len(one_line(" ".join(found.css("::text").getall()))) >= 40:
                found.css(_HIDDEN).drop()
                return str(found.get())
    return ""


def _deadline(document: Selector) -> tuple[str, bool]:
    for element in _speaking_of_deadlines(document.root):
        words = [word for word in map(one_line, _texts(element)) if word]
        following = element.getnext() if element.tag in ("dt", "th") else None
        if words and following is not None:
            words.append(one_line(" ".join(_texts(following))))
        text = " ".join(words)
        if len(text) > _MAX_FACT:
            continue
        if len(words) > 1 and _LABEL_ALONE.fullmatch(words[0]):
            return text.removeprefix(words[0]).strip()[:60], True
        found = _LABEL.search(text)
        if found:
            return _SENTENCE_END.split(found["value"], maxsplit=1)[0].strip(" .,"), False
    return "", False


def _speaking_of_deadlines(root: HtmlElement) -> Iterator[HtmlElement]:
    """Short elements around a text that may be a label, in the order of the page. Most pages have two or three."""
    seen: set[HtmlElement] = set()
    for text in _labels(root):
        place = text.getparent().getparent() if text.is_tail else text.getparent()
        for element in reversed([place, *place.iterancestors()]):
            if element not in seen and _is_short(element):
                yield element
            seen.add(element)


def _labels(root: HtmlElement) -> Iterator[Any]:
    """The page's texts that may hold a label, each knowing its element."""
    # Plain strings first: asking each of a page's texts for its element costs more than parsing the page.
    plain = _TEXTS(root)
    if not _LABEL_WORD.search("\n".join(plain).lower()):
        return
    numbers = [number for number, text in enumerate(plain, start=1) if _LABEL_WORD.search(text.lower())]
    if len(numbers) > _FEW_LABELS:
        texts = root.xpath("//text()")
        yield from (texts[number - 1] for number in numbers[:_MAX_LABELS])
    else:
        yield from (found for number in numbers for found in root.xpath("(//text())[$number]", number=number))


def _is_short(element: HtmlElement) -> bool:
    if element.tag == "div":
        return not any(child.tag in _BLOCKS for child in element)
    return element.tag in _SHORT_ELEMENTS


def _texts(element: HtmlElement) -> Iterator[str]:
    """The texts inside, comments left out."""
    return element.itertext(tag=etree.Element) if isinstance(element.tag, str) else iter(())


def _apply_url(document: Selector, url: str) -> str | None:
    said = "\n".join(_LINK_WORDS(document.root)).lower()
    if not any(word in said for word in _APPLY_STARTS):
        return None
    for link in islice(document.root.iter("a"), _MAX_ELEMENTS):
        names = f"{link.get('id', '')} {link.get('class', '')}".lower()
        if "apply" in names or says_apply(" ".join(_texts(link)).strip()):
            target = apply_target(link.get("href", ""), url)
            if target:
                return target
    return None


def apply_target(href: str, url: str) -> str | None:
    """Where an application link of the page at ``url`` leads: as it stands or absolute; None when nowhere."""
    href = href.strip()
    if not href or href.startswith(("#", "javascript:")):
        return None
    target = href if urlsplit_scheme(href) else absolute(url, href)
    return target if urlsplit_scheme(target) in ("http", "https", "mailto") else None


def says_apply(text: str) -> bool:
    """Is it what stands on a button that leads to an application?"""
    short = len(text) <= _LONGEST_LINK and text.lower().startswith(_APPLY_STARTS)
    return short and _APPLY.fullmatch(one_line(text)) is not None


def urlsplit_scheme(url: str) -> str:
    """The scheme of an address in lower case, '' for none and for what is no address."""
    try:
        return urlsplit(url).scheme.lower()
    except ValueError:
        return ""


def absolute(url: str, link: str) -> str:
    """``link`` as it stands on the page at ``url``, absolute; '' for none."""
    try:
        return urljoin(url, link.strip()) if link.strip() else ""
    except ValueError:
        return ""


def _text(found: SelectorList[Selector]) -> str:
    """The text of the first element found."""
    return one_line(" ".join(found[0].xpath(".//text()").getall())) if found else ""
