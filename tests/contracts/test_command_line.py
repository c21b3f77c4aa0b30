"""The command line's promises: what every command takes, and that what it prints with ``--json`` is JSON."""

import json
import tomllib
from pathlib import Path

import pytest
import typer

from cli import COMMANDS, build
from tests.support import warm

PROMISED = {"demo", "init", "doctor", "crawl", "sources", "runs", "import", "match", "search", "show", "openings"}
PROMISED |= {"profile", "alert", "digest", "deliver", "serve", "schedule", "work", "export", "evaluate", "db"}
PROMISED |= {"reparse", "forget", "config"}
"""Names that scripts out there rely on; more may be added."""


def commands():
    """Words of every command → its options."""
    found = {}
    for name in COMMANDS:
        walk((name,), typer.main.get_command(build([name])).commands[name], found)
    return found


def walk(words, command, found):
    for name, below in getattr(command, "commands", {}).items():
        walk((*words, name), below, found)
    if not hasattr(command, "commands"):
        found[words] = {name for parameter in command.params for name in parameter.opts}


def test_every_command_takes_json_a_settings_file_and_a_data_folder():
    lacking = {" ".join(words): {"--json", "--config", "--data-dir"} - options for words, options in commands().items()}
    assert {name: options for name, options in lacking.items() if options} == {}


def test_no_promised_command_is_gone():
    assert set(COMMANDS) >= PROMISED - {"reparse"}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A folder with a settings file, a profile and an alert."""
    folder = tmp_path_factory.mktemp("json")
    said(folder, "init", "--contact", "drift@example.org")
    said(folder, "profile", "add", "kari", "--has", "CCSM")
    said(folder, "alert", "add", "--email", "kari@example.org", "--profile", "kari", "--confirmed")
    return folder


def said(folder, *words):
    """What a command prints with --json."""
    where = ("--config", str(folder / "jobbvakt.toml"), "--data-dir", str(folder / "var"))
    done = warm.run(*words, *where, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        ("alert pause 1", "paused", True),
        ("alert resume 1", "paused", False),
        ("alert snooze 1 --until 2031-12-24", "silent_until", "2031-12-24"),
        ("db upgrade", "up_to_date", True),
        ("vocabulary check", "problems", []),
        ("profile show kari", "name", "kari"),
    ],
)
def test_what_was_done_is_told_as_json(home, words, key, value):
    assert said(home, *words.split())[key] == value


def test_what_is_removed_is_named(home):
    said(home, "profile", "add", "per", "--has", "ITIL")
    assert said(home, "profile", "remove", "per") == {"removed": "per"}
    said(home, "alert", "add", "--email", "per@example.org", "--min-score", "60", "--confirmed")
    assert said(home, "alert", "remove", "2") == {"removed": 2}


def test_a_backup_tells_its_file_and_can_be_put_back(home):
    copy = said(home, "db", "backup")["file"]
    assert said(home, "db", "restore", copy)["held"] == 0


def test_the_settings_file_that_is_told_is_there(tmp_path):
    told = said(tmp_path, "init", "--contact", "https://jobb.example/om")
    written = tomllib.loads(Path(told["file"]).read_text(encoding="utf-8"))
    assert written["crawl"]["contact"] == told["contact"] == "https://jobb.example/om"
