"""From values to a page: the reader's language, who is signed in, and the frame around every page."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from alerts.languages import words
from alerts.phrases import deadline_in_words, figures_of_pay, pay_in_words, places_in_words
from alerts.words import Words
from domain.alerts import OpeningCard
from domain.clock import OSLO, local_date
from domain.errors import JobbvaktError
from domain.postings import Salary
from operations.history import Change, told
from web import sessions
from web.access import Viewer
from web.desk import desk_of
from web.labels import Labels
from web.texts import LANGUAGES, NAMES, Texts, preferred, texts

LANGUAGE_COOKIE = "jobbvakt_language"


def language_of(request: Request) -> str:
    """The language to answer in."""
    return preferred(request.cookies.get(LANGUAGE_COOKIE), request.headers.get("accept-language", ""))


def render(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """The page. A visitor who is shown a form gets the session that its token belongs to."""
    desk = desk_of(request)
    viewer = getattr(request.state, "viewer", None) or Viewer(sessions.signed_out())
    frame = _Frame(request, viewer, texts(language_of(request)))
    html = desk.templates.get_template(template).render({**frame.values(), **values})
    response = HTMLResponse(html, status)
    if frame.form_shown and viewer.session.fresh and viewer.key is None:
        sessions.write(response, viewer.session, desk)
    return response


def render_error(
    request: Request, status: int, kind: str, error: JobbvaktError | None, headers: dict[str, str] | None
) -> Response:
    """The page that says what went wrong and what to do."""
    response = render(request, "error.html", status, kind=kind, number=status, error=error)
    for name, value in (headers or {}).items():
        response.headers[name] = value
    return response


def back_to(path: str) -> RedirectResponse:
    """After something was done: look at the result."""
    return RedirectResponse(path, 303)


def local_path(text: str | None, otherwise: str = "/") -> str:
    """``text`` when it is a path on this site, else ``otherwise``: nobody is sent elsewhere."""
    if not text or not text.startswith("/") or text.startswith(("//", "/\\")):
        return otherwise
    return text if text.isprintable() and "\\" not in text else otherwise


class _Frame:
    """What every template may use."""

    def __init__(self, request: Request, viewer: Viewer, told: Texts) -> None:
        self.request, self.viewer, self.told = request, viewer, told
        self.form_shown = False

    def values(self) -> Mapping[str, Any]:
        desk = desk_of(self.request)
        now = desk.context.clock.now()
        phrases = Phrases(words(self.told.language), local_date(now))
        path = self.request.url.path + (f"?{self.request.url.query}" if self.request.url.query else "")
        return {
            "t": self.told.t,
            "n": self.told.n,
            "language": self.told.language,
            "languages": [(code, NAMES[code]) for code in LANGUAGES],
            "viewer": self.viewer,
            "path": self.request.url.path,
            "here": path,
            "form_token": self._token,
            "say": phrases,
            "label": Labels(self.told, desk.source_names),
            "now": now,
            "notice": self.request.query_params.get("ok", ""),
        }

    def _token(self) -> str:
        self.form_shown = True
        return sessions.form_token(self.viewer.session, desk_of(self.request))


class Phrases:
    """Deadlines, pay, places and moments, as a person would say them on this day."""

    def __init__(self, catalogue: Words, today: date) -> None:
        self.catalogue, self.today = catalogue, today

    def deadline(self, card: OpeningCard) -> str:
        """When to apply."""
        return deadline_in_words(card.deadline, card.deadline_kind, self.today, self.catalogue)

    def pay(self, card: OpeningCard) -> str:
        """The pay as stated, or that it is not."""
        return pay_in_words(card.salary, self.catalogue)

    def figures(self, salary: Salary) -> str:
        """A stated pay."""
        return figures_of_pay(salary, self.catalogue)

    def money(self, value: float) -> str:
        """``619 280``: kroner in groups of three, held together."""
        return f"{value:,.0f}".replace(",", "\u00a0")

    def places(self, card: OpeningCard) -> str:
        """The towns."""
        return places_in_words(card.places, self.catalogue)

    def changed(self, change: Change) -> list[str]:
        """What an ad says otherwise than before, a clause each."""
        return told(change, self.catalogue)

    def day(self, moment: Any) -> str:
        """A date or moment as ``24.11.2026``, in Oslo."""
        day = moment.astimezone(OSLO).date() if hasattr(moment, "astimezone") else moment
        return f"{day:%d.%m.%Y}"

    def moment(self, moment: Any) -> str:
        """``24.11.2026 13:05``, in Oslo."""
        return f"{moment.astimezone(OSLO):%d.%m.%Y %H:%M}"

    def days_ago(self, moment: datetime) -> int:
        """Calendar days since then, in Oslo."""
        return (self.today - local_date(moment)).days
