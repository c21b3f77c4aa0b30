"""A relay can sign our messages, and the signature holds where it is read: DKIM (RFC 6376), relaxed/relaxed.

The canonical form is written here from the RFC, apart from the code that makes messages.
"""

import base64
import hashlib
import re
from email import message_from_bytes
from email.policy import SMTP

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from alerts.digest import compose
from alerts.message import Envelope, build_message
from tests.unit.alerts.samples import ALERT, NOW, TODAY, three_cards

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
SIGNED = ["from", "to", "subject", "date", "message-id", "list-id", "list-unsubscribe", "list-unsubscribe-post"]
LONG = "https://jobb.example.no/varsel/avmeld/" + "a1B2" * 120


def made() -> bytes:
    digest = compose(ALERT, three_cards(), TODAY, now=NOW)
    assert digest is not None
    envelope = Envelope("Jobbvakt på nett <jobbvakt@example.no>", "kari@example.no", unsubscribe_url=LONG)
    return build_message(digest, ALERT, envelope, NOW)


def relaxed(message: bytes) -> tuple[dict[str, bytes], bytes]:
    """Canonical headers by name, and the canonical body (RFC 6376 § 3.4.2 and 3.4.4)."""
    head, _, body = message.partition(b"\r\n\r\n")
    unfolded = re.sub(rb"\r\n(?=[ \t])", b"", head)
    headers = {}
    for line in unfolded.split(b"\r\n"):
        name, _, value = line.partition(b":")
        key = name.decode().strip().lower()
        assert key not in headers, f"{key} stands twice: whoever adds a third one is not noticed"
        headers[key] = key.encode() + b":" + re.sub(rb"[ \t]+", b" ", value).strip() + b"\r\n"
    lines = [re.sub(rb"[ \t]+", b" ", line).rstrip(b" ") for line in body.split(b"\r\n")]
    text = b"\r\n".join(lines).rstrip(b"\r\n")
    return headers, text + b"\r\n" if text else b""


def data_of(message: bytes) -> bytes:
    """What is signed: the body's hash and the named headers."""
    headers, body = relaxed(message)
    return base64.b64encode(hashlib.sha256(body).digest()) + b"".join(headers[name] for name in SIGNED)


def verify(signature: bytes, message: bytes) -> None:
    KEY.public_key().verify(signature, data_of(message), padding.PKCS1v15(), hashes.SHA256())


def signature_of(message: bytes) -> bytes:
    return KEY.sign(data_of(message), padding.PKCS1v15(), hashes.SHA256())


def test_a_signature_over_both_unsubscribe_headers_holds_after_what_relays_do() -> None:
    message = made()
    signature = signature_of(message)
    verify(signature, message)
    verify(signature, b"Received: from a by b\r\n" + message)
    verify(signature, message.replace(b"Subject: ", b"Subject:  ") + b"\r\n\r\n")
    verify(signature, re.sub(rb"(List-Unsubscribe: [^\r]*), <mailto", rb"\1,\r\n\t<mailto", message))


def test_the_lines_give_no_relay_a_reason_to_change_them() -> None:
    message = made()
    assert max(map(len, message.split(b"\r\n"))) <= 998
    assert b"\r\n" not in message.replace(b"\r\n", b"")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", message)
    assert message.isascii(), "no 8-bit text that would be encoded on the way"
    assert not re.search(rb"[ \t]\r\n", message.replace(b"\r\n-- =20\r\n", b""))


def test_a_reader_that_shares_no_code_finds_both_headers_whole() -> None:
    read = message_from_bytes(made(), policy=SMTP)
    assert read["List-Unsubscribe"].startswith(f"<{LONG}>, <mailto:")
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize("change", [(b"One-Click", b"Two-Click"), (b"avmeld", b"xvmeld"), (b"CCSM", b"CCSN")])
def test_what_is_changed_does_not_verify(change: tuple[bytes, bytes]) -> None:
    message = made()
    with pytest.raises(InvalidSignature):
        verify(signature_of(message), message.replace(*change))
