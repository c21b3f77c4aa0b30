"""A small IMAP server on loopback: enough of RFC 3501 for a client that looks into one folder and reads what is new."""

import re
import socketserver
import threading
from contextlib import contextmanager
from datetime import date, datetime


class ImapServer(socketserver.ThreadingTCPServer):
    """Folders of (uid, date, bytes); every command is kept, so that a test can say what was never sent."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, folders=None, *, password="hemmelig"):
        super().__init__(("127.0.0.1", 0), _Session)
        self.folders = {"INBOX": []} if folders is None else folders
        self.password = password
        self.validity = 7
        self.commands = []
        self.announced = None
        """A size to announce for the next mail instead of its own."""
        self.drop_after = None
        """Cut the line after so many commands."""

    @property
    def url(self):
        return f"imap://127.0.0.1:{self.server_address[1]}"

    def add(self, message, folder="INBOX", day=date(2026, 11, 20)):
        """One more mail; its number."""
        mails = self.folders.setdefault(folder, [])
        uid = max((mail[0] for mail in mails), default=0) + 1
        mails.append((uid, day, message))
        return uid


@contextmanager
def imap_server(**how):
    """A server for the length of a test."""
    with ImapServer(**how) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Session(socketserver.StreamRequestHandler):
    def handle(self):
        self.folder = []
        self._say("* OK ready")
        for number, raw in enumerate(self.rfile, 1):
            line = raw.decode("utf-8", "replace").strip()
            self.server.commands.append(line)
            if self.server.drop_after is not None and number > self.server.drop_after:
                return
            tag, _, rest = line.partition(" ")
            word, _, arguments = rest.partition(" ")
            answer = getattr(self, f"_{word.lower()}", None)
            self._say(f"{tag} {answer(arguments) if answer else 'BAD unknown'}")
            if word.upper() == "LOGOUT":
                return

    def _say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def _capability(self, _):
        self._say("* CAPABILITY IMAP4rev1")
        return "OK done"

    def _login(self, arguments):
        return (
            "OK in" if arguments.endswith(f'"{self.server.password}"') else "NO [AUTHENTICATIONFAILED] wrong password"
        )

    def _examine(self, arguments):
        name = arguments.strip('"').replace('\\"', '"')
        if name not in self.server.folders:
            return "NO no such folder"
        self.folder = self.server.folders[name]
        self._say(f"* {len(self.folder)} EXISTS")
        self._say(f"* OK [UIDVALIDITY {self.server.validity}] valid")
        return "OK [READ-ONLY] opened"

    def _uid(self, arguments):
        word, _, rest = arguments.partition(" ")
        return self._search(rest) if word.upper() == "SEARCH" else self._fetch(rest)

    def _search(self, criteria):
        since = re.fullmatch(r"SINCE (\S+)", criteria)
        first = re.fullmatch(r"UID (\d+):\*", criteria)
        if since:
            day = datetime.strptime(since[1] + "+0000", "%d-%b-%Y%z").date()
            found = [uid for uid, sent, _ in self.folder if sent >= day]
        else:  # "n:*" always holds the newest
            newest = max((uid for uid, _, _ in self.folder), default=0)
            found = [uid for uid, _, _ in self.folder if uid >= min(int(first[1]), newest)]
        self._say("* SEARCH" + "".join(f" {uid}" for uid in found))
        return "OK found"

    def _fetch(self, rest):
        numbers, _, what = rest.partition(" ")
        wanted = set(map(int, numbers.split(",")))
        for position, (uid, _, message) in enumerate(self.folder, 1):
            if uid not in wanted:
                continue
            if "SIZE" in what:
                self._say(f"* {position} FETCH (UID {uid} RFC822.SIZE {len(message)})")
            else:
                size = self.server.announced or len(message)
                self.wfile.write(f"* {position} FETCH (UID {uid} BODY[] {{{size}}}\r\n".encode() + message + b")\r\n")
        return "OK fetched"

    def _logout(self, _):
        self._say("* BYE")
        return "OK out"
