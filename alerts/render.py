"""The two templates of each message, filled in; HTML is autoescaped.

Many mail readers drop ``<style>``, so each element carries its rules itself: ``class="card"`` gets the rules of
``.card`` in inline.css beside it. That is done once, when the templates are loaded; inlining each finished message
took a third of the time of making it. What must stay in ``<style>``, the dark palette above all, is in media.css.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import DictLoader, Environment, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from alerts.entries import Ad, Entry
from alerts.phrases import Reason

TEMPLATES = Path(__file__).parent / "templates"
FRAME = "frame.html.j2"
DIGEST, LETTER, NOTES, FEED = "digest", "letter", "notes", "feed"

_HOLE = "\x1e"
"""Stands in no ad: ``alerts.cleaning`` takes controls out."""
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


def _teller(ending: str, escaped: Callable[[str], str]) -> Callable[[Entry], str]:
    """Writes one opening, as text or HTML.

    What the ad says is written once for all who are told of it, with holes where each reader's own words go.
    """
    write = vars(_ENVIRONMENT.get_template(f"entry.{ending}.j2").module)["entry"]

    @lru_cache(maxsize=4096)
    def pattern(ad: Ad, reasons: int, more: str) -> str:
        item = Entry(0, ad, _HOLE, (Reason(_HOLE, _HOLE),) * reasons, more)
        written = str(write(item))[:-1]  # without its last line end
        return written.replace("%", "%%").replace(_HOLE, "%s")

    def told(item: Entry) -> str:
        own = [item.score]
        for reason in item.reasons:
            own += (reason.label, reason.items)
        words = str(escaped(_HOLE.join(own))).split(_HOLE)
        return pattern(item.ad, len(item.reasons), item.more) % tuple(words)

    return told


_TELLERS = (_teller("txt", str), _teller("html", escape))


def render(values: Mapping[str, object], name: str = DIGEST, openings: Sequence[Entry] = ()) -> tuple[str, str]:
    """The text part and the HTML part; ``openings`` are those of a digest."""
    text, html = (_ENVIRONMENT.get_template(f"{name}.{ending}.j2") for ending in ("txt", "html"))
    in_text, in_html = (list(map(told, openings)) for told in _TELLERS)
    return text.render(values, openings=in_text), html.render(values, openings=list(map(Markup, in_html)))


def feed_item(item: object) -> tuple[str, str]:
    """An opening (``alerts.entries.Entry``) for a feed: HTML, and the same as text."""
    text, html = render({"item": item}, FEED)
    return html.strip(), text.strip()
