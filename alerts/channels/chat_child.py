"""The process that speaks to chats and webhooks. One line of JSON on stdin asks, one on stdout answers.

    python -m alerts.channels.chat_child LOOPBACK(0|1)

Whatever a library does in here, it can dial public addresses only: the interpreter itself asks the guard before every
connection (PEP 578), with the address that is dialled. No answer is read beyond ``MOST_BYTES``, no redirect followed.
"""

import io
import ipaddress
import json
import logging
import os
import resource
import signal
import sys
from typing import Any

import requests
from apprise import Apprise, AppriseAsset

from domain.addresses import allowed

MOST_BYTES = 64 * 1024
MEMORY = 1024**3
PORTS = frozenset({80, 443})
FORBIDDEN = frozenset(
    {
        "ctypes.dlopen",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.system",
        "pty.spawn",
        "socket.bind",
        "socket.sendmsg",
        "socket.sendto",
        "subprocess.Popen",
    }
)
"""What a service over HTTP never needs."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class RefusedError(PermissionError):
    """A library wanted to do what is not allowed here."""


class Guard:
    """Judges what the interpreter is about to do; remembers what it refused, for libraries may swallow it."""

    def __init__(self, *, loopback: bool) -> None:
        self.loopback = loopback
        self.refused = ""

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """The audit hook."""
        if event == "socket.connect":
            self._check(args[1])
        elif event in FORBIDDEN or (event == "open" and isinstance(args[2], int) and args[2] & _WRITING):
            self._refuse(event)

    def _check(self, address: Any) -> None:
        try:
            host, port = ipaddress.ip_address(str(address[0]).partition("%")[0]), int(address[1])
        except (IndexError, TypeError, ValueError):  # a name, or a socket in the file system
            self._refuse("an address that is no IP address")
            return
        local = host.is_loopback and self.loopback
        if not allowed(host, loopback=self.loopback) or not (port in PORTS or local):
            self._refuse(f"{host} port {port} is not a public address with port 80 or 443")

    def _refuse(self, what: str) -> None:
        self.refused = what
        raise RefusedError(what)


class Wire(requests.Session):
    """How every request of this process goes: certificates checked, no redirect, a short answer."""

    status: int | None = None
    """Of the last answer."""

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        """As in requests."""
        kwargs |= {"stream": True, "allow_redirects": False, "verify": True, "proxies": {}}
        response = super().send(request, **kwargs)
        Wire.status = response.status_code
        body = response.raw.read(MOST_BYTES, decode_content=True)
        response.close()
        response.raw, response._content = io.BytesIO(body), body
        return response


def main() -> None:
    """Answer until stdin ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    logging.disable(logging.CRITICAL)  # what libraries say may hold a key
    for module in (requests, requests.sessions):
        vars(module)["Session"] = Wire
    Apprise.instantiate("json://localhost")  # loads the hundred services now: no message's time is spent on it
    guard = Guard(loopback=sys.argv[1] == "1")
    sys.addaudithook(guard)
    _say({"result": "ready", "detail": ""})
    for line in sys.stdin:
        ask = json.loads(line)
        signal.alarm(int(ask["seconds"]) + 5)  # should the parent be gone
        guard.refused, Wire.status = "", None
        _say(_answered(ask, guard))
        signal.alarm(0)


def _answered(ask: dict[str, Any], guard: Guard) -> dict[str, str]:
    try:
        taken = _post(ask) if ask["webhook"] else _notify(ask)
    except (requests.RequestException, OSError, ValueError, TypeError) as error:
        taken, why = False, type(error).__name__
    else:
        why = "not understood" if taken is None else "no answer"
    if guard.refused:
        return {"result": "permanent", "detail": f"refused: {guard.refused}"}
    if taken:
        return {"result": "sent", "detail": ""}
    if Wire.status is not None:
        return {"result": "permanent" if _for_good(Wire.status) else "temporary", "detail": f"answered {Wire.status}"}
    return {"result": "permanent" if why == "not understood" else "temporary", "detail": why}


def _for_good(status: int) -> bool:
    """Refused politely (a chat may say no with 200), a redirect, or a mistake of ours.

    408, 425 and 429 ask for a later try (RFC 9110, RFC 8470, RFC 6585).
    """
    return status < 500 and status not in (408, 425, 429)


def _post(ask: dict[str, Any]) -> bool:
    headers = {**ask["headers"], "content-type": "application/json", "user-agent": "Jobbvakt"}
    body = ask["message"].encode()
    return requests.post(ask["channel"], data=body, headers=headers, timeout=ask["seconds"]).status_code < 300


def _notify(ask: dict[str, Any]) -> bool | None:
    """None: Apprise does not understand the address."""
    message = json.loads(ask["message"])
    asset = AppriseAsset(app_id="Jobbvakt", app_desc="Jobbvakt", image_url_mask="", async_mode=False)
    service = Apprise.instantiate(ask["channel"], asset=asset, suppress_exceptions=True)
    if service is None:
        return None
    return bool(service.notify(title=message["subject"], body=message["text"], body_format="text"))


def _say(answer: dict[str, str]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
