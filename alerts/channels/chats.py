"""Delivery to chats and webhooks: handed to a child process that may reach public addresses only, and not for long.

Apprise knows a hundred services and each speaks HTTP in its own way; an answer may drip for ever or be a bomb. So the
child is bounded as a crawl is: killed when the time is over, with little memory, and every connection is judged by the
address that is dialled. Webhooks are signed as Standard Webhooks asks, so that a receiver can tell us from others, and
carry the message's id, by which one that comes twice is known.
"""

import base64
import hashlib
import hmac
import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from alerts.channels import Outcome, Result
from alerts.channels.targets import target_of
from domain.errors import UsageError

KEPT_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "TZ", "SSL_CERT_FILE", "SSL_CERT_DIR")
START_SECONDS = 60.0
"""For the child to load its libraries, on a busy machine."""
_ROOT = Path(__file__).parents[2]


class ChatChannel:
    """Keeps its child between messages; one that hangs is killed, and the next message gets a new one."""

    def __init__(self, *, timeout: float, loopback: bool = False) -> None:
        self._timeout, self._loopback = timeout, loopback
        self._child: subprocess.Popen[bytes] | None = None

    def deliver(self, message: bytes, channel: str, identity: str, key: bytes, moment: int) -> Outcome:
        """Try once. ``message``: JSON of ``alerts.outside``; ``identity``: the same for every try; ``key`` signs a
        webhook; ``moment``: seconds since 1970. Never raises for what the other side does.
        """
        try:
            target = target_of(channel, loopback=self._loopback)
        except UsageError as error:
            return Outcome(Result.PERMANENT, f"channel: {error.why}")
        ask = {"channel": channel, "webhook": target.webhook, "message": message.decode(), "seconds": self._timeout}
        if target.webhook:
            ask["headers"] = signed(message, identity, key, moment)
        try:
            answer = self._asked(json.dumps(ask).encode() + b"\n")
        except OSError as error:
            self.close()
            return Outcome(Result.TEMPORARY, f"{target.name}: {error}")
        return Outcome(Result(answer["result"]), f"{target.name}: {answer['detail']}")

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._child.pid, signal.SIGKILL)
            self._child.communicate()
            self._child = None

    def _asked(self, line: bytes) -> dict[str, str]:
        if self._child is None:
            self._child = self._started()
            self._read(START_SECONDS)
        assert self._child.stdin is not None
        self._child.stdin.write(line)
        self._child.stdin.flush()
        answer: dict[str, str] = json.loads(self._read(self._timeout))
        return answer

    def _read(self, seconds: float) -> bytes:
        """A line of the child's. Raises OSError when it does not come in time."""
        assert self._child is not None
        assert self._child.stdout is not None
        handle, until, got = self._child.stdout.fileno(), time.monotonic() + seconds, b""
        while not got.endswith(b"\n"):
            if not select.select([handle], [], [], max(0.0, until - time.monotonic()))[0]:
                raise TimeoutError(f"no answer within {seconds:g} s")
            part = os.read(handle, 65_536)
            if not part:
                raise ConnectionError("the sender died of the answer")
            got += part
        return got

    def _started(self) -> "subprocess.Popen[bytes]":
        kept = {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
        return subprocess.Popen(  # noqa: S603  a fixed command: this interpreter, our module
            [sys.executable, "-P", "-B", "-m", "alerts.channels.chat_child", str(int(self._loopback))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            cwd="/",
            env={**kept, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
            start_new_session=True,
        )


def signed(message: bytes, identity: str, key: bytes, moment: int) -> dict[str, str]:
    """The headers of a webhook (Standard Webhooks 1.0): id, time, and HMAC-SHA256 over ``id.time.body``."""
    number = identity.strip("<>")
    mark = hmac.new(key, f"{number}.{moment}.".encode() + message, hashlib.sha256).digest()
    return {
        "webhook-id": number,
        "webhook-timestamp": str(moment),
        "webhook-signature": f"v1,{base64.b64encode(mark).decode()}",
    }


def webhook_key(secret: bytes, alert: int) -> bytes:
    """The key that an alert's webhooks are signed with."""
    return hmac.new(secret, f"webhook\x1f{alert}".encode(), hashlib.sha256).digest()


def shown_key(key: bytes) -> str:
    """The key as receivers' libraries want it."""
    return f"whsec_{base64.b64encode(key).decode()}"
