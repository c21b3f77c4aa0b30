"""Work done in a fresh process: a server beside what is measured, or what is measured itself where memory counts."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def child(work: Callable[..., object], *given: object, within: float | None = None) -> Iterator[Any]:
    """Gives what ``work(*given, told)`` first sends through ``told``, a connection; the process ends with the block.

    ``work`` is found by its name in its module. Raises EOFError when the process ends without a word, and
    TimeoutError when it has said nothing ``within`` so many seconds.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(*given, theirs), daemon=True)
    process.start()
    theirs.close()  # so that its end is seen when the process ends without a word
    try:
        if within is not None and not ours.poll(within):
            raise TimeoutError(f"{work.__name__} said nothing for {within:g} seconds")
        yield ours.recv()
    finally:
        process.terminate()
        process.join()
