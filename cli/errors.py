"""How an error reaches the person: what, which, why, and what to do."""

import json
import os
import sys
import traceback

from domain.errors import JobbvaktError


def report(error: Exception, *, as_json: bool) -> int:
    """Write ``error`` to stderr and return the exit code. Only what we did not foresee shows a traceback."""
    if not isinstance(error, JobbvaktError):
        return _unforeseen(error, as_json=as_json)
    if as_json:
        sys.stderr.write(json.dumps(error.as_dict(), ensure_ascii=False) + "\n")
    else:
        sys.stderr.write(f"jobbvakt: {error}\n")
        if error.remedy:
            sys.stderr.write(f"  → {error.remedy}\n")
    return error.exit_code


def _unforeseen(error: Exception, *, as_json: bool) -> int:
    if as_json:
        sys.stderr.write(json.dumps({"error": "unexpected", "why": f"{type(error).__name__}: {error}"}) + "\n")
    elif os.environ.get("JOBBVAKT_TRACEBACK"):
        traceback.print_exception(error)
    else:
        sys.stderr.write(
            f"jobbvakt: unexpected error: {type(error).__name__}: {error}\n"
            "  → this is a fault of ours: run again with JOBBVAKT_TRACEBACK=1 and report what it prints\n"
        )
    return 1
