"""There is one door for outbound requests, one for mail, and one server for the demo; nothing else opens a socket."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("alerts", "cli", "crawler", "domain", "matcher", "operations", "storage", "web")
CLIENTS = ("aiohttp", "ftplib", "http.client", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket")
CLIENTS += (
    "apprise",
    "urllib.request",
    "urllib3",
    "asyncssh",
    "http.server",
    "nntplib",
    "paramiko",
    "pycurl",
    "scrapy",
    "socketserver",
)
CLIENTS += ("telnetlib", "twisted", "websockets", "xmlrpc", "_socket", "ctypes")
CALLS = frozenset(
    {
        "__import__",
        "create_connection",
        "create_datagram_endpoint",
        "create_unix_connection",
        "eval",
        "exec",
        "getaddrinfo",
        "import_module",
        "open_connection",
        "open_unix_connection",
        "sock_connect",
        "urlopen",
        "urlretrieve",
    }
)
"""Ways to reach out, or to load something that does, which need no import of their own."""
CALLERS = {
    "cli/__init__.py": {"import_module"},  # a command's module is loaded when it is asked for
    "cli/sources.py": {"import_module"},  # one of its verbs needs what the others do not
    "crawler/registry.py": {"import_module"},  # spiders are found in our own packages
    "matcher/signs.py": {"import_module"},  # the interpreter's own reader of patterns, which mypy has no types for
    "storage/engine.py": {"import_module"},  # migrations are loaded when they are needed
}
DOORS = {
    "crawler/policy/": {"socket", "http.client", "scrapy", "twisted"},
    "crawler/": {"scrapy"},  # whose every request passes the policy's handler
    "crawler/mailbox.py": {"imaplib"},  # the operator's own mail, never a portal
    "alerts/channels/smtp.py": {"smtplib", "socket"},
    # A process of its own, in which the interpreter asks the guard before every connection.
    "alerts/channels/chat_child.py": {"apprise", "requests"},
    "operations/world/server.py": {"socket", "http.server"},  # listens, never calls out
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


def calls(source):
    """Names of ``CALLS`` that a file uses, bare or as an attribute."""
    nodes = list(ast.walk(ast.parse(source)))
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    used |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    used |= {alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}
    return used & CALLS


def modules():
    """Path from the root → text of every module of the product."""
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    files += [ROOT / "settings.py", ROOT / "scheduler.py"]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}


def allowed(name):
    return set().union(*(modules for door, modules in DOORS.items() if name.startswith(door)))


def test_only_the_doors_know_a_client_library():
    found = {name: clients(source) for name, source in modules().items()}
    assert {name: used - allowed(name) for name, used in found.items() if used - allowed(name)} == {}


def test_nothing_is_reached_or_loaded_behind_the_imports_back():
    found = {name: calls(source) - CALLERS.get(name, set()) for name, source in modules().items()}
    assert {name: used for name, used in found.items() if used} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import importlib\nimportlib.import_module('requests')",
        "from importlib import import_module as load\nload('requests')",
        "__import__('requests')",
        "import asyncio\nasyncio.open_connection('a', 80)",
        "loop.create_connection(None, 'a', 80)",
        "exec('import requests')",
    ],
)
def test_a_way_around_the_imports_is_found(source):
    assert calls(source)


@pytest.mark.parametrize(
    "source",
    ["import requests", "from urllib.request import urlopen", "from urllib import request", "import http.client as c"],
)
def test_every_form_of_import_is_found(source):
    assert clients(source)


def test_parsing_a_url_is_no_request():
    assert clients("from urllib.parse import urlsplit\nfrom http import HTTPStatus") == set()
