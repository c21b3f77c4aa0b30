"""Compose, build and send digests of ten openings each, beside sending ready bytes, to a sink that only says yes.

A morning is measured as the product lives it: new openings that nobody was told of, each told to several readers, every
reader with a profile of their own and so with scores and reasons of their own. What is written once for all readers of
an opening is written within the time that is taken, for each round is another morning. The cards are there when it
begins: storage reads them.
"""

import smtplib
import tempfile
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from sqlalchemy import text

from alerts.channels import MailSettings, Result
from alerts.channels.smtp import SmtpChannel
from alerts.digest import compose
from alerts.message import Envelope, build_message
from benchmarks import timer
from benchmarks.children import child
from benchmarks.harness import Row, at_least, bound, in_pairs
from benchmarks.sink import sink
from crawler.memory import peak_memory
from domain.alerts import Alert, Listing, OpeningCard
from domain.clock import SystemClock
from domain.matching import Evidence, Match, ScorePart
from domain.postings import DeadlineKind, Place, Salary
from operations.context import Context
from operations.mail import compose as compose_digests
from settings import Settings
from storage.engine import Store

MAILS = 300
OPENINGS = 10
NEW = 100
"""New openings of a morning."""
ROUNDS = 9
SHARE = 0.2
MANY, MOST_MIB = 10_000, 300
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 6, 5, tzinfo=UTC)
SENDER = "Jobbvakt <jobbvakt@jobs.example>"
ASKED = (
    *("CRM", "CCSM", "personalledelse", "Dynamics 365", "Salesforce", "Zendesk", "Genesys", "ITIL", "KPI-styring"),
    *("reklamasjoner", "opplæring", "engelsk", "vaktplaner", "budsjett", "kundereiser", "kvalitetsmåling", "Excel"),
)


def rows() -> Iterator[Row]:
    """Mails a second of processor time in this process; the sink lives in another."""
    mornings = map(morning, count())
    ready = [built(number, cards) for number, cards in enumerate(next(mornings))]
    with sink() as port:
        limit, ours = in_pairs(
            lambda: send_bytes(ready, port), lambda cards: send_digests(cards, port), mornings, rounds=ROUNDS
        )
    yield at_least("digest: compose, build, send", "mails/s", MAILS / ours, MAILS / limit, SHARE)
    yield bound(f"digest: memory for {MANY:,}", "MiB", memory(MANY), most=MOST_MIB)


def memory(wanted: int) -> float:
    """MiB at the peak of a process that composes ``wanted`` digests into the outbox at one go."""
    with tempfile.TemporaryDirectory() as folder, child(compose_many, Path(folder), wanted) as (composed, peak):
        if composed != wanted:
            raise RuntimeError(f"{composed} of {wanted} digests were composed")
    return float(peak)


def compose_many(folder: Path, wanted: int, told: Connection) -> None:
    """The process of :func:`memory`: fills its store, composes, and tells how many there are and its peak."""
    timer.fill(folder, wanted)
    clock = timer.MovedClock(timer.DUE + timedelta(minutes=1) - SystemClock().now())
    with closing(Store.open(f"sqlite:///{folder / 'jobbvakt.db'}", clock=clock)) as store:
        deque(compose_digests(Context(Settings(data_dir=folder), store, clock)), maxlen=0)  # as the scheduler does
        with store.read() as session:
            composed = session.execute(text("SELECT count(*) FROM delivery")).scalar_one()
    told.send((composed, peak_memory() / 2**20))


def send_bytes(messages: list[bytes], port: int) -> None:
    """The limit: one connection, bytes that are there already."""
    with smtplib.SMTP("127.0.0.1", port) as server:
        for message in messages:
            server.sendmail("jobbvakt@jobs.example", ["person@example.org"], message)


def send_digests(mails: Sequence[Sequence[OpeningCard]], port: int) -> None:
    """Ours: every message composed, built and delivered."""
    channel = SmtpChannel(MailSettings(host="127.0.0.1", port=port, security="none", sender=SENDER))
    try:
        for number, cards in enumerate(mails):
            outcome = channel.deliver(built(number, cards), "jobbvakt@jobs.example", "person@example.org")
            if outcome.result is not Result.SENT:
                raise RuntimeError(f"the sink did not take a message: {outcome}")
    finally:
        channel.close()


def built(number: int, cards: Sequence[OpeningCard]) -> bytes:
    """One message, from cards to bytes."""
    alert = Alert(number + 1, "kundeservice", f"person{number}@example.org", None, at=time(7))
    digest = compose(alert, cards, TODAY, now=NOW)
    if digest is None:
        raise RuntimeError("nothing was composed")
    return build_message(digest, alert, Envelope(SENDER, alert.email), NOW)


def morning(number: int) -> list[list[OpeningCard]]:
    """What each reader is told on one morning."""
    chance = Random(number)
    chosen = (chance.sample(range(NEW), OPENINGS) for _ in range(MAILS))
    return [[_card(number * NEW + opening + 1, chance) for opening in some] for some in chosen]


def _card(opening: int, chance: Random) -> OpeningCard:
    return OpeningCard(
        opening=opening,
        title=f"Kundeservicesjef {opening}",
        employer=f"Firma {opening} AS",
        places=(Place(city="Bergen", municipality="Bergen", county="Vestland"),),
        deadline=date(2026, 12, 1 + opening % 20),
        deadline_kind=DeadlineKind.DATE,
        published=datetime(2026, 11, 20, 8, tzinfo=UTC),
        apply_url=f"https://jobs.example/{opening}/apply",
        listings=(Listing("nav_feed", "Kundeservicesjef", f"https://nav.example/{opening}"),),
        match=_match(chance),
        salary=Salary(700_000, 800_000, "NOK", "year"),
        extent="100 %",
        first_seen=NOW,
    )


def _match(chance: Random) -> Match:
    """How an opening fits one reader: three things they have, two that they lack, one that the ad leaves open."""
    asked = [Evidence(name, f"erfaring med {name}") for name in chance.sample(ASKED, 6)]
    parts = (
        ScorePart("skills", 0.4, 0.7, has=tuple(asked[:2]), lacks=tuple(asked[3:4])),
        ScorePart("tools", 0.2, 0.7, has=tuple(asked[2:3]), lacks=tuple(asked[4:5])),
        ScorePart("leadership", 0.3, 0.7, not_stated=tuple(asked[5:])),
    )
    return Match(score=chance.randint(40, 99), parts=parts, version="1")
