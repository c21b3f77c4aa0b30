"""``jobbvakt init``: write a commented jobbvakt.toml, asking for the one thing that has no default."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.common import AsJson, NoDataDir, answer
from domain.errors import ConfigurationError, UsageError
from settings import CONFIG_NAME, load_settings

TEMPLATE = """\
# Settings of Jobbvakt. Everything left out keeps its default; 'jobbvakt config show' prints what is in force.
# The environment goes before this file: JOBBVAKT_MAIL__PASSWORD=… sets [mail] password.

# Where store, outbox and backups live.
# data_dir = "var"

[crawl]
# Your e-mail address or web page. It goes into the User-Agent, so that a portal can reach the person behind the
# crawler. Without it only sources on this machine run.
contact = {contact}
# A run that takes longer is stopped and marked capped.
# max_minutes = 120
# requests_per_day = 20000      # to one host, over all runs

# Pages are kept as they came, so that better parsers can read stored ads again (jobbvakt reparse).
# [raw]
# keep = true
# megabytes = 2048
# days = 30                     # for pages that no stored ad needs; 30 at most

# NAV's public feed of job ads: official, free, on by default. It holds no ads that were published through FINN.
[sources.nav_feed]
enabled = true
# interval_minutes = 60

# Jobbnorge's public list: official, on by default. It carries teasers, not whole texts.
[sources.jobbnorge]
enabled = true

# An employer's own career site with schema.org JobPosting data. Copy this table, one for each employer.
# [sources.my_employer]
# platform = "schema_org"
# base_url = "https://careers.example.org"
# window = "22:00-06:00"        # the timer asks between these times only

# Without a host, digests are written to <data_dir>/outbox/ as .eml files.
# [mail]
# host = "smtp.example.org"
# port = 587
# username = "jobbvakt"
# sender = "Jobbvakt <jobbvakt@example.org>"
# Put the password in the environment: JOBBVAKT_MAIL__PASSWORD

# SQLite in the data folder, unless:
# [database]
# url = "postgresql+psycopg://jobbvakt@localhost/jobbvakt"

# [schedule]
# refresh_minutes = 60
"""


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(
    contact: Annotated[str | None, typer.Option(help="Your e-mail address or web page, for the User-Agent.")] = None,
    config: Annotated[Path, typer.Option("--config", metavar="FILE", help="Where to write it.")] = Path(CONFIG_NAME),
    data_dir: NoDataDir = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    as_json: AsJson = False,
) -> None:
    if config.exists() and not force:
        raise UsageError("a settings file is there already", which=str(config), remedy="edit it, or say --force")
    contact = contact if contact is not None else _ask()
    if contact and not _reachable(contact):
        raise UsageError(
            "that is no contact address", which=contact, remedy="give an e-mail address or an http(s) address"
        )
    _write(config, TEMPLATE.format(contact=_toml(contact)))
    load_settings(config)
    following = "jobbvakt doctor, then jobbvakt crawl nav_feed" if contact else "set [crawl] contact in it."
    answer(f"Wrote {config}.\nNext: {following}", {"file": config, "contact": contact or None}, as_json=as_json)


def _ask() -> str:
    if not sys.stdin.isatty():
        return ""
    question = "Contact address for portals (e-mail or web page; empty: fill in later)"
    answer: str = typer.prompt(question, default="", err=True)
    return answer.strip()


def _reachable(contact: str) -> bool:
    name, at, host = contact.partition("@")
    return contact.startswith(("http://", "https://")) or bool(name and at and "." in host and " " not in contact)


def _toml(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ConfigurationError("settings file cannot be written", which=str(path), why=str(error)) from error
