"""What a child has and may do: no port, no program, no secret (RELIABILITY P11, rows 14 and 47)."""

import os
import time
from pathlib import Path

import pytest

from crawler.process import Child
from tests.support.crawling import crawl, crawl_started, job_for
from tests.support.fault_server import FaultServer, endless, page

LISTENING = "0A"
"""State of a listening socket in /proc/net/tcp."""


@pytest.mark.skipif(not Path("/proc/self/net/tcp").exists(), reason="sockets are looked up in Linux's /proc")
def test_a_child_has_no_listening_socket(tmp_path: Path) -> None:
    found: set[str] = set()
    with FaultServer({"/list": endless(lambda number: f"/list?page={number}")}) as server:
        child = Child.start(job_for(tmp_path, server.url("/list?page=0"), "next", delay_seconds=0.02))
        deadline = time.monotonic() + 20
        while len(server.paths()) < 20 and time.monotonic() < deadline:
            found |= _listening(child.pid)
            time.sleep(0.02)
        child.stop()
    assert len(server.paths()) >= 20
    assert not found


def test_a_child_starts_nothing_and_listens_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBBVAKT_DATABASE__URL", "postgresql://user:secret@db/jobbvakt")
    monkeypatch.setenv("JOBBVAKT_MAIL__PASSWORD", "secret")
    monkeypatch.setenv("PGPASSWORD", "secret")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("PYTHONSTARTUP", "/nowhere")
    with FaultServer({"/": page("x")}) as server:
        outcome = crawl_started(job_for(tmp_path, server.url(), "deeds"))
    assert outcome.ended is not None
    assert outcome.ended.listing_complete
    assert [message.partition(":")[0] for message in outcome.messages.splitlines()] == [
        "run",
        "system",
        "fork",
        "listen",
    ]
    environment = set(outcome.titles[0].split())
    assert environment <= {*os.environ, "PYTHONPATH", "PYTHONUTF8", "LC_CTYPE"}
    assert not {name for name in environment if "JOBBVAKT" in name or "PG" in name or "proxy" in name}


def test_requests_say_who_asks(tmp_path: Path) -> None:
    with FaultServer({"/": page("x", Set_Cookie="a=b"), "/2": page("y")}) as server:
        crawl(job_for(tmp_path, server.url(), paths=["/", "/2"], how={"headers": {"Accept": "application/json"}}))
    robots, first, second = server.arrivals
    assert robots.path == "/robots.txt"
    for arrival in server.arrivals:
        assert arrival.headers["user-agent"].startswith("Jobbvakt/")
        assert arrival.headers["user-agent"].endswith(" (+test@example.org)")
        assert arrival.headers["accept-encoding"] == "gzip, deflate, br, zstd"
        assert "cookie" not in arrival.headers
        assert "referer" not in arrival.headers
    assert first.headers["accept"] == second.headers["accept"] == "application/json"


def test_a_token_does_not_travel_to_another_address(tmp_path: Path) -> None:
    with FaultServer({"/a": page("x")}) as server:
        server.routes["/to-a"] = page("", 302, Location=server.url("/a", host="localhost"))
        how = {"headers": {"Authorization": "Bearer token"}}
        outcome = crawl(job_for(tmp_path, server.url(), paths=["/a", "/to-a"], how=how))
    assert len(outcome.ads) == 2
    sent = [
        (arrival.headers["host"].partition(":")[0], "authorization" in arrival.headers) for arrival in server.arrivals
    ]
    assert sent == [
        ("127.0.0.1", False),
        ("127.0.0.1", True),
        ("127.0.0.1", True),
        ("localhost", False),
        ("localhost", False),
    ]


def _listening(pid: int) -> set[str]:
    """Local addresses on which the process listens."""
    try:
        links = [str(item.readlink()) for item in Path(f"/proc/{pid}/fd").iterdir()]
        tables = [Path(f"/proc/{pid}/net/{name}").read_text() for name in ("tcp", "tcp6")]
    except (FileNotFoundError, ProcessLookupError):
        return set()
    ours = {link[8:-1] for link in links if link.startswith("socket:[")}
    rows = [row.split() for table in tables for row in table.splitlines()[1:]]
    return {row[1] for row in rows if row[3] == LISTENING and row[9] in ours}
