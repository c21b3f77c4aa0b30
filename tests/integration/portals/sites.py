"""Portals on loopback, served over real HTTP: a site of fixed answers, and a feed of NAV's kind that keeps a log."""

import json
import threading
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from crawler.job import SPIDER_MODULES
from crawler.registry import portals
from tests.support.crawling import crawl_all, job_for

TERMS = ("kundeservice", "kundesent", "customer service", "kundedialog")


@dataclass(frozen=True)
class Asked:
    """A request as the site saw it; header names in lower case."""

    path: str
    query: dict
    headers: dict
    method: str = "GET"
    body: bytes = b""


class Site:
    """Answers by path; a value is bytes, text, a status, (status, body) or a function of the request giving one."""

    def __init__(self, pages=None):
        self.pages = dict(pages or {})
        self.asked = []

    def answer(self, asked):
        """What the site says to a request."""
        found = self.pages.get(asked.path, 404)
        return found(asked) if callable(found) else found

    @property
    def paths(self):
        return [asked.path for asked in self.asked]

    def __enter__(self):
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                self.do_GET()

            def do_GET(self):
                parts = urlsplit(self.path)
                headers = {name.lower(): value for name, value in self.headers.items()}
                sent = self.rfile.read(int(headers.get("content-length", 0)))
                asked = Asked(parts.path, parse_qs(parts.query), headers, self.command, sent)
                site.asked.append(asked)
                found = site.answer(asked)
                status, body = (found, b"") if isinstance(found, int) else (200, found)
                if isinstance(body, tuple):
                    status, body = body
                body = body.encode() if isinstance(body, str) else body
                self.send_response(status)
                self.send_header("Content-Type", kind_of(parts.path, body))
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                """Silent."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def kind_of(path, body):
    if body[:2] == b"\x1f\x8b":
        return "application/gzip"
    if path.endswith(".txt") or path == "/api/publicToken":
        return "text/plain; charset=utf-8"
    if body[:1] in (b"{", b"["):
        return "application/json; charset=utf-8"
    return "application/xml" if path.endswith(".xml") else "text/html; charset=utf-8"


def portal_job(folder, platform, url, *, cursor=None, known=(), terms=TERMS, limits=None, **options):
    """A crawl of a portal's spider against a site on loopback."""
    job = job_for(folder, url, platform, **options, **({"limits": limits} if limits else {}))
    source = replace(job.source, portal=portals()[platform].portal)
    return replace(
        job,
        source=source,
        spider_modules=SPIDER_MODULES,
        cursor=cursor,
        known_refs=tuple(known),
        title_terms=tuple(terms),
    )


def crawl_portal(folder, platform, url, **how):
    """Run one crawl; its Outcome."""
    return crawl_all([portal_job(folder, platform, url, **how)])[0]


def kinds(outcome, kind):
    """Observations of one class, in order."""
    return [item for item in outcome.observations if isinstance(item, kind)]


def uuid(number):
    return f"6f1d7c1e-0000-4000-8000-{number:012d}"


@dataclass
class Nav(Site):
    """A log of events, served in pages that overlap by one item, as navikt/pam-stilling-feed does."""

    size: int = 4
    token: str = "eyJhbGciOi.eyJzdWIiOi.first"
    demands_token: bool = True
    log: list = field(default_factory=list)
    broken: dict = field(default_factory=dict)
    """uuid → status of its entry."""
    hidden: set = field(default_factory=set)
    """uuids without an entry."""

    def __post_init__(self):
        super().__init__()

    def event(self, number, title, status="ACTIVE"):
        """One more event of ad ``number``."""
        self.log.append((f"page-{len(self.log)}", uuid(number), title, status))
        return uuid(number)

    def answer(self, asked):
        if asked.path == "/api/publicToken":
            return f"Current public token for Nav Job Vacancy Feed:\n{self.token}" if self.token else 404
        if not asked.path.startswith("/api/v1/"):
            return 404
        if self.demands_token and asked.headers.get("authorization") != f"Bearer {self.token}":
            return 401, "Unauthorized"
        if asked.path.startswith("/api/v1/feedentry/"):
            return self.entry(asked.path.rpartition("/")[2])
        return self.page(asked)

    def entry(self, ref):
        if ref in self.broken:
            return self.broken[ref], "{}"
        last = next((event for event in reversed(self.log) if event[1] == ref), None)
        if last is None or ref in self.hidden:
            return 404
        entry = {"uuid": ref, "status": last[3], "sistEndret": "2026-11-10T10:05:07.503+01:00"}
        if last[3] == "ACTIVE":
            entry["ad_content"] = {
                "uuid": ref,
                "title": last[2],
                "description": "<p>Du leder kundeservice.</p>",
                "employer": {"name": "Fjellheimen Strøm AS", "orgnr": None},
                "applicationDue": "2026-12-14T00:00:00",
                "published": "2026-11-10T00:00:00+01:00",
            }
        return json.dumps(entry)

    def page(self, asked):
        ids = [event[0] for event in self.log]
        start = asked.path.removeprefix("/api/v1/feed").strip("/") or ids[0]
        if start not in ids:
            return 404
        first = ids.index(start)
        items = self.log[first : first + self.size]
        following = items[-1][0] if len(items) == self.size and first + self.size < len(self.log) + 1 else None
        return json.dumps(self.body(start, following if following != start else None, items))

    def body(self, start, following, items):
        return {
            "version": "1.0",
            "feed_url": f"/api/v1/feed/{start}",
            "id": start,
            "next_id": following,
            "next_url": following and f"/api/v1/feed/{following}",
            "items": [self.item(*event) for event in items],
        }

    @staticmethod
    def item(key, ref, title, status):
        changed = f"2026-11-10T10:05:07.{key.removeprefix('page-').zfill(6)}+01:00"
        entry = {
            "uuid": ref,
            "status": status,
            "title": title,
            "businessName": "",
            "municipal": "",
            "sistEndret": changed,
        }
        return {"id": ref, "url": f"/api/v1/feedentry/{ref}", "title": title, "_feed_entry": entry}
