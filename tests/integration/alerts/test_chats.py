"""Chats and webhooks with real servers on loopback: what they get, how each answer is taken, what is out of reach."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import timedelta
from time import monotonic

import pytest

from alerts.channels import MailSettings, Outcome, Result
from alerts.channels.chats import START_SECONDS, ChatChannel, shown_key, webhook_key
from domain.alerts import DeliveryState, MailKind
from domain.clock import FixedClock
from operations.notify import DeliveryReport, deliver_due, deliver_outside
from operations.outside import Outside
from storage import alerts, deliveries
from storage.engine import Store
from tests.integration.alerts.test_never_twice import Postbox
from tests.integration.alerts.web_servers import BOMB, DRIP, HOST, STALL, status, web_server
from tests.integration.alerts.world import add_alert, add_opening, compose_due

KEY = webhook_key(b"a secret of the house", 7)
MESSAGE = json.dumps({"subject": "1 ny: Kundeservicesjef", "text": "93 % Kundeservicesjef, Oslo"}).encode()
SECONDS = 5.0
"""For a child whose patience is tried."""
PLENTY = 30.0
"""For one that is to get through, on however busy a machine."""
MAIL = MailSettings(sender="jobbvakt@example.no")


@pytest.fixture(scope="module")
def channel() -> Iterator[ChatChannel]:
    """One way out that may use this machine; loading its libraries takes a while."""
    opened = ChatChannel(timeout=PLENTY, loopback=True)
    yield opened
    opened.close()


@pytest.fixture
def hasty() -> Iterator[ChatChannel]:
    """One that does not wait for long."""
    opened = ChatChannel(timeout=SECONDS, loopback=True)
    yield opened
    opened.close()


def attempt(channel: ChatChannel, address: str) -> Outcome:
    return channel.deliver(MESSAGE, address, "<7.2026-11-23@example.no>", KEY, 1_795_000_000)


def test_a_webhook_gets_the_message_signed_so_that_anybody_with_the_key_can_check_it(channel: ChatChannel) -> None:
    with web_server() as server:
        assert attempt(channel, f"http://{HOST}:{server.port}/hook?a=1").result is Result.SENT
    [asked] = server.asked
    assert asked.head == "POST /hook?a=1 HTTP/1.1"
    assert asked.body == MESSAGE
    # As the receivers' libraries do it: the key in base64 after "whsec_", the text id.time.body.
    key = base64.b64decode(shown_key(KEY).removeprefix("whsec_"))
    number, moment = asked.headers["webhook-id"], asked.headers["webhook-timestamp"]
    mark = hmac.new(key, f"{number}.{moment}.".encode() + asked.body, hashlib.sha256).digest()
    assert asked.headers["webhook-signature"] == f"v1,{base64.b64encode(mark).decode()}"
    assert (number, moment) == ("7.2026-11-23@example.no", "1795000000")


def test_a_chat_is_spoken_to_by_apprise(channel: ChatChannel) -> None:
    with web_server() as server:
        assert attempt(channel, f"ntfy://{HOST}:{server.port}/jobber").result is Result.SENT
    told = json.loads(server.asked[0].body)
    assert (told["topic"], told["title"]) == ("jobber", "1 ny: Kundeservicesjef")
    assert told["message"] == "93 % Kundeservicesjef, Oslo"
    assert b"http" not in server.asked[0].body


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        (status(200), Result.SENT),
        (status(302, "Location: http://127.0.0.1:1/"), Result.PERMANENT),
        (status(400), Result.PERMANENT),
        (status(404), Result.PERMANENT),
        (status(410), Result.PERMANENT),
        (status(408), Result.TEMPORARY),
        (status(429), Result.TEMPORARY),
        (status(500), Result.TEMPORARY),
        (status(503), Result.TEMPORARY),
        (b"", Result.TEMPORARY),
        (b"HTTP/1.1 garbage\r\n", Result.TEMPORARY),
    ],
)
@pytest.mark.parametrize("scheme", ["http", "ntfy"])
def test_each_answer_is_taken_for_what_it_is(channel: ChatChannel, scheme: str, answer: bytes, result: Result) -> None:
    with web_server(answer, answer) as server:
        outcome = attempt(channel, f"{scheme}://{HOST}:{server.port}/secret-topic")
        assert len(server.asked) == 1
    assert outcome.result is result, outcome
    assert "secret" not in outcome.detail


@pytest.mark.parametrize("answer", [STALL, DRIP, BOMB], ids=["stall", "drip", "bomb"])
def test_nobody_is_kept_waiting_or_filled_up(hasty: ChatChannel, answer: bytes) -> None:
    with web_server(answer) as server:
        started = monotonic()
        outcome = attempt(hasty, f"http://{HOST}:{server.port}/")
        assert monotonic() - started < SECONDS + START_SECONDS  # the process has to load first
        assert outcome.result is (Result.SENT if answer == BOMB else Result.TEMPORARY), outcome
        assert attempt(hasty, f"http://{HOST}:{server.port}/").result is Result.SENT


def test_nobody_at_home_is_tried_again(channel: ChatChannel) -> None:
    with web_server() as server:
        port = server.port
    assert attempt(channel, f"http://{HOST}:{port}/").result is Result.TEMPORARY


INSIDE = [
    *("https://10.0.0.1/", "https://169.254.169.254/latest/meta-data", "https://192.168.1.1/", "https://100.64.0.1/"),
    *("https://[::ffff:10.0.0.1]/", "https://[fd00::1]/", "https://0x0a000001/", "https://167772161/", "https://0/"),
    *("https://127.0.0.1/", "https://127.1/", "https://localhost/", "https://2130706433/", "https://[::1]/"),
    *(
        "ntfys://10.0.0.1/x",
        "ntfys://localhost/x",
        "mmosts://127.0.0.1/abcdefabcdefabcdefabcdef",
        "gotifys://[::1]/abc",
    ),
    *("https://1.1.1.1:22/", "https://1.1.1.1:6379/"),
]
NO_WAY = [
    *("http://example.org/", "file:///etc/passwd", "json://example.org/", "mailto://u:p@example.org", "syslog://"),
    *(
        "dbus://",
        "https://u:p@example.org/",
        "ntfy://example.org/x",
        "https:///x",
        "slack:x",
        "",
        "https://exa mple.org/",
    ),
]


@pytest.mark.parametrize("address", INSIDE)
def test_no_address_inside_is_dialled(fenced: ChatChannel, address: str) -> None:
    outcome = attempt(fenced, address)
    assert outcome.result is Result.PERMANENT, outcome
    assert "refused" in outcome.detail or "not understood" in outcome.detail


@pytest.mark.parametrize("address", NO_WAY)
def test_what_is_no_way_out_is_refused_before_anything_starts(address: str) -> None:
    closed = ChatChannel(timeout=SECONDS)
    outcome = attempt(closed, address)
    assert (outcome.result, closed._child) == (Result.PERMANENT, None), outcome


@pytest.fixture(scope="module")
def fenced() -> Iterator[ChatChannel]:
    """The way out as it is: no loopback."""
    opened = ChatChannel(timeout=SECONDS)
    yield opened
    opened.close()


def round_of(store: Store, clock: FixedClock, channel: ChatChannel) -> DeliveryReport:
    outside = Outside(channel, lambda: b"secret")
    return deliver_outside(store, clock, lambda item: outside.deliver(item, 1), worker="w")


def test_the_whole_way_and_nobody_is_told_twice(store: Store, clock: FixedClock, channel: ChatChannel) -> None:
    add_opening(store, clock, "a")
    with web_server(status(503)) as server:
        alert = add_alert(store, clock, channel=f"http://{HOST}:{server.port}/hook")
        mailed = add_alert(store, clock, name="by mail")
        compose_due(store, clock, MAIL)
        postbox = Postbox()
        assert deliver_due(store, clock, postbox, MAIL.sender, worker="w").sent == 1
        assert list(postbox.got) == [mailed.email]
        assert round_of(store, clock, channel).retried == 1
        clock.sleep(3_600)
        assert round_of(store, clock, channel).sent == 1
        clock.set(clock.now() + timedelta(days=1))
        compose_due(store, clock, MAIL)
        assert round_of(store, clock, channel).sent == 0
    first, second = server.asked
    assert first.body == second.body
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    told = json.loads(second.body)
    assert (told["type"], told["alert"]["id"], told["total"]) == ("jobbvakt.digest", alert.id, 1)
    [opening] = told["openings"]
    assert opening["title"] == "Kundeservicesjef a"
    assert opening["reasons"] == [{"label": "har", "items": "CCSM"}, {"label": "mangler", "items": "engelsk"}]
    with store.read() as session:
        [record] = deliveries.recent(session, alert.id)
    assert (record.kind, record.state, record.recipient) == (MailKind.DIGEST, DeliveryState.SENT, f"webhook:{HOST}")


def test_a_paused_alert_tells_no_chat_and_one_that_went_back_to_mail_is_written_anew(
    store: Store, clock: FixedClock, channel: ChatChannel
) -> None:
    add_opening(store, clock, "a")
    with web_server() as server:
        alert = add_alert(store, clock, channel=f"http://{HOST}:{server.port}/hook")
        compose_due(store, clock, MAIL)
        with store.write() as session:
            session.execute(alerts.ALERT.update().values(paused=True))
        assert round_of(store, clock, channel) == DeliveryReport()
        with store.write() as session:
            session.execute(alerts.ALERT.update().values(paused=False, channel=""))
        assert round_of(store, clock, channel).recalled == 1
        compose_due(store, clock, MAIL)
        postbox = Postbox()
        assert deliver_due(store, clock, postbox, MAIL.sender, worker="w").sent == 1
    assert server.asked == []
    assert list(postbox.got) == [alert.email]


def test_a_place_that_hangs_is_tried_once_a_round_and_others_go_on(
    store: Store, clock: FixedClock, hasty: ChatChannel
) -> None:
    add_opening(store, clock, "a")
    with web_server(STALL) as hanging, web_server() as good:
        for number in range(3):
            add_alert(store, clock, name=f"h{number}", channel=f"http://{HOST}:{hanging.port}/")
        add_alert(store, clock, name="good", channel=f"ntfy://{HOST}:{good.port}/x")
        compose_due(store, clock, MAIL)
        report = round_of(store, clock, hasty)
        assert (report.retried, report.sent) == (1, 1)
        assert len(hanging.asked) == 1
