"""One crawl as a crawl child does it, with its limits and locks, its job on stdin: ``main([])``, see warm.py."""

import os
from collections.abc import Sequence

from crawler import child


def main(_: Sequence[str]) -> int:
    """The exit code of the child."""
    lifeline, _held = os.pipe()
    return child.main([str(lifeline)])
