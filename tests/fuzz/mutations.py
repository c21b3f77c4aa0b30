"""Damage that knows what it damages: JSON values of another kind, elements taken out, doubled and moved, odd letters.

Blind bytes rarely get past the first bracket; what comes from here is still a page, and every part of it may be wrong.
"""

import base64
import binascii
import json
import re

HUGE = "@@HUGE@@"
"""Stands for a number of thousands of digits, which Python's own writer refuses."""
WORDS = (
    *(
        "",
        " ",
        "\x00",
        "\ufeff",
        "\u00ad",
        "\u202e\u2066",
        "\ud800",
        "\udfff x",
        "\U0010ffff",
        "İ",
        "ß",
        "ﬁ",
        "e\u0301",
    ),
    *(
        "Ã¥",
        "â€“",
        "ð\u009f",
        "ï¿½",
        "&amp;amp;amp;lt;",
        "&#0;",
        "&#xD800;",
        "&#99999999999;",
        "&nbsp",
        "<",
        ">",
        "]]>",
    ),
    *("<!--", "-->", "<![CDATA[", "<p>", "</script>", "<a href='http://['>x</a>", "<b><i></b></i>"),
    *("\u2028", "\r\n"),
    *(
        "http://[",
        "http://[::1",
        "https://a.example:99999/x",
        "//",
        "javascript:1",
        "mailto:a@b",
        "data:,x",
        "http://\x00",
    ),
    *("https://portal.example/stilling/12345678", "https://a.example/\ud800", "%zz", "%00", "?a=b&a=c", "#"),
    *("31.02.2026", "2026-13-45", "0000-00-00", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "24:00"),
    *(
        "/Date(99999999999999+9999)/",
        "29. februar",
        "32. desember kl. 25",
        "Snarest",
        "Løpende",
        "1 week ago",
        "30+ days",
    ),
    *("Mon, 32 Foo 2026 99:99:99 +9999", "999999999999999", "-99999999999999", "99999999999", "1e400", "٣٤", "²", "½"),
    *("kr 1 000 000,50 - 2.000.000 i året", "fra kr", "NOK", "1,2,3,4.5.6", "NaN", "Infinity", "-0", "1_000", "0x10"),
    *("0010 OSLO", "Strandgata 13, 2815 Gjøvik, Norge", ",,,,", " - ", "Remote", "NO", "904 127 736 MVA", "999999999"),
    *(
        "Kundeservicesjef",
        "æøå ÆØÅ",
        "\u202eabc",
        "a" * 300,
        "@type",
        "JobPosting",
        "@graph",
        "@id",
        "https://schema.org",
    ),
)
VALUES = (
    *(None, True, False, 0, -1, 1, 2**53 + 1, 10**30, 1e308, -1.5, HUGE, [], {}, [None], [[]], {"": None}),
    *({"name": {"name": ["x"]}}, {"@type": "JobPosting"}, {"@id": "#a", "a": {"@id": "#a"}}, ["a", 1, None, {"b": []}]),
)
_MARKUP = re.compile(r"<!--.*?-->|<[^<>]{0,2000}>|[^<]+|<", re.DOTALL)
_SCRIPT = re.compile(r"(<script[^>]*>)(.*?)(</script>)", re.DOTALL | re.IGNORECASE)
_QUOTED = re.compile(r"([\"'])(.*?)\1", re.DOTALL)
_LONGEST = 200_000


