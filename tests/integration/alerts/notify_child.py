"""Compose what is due and deliver it, in a process that may be killed at any moment: ``main(STORE_URL, PORT, HOURS)``.

HOURS later than noon; see tests.support.warm.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime

from alerts.channels import MailSettings
from alerts.channels.smtp import SmtpChannel
from domain.clock import FixedClock
from operations.notify import deliver_due
from storage.engine import Store
from tests.integration.alerts.world import compose_due

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def main(words: Sequence[str]) -> None:
    """What ``jobbvakt digest --send`` does."""
    url, port, hours = words
    clock = FixedClock(NOON)
    clock.sleep(int(hours) * 3600)
    store = Store.open(url, clock=clock)
    mail = MailSettings(host="127.0.0.1", port=int(port), security="none", sender="jobbvakt@example.no")
    compose_due(store, clock, mail)
    channel = SmtpChannel(mail)
    deliver_due(store, clock, channel, mail.sender, worker=str(os.getpid()))
    channel.close()
    store.close()
