"""schema.org items in microdata (HTML Standard, section 5), as nodes of the same shape as JSON-LD gives."""

from typing import Any

from parsel import Selector

from crawler.parsing.jsonld import Node

_ADDRESSES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "audio": "src",
    "video": "src",
    "iframe": "src",
}
_VALUES = {"data": "value", "meter": "value", "time": "datetime"}
_AS_HTML = frozenset({"description", "responsibilities", "qualifications", "skills"})
_OF_TYPE = "@itemscope and contains(@itemtype, $name)"
_OUTERMOST = f"//*[{_OF_TYPE} and not(ancestor::*[{_OF_TYPE}])]"
_MAX_ITEMS = 200
_MAX_ELEMENTS = 50_000


def items_of_type(document: Selector, name: str) -> tuple[Node, ...]:
    """Every outermost item of type ``name``; properties that occur more than once are lists."""
    found = document.xpath(_OUTERMOST, name=name)[:_MAX_ITEMS]
    return tuple(_item(element.root) for element in found if _is_type(element.root, name))


def _is_type(element: Any, name: str) -> bool:
    return any(kind.rstrip("/").rpartition("/")[2] == name for kind in str(element.get("itemtype", "")).split())


def _item(scope: Any) -> dict[str, Any]:
    """The properties of one item, nested items included; a stack instead of recursion."""
    kinds = str(scope.get("itemtype", "")).split()
    item: dict[str, Any] = {"@type": kinds[0].rstrip("/").rpartition("/")[2]} if kinds else {}
    pending = [(child, item) for child in reversed(scope)]
    for _ in range(_MAX_ELEMENTS):
        if not pending:
            break
        element, owner = pending.pop()
        if not isinstance(element.tag, str):  # comments and processing instructions
            continue
        inner = owner
        if element.get("itemscope") is not None:
            kinds = str(element.get("itemtype", "")).split()
            inner = {"@type": kinds[0].rstrip("/").rpartition("/")[2]} if kinds else {}
        for name in str(element.get("itemprop", "")).split():
            _add(owner, name, inner if inner is not owner else _value(element, name))
        pending += [(child, inner) for child in reversed(element)]
    return item


def _add(item: dict[str, Any], name: str, value: Any) -> None:
    if name not in item:
        item[name] = value
    elif isinstance(item[name], list):
        item[name].append(value)
    else:
        item[name] = [item[name], value]


def _value(element: Any, name: str) -> str:
    """The value of a property without an item of its own (HTML Standard, 5.2.3)."""
    attribute = _ADDRESSES.get(element.tag) or _VALUES.get(element.tag)
    for key in ("content", attribute):  # sites put ``content`` on any element, not on meta alone
        if key and element.get(key) is not None:
            return str(element.get(key))
    if name in _AS_HTML:
        return "".join([element.text or "", *(str(Selector(root=child, type="html").get()) for child in element)])
    return "".join(str(piece) for piece in element.itertext())
