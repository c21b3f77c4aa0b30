"""``make fuzz-api``: the API in the hands of Schemathesis, as every kind of caller, over HTTP on loopback.

The store is invented and thrown away. What reaches out (crawls, trying an address) is refused by the settings, since
no contact is set. Two verbs are left out, as they would end the caller itself: erasing the account, revoking the key.
"""

import argparse
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import uvicorn

from domain.accounts import Role, Scope
from domain.clock import FixedClock
from operations.accounts import add_account
from operations.context import open_context
from operations.match import match
from settings import Settings, WebTable
from storage import accounts, saved
from tests.integration.web.conftest import NOON, PASSWORD, PEOPLE, drafts, see
from web.app import create_app
from web.pages.lists import make_key

CALLERS = {
    "nobody": (None, ()),
    "seeker": (Role.SEEKER, tuple(Scope)),
    "seeker-read": (Role.SEEKER, (Scope.READ,)),
    "recruiter": (Role.RECRUITER, tuple(Scope)),
    "operator": (Role.OPERATOR, tuple(Scope)),
    "operator-write": (Role.OPERATOR, (Scope.READ, Scope.WRITE)),
}
SUICIDAL = ("DELETE /api/v1/me", "DELETE /api/v1/me/keys/{key}")


@contextmanager
def served(folder):
    """The API on a free port of this machine: its address and the desk behind it."""
    settings = Settings(data_dir=folder, web=WebTable(requests_per_minute=10**9))
    with open_context(settings, FixedClock(NOON)) as context, socket.socket() as listening:
        see(context, drafts())
        match(context)
        for role, email in PEOPLE.items():
            add_account(context, email, role, PASSWORD, "fuzz")
        app = create_app(context)
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=2))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.05)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        urlopen(f"{address}/api/openapi.json", timeout=120).read()  # making it takes longer than the tool waits
        yield address, app.state.desk
        server.should_exit = True
        thread.join(20)


def key_of(desk, role, scopes):
    """The secret of a new key; its account has a list and a saved opening, so that there is something to find."""
    now = desk.context.clock.now()
    with desk.context.store.write() as session:
        account = next(item for item in accounts.all_accounts(session) if item.role is role)
        key, secret = make_key(desk, account, "fuzz", frozenset(scopes))
        accounts.add_key(session, key, desk.digest("key", secret))
        saved.save(session, account.id, 1, now)
        if not saved.lists(session, account.id):
            saved.put(session, saved.add_list(session, account.id, "Liste", now), 1, "", now)
    return secret


def fuzzed(tool, address, desk, caller, options):
    """Run Schemathesis as ``caller``: its exit code, 0 when nothing was found."""
    role, scopes = CALLERS[caller]
    report = Path(options.reports) / f"{caller}.json"
    config = Path(__file__).with_name("schemathesis.toml")
    command = [
        tool,
        "--config-file",
        str(config),
        "run",
        f"{address}/api/openapi.json",
        "--report",
        "json",
        "--report-json-path",
        str(report),
    ]
    command += ["--checks", "all", "--max-examples", str(options.examples), "--workers", "1"]
    command += ["--phases", options.phases, "--seed", str(options.seed), "--no-color"]
    command += ["--suppress-health-check", "all", "--request-timeout", "60"]
    for verb in SUICIDAL:
        command += ["--exclude-name", verb]
    if role is not None:
        command += ["--header", f"Authorization: Bearer {key_of(desk, role, scopes)}"]
    command += options.more
    return subprocess.run(command, check=False, cwd=options.reports).returncode


def main():
    """Run, and tell how many cases there were."""
    parser = argparse.ArgumentParser(prog="tests.api_fuzz")
    parser.add_argument("--tool", default=".venv/schemathesis/bin/st")
    parser.add_argument("--caller", action="append", choices=list(CALLERS))
    parser.add_argument("--examples", type=int, default=10, help="of each operation and caller")
    parser.add_argument("--phases", default="examples,coverage,fuzzing,stateful")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", default="")
    parser.add_argument("more", nargs="*", help="options for Schemathesis itself")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="jobbvakt-api-fuzz-"))
    options.reports = options.reports or str(folder)
    Path(options.reports).mkdir(parents=True, exist_ok=True)
    failed = False
    try:
        with served(folder / "var") as (address, desk):
            for caller in options.caller or CALLERS:
                code = fuzzed(str(Path(options.tool).absolute()), address, desk, caller, options)
                failed = failed or code != 0
                sys.stdout.write(f"== {caller}: exit {code}\n")
    finally:
        shutil.rmtree(folder / "var", ignore_errors=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
