"""Which part of a page gave which field: told by taking parts away, one after another, and reading the page again.

Nothing is guessed and no parser knows of it: a part is named for a field when the field changes without that part.
Where several parts say the same, taking one away changes nothing; so those that stayed unexplained are looked at once
more while the parts stay away for good.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from crawler.parsing.document import parse_document
from crawler.parsing.page import Page
from crawler.parsing.text import one_line
from domain.postings import Draft

MOST_PARTS = 150
"""Parts that are tried on one page; each costs one more reading of it."""
ITSELF = "the address"
"""The rule of what no part of the page changes: the ad's address gives its id and its link."""
_NOT_TOLD = ("issues", "references", "deadline_kind")
_LABELLED = re.compile(r"^[^:]{2,40}:\s*\S")
_BOXES = "//article", "//main", "//body/*[not(self::script)]"
_SCRIPT = "script[@type='application/ld+json']"

Read = Callable[[Page], Draft | None]
"""A page's one ad, or None."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page that can be taken away, and is put back with what ``take`` returns."""

    name: str
    take: Callable[[], Callable[[], None]]
    coarse: bool = False
    """It holds other parts: it is named only for what none of those explains."""


@dataclass(frozen=True, slots=True)
class Traced:
    """One field of an ad: what was read, and the parts of the page that it hangs on."""

    field: str
    value: Any
    rules: tuple[str, ...]


def trace(page: Page, read: Read) -> list[Traced]:
    """Every field that ``read`` finds on the page, with its rules; empty when it finds no ad."""
    root = parse_document(page.text).root
    whole = read(_written(page, root))
    if whole is None:
        return []
    stated = _stated(whole)
    rules: dict[str, list[str]] = {name: [] for name in stated}
    parts = list(islice(_parts(root), MOST_PARTS))
    for part in parts:
        with _without(part):
            unexplained = {key: found for key, found in rules.items() if not (part.coarse and found)}
            _credit(unexplained, part.name, stated, read(_written(page, root)))
    _credit_together(rules, parts, stated, lambda: read(_written(page, root)))
    return [Traced(name, value, tuple(rules[name]) or (ITSELF,)) for name, value in stated.items()]


def _written(page: Page, root: HtmlElement) -> Page:
    text = etree.tostring(root, encoding="unicode", method="html")
    return replace(page, body=text.encode(), content_type="text/html; charset=utf-8")


def _stated(draft: Draft) -> dict[str, Any]:
    values = {spec.name: getattr(draft, spec.name) for spec in fields(draft) if spec.name not in _NOT_TOLD}
    return {name: value for name, value in values.items() if value not in (None, (), "")}


def _credit(rules: Mapping[str, list[str]], name: str, before: Mapping[str, Any], now: Draft | None) -> None:
    """Without a title there is no ad: a part whose loss costs the whole ad is the title's."""
    left = {key: value for key, value in before.items() if key != "title"} if now is None else _stated(now)
    for key in rules:
        if left.get(key) != before[key] and name not in rules[key]:
            rules[key].append(name)


def _credit_together(
    rules: Mapping[str, list[str]], parts: list[Part], stated: Mapping[str, Any], read: Callable[[], Draft | None]
) -> None:
    open_ones: dict[str, list[str]] = {name: [] for name, found in rules.items() if not found}
    for part in parts if open_ones else ():
        part.take()  # for good
        _credit(open_ones, part.name, stated, read())
        for name in [name for name, found in open_ones.items() if found]:
            rules[name].append(f"{open_ones.pop(name)[0]} (and others that say the same)")
        if not open_ones:
            return


@contextmanager
def _without(part: Part) -> Iterator[None]:
    put_back = part.take()
    try:
        yield
    finally:
        put_back()


def _parts(root: HtmlElement) -> Iterator[Part]:
    """The parts that parsers may look at: structured data first, then what stands in the head, then what one sees."""
    for script in root.xpath(f"//{_SCRIPT}"):
        yield from _json_ld(script)
    for element in root.xpath("//*[@itemprop]"):
        yield Part(f"microdata {element.get('itemprop')}", partial(_take_attribute, element, "itemprop"))
    for element in root.xpath("//meta[@content][@property or @name]"):
        yield Part(f"<meta {element.get('property') or element.get('name')}>", partial(_take_element, element))
    for path, name in (("//link[@rel='canonical']", "<link canonical>"), ("//title", "<title>"), ("//h1", "<h1>")):
        for element in root.xpath(path):
            yield Part(name, partial(_take_element, element))
    yield from _seen(root)


def _seen(root: HtmlElement) -> Iterator[Part]:
    for element in root.xpath("//dt[following-sibling::dd] | //th[following-sibling::td]"):
        answer = element.getnext()
        if answer is not None:
            yield Part(f"label {_words(element)!r}", partial(_take_element, answer))
    for element in root.xpath("//li[strong or b or span]"):
        yield Part(f"label {one_line(element.text or '') or _words(element)!r}", partial(_take_element, element))
    for element in root.xpath("//li | //p | //span | //div[not(*)]"):
        if _LABELLED.match(text := _words(element, 80)):
            yield Part(f"label {text.partition(':')[0]!r}", partial(_take_element, element))
    for element in root.xpath("//a[@href]"):
        if re.search(r"s[øo]k|apply|ansök", f"{_words(element)} {element.get('href')}", re.IGNORECASE):
            yield Part(f"link {_words(element)!r}", partial(_take_attribute, element, "href"))
    for element in root.xpath("//time"):
        yield Part("<time>", partial(_take_element, element))
    for element in (box for path in _BOXES for box in root.xpath(path)):
        name = f"<{element.tag}>" if element.tag in ("article", "main") else "the text"
        yield Part(name, partial(_take_element, element), coarse=True)


def _words(element: HtmlElement, most: int = 40) -> str:
    return one_line("".join(islice(element.itertext(), 20)))[:most].strip()


def _json_ld(script: HtmlElement) -> Iterator[Part]:
    try:
        data = json.loads(script.text or "")
    except (ValueError, RecursionError):
        yield Part("JSON-LD that had to be mended", partial(_take_element, script))
        return
    for node in _nodes(data):
        for key in list(node):
            if not key.startswith("@"):
                yield Part(f"JSON-LD {key}", partial(_take_key, script, data, node, key))


def _nodes(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, dict):
        kinds = data.get("@type")
        if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
            yield data
            return
        data = list(data.values())
    for item in data if isinstance(data, list) else ():
        yield from _nodes(item, depth + 1)


def _take_key(script: HtmlElement, data: Any, node: dict[str, Any], key: str) -> Callable[[], None]:
    before, text, kept = dict(node), script.text, node.pop(key)
    script.text = json.dumps(data)

    def put_back() -> None:
        node.clear()
        node.update({**before, key: kept})
        script.text = text

    return put_back


def _take_attribute(element: HtmlElement, name: str) -> Callable[[], None]:
    kept = element.attrib.pop(name, None)

    def put_back() -> None:
        if kept is not None:
            element.set(name, kept)

    return put_back


def _take_element(element: HtmlElement) -> Callable[[], None]:
    """An empty stand-in takes its place, so that what follows it stays where it is."""
    parent = element.getparent()
    if parent is None:
        return lambda: None
    stand_in = etree.Element("span")
    stand_in.tail, tail = element.tail, element.tail
    parent.replace(element, stand_in)

    def put_back() -> None:
        parent.replace(stand_in, element)
        element.tail = tail

    return put_back
