"""A posting as one line of JSON, as people and programs hand it over: the fields of a draft, with some leeway.

    {"source": "my_list", "url": "https://…", "title": "Kundeservicesjef", "employer": "Acme AS",
     "description": "<p>…</p>", "deadline": "14.12.2026", "city": "Bergen"}

Only ``url`` and ``title`` are needed. ``source_ref`` is made from the address; ``deadline`` may be in any form.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from crawler.parsing import strict_json
from crawler.parsing.dates import deadline_fields, moment_field
from crawler.parsing.html import html_or_plain
from crawler.parsing.jobposting import page_ref
from crawler.parsing.places import read_address
from crawler.parsing.text import one_line
from domain.codec import from_plain
from domain.postings import Draft

MAX_LINE = 2 * 1024 * 1024
_ALSO = frozenset({"source", "description", "city"})
_READ_HERE = frozenset({"deadline", "deadline_kind", "date_posted", "date_modified", "description_html", "issues"})


@dataclass(frozen=True, slots=True)
class PostingLine:
    """One posting, and the source that it names ('' for none)."""

    source: str
    draft: Draft


def read_posting_line(line: str) -> PostingLine:
    """The posting of one line. Raises ValueError that says what is wrong with it."""
    data = strict_json.load(line, max_bytes=MAX_LINE)
    if not isinstance(data, Mapping):
        raise ValueError("a posting is a JSON object")
    known = {spec.name for spec in fields(Draft)}
    unknown = sorted(set(data) - known - _ALSO)
    if unknown:
        raise ValueError(f"unknown key {unknown[0]!r}; keys: {', '.join(sorted(known | _ALSO))}")
    url, title = one_line(data.get("url")), one_line(data.get("title"))
    if not url.startswith(("http://", "https://")) or not title:
        raise ValueError("it needs a url (http or https) and a title")
    values = {key: value for key, value in data.items() if key in known and key not in _READ_HERE and value is not None}
    values |= {"url": url, "title": title, "source_ref": one_line(data.get("source_ref")) or page_ref(url)}
    return PostingLine(one_line(data.get("source")), from_plain(Draft, values | _read(data)))


def _read(data: Mapping[str, Any]) -> dict[str, Any]:
    """Fields that may be written in several forms."""
    posted, posted_issues = moment_field(data.get("date_posted"), "date_posted")
    closes = deadline_fields(data.get("deadline_raw") or data.get("deadline") or data.get("deadline_kind"), posted)
    text = data.get("description_html") or data.get("description")
    place = read_address(one_line(data.get("city"))) if not data.get("places") else None
    read: dict[str, Any] = {
        "date_posted": posted.isoformat() if posted else None,
        "deadline_raw": closes.raw,
        "deadline": closes.day.isoformat() if closes.day else None,
        "deadline_kind": closes.kind.value,
        "description_html": (html_or_plain(text) or None) if isinstance(text, str) else None,
        "issues": [
            {"field": item.field, "raw": item.raw, "why": item.why} for item in (*posted_issues, *closes.issues)
        ],
    }
    return read | ({"places": [{"city": place.city, "country": place.country}]} if place else {})
