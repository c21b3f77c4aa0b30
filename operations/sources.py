"""Which sources there are: what the code ships, what the operator configured, and what is switched on."""

import difflib
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from crawler.mailbox import Mailbox
from crawler.registry import portals
from crawler.spider import PortalSpider
from domain.errors import ConfigurationError, NothingFoundError
from domain.sources import Portal, Source, Terms
from settings import Settings, SourceSettings

POLITE_DELAY = 1.0
"""Seconds between two requests to one host, unless the operator says otherwise."""


Platform = type[PortalSpider] | type[Mailbox]


def configured_sources(settings: Settings) -> dict[str, Source]:
    """Every source by name: portals that need no more than their default address, and ``[sources.*]`` tables.

    Raises ConfigurationError for a platform or key that nobody knows, or an address that is none.
    """
    spiders = _platforms()
    names = [name for name, spider in spiders.items() if spider.portal.base_url]
    names += [name for name in settings.sources if name not in names]
    return {name: _source(name, settings.sources.get(name, SourceSettings()), spiders) for name in names}


def _platforms() -> dict[str, Platform]:
    return {**portals(), Mailbox.name: Mailbox}


def set_aside(settings: Settings) -> tuple[Settings, dict[str, ConfigurationError]]:
    """The settings without the sources that are written wrongly, and what is wrong with each.

    For what runs on: one word too many about one source shall not take the pages from everybody. A portal that needs
    no table of its own is off as long as its table is wrong.
    """
    spiders, right, wrong = _platforms(), dict(settings.sources), dict[str, ConfigurationError]()
    for name, table in settings.sources.items():
        try:
            _source(name, table, spiders)
        except ConfigurationError as error:
            wrong[name] = error
            del right[name]
            if name in spiders and spiders[name].portal.base_url:
                right[name] = SourceSettings(enabled=False)
    return (settings.model_copy(update={"sources": right}) if wrong else settings), wrong


def find_source(settings: Settings, name: str) -> Source:
    """The source called ``name``. Raises NothingFoundError with the nearest names."""
    sources = configured_sources(settings)
    if name in sources:
        return sources[name]
    close = difflib.get_close_matches(name, sources, n=3)
    raise NothingFoundError(
        "no such source",
        which=name,
        why=f"did you mean {', '.join(close)}?" if close else f"known: {', '.join(sorted(sources))}",
        remedy="'jobbvakt sources list' shows them all",
    )


def require_contact(settings: Settings, source: Source) -> None:
    """A portal's operator must be able to reach ours. Raises ConfigurationError when no contact is set."""
    if settings.crawl.contact or source.allow_loopback or source.platform == Mailbox.name:
        return
    raise ConfigurationError(
        "no contact address is set",
        which=source.name,
        why="portals must be able to reach the person behind a crawler, so only loopback sources run without one",
        remedy="set [crawl] contact = \"you@example.org\" in jobbvakt.toml ('jobbvakt init' asks for it)",
    )


def require_terms(source: Source) -> None:
    """An opt-in source is asked only after its terms notice was accepted. Raises ConfigurationError with the notice."""
    if source.portal.terms is not Terms.OPT_IN or _is_accepted(source.terms_accepted_by, source.terms_accepted_at):
        return
    raise ConfigurationError(
        "the terms of this source have not been accepted",
        which=source.name,
        why=source.portal.terms_notice or source.portal.note,
        remedy=f"read them; if you may crawl it, say so with: jobbvakt sources enable {source.name}",
    )


def _source(name: str, table: SourceSettings, spiders: Mapping[str, Platform]) -> Source:
    platform = table.platform or name
    spider = spiders.get(platform)
    if spider is None:
        raise ConfigurationError(
            "unknown platform",
            which=f"sources.{name}.platform = {platform!r}",
            why=f"known: {', '.join(sorted(spiders))}",
            remedy=f'set platform in [sources.{name}], for example platform = "schema_org"',
        )
    portal = spider.portal
    return Source(
        name=name,
        platform=platform,
        portal=portal,
        base_url=_address(name, table.base_url or portal.base_url, spider),
        enabled=_is_on(portal, table),
        allow_loopback=table.allow_loopback,
        delay_seconds=_delay(table, portal),
        terms_accepted_by=table.terms_accepted_by,
        terms_accepted_at=table.terms_accepted_at,
        options=_options(name, spider, table.model_extra or {}),
    )


def _is_on(portal: Portal, table: SourceSettings) -> bool:
    """Opt-in portals are on only when somebody has accepted their terms, whatever the file says otherwise."""
    if portal.terms is Terms.OPT_IN:
        return bool(table.enabled) and _is_accepted(table.terms_accepted_by, table.terms_accepted_at)
    return portal.ships_on if table.enabled is None else table.enabled


def _is_accepted(who: str, when: datetime | None) -> bool:
    return bool(who.strip()) and when is not None


def _delay(table: SourceSettings, portal: Portal) -> float:
    if table.delay_seconds is not None:
        return table.delay_seconds
    return 0.0 if table.allow_loopback else max(POLITE_DELAY, portal.delay_seconds)


def _address(name: str, url: str, spider: Platform) -> str:
    parts = urlsplit(url)
    schemes = spider.schemes if issubclass(spider, Mailbox) else ("http", "https")
    if parts.scheme in schemes and parts.hostname:
        return url.rstrip("/")
    raise ConfigurationError(
        "not a web address",
        which=f"sources.{name}.base_url = {url!r}",
        why=f"it must begin with {' or '.join(f'{scheme}://' for scheme in schemes)} and name a host",
        remedy=f"set base_url in [sources.{name}]",
    )


def _options(name: str, spider: Platform, given: Mapping[str, Any]) -> dict[str, object]:
    for key, value in given.items():
        wanted = spider.options.get(key)
        if wanted is None:
            known = [*SourceSettings.model_fields, *spider.options]
            close = difflib.get_close_matches(key, known, n=1)
            raise ConfigurationError(
                "settings are wrong",
                which=f"sources.{name}",
                why=f"unknown key '{key}'" + (f"; did you mean '{close[0]}'?" if close else ""),
                remedy=f"keys here: {', '.join(known)}",
            )
        if not isinstance(value, wanted):
            raise ConfigurationError(
                "settings are wrong",
                which=f"sources.{name}.{key} = {value!r}",
                why=f"it should be a {wanted.__name__}",
                remedy=f"mend it in [sources.{name}]",
            )
    return dict(given)
