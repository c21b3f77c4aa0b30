"""Only ``domain/clock.py`` asks the machine what time it is; everything else is handed a clock or a moment."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("alerts", "cli", "crawler", "domain", "matcher", "operations", "storage", "web")
CLOCK = ROOT / "domain" / "clock.py"
FILE_TIMES = {"crawler/process.py"}
"""The age of a heartbeat file can only be told by the clock that stamped it: the machine's."""
ASKING = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime"},
}


def questions(source):
    """Lines that ask for the time of day. Durations (``time.monotonic``) are no such question."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and node.attr in ASKING.get(last_name(node.value), ())
    ] + [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module == "time" and {a.name for a in node.names} & ASKING["time"]
    ]


def last_name(node):
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def test_nobody_but_the_clock_asks_for_the_time():
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    files += [ROOT / "settings.py", ROOT / "scheduler.py"]
    found = {
        f"{path.relative_to(ROOT)}:{line}"
        for path in files
        if path != CLOCK and path.relative_to(ROOT).as_posix() not in FILE_TIMES
        for line in questions(path.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_the_clock_does_ask():
    assert questions(CLOCK.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        "datetime.now(UTC)",
        "datetime.datetime.utcnow()",
        "dt.date.today()",
        "time.time()",
        "default=datetime.now",
        "from time import time",
    ],
)
def test_every_way_of_asking_is_found(source):
    assert questions(source if source.startswith(("from", "default")) else f"x = {source}")


def test_measuring_a_duration_is_allowed():
    assert questions("import time\nx = time.monotonic() - time.perf_counter()") == []
