"""Compose what is due and deliver it, in processes that may be killed at any moment.

    python -m tests.integration.alerts.notify_child STORE_URL SMTP_PORT

Loading the program takes a second, so it is loaded once; each line on stdin (``HOURS CRASH_POINT``) forks a process
that does the work, HOURS later than noon. Told on stdout: its process id, and its exit code when it has ended.
"""

import os
import sys
import traceback
from datetime import UTC, datetime

from alerts.channels import MailSettings
from alerts.channels.smtp import SmtpChannel
from domain.clock import FixedClock
from operations.crashpoints import VARIABLE
from operations.notify import deliver_due
from storage.engine import Store
from tests.integration.alerts.world import compose_due

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def work(url: str, port: int, hours: int) -> None:
    """What ``jobbvakt digest --send`` does."""
    clock = FixedClock(NOON)
    clock.sleep(hours * 3600)
    store = Store.open(url, clock=clock)
    mail = MailSettings(host="127.0.0.1", port=port, security="none", sender="jobbvakt@example.no")
    compose_due(store, clock, mail)
    channel = SmtpChannel(mail)
    deliver_due(store, clock, channel, mail.sender, worker=str(os.getpid()))
    channel.close()
    store.close()


def work_and_exit(url: str, port: int, hours: int) -> None:
    """In the forked process."""
    try:
        work(url, port, hours)
    finally:  # the fork must never come back into the loop of its parent
        failed = sys.exc_info()[0] is not None
        if failed:
            traceback.print_exc()
        os._exit(int(failed))


def tell(number: int) -> None:
    """One line to the parent."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def main() -> None:
    """Fork for each line until stdin ends."""
    url, port = sys.argv[1], int(sys.argv[2])
    for line in sys.stdin:
        hours, _, point = line.rstrip("\n").partition(" ")
        os.environ[VARIABLE] = point
        child = os.fork()
        if child == 0:
            work_and_exit(url, port, int(hours))
        tell(child)
        tell(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


if __name__ == "__main__":
    main()
