"""``jobbvakt serve`` as its operator starts it: answers, stops at SIGTERM, leaves nothing behind; accounts, files."""

import json
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.support import warm

JOBBVAKT = Path(sys.executable).with_name("jobbvakt")
pytestmark = pytest.mark.acceptance


def run(folder, *words, given=""):
    return warm.run(*words, "--data-dir", str(folder), given=given, folder=folder)


def test_pages_answer_until_the_server_is_told_to_stop(tmp_path):
    server = subprocess.Popen(
        [JOBBVAKT, "serve", "--port", "0", "--data-dir", tmp_path], stdout=subprocess.PIPE, text=True, cwd=tmp_path
    )
    try:
        address = server.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{address}healthz", timeout=10) as answer:
            assert answer.status == 200
        with urllib.request.urlopen(address, timeout=10) as answer:
            assert "default-src 'none'" in answer.headers["content-security-policy"]
    finally:
        server.send_signal(signal.SIGTERM)
        code = server.wait(timeout=20)
        server.stdout.close()
    assert code == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".pid") == []
    assert (tmp_path / "web.secret").stat().st_mode & 0o077 == 0


def test_an_account_is_added_listed_and_removed(tmp_path):
    added = run(
        tmp_path,
        "account",
        "add",
        "kari@eksempel.no",
        "--role",
        "operator",
        "--password-stdin",
        given="riktig hest batteri\n",
    )
    assert added.returncode == 0, added.stderr
    short = run(tmp_path, "account", "add", "ola@eksempel.no", "--password-stdin", given="kort\n")
    assert (short.returncode, "too short" in short.stderr) == (2, True)
    assert json.loads(run(tmp_path, "account", "list", "--json").stdout)[0]["role"] == "operator"
    assert run(tmp_path, "account", "remove", "kari@eksempel.no").returncode == 0
    assert run(tmp_path, "account", "remove", "kari@eksempel.no").returncode == 3


def test_an_empty_store_exports_an_empty_file(tmp_path):
    done = run(tmp_path, "export", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    wrong = run(tmp_path, "export", "--filter", "county")
    assert (wrong.returncode, "name and a value" in wrong.stderr) == (2, True)
    nothing = run(tmp_path, "search", "sjef", "--filter", "published=7")
    assert nothing.returncode == 3
