"""A page as it arrived: the only thing a parser is given."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crawler.parsing import strict_json
from crawler.parsing.charset import Decoded, decode
from domain.errors import JobbvaktError

MAX_CONTAINERS = 150_000
"""Objects and lists in one JSON document: each costs a hundred bytes and more, however small it is written."""


class PageError(JobbvaktError):
    """A page is not what its address promises. The run goes on without it; the raw page is kept for a look."""


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a source. ``body`` is unpacked (no gzip), ``fetched_at`` aware."""

    url: str
    body: bytes
    fetched_at: datetime
    content_type: str = ""
    """The HTTP header as sent, with its charset if any."""
    status: int = 200
    key: str = ""
    """Under which the page is kept (``crawler.raw_pages``); empty when it is not."""

    @property
    def decoded(self) -> Decoded:
        """Text with the codec that gave it and a flag for damage."""
        return decode(self.body, self.content_type)

    @property
    def text(self) -> str:
        """The body as text; never raises."""
        return self.decoded.text

    def json(self, *, max_bytes: int = strict_json.MAX_BYTES, max_depth: int = strict_json.MAX_DEPTH) -> Any:
        """The body as one JSON document; a complete list may ask for a higher ``max_bytes``.

        Raises PageError on anything but strict JSON: NaN, endless digits, bottomless nesting, a page that is HTML.
        """
        if len(self.body) > max_bytes:
            raise PageError("page is too large to be read", which=self.url, why=f"more than {max_bytes} bytes")
        if self.body.count(b"{") + self.body.count(b"[") > MAX_CONTAINERS:
            why = f"more than {MAX_CONTAINERS} objects and lists"
            raise PageError("page is too large to be read", which=self.url, why=why)
        try:
            return strict_json.load(self.text, max_bytes=max_bytes, max_depth=max_depth)
        except ValueError as error:
            raise PageError(
                "page is not the JSON that was expected",
                which=self.url,
                why=str(error)[:200],
                remedy="open the address in a browser: a login, captcha or error page explains itself there",
            ) from None
