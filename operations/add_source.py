"""Adding an employer: from a web address to a table in jobbvakt.toml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from crawler.parsing.recognise import Recognised, better_address, recognise
from crawler.registry import find_spider, portals
from domain.clock import Clock
from domain.errors import UsageError
from domain.prefilter import fold
from domain.sources import Terms
from operations.settings_file import Value, set_source_keys
from operations.sources import configured_sources
from settings import Settings, load_settings

HOSTS_OF_PORTALS: Mapping[str, tuple[str, ...]] = {
    "nav_feed": ("pam-stilling-feed.nav.no",),
    "finn": ("finn.no",),
    "linkedin": ("linkedin.com",),
    "indeed": ("indeed.com",),
    "arbeidsplassen": ("arbeidsplassen.nav.no",),
    "jobbnorge": ("jobbnorge.no",),
    "karrierestart": ("karrierestart.no",),
    "karriere_no": ("karriere.no",),
    "eures": ("europa.eu",),
    "jobtech": ("arbetsformedlingen.se", "jobtechdev.se"),
}


@dataclass(frozen=True, slots=True)
class AddedSource:
    """What was written."""

    name: str
    platform: str
    base_url: str
    enabled: bool
    sure: bool
    """False: the address alone did not prove the platform."""
    terms: Terms
    file: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What the operator says beside the address."""

    url: str
    name: str = ""
    platform: str = ""
    employer: str = ""


def add_source(settings: Settings, path: Path, wish: Wish, clock: Clock) -> AddedSource:
    """Recognise the platform behind ``wish.url`` and write its table into the file at ``path``; comments stay.

    Raises UsageError for no web address, a portal that is a source of its own, an employer that is there already, and
    a name that is taken.
    """
    found = _found(wish)
    spider = find_spider(found.platform)
    sources = configured_sources(settings)
    same = [name for name, one in sources.items() if (one.platform, one.base_url) == (found.platform, found.base_url)]
    if same:
        raise UsageError("that source is there already", which=same[0], remedy=f"crawl it: jobbvakt crawl {same[0]}")
    name = _name(wish, found, set(sources) | set(portals()))
    on = spider.portal.terms is not Terms.OPT_IN
    table: dict[str, Value] = {"platform": found.platform, "base_url": found.base_url, **found.options}
    if wish.employer and "employer" in spider.options:
        table["employer"] = wish.employer
    if not on:
        table["enabled"] = False
    set_source_keys(path, name, table, comment=f"added {clock.now():%Y-%m-%d} from {_one_line(wish.url)}")
    configured_sources(load_settings(path))
    return AddedSource(name, found.platform, found.base_url, on, found.sure, spider.portal.terms, str(path))


def _found(wish: Wish) -> Recognised:
    found = recognise(wish.url)
    if found is None:
        raise UsageError("not a web address", which=wish.url, remedy="give the address of the employer's list of jobs")
    host = found.base_url.partition("://")[2].partition("/")[0]
    for portal, hosts in HOSTS_OF_PORTALS.items():
        if any(host == known or host.endswith("." + known) for known in hosts):
            raise UsageError(
                "that portal is a source of its own",
                which=host,
                why="tables are added for single employers",
                remedy=f"see: jobbvakt sources show {portal}",
            )
    example = better_address(wish.url)
    if example and not wish.platform:
        raise UsageError(
            "this address does not say whose jobs to read",
            which=wish.url,
            why="many employers share that host",
            remedy=f"give the employer's own list, which looks like {example}",
        )
    if wish.platform and wish.platform != found.platform:
        find_spider(wish.platform)
        return replace(found, platform=wish.platform, base_url=wish.url.rstrip("/"), options={}, sure=True)
    return found


def _name(wish: Wish, found: Recognised, taken: set[str]) -> str:
    """A name for the table: as wished, else made of the employer's name in the address."""
    if wish.name:
        if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,40}", wish.name):
            raise UsageError("not a name for a source", which=wish.name, remedy="use small letters, digits, _ and -")
        if wish.name in taken:
            raise UsageError("that name is taken", which=wish.name, remedy="choose another with --name")
        return wish.name
    base = re.sub(r"[^a-z0-9]+", "_", fold(wish.employer or found.tenant)).strip("_")[:40] or found.platform
    numbered = (f"{base}_{number}" for number in range(2, 1000))
    return base if base not in taken else next(name for name in numbered if name not in taken)


def _one_line(url: str) -> str:
    return re.sub(r"[^\x21-\x7e]+", " ", url)[:200]
