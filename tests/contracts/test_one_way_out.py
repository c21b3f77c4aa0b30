"""There is one door for outbound requests, one for mail, and one server for the demo; nothing else opens a socket."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("alerts", "cli", "crawler", "domain", "matcher", "operations", "storage", "web")
CLIENTS = ("aiohttp", "ftplib", "http.client", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket")
CLIENTS += ("urllib.request", "urllib3")
DOORS = {
    "crawler/policy/": {"socket", "http.client"},
    "crawler/mailbox.py": {"imaplib"},  # the operator's own mail, never a portal
    "alerts/channels/smtp.py": {"smtplib", "socket"},
    "operations/world/server.py": {"socket"},  # listens, never calls out
    "operations/doctor.py": {"smtplib"},  # greets the configured mail server, sends nothing
    "operations/crawl.py": {"socket"},  # the machine's own name, for the run's record
    "operations/mail.py": {"socket"},  # the same, for the outbox's lease
}


def clients(source):
    """HTTP, mail and socket modules that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {client for client in CLIENTS for name in names if name == client or name.startswith(f"{client}.")}


def allowed(name):
    return set().union(*(modules for door, modules in DOORS.items() if name.startswith(door)))


def test_only_the_doors_know_a_client_library():
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    files += [ROOT / "settings.py", ROOT / "scheduler.py"]
    found = {path.relative_to(ROOT).as_posix(): clients(path.read_text(encoding="utf-8")) for path in files}
    assert {name: used - allowed(name) for name, used in found.items() if used - allowed(name)} == {}


@pytest.mark.parametrize(
    "source",
    ["import requests", "from urllib.request import urlopen", "from urllib import request", "import http.client as c"],
)
def test_every_form_of_import_is_found(source):
    assert clients(source)


def test_parsing_a_url_is_no_request():
    assert clients("from urllib.parse import urlsplit\nfrom http import HTTPStatus") == set()
