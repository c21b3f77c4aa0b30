"""The two templates of a digest, filled in; HTML is autoescaped.

Many mail readers drop ``<style>``, so each element carries its rules itself: ``class="card"`` gets the rules of
``.card`` in inline.css beside it. That is done once, when the templates are loaded; inlining each finished message
took a third of the time of making it. What must stay in ``<style>``, the dark palette above all, is in media.css.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import DictLoader, Environment, StrictUndefined, select_autoescape

TEMPLATES = Path(__file__).parent / "templates"
TEXT, HTML = "digest.txt.j2", "digest.html.j2"

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
    html = files[HTML].replace("{{ media_css }}", files["media.css"])
    return {TEXT: files[TEXT], HTML: inline_styles(html, files["inline.css"])}


_ENVIRONMENT = Environment(
    loader=DictLoader(_sources()),
    autoescape=select_autoescape(enabled_extensions=("html.j2",)),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def render(values: Mapping[str, object]) -> tuple[str, str]:
    """The text part and the HTML part."""
    return _ENVIRONMENT.get_template(TEXT).render(values), _ENVIRONMENT.get_template(HTML).render(values)
