"""Templates, and the only two ways by which text reaches a page unescaped: cleaned ad HTML, and JSON for machines."""

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from crawler.parsing.html import clean_html
from domain.codec import to_plain
from domain.postings import SafeHtml

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """Every template is escaped, whatever its name; a name that nobody gave is an error."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.globals["json_data"] = json_data
    return found


def ad_markup(html: SafeHtml) -> Markup:
    """Ad HTML for a page. It was cleaned when it came in; it is cleaned once more, so that no store can be poisoned."""
    return Markup(clean_html(html))  # noqa: S704 - the one door


def json_data(value: Any) -> Markup:
    """``value`` as JSON inside a ``<script>`` of data: no ``<`` that could end it, no separators that break scripts."""
    text = json.dumps(to_plain(value), ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - escaped for its place above
