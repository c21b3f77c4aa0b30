"""What an HTTP status that nobody asked for means for the run."""

from crawler.policy.errors import FetchError
from domain.runs import ProblemCode

PASSING = frozenset({408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Answers that another try may better."""
_MEANING: dict[int, tuple[ProblemCode, str, str]] = {
    401: (ProblemCode.UNAUTHORIZED, "the source wants to know who asks", "check the key or token in its table"),
    403: (
        ProblemCode.FORBIDDEN,
        "the source forbids it",
        "ask its owner for permission; crawling harder will not help",
    ),
    451: (ProblemCode.FORBIDDEN, "the source may not show it", "nothing to do: it is withheld for legal reasons"),
    429: (ProblemCode.THROTTLED, "the source asks for a pause", "crawl it less often or raise delay_seconds"),
}


def error_for(url: str, status: int, *, listing: bool) -> FetchError:
    """The error that an answer of ``status`` amounts to, for a spider that cannot use it."""
    code, what, remedy = _MEANING.get(status) or _by_class(status, listing=listing)
    return FetchError(code, what, url=url, status=status, why=f"HTTP {status}", remedy=remedy)


def _by_class(status: int, *, listing: bool) -> tuple[ProblemCode, str, str]:
    if status >= 500:
        return ProblemCode.SERVER_ERROR, "the source is in trouble", "nothing is lost; it is asked again next time"
    if status in (404, 410):
        code = ProblemCode.NOT_A_LISTING if listing else ProblemCode.NOT_AN_AD
        return code, "there is no such page", "check base_url" if listing else "the ad may have been taken down"
    if 300 <= status < 400:
        return ProblemCode.ADDRESS, "a redirect that is not followed", "see where the address leads in a browser"
    return ProblemCode.UNREADABLE, "an answer that was not expected", "see what the address gives in a browser"
