"""The program as its users meet it: the demo from first visit to second, in a folder of its own; first steps."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from tests.support import warm

pytestmark = [pytest.mark.acceptance, pytest.mark.slow]
PROGRAM = [sys.executable, "-c", "from cli import main; main()"]
ROOT = Path(__file__).parents[2]
DEMO = ("--data-dir", "var/demo")


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "160", "JOBBVAKT_WEB__PORT": "0"}


def _start(folder: Path, *words: str) -> str:
    """What it writes when it is started, as a person starts it."""
    done = subprocess.run(
        [*PROGRAM, *words], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=170, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _run(folder: Path, *words: str, expect: int = 0) -> "subprocess.CompletedProcess[str]":
    done = warm.run(*words, folder=folder, env=ENVIRONMENT)
    assert done.returncode == expect, done.stderr
    return done


def _json(folder: Path, *words: str) -> Any:
    return json.loads(_run(folder, *words, "--json").stdout)


def test_the_demo_crawls_matches_writes_a_digest_says_what_changed_and_serves_its_pages(
    tmp_path: Path,
) -> None:
    first = _start(tmp_path, "demo")
    assert first.count("complete") == 4
    assert "Digest for kari@demo.example" in first
    (written,) = (tmp_path / "var" / "demo" / "outbox").glob("*.eml")
    message = message_from_bytes(written.read_bytes(), policy=policy.default)
    assert message["List-Unsubscribe"].startswith("<mailto:")
    text = message.get_body(("plain",))
    assert text is not None
    assert "Søk senest" in text.get_content()

    cards = _json(tmp_path, "search", *DEMO, "--limit", "100")
    assert len(cards) >= 20
    assert all(any(part["has"] or part["not_stated"] for part in card["match"]["parts"]) for card in cards)
    assert any(len({listing["source"] for listing in card["sources"]}) > 1 for card in cards), (
        "one opening, two portals"
    )
    told = _run(tmp_path, "show", str(cards[0]["id"]), *DEMO).stdout
    assert "«" in told, "an opening is shown with quotes"
    facts = {fact["name"]: fact for fact in _json(tmp_path, "show", str(cards[0]["id"]), *DEMO)["facts"]}
    assert facts["deadline"]["source"] == "nav_feed", "a fact tells where it comes from"
    assert facts["experience"]["quote"], "and which words say so"

    second, known = _left_running(tmp_path)
    for word in ("new", "updated", "withdrawn"):
        assert f"  {word} " in second
    assert "No new digest" in second, "a date has one digest"
    assert {"nav_feed", "fjordnett"} <= known


def _left_running(folder: Path) -> tuple[str, set[str]]:
    """What the demo says until it has its pages, and the sources that they know; it stops when it is told to."""
    command, said = [*PROGRAM, "demo", "--serve"], ""
    environment = {**ENVIRONMENT, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as demo:
        try:
            assert demo.stdout is not None
            while not (line := demo.stdout.readline()).startswith("http://"):
                assert line, "it ended before it served its pages"
                said += line
            with urllib.request.urlopen(f"{line.strip()}api/v1/sources", timeout=20) as answer:
                known = {source["name"] for source in json.load(answer)["items"]}
        finally:
            demo.send_signal(signal.SIGTERM)
        assert demo.wait(timeout=30) == 0
    return said, known


def test_an_empty_store_answers_kindly(tmp_path: Path) -> None:
    assert "crawl" in _run(tmp_path, "search", expect=3).stdout
    assert "Add one" in _run(tmp_path, "alert", "list").stdout
    assert "No runs yet" in _run(tmp_path, "runs", "list").stdout


def test_a_wrong_key_in_the_settings_is_named_with_the_right_one(tmp_path: Path) -> None:
    (tmp_path / "jobbvakt.toml").write_text('[crawl]\ncontactt = "a@b.example"\n')
    told = _run(tmp_path, "sources", "list", expect=5).stderr
    assert "crawl.contactt" in told
    assert "contact" in told.replace("contactt", "")


def test_without_a_contact_no_foreign_portal_is_asked(tmp_path: Path) -> None:
    told = _run(tmp_path, "crawl", "nav_feed", expect=5).stderr
    assert "contact" in told


def test_init_writes_settings_that_can_be_read_and_never_over_old_ones(tmp_path: Path) -> None:
    _start(tmp_path, "init", "--contact", "drift@example.org")
    shown = json.loads(_run(tmp_path, "config", "show").stdout)
    assert shown["crawl"]["contact"] == "drift@example.org"
    _run(tmp_path, "init", "--contact", "other@example.org", expect=2)
    _run(tmp_path, "sources", "disable", "jobbnorge")
    listed = {source["name"]: source["enabled"] for source in _json(tmp_path, "sources", "list")}
    assert [name for name, enabled in listed.items() if enabled] == ["nav_feed"]


def test_a_data_folder_that_cannot_be_made_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "data folder" in _run(tmp_path, "search", "--data-dir", "file/below", expect=5).stderr


@pytest.mark.parametrize("words", [["--help"], ["crawl", "--help"], ["db", "--help"], ["alert", "add", "--help"]])
def test_help_answers(tmp_path: Path, words: list[str]) -> None:
    assert "Usage" in _start(tmp_path, *words)
