"""A program in a process of its own, without waiting each time until it has loaded itself.

A mother process loads the program once and forks for every command: a command has its own memory, output, folder,
environment and exit code, as if it had been started by hand. What takes long before the first ad can be read is done
in the mother too, and a crawl is forked off the command that wants it. How the real starts go, and what they take, is
for the acceptance tests and those of the crawl child.

    run("sources", "list", "--json").stdout
"""

import atexit
import gc
import importlib
import json
import logging
import os
import pkgutil
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

from domain.clock import SystemClock

ROOT = Path(__file__).parents[2]
LOADED = {
    "cli": ("domain", "storage", "matcher", "alerts", "operations", "crawler", "cli"),
    "tests.support.many": ("domain", "crawler"),
    "tests.support.one": ("domain", "crawler"),
    "tests.integration.alerts.notify_child": ("domain", "storage", "alerts", "operations"),
}
"""Program (a module whose ``main`` takes the words) → packages that are loaded whole.

The reactor is for the child alone: it could not be forked.
"""
KILLED = -9


class Command:
    """A command under way."""

    def __init__(
        self,
        *words: str,
        env: Mapping[str, str] | None = None,
        now: str | None = None,
        program: str = "cli",
        given: str = "",
        folder: Path = ROOT,
        root: Path = ROOT,
    ) -> None:
        """``now``: ISO moment at which it begins, else the real one; ``given``: what it reads from its standard input.

        ``folder``: where it stands when it begins; ``root``: the checkout whose program it is.
        """
        self._words, self._open = words, ExitStack()
        self._files = [self._open.enter_context(made()) for made in [tempfile.TemporaryFile] * 3]
        self._files[0].write(given.encode("utf-8"))
        self._files[0].seek(0)
        self._line = self._open.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
        self._line.connect(_mother(program, root))
        socket.send_fds(self._line, [b"!"], [file.fileno() for file in self._files])
        order = {"words": words, "env": dict(os.environ if env is None else env), "now": now, "folder": str(folder)}
        self._line.sendall(json.dumps(order).encode() + b"\n")
        self._answers = self._open.enter_context(self._line.makefile("r", encoding="utf-8"))
        self.pid = int(self._answers.readline())

    def wait(self, seconds: float = 300) -> "subprocess.CompletedProcess[str]":
        """What it wrote and ended with. Raises TimeoutExpired, and it is killed, when it takes longer."""
        with self._open:
            self._line.settimeout(seconds)
            try:
                code = self._answers.readline()
            except TimeoutError:
                os.kill(self.pid, signal.SIGKILL)
                raise subprocess.TimeoutExpired(["jobbvakt", *self._words], seconds) from None
            texts = []
            for file in self._files[1:]:
                file.seek(0)
                texts.append(file.read().decode("utf-8"))
        return subprocess.CompletedProcess(["jobbvakt", *self._words], int(code or KILLED), *texts)


def run(*words: str, seconds: float = 300, **how: Any) -> "subprocess.CompletedProcess[str]":
    """What the command wrote and ended with. ``how``: as for Command."""
    return Command(*words, **how).wait(seconds)


@cache
def _mother(program: str, root: Path) -> str:
    """The address of this process's mother process for ``program`` in ``root``, which ends with it."""
    folder = tempfile.mkdtemp()
    address = f"{folder}/line"
    reading, _writing = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.warm", program, address, str(reading)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(root), *sys.path])},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        pass_fds=(reading,),
    )
    os.close(reading)
    assert process.stdout is not None
    if process.stdout.readline() != b"ready\n":
        raise RuntimeError("the program could not be loaded")
    atexit.register(_end, process, folder)
    return address


def _end(process: "subprocess.Popen[bytes]", folder: str) -> None:
    process.kill()
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)


def _serve(program: str, address: str, lifeline: int) -> None:
    """Fork for every line that is opened, until the process that holds the other end of ``lifeline`` is gone."""
    _load(program)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead need nobody to bury them
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(address)
    listener.listen()
    listener.settimeout(5)
    os.set_blocking(lifeline, False)
    os.write(1, b"ready\n")
    while _held(lifeline):
        with suppress(TimeoutError):
            line, _ = listener.accept()
            if os.fork() == 0:
                listener.close()
                os.close(lifeline)
                _obey(program, line)
            line.close()


def _held(lifeline: int) -> bool:
    try:
        return os.read(lifeline, 1) != b""
    except BlockingIOError:
        return True


def _load(program: str) -> None:
    importlib.import_module(program)
    for package in LOADED[program]:
        for module in pkgutil.walk_packages([str(ROOT / package)], f"{package}."):
            if ".migrations." not in module.name and not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    if program == "cli":
        _read_an_ad()
        process: Any = importlib.import_module("crawler.process")
        process.subprocess = _Forking
    gc.collect()
    gc.freeze()  # or each command would look through all of it for garbage


def _read_an_ad() -> None:
    """Load what the first ad that is read would wait for."""
    names = ("matcher.reader", "matcher.occupation", "domain.matching")
    reader, occupation, matching = map(importlib.import_module, names)
    ad = matching.AdText("Kundeservicesjef", "<p>Du leder.</p>")
    reader.Reader(occupation.load_occupation()).read(ad)


class _Forking:
    """What ``crawler.process`` takes for ``subprocess``: a crawl child is forked where it would have been started."""

    TimeoutExpired = subprocess.TimeoutExpired

    @staticmethod
    def Popen(command: Sequence[str], *, env: Mapping[str, str], **how: Any) -> "subprocess.Popen[bytes]":
        """As subprocess.Popen, but what is called just before the program would be started never comes back."""

        def crawl() -> None:
            (lifeline,) = how["pass_fds"]
            os.closerange(3, lifeline)
            os.closerange(lifeline + 1, os.sysconf("SC_OPEN_MAX"))
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_DFL)
            os.environ.clear()
            os.environ.update(env)
            sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
            logging.root.handlers.clear()
            _CLOCK.now = _REAL_NOW
            gc.enable()
            code = _code_of(partial(importlib.import_module("crawler.child").main, [str(lifeline)]))
            sys.stderr.flush()
            os._exit(code)

        return subprocess.Popen(command, env=env, **{"preexec_fn": crawl, **how})


_CLOCK: Any = SystemClock
_REAL_NOW = _CLOCK.now


def _obey(program: str, line: socket.socket) -> None:
    """Be one command. Never returns."""
    line.setblocking(True)
    _, descriptors, _, _ = socket.recv_fds(line, 1, 3)
    with line.makefile("r", encoding="utf-8") as orders:
        order = json.loads(orders.readline())
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    random.seed()
    os.environ.clear()
    os.environ.update(order["env"])
    os.chdir(order["folder"])
    line.sendall(f"{os.getpid()}\n".encode())
    if order["now"]:
        _CLOCK.now = _shifted(order["now"])
    code = _code_of(partial(importlib.import_module(program).main, order["words"]))
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    line.sendall(f"{code}\n".encode())
    os._exit(0)


def _code_of(program: Callable[[], object]) -> int:
    try:
        code = program()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - or the copy would go on as a second mother
        traceback.print_exc()
        return 1
    return code if isinstance(code, int) else int(code is not None)


def _shifted(now: str) -> Any:
    """``SystemClock.now`` of a machine whose clock shows ``now`` at this moment."""
    ahead = datetime.fromisoformat(now) - datetime.now(UTC)
    return lambda self: _REAL_NOW(self) + ahead


if __name__ == "__main__":
    _serve(sys.argv[1], sys.argv[2], int(sys.argv[3]))
