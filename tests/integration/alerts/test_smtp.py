"""Delivery over real SMTP on loopback: what the wire carries, and what each fault is taken for."""

import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from alerts.channels import MailSettings, Outcome, Result
from alerts.channels.smtp import SmtpChannel
from alerts.digest import compose
from alerts.message import Envelope, build_message
from domain.errors import ConfigurationError
from tests.integration.alerts.smtp_servers import DROP, HOST, RESET, STALL, faulty, sink
from tests.unit.alerts.samples import ALERT, NOW, TODAY, card, three_cards

LONG_URL = "https://jobb.example.no/avmeld/" + "a1B2" * 60
SENDER, READER = "jobbvakt@example.no", "kari@example.no"
MESSAGE = b"Subject: x\r\n\r\n.leading dot\r\n"
FAST, PATIENT = 0.5, 10.0
"""Seconds: what a stalling server is given, and what one that answers may need on a busy machine."""


def settings(port: int, **changes: object) -> MailSettings:
    return replace(MailSettings(host=HOST, port=port, security="none", sender=SENDER), **changes)  # type: ignore[arg-type]


def attempt(
    port: int, message: bytes = MESSAGE, recipient: str = READER, *, seconds: float = FAST, **changes: object
) -> Outcome:
    channel = SmtpChannel(settings(port, **changes), timeout=seconds, accept_timeout=seconds)
    try:
        return channel.deliver(message, SENDER, recipient)
    finally:
        channel.close()


def test_a_digest_arrives_byte_for_byte_with_its_headers_whole() -> None:
    digest = compose(ALERT, three_cards(), TODAY, now=NOW)
    assert digest is not None
    message = build_message(digest, ALERT, Envelope(SENDER, READER, unsubscribe_url=LONG_URL), NOW)
    with sink() as (server, port):
        assert attempt(port, message, seconds=PATIENT) == Outcome(Result.SENT)
    [taken] = server.taken
    assert (taken.sender, taken.recipient) == (SENDER, READER)
    assert taken.content == message
    assert f"List-Unsubscribe: <{LONG_URL}>, <mailto:".encode() in taken.content
    read = message_from_bytes(taken.content, policy=default)
    assert read["Subject"] == digest.subject
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_lines_that_begin_with_a_dot_arrive_as_they_were() -> None:
    with sink() as (server, port):
        attempt(port, seconds=PATIENT)
    assert server.taken[0].content == MESSAGE


def test_one_connection_carries_many_messages() -> None:
    with faulty() as server:
        channel = SmtpChannel(settings(server.port))
        results = [channel.deliver(MESSAGE, SENDER, f"r{number}@example.no").result for number in range(20)]
        channel.close()
        assert results == [Result.SENT] * 20
        assert server.connections == 1
        assert [item.recipient for item in server.taken] == [f"r{number}@example.no" for number in range(20)]


FAULTS = {
    "421": "421 4.3.2 shutting down",
    "450": "450 4.2.0 busy",
    "451": "451 4.3.0 local error",
    "452": "452 4.3.1 no room",
    "535": "535 5.7.8 bad credentials",
    "550": "550 5.1.1 unknown",
    "552": "552 5.2.2 full",
    "554": "554 5.0.0 no",
    "drop": DROP,
    "reset": RESET,
    "stall": STALL,
}
LATER, NEVER, STOP = Result.TEMPORARY, Result.PERMANENT, Result.STOP
# A reply to us stops the queue, a reply to this mail or its reader ends this mail, and what may pass is tried again.
CLASSES = {
    "CONNECT": {"535": STOP, "550": STOP, "552": STOP, "554": STOP},
    "EHLO": {"535": STOP, "550": STOP, "552": STOP, "554": STOP},
    "AUTH": {"535": STOP, "550": STOP, "552": STOP, "554": STOP},
    "MAIL": {"535": STOP, "550": STOP, "552": NEVER, "554": STOP},
    "RCPT": {"535": STOP, "550": NEVER, "552": NEVER, "554": NEVER},
    "DATA": {"535": STOP, "550": NEVER, "552": NEVER, "554": NEVER},
    "TEXT": {"535": STOP, "550": NEVER, "552": NEVER, "554": NEVER},
}


@pytest.mark.parametrize("stage", CLASSES)
@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_at_each_stage_is_taken_for_what_it_is(stage: str, fault: str) -> None:
    with faulty(**{stage: FAULTS[fault]}) as server:
        outcome = attempt(server.port, username="jobbvakt", password="secret")
    assert outcome.result is CLASSES[stage].get(fault, LATER), outcome
    assert str(server.port) in outcome.detail
    assert "secret" not in outcome.detail
    assert FAULTS[fault] in (*outcome.detail.split(": ", 1), DROP, RESET, STALL)


@pytest.mark.parametrize(
    ("stage", "fault"),
    [
        ("CONNECT", "554 5.7.1 no service for you"),
        ("EHLO", "550 5.7.1 who are you"),
        ("AUTH", "534 5.7.9 stronger please"),
        ("MAIL", "530 5.7.0 log in first"),
        ("MAIL", "550 5.1.8 bad sender"),
        ("RCPT", "554 5.7.1 relay access denied"),
        ("DATA", "554 5.7.1 blocked"),
        ("TEXT", "550 5.7.26 not signed"),
    ],
)
def test_what_only_the_operator_can_mend_stops_the_queue(stage: str, fault: str) -> None:
    with faulty(**{stage: fault}) as server:
        outcome = attempt(server.port, username="jobbvakt", password="secret")
    assert outcome.result is Result.STOP
    assert "secret" not in outcome.detail


