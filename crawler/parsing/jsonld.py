"""schema.org nodes in JSON-LD, as sites write it: wrapped, nested, listed, slightly broken. No context is fetched.

Only repairs that cannot change what is said are made: comment and CDATA wrappers, trailing NULs, commas before a
closing bracket, raw line breaks inside strings, a script whose quotes arrived as entities.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from parsel import Selector

from crawler.parsing import strict_json

Node = Mapping[str, Any]
_WRAPPER_START = re.compile(r"^(?:\s|//|/\*|\*/|<!--|<!\[CDATA\[)+")
_WRAPPER_END = re.compile(r"(?:\s|//|/\*|\*/|-->|\]\]>|;|\0)+$")
_MAX_WRAPPER = 200
_STRING_OR_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=\s{0,200}[}\]])', re.DOTALL)
_MAX_NODES = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """Nodes of one type, and why a script that speaks of the type could not be read."""

    nodes: tuple[Node, ...] = ()
    broken: tuple[str, ...] = ()


def nodes_of_type(document: Selector, name: str) -> Found:
    """Every ``name`` (for example JobPosting) in the page's JSON-LD scripts, references by ``@id`` filled in."""
    scripts = document.xpath("//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]")
    return nodes_in(("".join(script.xpath("./text()").getall()) for script in scripts), name)


def nodes_in(scripts: Iterable[str], name: str) -> Found:
    """Every ``name`` in the texts of JSON-LD scripts, as :func:`nodes_of_type` finds them in a page."""
    nodes: list[Node] = []
    broken: list[str] = []
    for source in scripts:
        try:
            value = read_script(source)
        except ValueError as error:
            if name in source:
                broken.append(str(error)[:200])
            continue
        everything = list(_walk(value, name))
        by_id = {node["@id"]: node for node in everything if isinstance(node.get("@id"), str) and len(node) > 1}
        nodes += [_filled(node, by_id) for node in everything if has_type(node, name)]
    return Found(tuple(nodes), tuple(broken))


def read_script(source: str) -> Any:
    """The value of a JSON-LD script. Raises ValueError when it is broken beyond safe repair."""
    text = _unwrapped(source)
    try:
        return strict_json.load(text, lenient=True)
    except ValueError as error:
        for repaired in (_STRING_OR_COMMA.sub(_without_comma, text), html.unescape(text) if '"' not in text else text):
            if repaired != text:
                try:
                    return strict_json.load(repaired, lenient=True)
                except ValueError:
                    continue
        raise error from None


def has_type(node: Node, name: str) -> bool:
    """Is ``name`` the node's ``@type``, one of them, or the last part of one that is an address?"""
    types = node.get("@type")
    if types is None:
        return False
    if types == name:
        return True
    names = types if isinstance(types, list) else [types]
    return any(isinstance(item, str) and re.split(r"[/#:]", item.strip())[-1] == name for item in names)


def _unwrapped(source: str) -> str:
    """Wrappers are looked for at both ends only, so that the middle of a long text is not searched again and again."""
    source = source.strip("\ufeff\0 \t\r\n;")
    head = _WRAPPER_START.sub("", source[:_MAX_WRAPPER])
    tail = source[_MAX_WRAPPER:]
    whole = head + tail
    return whole[:-_MAX_WRAPPER] + _WRAPPER_END.sub("", whole[-_MAX_WRAPPER:])


def _without_comma(found: re.Match[str]) -> str:
    return "" if found[0] == "," else found[0]


def _walk(value: Any, name: str) -> Iterator[Node]:
    """All objects, parents first; nothing below a node of the type that is looked for is one more of it."""
    queue = [value]
    seen = 0
    while queue and seen < _MAX_NODES:
        item = queue.pop(0)
        seen += 1
        if isinstance(item, list):
            queue += item
        elif isinstance(item, Mapping):
            yield item
            if not has_type(item, name):
                queue += item.values()


def _filled(node: Node, by_id: Mapping[str, Node]) -> Node:
    """``node`` with bare references (an object of ``@id`` alone) replaced by what the same script says of them."""
    return {key: _resolved(value, by_id) for key, value in node.items()}


def _resolved(value: Any, by_id: Mapping[str, Node]) -> Any:
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value]
    if isinstance(value, Mapping) and set(value) == {"@id"} and isinstance(value["@id"], str):
        return by_id.get(value["@id"], value)
    return value
