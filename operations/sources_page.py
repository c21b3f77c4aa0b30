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
        "prints the notice and records who accepted it and when. robots.txt and all limits stay in force afterwards. "
        "What you bring yourself (below) needs no opt-in.",
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
built; `jobbvakt sources try URL` shows what a parser makes of a page today. A source that is not here costs one file
and one folder of fixtures: [a new portal](../new-portal.md).
"""
_OWN = """\
## What you bring yourself

Your own alert e-mails and saved pages are read without asking the portal anything: every link is reduced to the
portal's id of the ad, and the ad's public address is made from it. Such ads belong to their portal (`finn`,
`linkedin`, `indeed` …); the run that brought them is called `import`, or bears the mailbox's name. A mail's few words
never take the place of a text that is stored, and an ad without a deadline is closed when nothing has named it for 42
days.

| file | what is read |
|---|---|
| `.html`, `.mhtml` | a saved page: FINN, LinkedIn, Indeed, arbeidsplassen.no, or any that holds a readable ad |
| `.eml`, `.emlx` | a job-alert mail of FINN, LinkedIn or Indeed, or one forwarded: one mail in, several ads out |
| `.mbox` | many mails, as mail programs export them |
| `.jsonl` | postings, one JSON object a line: `url` and `title`, and what else there is |
| a folder, `.zip` | all of these in it; the folder of pictures beside a saved page is left alone |

```sh
jobbvakt import alert.eml saved/
jobbvakt import postings.jsonl --source my_list
```

### mailbox

A folder of your own mailbox, read over IMAP with every crawl. It is opened for reading only; no mail is changed, marked
or deleted. Let a rule of your mail program put the alerts into a folder of their own. The password belongs in the
environment: `JOBBVAKT_SOURCES__MY_ALERTS__PASSWORD`.

```toml
[sources.my_alerts]
platform = "mailbox"
base_url = "imaps://imap.example.org/Job alerts"
username = "kari@example.org"
# days = 60                                        how far back the first look goes
```
"""


def sources_page(spiders: Mapping[str, type[PortalSpider]] | None = None) -> str:
    """The page as Markdown, ending in a line break."""
    known = portals() if spiders is None else spiders
    parts = [_HEAD]
    for terms, title, text in _GROUPS:
        chosen = {name: spider for name, spider in known.items() if spider.portal.terms is terms}
        parts.append(f"## {title}\n\n{text}\n\n" + "\n".join(_table(chosen)) + "\n")
        parts += [_example(name, spider) for name, spider in chosen.items() if _settings(spider)]
    return "\n".join([*parts, _OWN])


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