def test_a_server_that_takes_no_log_in_stops_the_queue() -> None:
    with faulty(EHLO="250 relay") as server:
        assert attempt(server.port, username="jobbvakt", password="secret").result is Result.STOP


def test_one_refused_recipient_does_not_spoil_the_connection_for_the_next() -> None:
    with faulty(RCPT="550 5.1.1 unknown") as server:
        channel = SmtpChannel(settings(server.port), timeout=FAST)
        first = channel.deliver(MESSAGE, SENDER, "nobody@example.no")
        server.plan.clear()
        second = channel.deliver(MESSAGE, SENDER, READER)
        channel.close()
        assert (first.result, second.result) == (Result.PERMANENT, Result.SENT)
        assert server.connections == 1


@pytest.mark.parametrize("fault", [DROP, RESET, "421 4.4.2 idle for too long"])
def test_a_connection_that_went_stale_is_opened_anew_once(fault: str) -> None:
    with faulty() as server:
        channel = SmtpChannel(settings(server.port), timeout=FAST)
        assert channel.deliver(MESSAGE, SENDER, READER).result is Result.SENT
        server.plan["MAIL"] = fault
        assert channel.deliver(MESSAGE, SENDER, READER).result is Result.TEMPORARY
        assert server.connections == 2
        server.plan.clear()
        assert channel.deliver(MESSAGE, SENDER, READER).result is Result.SENT
        channel.close()
        assert len(server.taken) == 2


def test_no_reply_to_the_text_is_never_followed_by_a_second_sending_at_once() -> None:
    with faulty() as server:
        channel = SmtpChannel(settings(server.port), timeout=FAST, accept_timeout=FAST)
        channel.deliver(MESSAGE, SENDER, READER)
        server.plan["TEXT"] = DROP
        assert channel.deliver(MESSAGE, SENDER, READER).result is Result.TEMPORARY
        channel.close()
        assert len(server.taken) == 2  # taken, though it never said so: the caller decides when to try again


def test_nobody_at_home_is_tried_again() -> None:
    with faulty() as server:
        port = server.port
    assert attempt(port).result is Result.TEMPORARY


@pytest.mark.parametrize(
    "recipient", ["kari@example.no>\r\nRCPT TO:<ola@example.no", "kari\n@example.no", "kåre@example.no", "kari", ""]
)
def test_what_is_no_bare_address_is_never_spoken(recipient: str) -> None:
    with faulty() as server:
        assert attempt(server.port, recipient=recipient).result is Result.PERMANENT
    assert server.taken == []


@pytest.mark.parametrize("host", ["smtp.example.no", "192.0.2.1", "10.0.0.1", ""])
def test_mail_never_travels_in_the_clear_over_a_network(host: str) -> None:
    with pytest.raises(ConfigurationError, match="in the clear") as caught:
        SmtpChannel(MailSettings(host=host, security="none"))
    assert "starttls" in caught.value.remedy


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "::1"])
def test_a_relay_on_this_machine_may_be_spoken_to_plainly(host: str) -> None:
    SmtpChannel(MailSettings(host=host, security="none"))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 with its key, in one file."""
    return _certificate(tmp_path_factory.mktemp("tls") / "relay.pem")


def _certificate(path: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    address = x509.IPAddress(ip_address(HOST))
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


def _context(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def _log_in(server: object, session: object, envelope: object, mechanism: str, data: object) -> AuthResult:
    return AuthResult(success=getattr(data, "password", b"") == b"secret", handled=False)


def test_starttls_with_a_log_in_works_with_a_certificate_that_is_trusted(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    options = {"tls_context": _context(certificate), "require_starttls": True, "authenticator": _log_in}
    with sink(**options, auth_required=True) as (server, port):
        good = attempt(port, security="starttls", username="jobbvakt", password="secret")
        bad = attempt(port, security="starttls", username="jobbvakt", password="wrong")
    assert (good.result, bad.result) == (Result.SENT, Result.STOP)
    assert "wrong" not in bad.detail
    assert len(server.taken) == 1


def test_tls_from_the_first_byte_works_too(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with sink(ssl_context=_context(certificate)) as (server, port):
        assert attempt(port, security="tls").result is Result.SENT
    assert len(server.taken) == 1


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_stops_the_queue(security: str, certificate: Path) -> None:
    context = _context(certificate)
    options = {"tls_context": context} if security == "starttls" else {"ssl_context": context}
    with sink(**options) as (server, port):
        outcome = attempt(port, security=security)
    assert outcome.result is Result.STOP
    assert "certificate" in outcome.detail.lower()
    assert server.taken == []


def test_a_server_without_starttls_gets_no_mail() -> None:
    with sink() as (server, port):
        outcome = attempt(port, security="starttls")
    assert outcome.result is Result.STOP
    assert "starttls" in outcome.detail.lower()
    assert server.taken == []


def test_a_mail_with_any_title_parses_the_same_after_its_journey() -> None:
    digest = compose(ALERT, [card(title="Sjef\r\nBcc: x\x00\u2028\u202e<script>")], TODAY, now=NOW)
    assert digest is not None
    with sink() as (server, port):
        attempt(port, build_message(digest, ALERT, Envelope(SENDER, READER), NOW))
    read = message_from_bytes(server.taken[0].content, policy=default)
    assert "Bcc" not in read
    assert read["Subject"].startswith("1 ny: Sjef Bcc: x")
