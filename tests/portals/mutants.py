"""Changed layouts: everything that can be renamed, taken away, swapped or cut in a page, one change at a time.

A mutant is a function of a page's text, so that one change befalls every page of a source, as a new layout does.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

WALLS = {
    "captcha": "<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>",
    "consent": '<html><head><title>Før du fortsetter</title></head><body><form action="/consent">Godta</form></body>',
    "login": "<html><head><title>Logg inn</title></head><body><form><input type=password></form></body></html>",
    "too many": "<html><body><h1>For mange forespørsler</h1><p>Prøv igjen om litt.</p></body></html>",
    "moved": "<html><head><title>Vi har flyttet</title></head><body><h1>Ny side</h1><p>Vi er her.</p></body></html>",
    "nothing": "",
    "null": "null",
    "error": '{"error": "internal error", "status": 500}',
    "no list": "{}",
    "maintenance": "<html><body><main><h1>Vedlikehold</h1><p>Vi er straks tilbake med nye sider.</p></main></body>",
}
STRANGE = {
    "a date": "2026-11-24T10:15:00Z",
    "a number": "4017",
    "an address": "https://example.org/assets/logo.svg",
    "markup": "<span class='x'></span>",
    "nothing": "",
    "a label": "Les mer",
}
CUTS = 24
ANY = "#"
"""In a path: the keys are numbers of ads, and no names of fields."""
_KEY = re.compile(r'"([A-Za-z@_][\w:@.-]{0,40})"\s*:')
_ATTRIBUTE = re.compile(r'\b(class|id|itemprop|data-[\w-]+|name|property|rel|type|href|title|content)="([^"<>]{1,80})"')
_TAG = re.compile(r"<([A-Za-z][\w:.-]*)[\s>/]")
_TEXT = re.compile(r">([^<>]*\w[^<>]*)<")
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)


@dataclass(frozen=True)
class Mutant:
    """One change of layout; ``change`` gives the page's text after it."""

    kind: str
    what: str
    change: Callable[[str], str]


def mutants_of(text, values):
    """Every change that the page ``text`` allows; ``values``: (title, employer) that stand in it."""
    found = [Mutant("wall", name, lambda _, wall=wall: wall) for name, wall in WALLS.items()]
    found += [Mutant("cut", f"at {part}/{CUTS}", _cut(part)) for part in range(1, CUTS)]
    if text.lstrip("\ufeff \r\n\t")[:1] in "{[":
        found += json_mutants(json.loads(text.lstrip("\ufeff")))
    else:
        found += markup_mutants(text)
    return [*found, *swaps(*values)]


