"""What a portal of the world is asked and what it answers, without any socket."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

JSON = "application/json"
HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
XML = "application/xml"


@dataclass(frozen=True, slots=True)
class Request:
    """A GET as a portal sees it. Header names are in lower case."""

    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    base_url: str = ""
    """Where the portal answers just now, without a slash at the end."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, body and headers."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


Portal = Callable[[Request], Answer]


def text(body: str, content_type: str = TEXT, status: int = 200) -> Answer:
    """A text in UTF-8."""
    return Answer(status, body.encode(), {"Content-Type": content_type})


def dumped(value: Any, status: int = 200) -> Answer:
    """``value`` as JSON, without spaces, as both portals write it."""
    return text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), JSON, status)


def missing() -> Answer:
    """404."""
    return text("Not Found", status=404)


def dated(answer: Answer, modified: datetime, request: Request) -> Answer:
    """``answer`` with validators (RFC 9110 §8.8), or 304 when the client holds this very version."""
    tag = '"' + hashlib.sha256(answer.body).hexdigest()[:16] + '"'
    headers = {"ETag": tag, "Last-Modified": format_datetime(modified.astimezone(UTC), usegmt=True)}
    if request.headers.get("if-none-match") == tag:
        return Answer(304, b"", headers)
    return Answer(answer.status, answer.body, {**answer.headers, **headers})
