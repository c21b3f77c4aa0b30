"""A child can be stopped, killed or orphaned at any moment: it is gone, and its spool can be read."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.job import CrawlJob
from crawler.process import Child
from crawler.raw_pages import every_page
from crawler.spool import read_from
from domain.observations import Ended, Seen
from tests.support.crawling import ROOT, job_for
from tests.support.fault_server import FaultServer, endless, page

PARENT = """
import signal, sys, time
from crawler.job import job_from_json
from crawler.process import Child
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts its background jobs deaf to it
child = Child.start(job_from_json(sys.stdin.read()))
print(child.pid, flush=True)
time.sleep(600)
"""


def _until(true: Callable[[], object], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.02)
    return False


def _endless_job(folder: Path, server: FaultServer) -> CrawlJob:
    return job_for(folder, server.url("/list?page=0"), "next", delay_seconds=0.01)


@pytest.fixture
def trap() -> FaultServer:
    """Pages without end."""
    with FaultServer({"/list": endless(lambda number: f"/list?page={number}")}) as server:
        yield server


def test_a_child_asked_to_stop_says_its_last_word(tmp_path: Path, trap: FaultServer) -> None:
    job = _endless_job(tmp_path, trap)
    child = Child.start(job)
    assert _until(lambda: len(trap.paths()) > 5)
    assert child.stop() == 0  # not killed: it ended in time
    last = read_from(job.spool, 0, 1_000_000)[0][-1]
    assert isinstance(last, Ended)
    assert (last.finish_reason, last.listing_complete) == ("shutdown", False)
    assert child.stop() == 0  # harmless the second time


def test_a_child_that_hangs_is_killed(tmp_path: Path) -> None:
    with FaultServer({"/": page("x")}) as server:
        job = job_for(tmp_path, server.url(), "broken", how="hang")
        child = Child.start(job)
        assert _until(server.paths)
        assert _until(lambda: child.silent_seconds() > 1)
        assert child.stop(grace_seconds=0.5) == -signal.SIGKILL
    assert not any(isinstance(item, Ended) for item in read_from(job.spool, 0, 1000)[0])


def test_a_folder_is_meant_from_where_the_parent_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spool").mkdir()
    with FaultServer({"/": page("x")}) as server:
        job = replace(job_for(tmp_path, server.url(), "pages"), spool="spool/1.jsonl", raw="raw")
        child = Child.start(job)
        assert child.wait(60) == 0
        child.stop()
    assert [kept.source for kept in every_page(tmp_path / "raw")] == [job.source.name]


def test_a_living_child_gives_signs_of_life(tmp_path: Path, trap: FaultServer) -> None:
    child = Child.start(_endless_job(tmp_path, trap))
    assert _until(lambda: len(trap.paths()) > 5)
    silences = []
    for _ in range(10):
        time.sleep(0.1)
        silences.append(child.silent_seconds())
    child.stop()
    assert min(silences) < 2  # a heartbeat every 0.2 seconds, but the machine may be busy


def test_killed_at_any_moment_it_leaves_a_spool_that_can_be_read(tmp_path: Path, trap: FaultServer) -> None:
    chance = random.Random(2026)
    seen = []
    for _ in range(8):
        trap.arrivals.clear()
        pages = chance.randrange(25)
        job = _endless_job(tmp_path, trap)
        child = Child.start(job)
        assert _until(lambda pages=pages: len(trap.paths()) >= pages)
        time.sleep(chance.uniform(0, 0.05))
        os.kill(child.pid, signal.SIGKILL)
        assert child.wait(60) == -signal.SIGKILL
        observations, _, bad = read_from(job.spool, 0, 1_000_000)
        child.stop()
        assert bad == 0
        assert not any(isinstance(item, Ended) for item in observations)
        ads = [item.draft.source_ref for item in observations if isinstance(item, Seen)]
        assert ads == [trap.url(f"/list?page={number}") for number in range(len(ads))]
        seen.append(len(ads))
    assert max(seen) > 0


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_child_ends_when_its_parent_dies(tmp_path: Path, trap: FaultServer, number: signal.Signals) -> None:
    job = _endless_job(tmp_path, trap)
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert parent.stdin is not None
    assert parent.stdout is not None
    with parent.stdin, parent.stdout:
        parent.stdin.write(job.to_json())
        parent.stdin.close()
        child = int(parent.stdout.readline())
        assert _until(lambda: len(trap.paths()) > 3)
        parent.send_signal(number)
        parent.wait(60)
        assert _until(lambda: not _alive(child))
    assert not any(isinstance(item, Ended) for item in read_from(job.spool, 0, 1_000_000)[0])


def test_a_child_caught_in_a_computation_ends_with_its_parent_too(tmp_path: Path) -> None:
    with FaultServer({"/": page("x")}) as server:
        job = job_for(tmp_path, server.url(), "broken", how="hang")
        parent = subprocess.Popen(
            [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert parent.stdin is not None
        assert parent.stdout is not None
        with parent.stdin, parent.stdout:
            parent.stdin.write(job.to_json())
            parent.stdin.close()
            child = int(parent.stdout.readline())
            assert _until(server.paths)
            parent.kill()
            parent.wait(60)
            assert _until(lambda: not _alive(child))


def test_a_thread_that_started_a_child_may_end_before_it(tmp_path: Path, trap: FaultServer) -> None:
    script = PARENT.replace(
        "child = Child", "import threading\nmade = []\njob = job_from_json(sys.stdin.read())\n"
    ).split("job = job_from_json(sys.stdin.read())\n")[0]
    script += (
        "job = job_from_json(sys.stdin.read())\n"
        "thread = threading.Thread(target=lambda: made.append(Child.start(job)))\n"
        "thread.start(); thread.join()\n"
        "print(made[0].pid, flush=True)\n"
        "time.sleep(2)\n"
        "print(made[0].poll(), flush=True)\n"
        "made[0].stop()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=_endless_job(tmp_path, trap).to_json(),
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        check=True,
    )
    assert done.stdout.split()[1] == "None"


def test_nothing_is_left_behind_but_the_spool_and_the_page(tmp_path: Path) -> None:
    with FaultServer({"/": page("x")}) as server:
        job = job_for(tmp_path, server.url())
        child = Child.start(job)
        assert child.wait(30) == 0
        child.stop()
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(path.suffix or path.name for path in left) == [".jsonl", ".pack", "index"]
    assert child.error_tail() == ""


def test_what_a_dying_child_wrote_to_stderr_is_kept_up_to_its_end(tmp_path: Path) -> None:
    with FaultServer({"/": page("x")}) as server:
        job = job_for(tmp_path, server.url(), "broken", how="crash")
        child = Child.start(job)
        child.wait(30)
        child.stop()
    assert "ZeroDivisionError: no spider is perfect" in child.error_tail()
    assert len(child.error_tail()) <= 4096


def _alive(pid: int) -> bool:
    """Is there such a process, and not just its memory? In a container nobody may reap an orphan."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
