"""Every local date gets one digest through the store: sleeps, clocks that jump, and programs that start anew.

A few days around a change of the clock by default; ``JOBBVAKT_SWEEP=1`` takes every date from 2024 to 2035.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from random import Random

import pytest
from sqlalchemy import select

from alerts.channels import MailSettings
from domain.alerts import MailKind
from domain.clock import FixedClock
from operations.composing import Composed, compose_each
from storage.engine import Store
from storage.tables_alerts import DIGEST
from tests.integration.alerts.world import add_alert
from tests.unit.alerts.test_due_sweep import LONGEST_SLEEP, ZONES

WHOLE = bool(os.environ.get("JOBBVAKT_SWEEP"))
YEARS = [(date(year, 1, 1), date(year, 12, 31)) for year in range(2024, 2036)]
SPANS = YEARS if WHOLE else [(date(2026, 10, 24), date(2026, 10, 26))]
HOURS = (time(0, 0), time(2, 30), time(23, 59))


def wakes(first: date, last: date, chance: Random) -> Iterator[datetime]:
    """What the program believes the time to be, whenever it is awake; at times that is another hour or day."""
    now, end = (datetime.combine(day, time(0), tzinfo=UTC) for day in (first, last + timedelta(days=3)))
    now -= timedelta(days=2)
    while now < end:
        if chance.random() < 0.05:
            yield now + timedelta(hours=chance.choice([-50, -3, 3, 30]))
        yield now
        now += timedelta(minutes=chance.randint(1, LONGEST_SLEEP))


def digests(store: Store) -> dict[int, Counter[date]]:
    """Digests by alert and local date, as the store has them."""
    found: dict[int, Counter[date]] = {}
    with store.read() as session:
        for alert, day in session.execute(select(DIGEST.c.alert_id, DIGEST.c.local_date)):
            found.setdefault(alert, Counter())[day] += 1
    return found


@pytest.mark.parametrize("span", SPANS, ids=lambda span: f"{span[0]}")
def test_every_date_has_exactly_one_digest_in_the_store(store: Store, span: tuple[date, date]) -> None:
    first, last = span
    clock, chance = FixedClock(datetime.combine(first - timedelta(days=3), time(0), tzinfo=UTC)), Random(f"{first}")
    wanted = [(zone, at) for zone in ZONES for at in HOURS]
    alerts = [add_alert(store, clock, name=f"{zone} {at}", zone=zone, at=at) for zone, at in wanted]
    composed: Counter[tuple[int, date]] = Counter()
    running = opened_again(store)
    for believed in wakes(first, last, chance):
        if chance.random() < 0.1:  # stopped in the middle of a round, and started again
            begun = compose_each(running, FixedClock(believed), MailSettings())
            composed.update(dates_of(islice(begun, chance.randint(1, len(alerts)))))
            begun.close()
            running.close()
            running = opened_again(store)
        composed.update(dates_of(compose_each(running, FixedClock(believed), MailSettings())))
    running.close()
    kept = digests(store)
    days = [first + timedelta(days=count) for count in range((last - first).days + 1)]
    sys.stdout.write(f"{store.dialect}: {len(alerts)} alerts, {len(days)} dates, {composed.total()} digests\n")
    assert [(alert.name, day) for alert in alerts for day in days if kept[alert.id][day] != 1] == []
    assert set(composed.values()) == {1}


def dates_of(made: Iterable[Composed]) -> Iterator[tuple[int, date]]:
    """Alert and date of each digest; every three months an alert asks besides whether it is still wanted."""
    return ((item.alert.id, item.local_date) for item in made if item.kind is MailKind.DIGEST)


def opened_again(store: Store) -> Store:
    """The same store as a program finds it that has just started."""
    return Store.open(
        store.url.render_as_string(hide_password=False), clock=FixedClock(datetime(2026, 1, 1, tzinfo=UTC))
    )
