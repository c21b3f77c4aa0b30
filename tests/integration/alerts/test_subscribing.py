"""An alert's life by mail, on both databases: asked for, confirmed, kept or lapsed, stopped; over real SMTP."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from alerts.links import Deed, token
from domain.accounts import Role
from domain.alerts import Alert, MailKind
from domain.clock import FixedClock
from operations import timer
from operations.context import Context
from operations.mail import compose, deliver, mail_settings
from operations.subscribing import act, alert_of, subscribe
from settings import MailTable, Settings, WebTable
from storage import accounts, alerts, audit
from storage.engine import Store
from storage.errors import NotStoredError
from tests.integration.alerts.smtp_servers import Taken, sink
from tests.integration.alerts.world import MAIL_ALERT, add_opening, at

BASE = "https://jobb.example.no"


@pytest.fixture
def wire(store: Store, clock: FixedClock, tmp_path: Path) -> Iterator[tuple[Context, list[Taken]]]:
    """A context that mails over SMTP and has pages, and what came over the wire."""
    with sink() as (server, port):
        mail = MailTable(host="127.0.0.1", port=port, security="none", sender="Jobbvakt <jobbvakt@example.no>")
        settings = Settings(data_dir=tmp_path, mail=mail, web=WebTable(base_url=BASE))
        yield Context(settings, store, clock), server.taken


def tick(context: Context) -> list[MailKind]:
    """What the scheduler's tick does; kinds of the messages composed."""
    composed = list(compose(context))
    assert not any(item.problem for item in composed)
    deliver(context)
    return [item.kind for item in composed if item.message]


def read(taken: Taken) -> Any:
    return message_from_bytes(taken.content, policy=default)


def token_in(message: Any, deed: Deed) -> str:
    """The token of the link in a message's text."""
    text = message.get_body(("plain",)).get_content()
    return text.partition(f"{BASE}/varsel/{deed}/")[2].split()[0]


def stored(context: Context, alert: Alert) -> Alert:
    with context.store.read() as session:
        return alerts.get(session, alert.id)


def test_nothing_but_the_question_goes_to_an_address_before_it_says_yes(wire: tuple[Context, list[Taken]]) -> None:
    context, taken = wire
    add_opening(context.store, context.clock, "a")
    alert = subscribe(context, MAIL_ALERT, vouched=False)
    assert not alert.confirmed
    for _ in range(3):
        tick(context)
    [question] = map(read, taken)
    assert question["Subject"] == "Bekreft varselet «Kundeservicesjef»"
    named = token_in(question, Deed.CONFIRM)
    assert alert_of(context, Deed.CONFIRM, named) == stored(context, alert)
    assert not stored(context, alert).confirmed  # looking is no answer
    assert act(context, Deed.CONFIRM, named).confirmed
    act(context, Deed.CONFIRM, named)
    tick(context)
    assert [read(item)["Subject"][:5] for item in taken] == ["Bekre", "1 ny:"]


def test_an_address_that_does_not_answer_is_erased_after_a_week(wire: tuple[Context, list[Taken]]) -> None:
    context, _ = wire
    alert = subscribe(context, MAIL_ALERT, vouched=False)
    context.clock.sleep(7 * 86400)
    timer.upkeep(context)
    assert stored(context, alert) == alert
    context.clock.sleep(1)
    timer.upkeep(context)
    with pytest.raises(NotStoredError):
        stored(context, alert)


def test_who_has_signed_in_or_is_vouched_for_is_not_asked(wire: tuple[Context, list[Taken]]) -> None:
    context, _ = wire
    with context.store.write() as session:
        account = accounts.add(session, "Kari@example.no", Role.SEEKER, context.clock.now())
    assert not subscribe(context, MAIL_ALERT, vouched=False).confirmed
    with context.store.write() as session:
        accounts.change(session, account.id, last_seen=context.clock.now())
        alerts.forget(session, MAIL_ALERT.email)
    assert subscribe(context, MAIL_ALERT, vouched=False).confirmed
    with context.store.write() as session:
        alerts.forget(session, MAIL_ALERT.email)
    assert subscribe(context, MAIL_ALERT, vouched=True).confirmed


