"""Stage 100: is this an ad at all? What stays out is told apart from what a later stage can put right."""

import re
from urllib.parse import urlsplit

from domain.errors import JobbvaktError
from domain.postings import Draft

LONGEST_REF = 300
LONGEST_URL = 2083
"""Characters; longer ones are traps (endless session ids), not addresses of ads."""

# No database takes a lone surrogate, nor every one a NUL.
_NO_SIGN = re.compile(r"[\x00-\x1f\ud800-\udfff]")
_BETWEEN = re.compile(r"[\s\x00-\x1f\ud800-\udfff]")


class NotAnAdError(JobbvaktError):
    """A draft lacks what every ad has; nothing is stored of it."""


def validate(draft: Draft) -> Draft:
    """``draft`` unchanged. Raises NotAnAdError unless it has an id, a title with letters and a web address."""
    ref, url = draft.source_ref, draft.url
    if not isinstance(ref, str) or not ref.strip() or len(ref) > LONGEST_REF or _NO_SIGN.search(ref):
        raise _refuse(url or "(no address)", f"its id is {str(ref)[:60]!r}")
    if not isinstance(draft.title, str) or not any(char.isalpha() for char in draft.title):
        raise _refuse(url or ref, "it has no title")
    if not is_web_address(url):
        raise _refuse(ref, f"its address is {str(url)[:100]!r}")
    return draft


def is_web_address(url: object) -> bool:
    """An absolute http or https address with a host, free of blanks and not beyond all length?"""
    if not isinstance(url, str) or len(url) > LONGEST_URL or _BETWEEN.search(url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _refuse(which: str, why: str) -> NotAnAdError:
    return NotAnAdError("not an ad", which=which, why=why, remedy="if it is one, the parser needs mending: report it")
