"""Why a fetch gave no page."""

from domain.errors import JobbvaktError
from domain.runs import ProblemCode

ENDING_CODES = frozenset({ProblemCode.BUDGET, ProblemCode.THROTTLED})
"""After one of these no further request of the run is sent: it would meet the same answer."""


class FetchError(JobbvaktError):
    """A page could not be had. ``code`` says how the run is to be judged, ``status`` the HTTP status if one came."""

    def __init__(
        self, code: ProblemCode, what: str, *, url: str, status: int | None = None, why: str = "", remedy: str = ""
    ) -> None:
        super().__init__(what, which=url, why=why, remedy=remedy)
        self.code, self.url, self.status = code, url, status

    @property
    def ends_crawl(self) -> bool:
        """Is it no use asking this source for anything more in this run?"""
        return self.code in ENDING_CODES

    @property
    def message(self) -> str:
        """One line for the operator: what, which, why and what to do."""
        return error_message(self)


def error_message(error: JobbvaktError) -> str:
    """``error`` on one line, with its remedy."""
    return f"{error}; {error.remedy}" if error.remedy else str(error)
