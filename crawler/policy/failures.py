"""What an exception of the downloader means: which problem, and whether another try may help."""

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    NotSupported,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from twisted.internet.error import ConnectError, ConnectionDone, ConnectionLost

from crawler.policy.errors import FetchError
from crawler.policy.wire import causes
from domain.runs import ProblemCode

UNREACHABLE = ProblemCode.UNREACHABLE
_BROKEN = (DownloadFailedError, ConnectError, ConnectionLost, ConnectionDone, OSError)
# First match decides: (exceptions, code, what, remedy).
_MEANING: tuple[tuple[tuple[type[Exception], ...], ProblemCode, str, str], ...] = (
    ((DownloadTimeoutError,), ProblemCode.SERVER_ERROR, "no whole answer in time", "it is asked again next time"),
    ((ResponseDataLossError,), ProblemCode.TRUNCATED, "the answer was cut short", "it is asked again next time"),
    ((DownloadCancelledError,), ProblemCode.TOO_LARGE, "the answer is too large", "see what the address gives"),
    ((CannotResolveHostError,), UNREACHABLE, "the host was not found", "check base_url and this machine's network"),
    ((DownloadConnectionRefusedError,), UNREACHABLE, "the connection was refused", "is the site up? Check base_url"),
    (
        (UnsupportedURLSchemeError, NotSupported),
        ProblemCode.ADDRESS,
        "address refused",
        "only http and https are followed",
    ),
    (
        _BROKEN,
        UNREACHABLE,
        "the connection broke",
        "is the site up? It is asked again next time",
    ),
    ((UnicodeError, ValueError), ProblemCode.ADDRESS, "not a web address", "mend the link or base_url"),
)
PASSING = (DownloadTimeoutError, ResponseDataLossError, *_BROKEN)
"""Exceptions after which another try may go well."""


def explain(url: str, exception: Exception) -> FetchError | None:
    """The error to report for ``exception``; None when it is no failure of a download but a bug."""
    for kinds, code, what, remedy in _MEANING:
        if isinstance(exception, kinds):
            if tls := _tls_reason(exception):
                return FetchError(
                    ProblemCode.SERVER_ERROR,
                    "no trustworthy connection",
                    url=url,
                    why=tls,
                    remedy="the site's certificate must be mended; it is never left unchecked",
                )
            return FetchError(code, what, url=url, why=_why(exception), remedy=remedy)
    return None


def _why(exception: Exception) -> str:
    innermost = list(causes(exception))[-1]
    return (str(innermost) or type(innermost).__name__).splitlines()[0][:200]


def _tls_reason(exception: BaseException) -> str:
    for item in causes(exception):
        if type(item).__module__.startswith(("OpenSSL", "service_identity")):
            return f"TLS: {type(item).__name__} {item}"[:200]
    return ""
