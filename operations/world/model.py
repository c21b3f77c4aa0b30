"""What the demo's world holds: one readable file an ad, its dates written relative to the first day.

A file ``fixtures/world/ads/<language>/<slug>.toml`` is a Jinja template of TOML. ``date(14)`` is the day two weeks
after the first, ``later`` tells the second visit from the first; a file that renders to nothing is not there yet.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, StrictUndefined, select_autoescape

from domain.clock import OSLO
from domain.codec import from_plain
from domain.postings import Contact, Place, Salary

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "world"
"""Beside the ``operations`` package, in a checkout as in an installed wheel."""
LATER_FROM_DAY = 2
_LONG = "d. MMMM yyyy"
_LONG_BY_LANGUAGE = {"en": "d MMMM yyyy", "sv": "d MMMM yyyy"}


@dataclass(frozen=True, slots=True)
class NavListing:
    """How the NAV feed shows an ad. Moments are written ``"<day> <hour>:<minute>"``, Oslo time."""

    uuid: str
    events: tuple[str, ...]
    gone: str = ""
    """Moment of the INACTIVE event; empty while the ad is open."""
    mask: str | None = None
    """What NAV puts in the place of a withdrawn title; None leaves it."""
    title: str = ""
    employer: str = ""
    jobtitle: str = ""
    due: str = ""
    """``applicationDue``, free text as the employer wrote it."""
    kind: str = "Fast"
    extent: str = "Heltid"
    sector: str = "Privat"
    start: str = ""
    source: str = "Stillingsregistrering"
    source_url: str = ""
    apply_url: str = ""
    category: tuple[str, ...] = ()
    """Scheme, code and name of an occupation; NAV's codes mislead more often than not."""


@dataclass(frozen=True, slots=True)
class JobbnorgeListing:
    """How Jobbnorge's public list shows an ad: a teaser, never the text."""

    id: int
    summary: str
    title: str = ""
    title_en: str = ""
    department: str = ""
    scope: str = "Heltid"
    duration: str = "Fast"
    count: int = 1
    deadline: str = ""
    """What stands where the date would be, for example ``Løpende``."""


@dataclass(frozen=True, slots=True)
class PageListing:
    """How a career site shows an ad: its page, and the template that gives the page its shape."""

    site: str
    slug: str
    shape: str
    modified: str
    gone: str = ""
    """From here on the page answers 404, while the sitemap still lists it."""
    escaped: bool = False
    """Is the description escaped twice, as some sites write it?"""
    extra: dict[str, Any] = field(default_factory=dict)
    """JSON-LD properties that this site writes its own way."""


@dataclass(frozen=True, slots=True)
class Ad:
    """One invented ad, and the portals that show it."""

    title: str
    employer: str
    published: int
    """Days from the first day; ads that are already there have a negative number."""
    description: str = ""
    """HTML; empty where no portal of the world shows more than a teaser."""
    slug: str = ""
    language: str = ""
    deadline: int | None = None
    orgnr: str | None = None
    homepage: str = ""
    places: tuple[Place, ...] = ()
    contacts: tuple[Contact, ...] = ()
    salary: Salary | None = None
    nav: NavListing | None = None
    jobbnorge: JobbnorgeListing | None = None
    page: PageListing | None = None


@dataclass(frozen=True)
class World:
    """The portals as they stand on ``day`` (0: first visit, 2 or more: second), with day 0 on ``today``.

    The same values give the same bytes. Keep ``today`` between two visits: otherwise every date in every ad moves.
    """

    day: int
    today: date
    folder: Path = FOLDER

    @property
    def later(self) -> bool:
        """Is this the second visit?"""
        return self.day >= LATER_FROM_DAY

    @cached_property
    def ads(self) -> tuple[Ad, ...]:
        """Every ad of the day, in the order of language and slug."""
        files = sorted((self.folder / "ads").glob("*/*.toml"))
        ads = (self._ad(path) for path in files)
        return tuple(ad for ad in ads if ad is not None)

    def on(self, day: int) -> date:
        """The calendar date of ``day``."""
        return self.today + timedelta(days=day)

    def moment(self, written: str) -> datetime:
        """``"-7 09:30"`` as an aware moment in Oslo."""
        day, clock = written.split()
        return datetime.combine(self.on(int(day)), time.fromisoformat(clock), OSLO)

    def toml(self, path: Path, language: str = "nb") -> dict[str, Any]:
        """A template of TOML, filled in for this day."""
        environment = Environment(undefined=StrictUndefined, autoescape=select_autoescape(default_for_string=False))
        template = environment.from_string(path.read_text(encoding="utf-8"))
        return tomllib.loads(template.render(later=self.later, **self._words(language)))

    def _ad(self, path: Path) -> Ad | None:
        language = path.parent.name
        data = self.toml(path, language)
        return from_plain(Ad, {"slug": path.stem, "language": language, **data}) if data else None

    def _words(self, language: str) -> dict[str, Callable[..., object]]:
        long = _LONG_BY_LANGUAGE.get(language, _LONG)

        def written(day: int, pattern: str = long) -> str:
            return format_date(self.on(day), pattern, locale=language)

        def month(ahead: int, pattern: str = long) -> str:
            return format_date(_first_of_month(self.today, ahead), pattern, locale=language)

        return {
            "date": written,
            "month": month,
            "year": lambda ahead=0: self.today.year + ahead,
            "week": lambda day: self.on(day).isocalendar().week,
        }


def _first_of_month(today: date, ahead: int) -> date:
    months = today.year * 12 + today.month - 1 + ahead
    return date(months // 12, months % 12 + 1, 1)
