"""How much memory this process has held."""

import re
import resource
import sys
from pathlib import Path


def peak_memory() -> int:
    """Bytes at the most since the program was started.

    Linux counts what our parent held before that into ``ru_maxrss``, so ask /proc where it is there.
    """
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text()) if status.exists() else None
    if found:
        return int(found.group(1)) * 1024
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held * (1 if sys.platform == "darwin" else 1024)  # bytes there, kibibytes elsewhere
