"""One target under atheris: ``python -m tests.fuzz.harness TARGET FOLDER [libFuzzer options]``.

A finding does not end the run: it is written into FOLDER, once for each place where it was raised, and the run goes on.
Started by ``python -m tests.fuzz``.
"""

import random
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["crawler", "domain", "matcher"]):
    from tests.fuzz import targets
    from tests.fuzz.mutations import mutate

SLOW = 6.0
"""Seconds of CPU for one input: counting branches makes a parser about three times as slow, so this is 2 s without."""


class TooSlow(Exception):
    """An input took longer than any input may."""


def one_input(target, findings):
    """What atheris calls: reads ``data``, and notes what should not have been raised."""

    def run(data):
        began = time.process_time()
        try:
            target.read(data)
            if time.process_time() - began > SLOW:
                raise TooSlow(f"{time.process_time() - began:.1f} s of CPU")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            note(findings, target.name, data, error)

    return run


def note(findings, name, data, error):
    """Keep the first input that raises this kind of error at this place."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if str(targets.ROOT) in frame.filename]
    place = f"{Path(frames[-1].filename).stem}-{frames[-1].lineno}" if frames else "nowhere"
    file = findings / f"{name}-{type(error).__name__}-{place}.bin"
    if not file.exists():
        file.write_bytes(data)
        told = "".join(traceback.format_exception(error, limit=-12))
        file.with_suffix(".txt").write_text(told, encoding="utf-8", errors="backslashreplace")


def mutator(target):
    """Half of the inputs are damaged by what they mean, half by libFuzzer's own means."""

    def custom(data, max_size, seed):
        chance = random.Random(seed)
        if not data or chance.random() < 0.4:
            return atheris.Mutate(data, max_size)
        kind = targets.kind_of(data) if target.kind == "any" else target.kind
        return mutate(data, kind, chance)[:max_size]

    return custom


def main():
    name, folder, *options = sys.argv[1:]
    target = targets.TARGETS[name]
    atheris.Setup([sys.argv[0], *options], one_input(target, Path(folder)), custom_mutator=mutator(target))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