def mutate(data, kind, chance):
    """``data`` (bytes) with one to four things in it changed, by the rules of its ``kind``; ``chance``: a Random."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        text = _MUTATORS.get(kind, _mutate_text)(text, chance) if chance.random() < 0.9 else _mutate_text(text, chance)
    mutated = text[:_LONGEST].encode("utf-8", "surrogatepass")
    return _mutate_bytes(mutated, chance) if chance.random() < 0.1 else mutated


def mutate_json(text, chance):
    """A JSON document with one value changed; a text that is none is damaged as a text."""
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return _mutate_text(text, chance)
    return _written(_changed(value, chance.choice(list(paths(value))), chance))


def mutate_markup(text, chance):
    """HTML or XML with an element, an attribute, a text or the data in a script changed."""
    scripts = list(_SCRIPT.finditer(text))
    if scripts and chance.random() < 0.5:
        found = chance.choice(scripts)
        return text[: found.start(2)] + _mutate_script(found[2], chance) + text[found.end(2) :]
    pieces = _MARKUP.findall(text)
    if not pieces:
        return chance.choice(WORDS)
    _MARKUP_CHANGES[chance.randrange(len(_MARKUP_CHANGES))](pieces, chance)
    return "".join(pieces)


def paths(value, here=()):
    """Every place in a JSON value."""
    yield here
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from paths(item, (*here, key))


def _changed(value, path, chance):
    """``value`` with what stands at ``path`` replaced, doubled, taken out, wrapped, or put under another name."""
    if not path:
        return _odd(value, chance)
    copy = dict(value) if isinstance(value, dict) else list(value)
    key = path[0]
    if len(path) > 1:
        copy[key] = _changed(value[key], path[1:], chance)
        return copy
    what = chance.randrange(6)
    if what == 0:
        del copy[key]
    elif what == 1 and isinstance(copy, list):
        copy[key:key] = [value[key]] * chance.choice((1, 2, 50))
    elif what == 1:
        copy[chance.choice(list(value))] = value[key]
    elif what == 2 and isinstance(copy, dict):
        copy[chance.choice(WORDS)] = copy.pop(key)
    else:
        copy[key] = _odd(value[key], chance)
    return copy


def _odd(value, chance):
    what = chance.randrange(8)
    if what == 0:
        return _deep(value, chance.choice((1, 5, 70, 300)), chance)
    if what <= 2:
        return chance.choice(VALUES)
    if what <= 5 and isinstance(value, str):
        return _mutate_text(value, chance)
    return chance.choice(WORDS)


def _deep(value, levels, chance):
    for _ in range(levels):
        value = [value] if chance.random() < 0.5 else {"value": value}
    return value


def _written(value):
    return json.dumps(value).replace(f'"{HUGE}"', "9" * chance_free_digits(value))


def chance_free_digits(value):
    """How long the huge number is: told by the value, so that one value is always written in one way."""
    return 33 if len(str(value)) % 2 else 6000


def _mutate_script(text, chance):
    """The data of a script: JSON, or JSON in base64 as FINN's pages carry it."""
    try:
        inner = base64.b64decode(text.strip(), validate=True).decode()
        json.loads(inner)
    except (ValueError, binascii.Error):
        return mutate_json(text, chance)
    return base64.b64encode(mutate_json(inner, chance).encode("utf-8", "surrogatepass")).decode()


def _take_out(pieces, chance):
    start = chance.randrange(len(pieces))
    del pieces[start : start + chance.choice((1, 1, 2, 5, 20))]


def _double(pieces, chance):
    start = chance.randrange(len(pieces))
    part = pieces[start : start + chance.choice((1, 3, 10))]
    pieces[start:start] = part * chance.choice((1, 2, 40))


def _move(pieces, chance):
    one, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
    pieces[one], pieces[other] = pieces[other], pieces[one]


def _say_else(pieces, chance):
    place = chance.randrange(len(pieces))
    piece = pieces[place]
    if not piece.startswith("<"):
        pieces[place] = _mutate_text(piece, chance)
        return
    quoted = list(_QUOTED.finditer(piece))
    if quoted:
        found = chance.choice(quoted)
        said = chance.choice((chance.choice(WORDS), _mutate_text(found[2], chance)))
        pieces[place] = piece[: found.start(2)] + said + piece[found.end(2) :]
    else:
        pieces[place] = _mutate_text(piece, chance)


def _nest(pieces, chance):
    tag = chance.choice(("div", "b", "ul", "a", "table", "svg", "x:y", "p"))
    place, levels = chance.randrange(len(pieces)), chance.choice((3, 120, 400))
    pieces[place:place] = [f"<{tag}>"] * levels
    pieces.extend([f"</{tag}>"] * chance.choice((0, levels)))


_MARKUP_CHANGES = (_take_out, _double, _move, _say_else, _say_else, _say_else, _nest)


def _mutate_text(text, chance):
    """A text cut, doubled, or with odd words put into it."""
    what = chance.randrange(6)
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice((1, 1, 4, 20, 200)))
    if what == 0:
        return text[:start] + text[end:]
    if what == 1:
        return text[:start] + text[start:end] * chance.choice((2, 3, 60)) + text[end:]
    if what == 2:
        return chance.choice(WORDS)
    if what == 3:
        return text[:start] + chance.choice(WORDS) + text[end:]
    return text[:start] + chance.choice(WORDS) * chance.choice((1, 1, 1, 30)) + text[start:]


def _mutate_bytes(data, chance):
    start = chance.randrange(len(data) + 1)
    return data[:start] + chance.randbytes(chance.randrange(9)) + data[start + chance.randrange(9) :]


_MUTATORS = {"json": mutate_json, "markup": mutate_markup}
