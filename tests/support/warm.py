"""A program in a process of its own, without waiting each time until it has loaded itself.

A mother process loads the program once and forks for every command: a command has its own memory, output, folder,
environment and exit code, as if it had been started by hand. How long the real start takes is for the acceptance tests.
The programs are ``jobbvakt`` (``cli``) and the crawls of the test spiders (``tests.support.many``).

    run("sources", "list", "--json").stdout
"""

import atexit
import importlib
import json
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
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LOADED = {
    "cli": ("domain", "storage", "matcher", "alerts", "operations", "cli"),
    "tests.support.many": ("domain", "crawler"),
}
"""Program → packages that are loaded whole. The reactor is for the child alone: it could not be forked."""
KILLED = -9


def run(
    *words: str,
    env: Mapping[str, str] | None = None,
    now: str | None = None,
    seconds: float = 300,
    program: str = "cli",
    given: str = "",
) -> "subprocess.CompletedProcess[str]":
    """What the command wrote and ended with. ``now``: ISO moment at which it begins, else the real one.

    ``program``: the module whose ``main`` takes the words; ``given``: what it reads from its standard input.
    Raises TimeoutExpired, and the command is killed, when it takes longer than ``seconds``.
    """
    order = {"words": words, "env": dict(os.environ if env is None else env), "now": now}
    with (
        tempfile.TemporaryFile() as given_file,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as errors,
        socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line,
    ):
        given_file.write(given.encode("utf-8"))
        given_file.seek(0)
        line.settimeout(seconds)
        line.connect(_mother(program))
        socket.send_fds(line, [b"!"], [given_file.fileno(), out.fileno(), errors.fileno()])
        answers = line.makefile("r", encoding="utf-8")
        line.sendall(json.dumps(order).encode() + b"\n")
        pid = int(answers.readline())
        try:
            code = answers.readline()
        except TimeoutError:
            os.kill(pid, signal.SIGKILL)
            raise subprocess.TimeoutExpired(["jobbvakt", *words], seconds) from None
        texts = []
        for file in (out, errors):
            file.seek(0)
            texts.append(file.read().decode("utf-8"))
    return subprocess.CompletedProcess(["jobbvakt", *words], int(code or KILLED), *texts)


@cache
def _mother(program: str) -> str:
    """The address of this process's mother process for ``program``, which ends with it."""
    folder = tempfile.mkdtemp()
    address = f"{folder}/line"
    reading, _writing = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.warm", program, address, str(reading)],
        cwd=ROOT,
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
    line.sendall(f"{os.getpid()}\n".encode())
    code = _main(program, order)
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    line.sendall(f"{code}\n".encode())
    os._exit(0)


def _main(program: str, order: dict[str, Any]) -> int:
    clock, module = importlib.import_module("domain.clock"), importlib.import_module(program)
    if order["now"]:
        clock.SystemClock.now = _shifted(clock.SystemClock.now, order["now"])
    try:
        module.main(order["words"])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - or the copy would go on as a second mother
        traceback.print_exc()
        return 1
    return 0


def _shifted(real: Any, now: str) -> Any:
    """``SystemClock.now`` of a machine whose clock shows ``now`` at this moment."""
    ahead = datetime.fromisoformat(now) - datetime.now(UTC)
    return lambda self: real(self) + ahead


if __name__ == "__main__":
    _serve(sys.argv[1], sys.argv[2], int(sys.argv[3]))
