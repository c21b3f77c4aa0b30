"""A new portal: its file, its first fixture, and with them a test that is red until the page says what is expected."""

import json
import keyword
import re
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from crawler.registry import portals
from domain.errors import UsageError
from operations.source_check import CHECKOUT

_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_FILE = '''\
"""{title}: say here what it is, who runs it, and what its pages look like.

[sources.{name}]
# start_url = "{homepage}/jobs"          where there is no sitemap
"""

from crawler.parsing.page import Page
from crawler.platforms import schema_org
from domain.observations import LeftOut, Problem
from domain.postings import Draft
from domain.sources import Evidence, Portal, Terms


class {cls}(schema_org.SchemaOrg):
    """Its sitemap, then every page that may be an ad. A list or an API: see ``crawler.platforms.listing``."""

    name = "{name}"
    portal = Portal(
        title="{title}",
        homepage="{homepage}",
        country="{country}",
        terms=Terms.OPT_IN,
        base_url="{homepage}",
        absence_withdraws=True,
        note="write what an operator should know: coverage, terms, doubts",
        terms_notice="Read the portal's terms, and write here what stands in them, before anybody is asked to say yes.",
        evidence=Evidence.ASSUMED,
    )


def parse(page: Page) -> list[Draft | LeftOut | Problem]:
    """The ads of one page."""
    return schema_org.parse(page)
'''
_PAGE = "<!-- Put an ad's page here, as it arrives, with invented people and employers. -->\n"


def new_portal(name: str, homepage: str, title: str, country: str, now: datetime, root: Path = CHECKOUT) -> list[Path]:
    """Write the files of a new portal; their paths. Nothing is ever overwritten.

    Raises UsageError outside a checkout, for a name that is none or is taken, and for an address that is none.
    """
    _check(name, homepage, root)
    module = root / "crawler" / "portals" / f"{name}.py"
    case = root / "fixtures" / "portals" / name / "first_ad"
    homepage = homepage.rstrip("/")
    cls = "".join(part.capitalize() for part in name.split("_"))
    values = {"name": name, "cls": cls, "title": _quoted(title), "homepage": homepage, "country": country}
    meta = {
        "url": f"{homepage}/jobs/1",
        "status": 200,
        "content_type": "text/html; charset=utf-8",
        "fetched_at": now.isoformat(timespec="seconds"),
        "why": "an ad as the portal shows it",
        "licence": "Invented for Jobbvakt: no real employer, person or ad. Same licence as the program.",
    }
    wanted = [{"kind": "Draft", "title": "The title that page.html shows"}]
    written = {
        module: _FILE.format(**values),
        case / "page.html": _PAGE,
        case / "meta.json": _json(meta),
        case / "expected.json": _json(wanted),
    }
    case.mkdir(parents=True)
    for path, text in written.items():
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    return list(written)


def _check(name: str, homepage: str, root: Path) -> None:
    if not (root / "crawler" / "portals").is_dir() or not (root / "fixtures" / "portals").is_dir():
        raise UsageError("this is no checkout", which=str(root), remedy="run it where Jobbvakt's source tree lies")
    if not _NAME.fullmatch(name) or keyword.iskeyword(name):
        raise UsageError(
            "not a name for a portal",
            which=name,
            why="it becomes a module, a class and a table of the settings",
            remedy="small letters, digits and single underscores, a letter first: my_portal",
        )
    taken = [root / "crawler" / "portals" / f"{name}.py", root / "fixtures" / "portals" / name]
    there = [str(path) for path in taken if path.exists()]
    if there or name in portals():
        raise UsageError("the name is taken", which=name, why=", ".join(there) or "a platform bears it")
    parts = urlsplit(homepage)
    if parts.scheme != "https" or not parts.hostname or any(sign in homepage for sign in "\"'\\ {}"):
        raise UsageError("not the address of a portal", which=homepage, remedy="give it as https://portal.example")


def _quoted(title: str) -> str:
    """Fit to stand in a docstring and a string of the file."""
    return re.sub(r"[\"'\\{}\s]+", " ", title).strip()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
