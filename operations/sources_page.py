"""The reference page of sources, written from what each portal declares: ``python -m operations.sources_page``."""

import sys
from collections.abc import Iterable, Mapping

from crawler.registry import portals
from crawler.spider import PortalSpider
from domain.sources import Evidence, Terms

_GROUPS = (
    (
        Terms.OFFICIAL,
        "Official interfaces",
        "Made for third parties. On from the start, unless the table says *when asked*.",
    ),
    (
        Terms.TENANT,
        "Employers on known platforms",
        "One table in `jobbvakt.toml` per employer; `jobbvakt sources add URL` writes it. Nothing is enumerated: "
        "you name the employer, and robots.txt is asked before the first page.",
    ),
    (
        Terms.OPT_IN,
        "Off until you say yes",
        "Their terms or their robots.txt stand against crawlers, or are not known. `jobbvakt sources enable NAME` "
        "prints the notice and records who accepted it and when. robots.txt and all limits stay in force afterwards. ",
    ),
)
_SHAPES = {
    Evidence.CAPTURED: "real answers",
    Evidence.DOCUMENTED: "documentation and notes",
    Evidence.ASSUMED: "assumption",
}
_HEAD = """\
# Sources

This page is written from the code. *Parser written after* tells how sure a shape is: real answers that others have
published, documentation and notes of people who saw real answers, or an assumption. No portal was asked while this was
built; `jobbvakt sources try URL` shows what a parser makes of a page today.
"""


def sources_page(spiders: Mapping[str, type[PortalSpider]] | None = None) -> str:
    """The page as Markdown, ending in a line break."""
    known = portals() if spiders is None else spiders
    parts = [_HEAD]
    for terms, title, text in _GROUPS:
        chosen = {name: spider for name, spider in known.items() if spider.portal.terms is terms}
        parts.append(f"## {title}\n\n{text}\n\n" + "\n".join(_table(chosen)) + "\n")
        parts += [_example(name, spider) for name, spider in chosen.items() if _settings(spider)]
    return "\n".join(parts)


def _table(spiders: Mapping[str, type[PortalSpider]]) -> Iterable[str]:
    yield "| name | what it is | country | parser written after | what to know |"
    yield "|---|---|---|---|---|"
    for name, spider in spiders.items():
        portal = spider.portal
        waits = "" if portal.ships_on or portal.terms is not Terms.OFFICIAL else " (on when asked)"
        cells = (f"`{name}`", portal.title + waits, portal.country or "any", _SHAPES[portal.evidence], portal.note)
        yield f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _settings(spider: type[PortalSpider]) -> str:
    """The example table in the docstring of the spider's module."""
    lines = (sys.modules[spider.__module__].__doc__ or "").splitlines()
    block = [line[4:] for line in lines if line.startswith("    ")]
    return "\n".join(block) if any(line.startswith("[sources.") for line in block) else ""


def _example(name: str, spider: type[PortalSpider]) -> str:
    return f"### {name}\n\n```toml\n{_settings(spider)}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(sources_page())
