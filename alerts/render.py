"""The two templates of each message, filled in; HTML is autoescaped.

Many mail readers drop ``<style>``, so each element carries its rules itself: ``class="card"`` gets the rules of
``.card`` in inline.css beside it. That is done once, when the templates are loaded; inlining each finished message
took a third of the time of making it. What must stay in ``<style>``, the dark palette above all, is in media.css.

A digest is put together from what many share: its frame, and each opening, are written once (``alerts.wire``) and
filled for each reader.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import DictLoader, Environment, StrictUndefined, select_autoescape
from markupsafe import escape

from alerts.entries import Ad, Entry, Note
from alerts.phrases import Reason
from alerts.wire import HOLE, Pattern, Written, quoted
from alerts.words import Words

TEMPLATES = Path(__file__).parent / "templates"
FRAME = "frame.html.j2"
LETTER, NOTES, FEED = "letter", "notes", "feed"

_ENDINGS = ("txt", "html")
_VALUES = (
    *("subject", "heading", "preheader", "day", "notice", "notes", "openings", "rest", "see_all_url"),
    *("see_all_command", "why", "unsubscribe", "stop_command"),
)
"""What the templates of a digest are given."""
_ITEMS = ("has", "lacks", "unstated")
"""Names of what follows the labels of an opening's reasons."""
_MARKUP = re.compile("[&<>\"']")

_RULE = re.compile(r"^\.(?P<name>[a-z]+) \{ (?P<rules>[^{}\"]+) \}$")


def inline_styles(template: str, sheet: str) -> str:
    """``template`` with the rules of ``sheet`` (one rule a line, one class each) beside each ``class="…"``.

    Raises ValueError for another kind of rule, KeyError for a class without one.
    """
    styles = {}
    for line in sheet.splitlines():
        rule = _RULE.match(line)
        if rule is None:
            raise ValueError(f"not a rule of one class: {line}")
        styles[rule["name"]] = rule["rules"]
    return re.sub(r'class="([a-z]+)"', lambda found: f'{found[0]} style="{styles[found[1]]}"', template)


def _sources() -> dict[str, str]:
    files = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.iterdir()}
    files[FRAME] = files[FRAME].replace("{{ media_css }}", files["media.css"])
    html = {name: inline_styles(text, files["inline.css"]) for name, text in files.items() if name.endswith(".html.j2")}
    return files | html


_ENVIRONMENT = Environment(
    auto_reload=False,
    loader=DictLoader(_sources()),
    autoescape=select_autoescape(enabled_extensions=("html.j2",)),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


# ``{{ a.b }}`` is an attribute and nothing else: a digest asks for five hundred.
vars(_ENVIRONMENT)["getattr"] = getattr


@lru_cache(maxsize=256)
def _frame(ending: str, words: Words, given: frozenset[str]) -> Pattern:
    """The digest around its openings, where the values of these names are given and others are not."""
    values = {name: _hole(name) if name in given else "" for name in _VALUES}
    return Pattern(_ENVIRONMENT.get_template(f"digest.{ending}.j2").render(values, w=words))


@lru_cache(maxsize=8192)
def _entry(ending: str, ad: Ad, labels: tuple[str, ...], more: str) -> Pattern:
    """What is written of an ad for all who are told of it, with holes for what is each reader's own."""
    item = Entry(0, ad, _hole("score"), tuple(map(Reason, labels, map(_hole, _ITEMS))), more)
    entry = vars(_ENVIRONMENT.get_template(f"entry.{ending}.j2").module)["entry"]
    return Pattern(str(entry(item, _hole("number"))).removesuffix("\n"))


def _hole(name: str) -> str:
    return f"{HOLE}{name}{HOLE}"


def render_digest(
    values: Mapping[str, str], words: Words, openings: Sequence[Entry], notes: Sequence[Note]
) -> tuple[Written, Written]:
    """The text part and the HTML part of a digest; ``values``: name in the templates → text, those without left out."""
    told = [_told(item, number) for number, item in enumerate(openings, 1)]
    given = frozenset(values) | {"openings"} | ({"notes"} if notes else set())
    parts = []
    for ending, own, entries in zip(_ENDINGS, (values, _escaped(values)), zip(*told, strict=True), strict=True):
        plain = {**own, "openings": "\n".join([entry.plain for entry in entries])}
        wire = {**_quoted(own), "openings": "\r\n".join([entry.quoted for entry in entries])}
        if notes:
            plain["notes"] = _ENVIRONMENT.get_template(f"notes_part.{ending}.j2").render(notes=notes)
            wire["notes"] = quoted(plain["notes"])
        parts.append(_frame(ending, words, given).filled(plain, wire))
    return parts[0], parts[1]


def _told(item: Entry, number: int) -> tuple[Written, Written]:
    """One opening as text and as HTML."""
    labels = tuple([reason.label for reason in item.reasons])
    own = {name: reason.items for name, reason in zip(_ITEMS, item.reasons, strict=False)}
    plain = {"number": str(number), "score": item.score, **own}
    wire, escaped = _quoted(plain), _escaped(plain)
    in_html = wire if escaped is plain else _quoted(escaped)
    return (
        _entry("txt", item.ad, labels, item.more).filled(plain, wire),
        _entry("html", item.ad, labels, item.more).filled(escaped, in_html),
    )


def _quoted(values: Mapping[str, str]) -> dict[str, str]:
    return {name: quoted(value) for name, value in values.items()}


def _escaped(values: Mapping[str, str]) -> Mapping[str, str]:
    """The same where there is nothing to escape."""
    if not _MARKUP.search("".join(values.values())):
        return values
    return {name: str(escape(value)) for name, value in values.items()}


def render(values: Mapping[str, object], name: str) -> tuple[str, str]:
    """The text part and the HTML part of another message."""
    text, html = (_ENVIRONMENT.get_template(f"{name}.{ending}.j2") for ending in _ENDINGS)
    return text.render(values), html.render(values)


def feed_item(item: object) -> tuple[str, str]:
    """An opening (``alerts.entries.Entry``) for a feed: HTML, and the same as text."""
    text, html = render({"item": item}, FEED)
    return html.strip(), text.strip()
