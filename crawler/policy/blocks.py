"""Soft blocks: a page that answers 200 but is a captcha, a consent wall, a login or a plea for patience.

Such a page read as "no ads today" would withdraw everything. Words alone do not convict: ads speak of logins and
cookies too. So a platform asks only once its own positive marker is missing, and the automatic check only speaks up
when an HTML page stands where JSON or XML was expected.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from crawler.parsing.page import Page

_READ = 200_000
"""Bytes of the page that are looked at."""
_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        (
            "a captcha",
            r"captcha|cf-challenge|cf-turnstile|challenge-platform|/cdn-cgi/challenge|datadome|perimeterx|px-block"
            r"|just a moment\.\.\.|checking your browser|verify (?:that )?you are (?:a )?human|er du et menneske"
            r"|bekreft at du (?:ikke er en robot|er et menneske)|are you a robot|unusual traffic|uvanlig trafikk",
        ),
        (
            "a request for fewer visits",
            r"for mange (?:forespørsler|førespurnader|anmodninger)|too many requests|för många förfrågningar"
            r"|rate limit(?:ed)? exceeded|prøv igjen om (?:litt|noen minutter)",
        ),
        (
            "a refusal",
            r"access denied|request (?:was )?blocked|you have been blocked|adgang nektet|ingen tilgang|"
            r"tilgang (?:er )?avslått|incapsula incident|akamai.{0,40}reference #",
        ),
        (
            "a login",
            r"<input[^>]{0,200}type\s*=\s*[\"']?password|<title>[^<]{0,40}\b(?:logg inn|log ?in|sign in|logga in)\b",
        ),
        (
            "a consent wall",
            r"<title>[^<]{0,60}\b(?:samtykke|consent|before you continue|før du fortsetter)\b"
            r"|action=[\"'][^\"']{0,200}consent",
        ),
        (
            "a page that only runs with JavaScript",
            r"(?:enable|turn on|slå på|aktiver|aktivere) javascript|<meta[^>]{0,80}http-equiv=[\"']?refresh",
        ),
    )
)
_HTML = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_BOM = b"\xef\xbb\xbf"


def looks_blocked(page: Page) -> str | None:
    """What the page is instead of content, in words ("a captcha"), or None when nothing tells.

    Ask only about a page that lacks what its kind must have: a page of ads may well hold one of these words.
    """
    text = page.text[:_READ].lower()
    return next((reason for reason, pattern in _MARKERS if pattern.search(text)), None)


def html_instead(page: Page, headers: Mapping[str, str]) -> str | None:
    """Why an answer to a request for JSON or XML is none, in words; None when it may be what was asked for.

    ``headers``: those of the request. What was asked for is told by its Accept header or by the address's ending.
    """
    wanted = _wanted(page.url, headers)
    if wanted is None or not _HTML.match(page.body[:4000].removeprefix(_BOM)):
        return None
    return f"{looks_blocked(page) or 'an HTML page'} where {wanted} was expected"


def _wanted(url: str, headers: Mapping[str, str]) -> str | None:
    accept = next((value.lower() for name, value in headers.items() if name.lower() == "accept"), "")
    if "html" in accept:
        return None
    ending = urlsplit(url).path.lower().rpartition(".")[2]
    for kind in ("json", "xml"):
        if kind in accept or ending in (kind, f"{kind}l"):
            return kind.upper()
    return None