def test_the_one_click_headers_survive_the_wire_and_stop_the_mail(wire: tuple[Context, list[Taken]]) -> None:
    context, taken = wire
    add_opening(context.store, context.clock, "a")
    alert = subscribe(context, MAIL_ALERT, vouched=True)
    tick(context)
    named = token(mail_settings(context).secret, Deed.UNSUBSCRIBE, alert)
    raw = taken[0].content.partition(b"\r\n\r\n")[0]
    assert f"\r\nList-Unsubscribe: <{BASE}/varsel/avmeld/{named}>, <mailto:jobbvakt@example.no?".encode() in raw
    assert b"\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in raw
    assert token_in(read(taken[0]), Deed.UNSUBSCRIBE) == named
    context.clock.sleep(86400)
    add_opening(context.store, context.clock, "b")
    list(compose(context))  # lies in the outbox when the reader stops it
    act(context, Deed.UNSUBSCRIBE, named)
    tick(context)
    assert len(taken) == 1
    act(context, Deed.RESUME, token(mail_settings(context).secret, Deed.RESUME, alert))
    context.clock.sleep(86400)
    tick(context)
    assert "Kundeservicesjef b" in read(taken[1])["Subject"]
    with context.store.read() as session:
        assert [entry.action for entry in audit.recent(session, 9)] == ["alert.resume", "alert.unsubscribe"]


@pytest.mark.parametrize(
    "change", [lambda text: text[:-1], lambda text: "999" + text[1:], lambda text: text + "x", lambda _: "", str.upper]
)
def test_a_link_that_is_not_whole_does_nothing(wire: tuple[Context, list[Taken]], change: Callable[[str], str]) -> None:
    context, _ = wire
    alert = subscribe(context, MAIL_ALERT, vouched=True)
    named = "1-" + "ab" * 16 if change is str.upper else token(mail_settings(context).secret, Deed.UNSUBSCRIBE, alert)
    with pytest.raises(NotStoredError, match="this link leads nowhere"):
        act(context, Deed.UNSUBSCRIBE, change(named))
    with pytest.raises(NotStoredError, match="this link leads nowhere"):
        act(context, Deed.CONFIRM, named)
    assert not stored(context, alert).paused


def test_an_alert_asks_once_before_it_lapses_and_lapses_only_when_it_was_really_asked(
    wire: tuple[Context, list[Taken]],
) -> None:
    context, taken = wire
    alert = subscribe(context, MAIL_ALERT, vouched=True)
    began = context.clock.now()
    asked = 0
    for day in range(89):
        context.clock.set(began + timedelta(days=day))  # type: ignore[attr-defined]
        asked += tick(context).count(MailKind.RENEWAL)
    assert asked == 1
    [question] = map(read, taken)
    assert question["Subject"] == "Vil du fortsatt ha varselet «Kundeservicesjef»?"
    assert "slår vi det av søndag 21. februar." in question.get_body(("plain",)).get_content()
    assert not stored(context, alert).paused
    context.clock.set(began + timedelta(days=90))  # type: ignore[attr-defined]
    tick(context)
    assert stored(context, alert).paused
    act(context, Deed.RESUME, token_in(question, Deed.RESUME))
    assert not stored(context, alert).paused
    assert tick(context) == []


def test_an_answer_keeps_the_alert_for_another_three_months(wire: tuple[Context, list[Taken]]) -> None:
    context, taken = wire
    alert = subscribe(context, MAIL_ALERT, vouched=True)
    for _ in range(2):
        context.clock.sleep(83 * 86400)
        assert tick(context) == [MailKind.RENEWAL]
        act(context, Deed.RESUME, token_in(read(taken[-1]), Deed.RESUME))
        context.clock.sleep(60)
    context.clock.sleep(82 * 86400)
    assert tick(context) == []
    assert not stored(context, alert).paused


def test_a_question_that_cannot_be_sent_lets_nothing_lapse(
    wire: tuple[Context, list[Taken]], store: Store, clock: FixedClock, tmp_path: Path
) -> None:
    context, _ = wire
    alert = subscribe(context, MAIL_ALERT, vouched=True)
    clock.set(at("2027-06-01T12:00:00+02:00"))
    for _ in range(9):
        list(compose(context))
        clock.sleep(86400)
    assert not stored(context, alert).paused