def _cut(part):
    return lambda text: text[: len(text) * part // CUTS]


def swaps(title, employer):
    """Title and employer each in the other's place: a marker goes between, for one may hold the other."""
    if not title or not employer or title == employer:
        return []

    def swap(text, one=title, other=employer):
        return text.replace(escape(one, quote=False), "\ue000").replace(other, one).replace("\ue000", other)

    return [Mutant("swap", "title and employer", swap)]


def json_mutants(data):
    """Of every key at every path; places in lists and numbers of ads are left open."""
    for path in dict.fromkeys(paths(data)):
        name = ".".join(path)
        yield Mutant("rename", name, _json(path, lambda owner, key: owner.update({f"x_{key}": owner.pop(key)})))
        yield Mutant("null", name, _json(path, lambda owner, key: owner.update({key: None})))
        yield Mutant("wrap", name, _json(path, lambda owner, key: owner.update({key: {"value": owner[key]}})))
        kinds = {type(value) for value in values_at(data, path)}
        if kinds & {list, dict}:
            yield Mutant("empty", name, _json(path, lambda owner, key: owner.update({key: type(owner[key])()})))
        if str in kinds:
            for what, strange in STRANGE.items():
                yield Mutant("strange", f"{name} becomes {what}", _json(path, _set(strange)))
            for other in siblings(data, path):
                yield Mutant("swap", f"{name} and {other}", _json(path, _swap(other)))


def _set(value):
    return lambda owner, key: owner.update({key: value})


def _swap(other):
    def swap(owner, key):
        if isinstance(owner.get(other), str):
            owner[key], owner[other] = owner[other], owner[key]

    return swap


def paths(value, here=()):
    """The path of every key; the items of a list share one."""
    if isinstance(value, list):
        for item in value:
            yield from paths(item, here)
    if isinstance(value, dict):
        for key, item in value.items():
            name = ANY if key.isdigit() else key
            if name != ANY:
                yield (*here, name)
            yield from paths(item, (*here, name))


def owners(value, path):
    """Every object that holds the last key of ``path``."""
    if isinstance(value, list):
        for item in value:
            yield from owners(item, path)
    elif isinstance(value, dict) and path[0] == ANY:
        for item in value.values():
            yield from owners(item, path[1:])
    elif isinstance(value, dict) and path[0] in value:
        if len(path) == 1:
            yield value
        else:
            yield from owners(value[path[0]], path[1:])


def values_at(data, path):
    return [owner[path[-1]] for owner in owners(data, path)]


def siblings(data, path):
    """Other texts beside that of ``path`` which come after it, so that each pair is met once."""
    found = []
    for owner in owners(data, path):
        names = [key for key, value in owner.items() if isinstance(value, str) and value]
        found += names[names.index(path[-1]) + 1 :] if path[-1] in names else []
    return dict.fromkeys(found)


def _json(path, change):
    def mutate(text):
        data = json.loads(text.lstrip("\ufeff"))
        for owner in list(owners(data, path)):
            change(owner, path[-1])
        return json.dumps(data, ensure_ascii=False)

    return mutate


def markup_mutants(text):
    """Of the tags, attributes, scripts and texts of HTML or XML, and of the JSON keys inside scripts."""
    for key in dict.fromkeys(_KEY.findall(text)):
        yield Mutant("rename", f"key {key}", _sub(rf'"{re.escape(key)}"(\s*:)', rf'"x_{key}"\1'))
        yield Mutant("null", f"key {key}", _sub(rf'"{re.escape(key)}"(\s*:\s*)"[^"]*"', rf'"{key}"\1null'))
        string = rf'"{re.escape(key)}"(\s*:\s*)"[^"]*"'
        for what, strange in STRANGE.items():
            yield Mutant("strange", f"key {key} becomes {what}", _sub(string, rf'"{key}"\1"{strange}"'))
    for name, value in dict.fromkeys(_ATTRIBUTE.findall(text)):
        stands = rf'\b{name}="{re.escape(value)}"'
        yield Mutant("rename", f"{name}={value}", _sub(stands, f'{name}="x-n"'))
        yield Mutant("empty", f"{name}={value}", _sub(stands, f'{name}=""'))
        yield Mutant("empty", f"no {name}={value}", _sub(rf"\s{stands}", ""))
    for tag in dict.fromkeys(_TAG.findall(text)):
        yield Mutant("rename", f"<{tag}>", _sub(rf"(</?){re.escape(tag)}(?=[\s>/])", rf"\1x{tag}"))
        whole = rf"<{re.escape(tag)}(?=[\s>])[^>]*>.*?</{re.escape(tag)}>"
        yield Mutant("empty", f"no <{tag}>", _sub(whole, ""))
        inside = rf"(<{re.escape(tag)}(?=[\s>])[^>]*>)[^<]*(</{re.escape(tag)}>)"
        for what, strange in STRANGE.items():
            yield Mutant("strange", f"<{tag}> becomes {what}", _sub(inside, rf"\1{escape(strange)}\2"))
    yield Mutant("empty", "no scripts", lambda body: _SCRIPT.sub("", body))
    yield from moved(text)


def moved(text):
    """Pairs of neighbouring texts in each other's place, told by their position."""
    count = len(_TEXT.findall(_SCRIPT.sub("", text)))
    for first in range(min(count, 24)):
        for second in range(first + 1, min(count, first + 3)):
            yield Mutant("swap", f"texts {first} and {second}", _swapped_texts(first, second))


def _swapped_texts(first, second):
    def mutate(text):
        spans = [found.span(1) for found in _TEXT.finditer(text) if not _in_script(text, found.start())]
        if second >= len(spans):
            return text
        (a, b), (c, d) = spans[first], spans[second]
        return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]

    return mutate


def _in_script(text, position):
    return text.rfind("<script", 0, position) > text.rfind("</script", 0, position)


def _sub(pattern, new):
    compiled = re.compile(pattern, re.DOTALL)
    return lambda text: compiled.sub(new, text)
