"""The long run: every target for its share of the time, one after another, each in a process of its own.

``python -m tests.fuzz [--minutes M] [--folder DIR] [TARGET …]`` prints a table and ends with 1 when there are findings.
The corpus stays in the folder, so that the next run begins where this one ended.
"""

import argparse
import hashlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.targets import REGRESSIONS, ROOT, TARGETS

LARGEST = 65_536
FIGURES = (
    r"stat::number_of_executed_units:\s+(\d+)",
    r" cov: (\d+)",
    r" corp: (\d+)",
    r"stat::slowest_unit_time_sec:\s+(\d+)",
)
GRACE = 120
"""Seconds that a child may take to start and to end."""


def main():
    options = arguments()
    names = options.targets or list(TARGETS)
    seconds = max(5, int(options.minutes * 60 / len(names)))
    say(f"{len(names)} targets, {seconds} s each, in {options.folder}")
    say(f"{'target':<18}{'executions':>12}{'branches':>10}{'corpus':>8}{'findings':>10}{'slowest':>9}  end")
    rows = [report(name, options.folder, seconds) for name in names]
    say(f"{'all':<18}{sum(row[0] for row in rows):>12,}{'':>10}{'':>8}{sum(row[1] for row in rows):>10}")
    sys.exit(1 if any(row[1] for row in rows) else 0)


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def arguments():
    parser = argparse.ArgumentParser(prog="tests.fuzz")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET", choices=[[], *TARGETS])
    return parser.parse_args()


def report(name, folder, seconds):
    """Run one target and print its line; (executions, findings)."""
    findings = folder / "findings"
    before = set(found(findings, name))
    log, code = run(name, folder, seconds)
    new = set(found(findings, name)) - before
    count, branches, corpus, slowest = (number(log, pattern) for pattern in FIGURES)
    ended = "" if code == 0 else f"ended with {code}"
    say(f"{name:<18}{count:>12,}{branches:>10,}{corpus:>8,}{len(new):>10}{slowest:>7} s  {ended}")
    for finding in sorted(new):
        say(f"    {finding}")
    return count, len(new) + (code != 0)


def run(name, folder, seconds):
    """(what libFuzzer said, exit code) of one child."""
    corpus, findings = folder / "corpus" / name, folder / "findings"
    for path in (corpus, findings):
        path.mkdir(parents=True, exist_ok=True)
    for seed in (*TARGETS[name].seeds, *(path.read_bytes() for path in REGRESSIONS.glob(f"{name}-*"))):
        (corpus / hashlib.sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed)
    command = [
        *(sys.executable, "-m", "tests.fuzz.harness", name, str(findings)),
        *(f"-max_total_time={seconds}", f"-max_len={LARGEST}", "-timeout=60", "-rss_limit_mb=2048"),
        *("-print_final_stats=1", f"-artifact_prefix={findings}/{name}-crash-", str(corpus)),
    ]
    log = folder / f"{name}.log"
    began = time.monotonic()
    with log.open("wb") as file:
        child = subprocess.Popen(command, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            code = child.wait(seconds + GRACE)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            child.kill()
            child.wait()
            if time.monotonic() - began < seconds:
                raise
            code = -9
    return log.read_text(encoding="utf-8", errors="replace"), code


def found(findings, name):
    return [path.name for path in findings.glob(f"{name}-*") if path.suffix != ".txt"] if findings.is_dir() else []


def number(log, pattern):
    """The last number that the pattern names; 0 for none."""
    matches = re.findall(pattern, log)
    return int(matches[-1]) if matches else 0


if __name__ == "__main__":
    os.nice(10)
    main()
