"""Start, watch and stop a crawl child. Nothing here knows what is crawled, or touches storage.

The child gets its job on stdin and a *lifeline*: the reading end of a pipe that only we hold open. When we die, by
whatever signal, the kernel closes our end and the child ends itself. PR_SET_PDEATHSIG is not used on purpose: it
fires when the *thread* that started the child ends, and a web or scheduler thread may well end before its crawl.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Self

from crawler.job import CrawlJob
from crawler.policy.limits import Limits
from domain.errors import JobbvaktError

__all__ = ["Child", "CrawlJob", "Limits"]

KEPT_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR")
"""All that a child inherits: no password, no JOBBVAKT_ setting, no proxy."""
GRACE_SECONDS = 8.0
"""Between asking a child to stop and killing it."""
TAIL_BYTES = 4096
_ROOT = Path(__file__).parents[1]


class Child:
    """A crawl under way, or just ended."""

    def __init__(self, process: "subprocess.Popen[bytes]", lifeline: int, spool: Path) -> None:
        self._process, self._lifeline, self._spool = process, lifeline, spool
        self._started = time.time()
        self._tail = ""

    @classmethod
    def start(cls, job: CrawlJob) -> Self:
        """Start a process for ``job``. Its log lies beside the spool, ending in .log.

        Raises JobbvaktError when the spool's folder cannot be written to, or no process can be started.
        """
        spool = Path(job.spool).resolve()  # it works in a folder of its own
        job = replace(job, spool=str(spool), raw=_resolved(job.raw), reread=_resolved(job.reread))
        ours, theirs = _lifeline()
        try:
            with tempfile.TemporaryFile() as stdin, _log_of(spool).open("ab") as log:
                stdin.write(job.to_json().encode("utf-8", "backslashreplace"))
                stdin.seek(0)
                process = subprocess.Popen(  # noqa: S603  a fixed command: this interpreter, our module
                    [sys.executable, "-P", "-X", "faulthandler", "-m", "crawler.child", str(theirs)],
                    stdin=stdin,
                    stdout=log,
                    stderr=log,
                    cwd=spool.parent,
                    env=_environment(),
                    pass_fds=(theirs,),
                    start_new_session=True,
                )
        except OSError as error:
            os.close(ours)
            raise JobbvaktError(
                "the crawl cannot be started",
                which=str(spool.parent),
                why=error.strerror or str(error),
                remedy="that folder must exist and be writable; look at the disk and at the limit of processes",
            ) from error
        finally:
            os.close(theirs)
        return cls(process, ours, spool)

    @property
    def pid(self) -> int:
        """Process id; also the id of its process group."""
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """What it ended with, negative for a signal; None while it runs."""
        return self._process.returncode

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        return self._process.poll()

    def wait(self, seconds: float) -> int | None:
        """The exit code, waiting up to ``seconds`` for it."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return self._process.returncode

    def silent_seconds(self) -> float:
        """How long ago the child gave its last sign of life (its event loop turned)."""
        try:
            last = heartbeat_of(self._spool).stat().st_mtime
        except FileNotFoundError:
            last = self._started
        return max(0.0, time.time() - last)

    def stop(self, grace_seconds: float = GRACE_SECONDS) -> int:
        """Ask it to stop, then kill it with its whole group. Returns the exit code; harmless when it has ended."""
        if self.poll() is None:
            self._signal(signal.SIGTERM)
            self.wait(grace_seconds)
        self._signal(signal.SIGKILL)
        code = self._process.wait()
        self._clean_up()
        return code

    def error_tail(self) -> str:
        """The end of what it wrote to its log, for error messages."""
        with suppress(FileNotFoundError), _log_of(self._spool).open("rb") as log:
            size = log.seek(0, os.SEEK_END)
            log.seek(max(0, size - TAIL_BYTES))
            self._tail = log.read(TAIL_BYTES).decode("utf-8", "replace").strip()
        return self._tail

    def _signal(self, number: signal.Signals) -> None:
        # Once the child is reaped its number may belong to somebody else.
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, number)

    def _clean_up(self) -> None:
        if self._lifeline >= 0:
            os.close(self._lifeline)
            self._lifeline = -1
        heartbeat_of(self._spool).unlink(missing_ok=True)
        if not self.error_tail():
            _log_of(self._spool).unlink(missing_ok=True)


def heartbeat_of(spool: Path) -> Path:
    """The file whose time of change is the child's last sign of life."""
    return spool.with_name(spool.name + ".alive")


def _resolved(path: str) -> str:
    return str(Path(path).resolve()) if path else ""


def _log_of(spool: Path) -> Path:
    return spool.with_name(spool.name + ".log")


def _lifeline() -> tuple[int, int]:
    theirs, ours = os.pipe()  # not inheritable: no other child of ours can keep our end open
    return ours, theirs


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
    return {**kept, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"}
