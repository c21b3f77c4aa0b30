"""robots.txt (RFC 9309): asked once per origin, before its first page; everybody else waits for that one answer.

Scrapy's own gate lets waiting requests pass unchecked (the third of several parallel ones gets no rules at all), takes
an error answer for "everything is allowed", and ignores Crawl-delay. Here no answer means no.
"""

import asyncio
import math
import posixpath
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from crawler.policy.errors import FetchError
from domain.runs import ProblemCode

PRODUCT = "Jobbvakt"
MAX_BYTES = 500 * 1024
"""RFC 9309, 2.5: at least 500 KiB must be read; more is not."""
LONGEST_DELAY = 30.0
"""Seconds; a longer Crawl-delay is shortened to this."""
_ENCODED_DOT = re.compile("%2e", re.IGNORECASE)
_REMEDY = "ask the site's owner for permission or another way in; until then set enabled = false in this source's table"


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin allows us."""

    parsed: Protego | None = None
    refusal: str = ""
    """Why nothing at all may be fetched; empty when ``parsed`` decides, or everything is allowed."""

    def allows(self, url: str) -> bool:
        """May ``url`` be fetched? robots.txt itself always may, once it answers (RFC 9309, 2.2.2)."""
        if self.refusal:
            return False
        if urlsplit(url).path == "/robots.txt":
            return True
        return self.parsed is None or all(self.parsed.can_fetch(one, PRODUCT) for one in _spellings(url))

    @property
    def delay(self) -> float:
        """Seconds that the origin wants between two requests, 0 to 30."""
        asked = self.parsed.crawl_delay(PRODUCT) if self.parsed else None
        return min(asked, LONGEST_DELAY) if asked and math.isfinite(asked) and asked > 0 else 0.0


def _spellings(url: str) -> set[str]:
    """``url``, and as most servers read it: without dot segments and doubled slashes (RFC 3986, 6.2.2.3)."""
    parts = urlsplit(url)
    path = _ENCODED_DOT.sub(".", parts.path) or "/"
    tidy = "/" + posixpath.normpath(path).strip("/") + ("/" if path.endswith("/") else "")
    return {url, parts._replace(path=tidy.replace("//", "/")).geturl()}


def rules_from(status: int, body: bytes) -> Rules:
    """The rules that an answer to ``/robots.txt`` means (RFC 9309, 2.3.1; 429 counts as a server error)."""
    if 200 <= status < 300:
        return Rules(Protego.parse(_text(body)))
    if 400 <= status < 500 and status != 429:
        return Rules()
    return Rules(refusal=f"robots.txt answered {status}")


def _text(body: bytes) -> str:
    if len(body) > MAX_BYTES:
        body = body[:MAX_BYTES].rpartition(b"\n")[0]  # never half a rule: "Disallow: /" may be the half of it
    return body.decode("utf-8-sig", "replace")


class RobotsGate:
    """Holds the rules of every origin met in a run. ``fetch``: robots.txt address → (status, body)."""

    def __init__(self, fetch: Callable[[str], Awaitable[tuple[int, bytes]]]) -> None:
        self._fetch = fetch
        self._rules: dict[str, asyncio.Task[Rules]] = {}

    async def check(self, url: str) -> Rules:
        """The rules for ``url``. Raises FetchError(ROBOTS) when they forbid it, or what kept them from being read."""
        origin = origin_of(url)
        if origin not in self._rules:
            self._rules[origin] = asyncio.ensure_future(self._read(origin))
        rules = await asyncio.shield(self._rules[origin])
        if rules.allows(url):
            return rules
        raise FetchError(
            ProblemCode.ROBOTS,
            "robots.txt forbids it",
            url=url,
            why=rules.refusal or f"{origin}/robots.txt disallows this page for {PRODUCT}",
            remedy="nothing is fetched until it answers again; try later" if rules.refusal else _REMEDY,
        )

    async def _read(self, origin: str) -> Rules:
        try:
            status, body = await self._fetch(f"{origin}/robots.txt")
        except FetchError as error:
            if error.code in (ProblemCode.UNREACHABLE, ProblemCode.ADDRESS, ProblemCode.BUDGET):
                raise  # not a word of robots.txt's: the host as a whole cannot be had
            return Rules(refusal=f"robots.txt could not be read ({error.why or error.what})")
        return rules_from(status, body)


def origin_of(url: str) -> str:
    """Scheme, host and port of ``url``."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"
