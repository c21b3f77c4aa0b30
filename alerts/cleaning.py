"""Text from an ad, made safe for one line of a message or of a header.

A control character in a header is an injection (RFC 5322 § 2.2), in a text part a broken line; a bidirectional
override can show one link and mean another (Unicode TR 36). Both are taken out, the words stay.
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

ELLIPSIS = "…"
MAX_URL = 2_000
"""Longer addresses are cut by common clients, so they are not shown at all."""

# Line and paragraph separators, bidirectional marks, embeddings, overrides and isolates, byte order mark, soft hyphen.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
# Nearly every address: plain ASCII with a host's name, and nothing in it that is looked for below.
_PLAIN_URL = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?(?:[/?#][!#-;=?-~]*)?")
# All of Cc, the surrogate halves, the line separators, private use and noncharacters of the first plane.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")


@lru_cache(maxsize=8192)
def one_line(text: str, limit: int = 160) -> str:
    """``text`` on one line: controls and direction marks out, white space collapsed, at most ``limit`` characters."""
    plain = len(text) <= limit and text.isprintable() and "  " not in text
    if plain and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text.strip(" ")  # nearly every text: nothing to clean
    visible = _CONTROL.sub(" ", _INVISIBLE.sub("", text[: limit * 8]))
    line = " ".join(unicodedata.normalize("NFC", visible).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + ELLIPSIS


def web_address(url: str) -> str:
    """``url`` when it is a plain http or https address, else an empty string: nothing else becomes a link."""
    url = url.strip()
    if len(url) <= MAX_URL and _PLAIN_URL.fullmatch(url):
        return url
    if not url or len(url) > MAX_URL or _CONTROL.search(url) or _INVISIBLE.search(url) or re.search(r'[\s<>"]', url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""
