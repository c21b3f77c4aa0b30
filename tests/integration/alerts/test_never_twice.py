"""Ads come, go and come back, are joined and parted, mails wait, fail and go: no opening is told twice to one alert.

What was told is read from the mails that arrived, not from our ledger. ``JOBBVAKT_TELLINGS=300`` lives more lives.
"""

import os
import re
import shutil
from collections.abc import Sequence
from datetime import time, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from alerts.channels import MailSettings, Outcome, Result
from domain.alerts import Alert, Frequency
from domain.clock import FixedClock
from domain.lifecycle import on_gone
from operations.notify import deliver_due
from operations.targets import OCCUPATION_TARGET
from storage import deliveries, matches, openings, postings
from storage.engine import Store
from tests.integration.alerts.world import add_alert, add_posting, at, compose_due, group

LIVES = int(os.environ.get("JOBBVAKT_TELLINGS", "8"))
REFS = [f"ref{number}" for number in range(7)]
_AD = re.compile(r"https://stillinger\.example\.no/(ref\d)")


class Postbox:
    """A channel that takes every mail, or none while the relay is ``down``."""

    def __init__(self) -> None:
        self.got: dict[str, list[set[str]]] = {}
        self.down = False

    def deliver(self, message: bytes, sender: str, recipient: str) -> Outcome:
        if self.down:
            return Outcome(Result.TEMPORARY, "down")
        part = message_from_bytes(message, policy=policy.default).get_body(("plain",))
        self.got.setdefault(recipient, []).append(set(_AD.findall(part.get_content())) if part else set())
        return Outcome(Result.SENT)

    def close(self) -> None:
        """Nothing is open."""


class Tellings(RuleBasedStateMachine):
    """Two alerts, one by the day and one at once, over a store in which anything may happen to the openings."""

    model: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.clock = FixedClock(at("2026-11-23T12:00+01:00"))
        path = shutil.copy(self.model, Path(self.folder.name) / "jobbvakt.db")
        self.store = Store.open(f"sqlite:///{path}", clock=self.clock)
        self.ids: dict[str, int] = {}
        self.postbox = Postbox()
        self.alerts = [self._alert("daily@example.no"), self._alert("instant@example.no", frequency=Frequency.INSTANT)]

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(refs=st.lists(st.sampled_from(REFS), min_size=1, max_size=4, unique=True))
    def seen(self, refs: Sequence[str]) -> None:
        """A crawl meets ads: new ones, known ones, and some that were withdrawn."""
        for ref in refs:
            known = ref in self.ids
            self.ids[ref] = add_posting(self.store, self.clock, ref)
            if not known:
                group(self.store, self.clock, [self.ids[ref]])

    @rule(ref=st.sampled_from(REFS))
    def gone(self, ref: str) -> None:
        """A source withdraws an ad."""
        with self.store.write() as session:
            standing = postings.standings(session, "nav_feed", [ref]).get(ref)
            if standing and (decision := on_gone(standing, "removed")):
                postings.apply(session, "nav_feed", {ref: decision}, None, self.clock.now())

    @rule(marks=st.lists(st.integers(0, 2), min_size=len(REFS), max_size=len(REFS)))
    def compared(self, marks: list[int]) -> None:
        """Postings with the same mark are one opening now, whatever they were before."""
        inside: dict[int, list[int]] = {}
        for ref, mark in zip(REFS, marks, strict=True):
            if ref in self.ids:
                inside.setdefault(mark, []).append(self.ids[ref])
        if inside:
            group(self.store, self.clock, *inside.values())

    @rule(hours=st.sampled_from([1, 5, 24, 60]), deliver=st.booleans(), down=st.booleans())
    def time_passes(self, hours: int, deliver: bool, down: bool) -> None:
        """The clock's tick: compose, and hand over if the program lives that long and the relay answers."""
        self.clock.set(self.clock.now() + timedelta(hours=hours))
        compose_due(self.store, self.clock, MailSettings())
        self.postbox.down = down
        if deliver:
            deliver_due(self.store, self.clock, self.postbox, "jobbvakt@example.no", worker="w")

    @invariant()
    def no_ad_is_told_twice(self) -> None:
        """The promise, by what arrived."""
        for mails in self.postbox.got.values():
            assert sum(map(len, mails)) == len(set().union(*mails)), mails

    @rule()
    def a_day_without_faults(self) -> None:
        """After a day, and with a relay that answers, nobody waits for an opening."""
        self.clock.set(self.clock.now() + timedelta(days=1))
        self.postbox.down = False
        for _ in range(2):  # a mail may be taken back once, since an ad in it was closed
            compose_due(self.store, self.clock, MailSettings())
            deliver_due(self.store, self.clock, self.postbox, "jobbvakt@example.no", worker="w")
        with self.store.read() as session:
            open_now = matches.ranked(session, OCCUPATION_TARGET)
            assert open_now or not openings.active_leads(session)
            for alert in self.alerts:
                assert deliveries.unsent_openings(session, alert.id, open_now) == []

    def _alert(self, email: str, **changes: object) -> Alert:
        values = {"quiet_from": time(0), "quiet_until": time(0), "daily_cap": 50, **changes}
        return add_alert(self.store, self.clock, name=email, email=email, **values)


def test_no_opening_is_told_twice_whatever_becomes_of_it(sqlite_model: Path) -> None:
    Tellings.model = sqlite_model
    rules = settings(max_examples=LIVES, stateful_step_count=12, deadline=None, suppress_health_check=[*HealthCheck])
    run_state_machine_as_test(Tellings, settings=rules)  # type: ignore[no-untyped-call]
