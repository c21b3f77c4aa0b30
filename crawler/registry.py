"""Which spiders there are: discovered in the packages of portals and platforms, so that a new file is enough."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from types import ModuleType

from crawler.job import SPIDER_MODULES
from crawler.spider import PortalSpider
from domain.errors import ConfigurationError


def portals(modules: Iterable[str] = SPIDER_MODULES) -> dict[str, type[PortalSpider]]:
    """Every spider by name, sorted. ``modules``: names of modules or packages; one that does not exist is an error.

    Raises ConfigurationError when two spiders bear one name.
    """
    found: dict[str, type[PortalSpider]] = {}
    for module in _all_modules(modules):
        for spider in _spiders_of(module):
            if found.setdefault(spider.name, spider) is not spider:
                raise ConfigurationError(
                    "two spiders have the same name",
                    which=spider.name,
                    why=f"{found[spider.name].__module__} and {spider.__module__}",
                    remedy="rename one of them; the name is also its table in jobbvakt.toml",
                )
    return dict(sorted(found.items()))


def find_spider(name: str, modules: Iterable[str] = SPIDER_MODULES) -> type[PortalSpider]:
    """The spider called ``name``. Raises ConfigurationError naming those that exist."""
    spiders = portals(modules)
    if name in spiders:
        return spiders[name]
    raise ConfigurationError(
        "unknown platform",
        which=name,
        why=f"known: {', '.join(spiders) or 'none'}",
        remedy="set platform in the source's table to one of these",
    )


def _all_modules(names: Iterable[str]) -> Iterator[ModuleType]:
    for name in names:
        module = importlib.import_module(name)
        yield module
        for info in pkgutil.walk_packages(getattr(module, "__path__", ()), f"{name}."):
            yield importlib.import_module(info.name)


def _spiders_of(module: ModuleType) -> Iterator[type[PortalSpider]]:
    """Spiders written in this module; a parent without a name or a Portal is no source by itself."""
    for value in vars(module).values():
        if (
            isinstance(value, type)
            and issubclass(value, PortalSpider)
            and value.__module__ == module.__name__
            and isinstance(vars(value).get("name"), str)
            and hasattr(value, "portal")
        ):
            yield value
