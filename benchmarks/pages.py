"""Career pages of about 38 kB with JSON-LD, and a server of them in a process of its own."""

import json
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from random import Random

from benchmarks import corpus

PAGE_BYTES = 38_000
DISTINCT = 50
"""Texts in rotation; every page has a number of its own in title and identifier."""


def page(number: int) -> bytes:
    """The page of ad ``number``: JSON-LD, the ad again as HTML, and a shop window of menus and links around it."""
    body = corpus.description(Random(number % DISTINCT))
    posting = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": f"Kundeservicesjef {number}",
        "description": body,
        "datePosted": "2026-11-20",
        "validThrough": "2026-12-14T23:59:59+01:00",
        "employmentType": "FULL_TIME",
        "identifier": {"@type": "PropertyValue", "name": "Bench", "value": f"B-{number}"},
        "hiringOrganization": {"@type": "Organization", "name": "Bench AS", "sameAs": "https://bench.example"},
        "jobLocation": {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressLocality": "Oslo", "postalCode": "0150"},
        },
    }
    script = json.dumps(posting, ensure_ascii=False).replace("</", "<\\/")
    head = f'<script type="application/ld+json">{script}</script>'
    links = '<li class="menu-item"><a href="/page/{0}" class="menu-link" data-track="nav-{0}">Side {0}</a></li>'
    size = len(head.encode()) + len(body.encode())
    menu = "".join(links.format(index) for index in range(max(0, PAGE_BYTES - size) // 85))
    title = f"Kundeservicesjef {number}"
    return (
        f'<!DOCTYPE html><html lang="nb"><head><meta charset="utf-8"><title>{title} | Bench</title>{head}</head>'
        f"<body><nav><ul>{menu}</ul></nav><main><h1>{title}</h1><div>{body}</div></main></body></html>"
    ).encode()


@contextmanager
def site(count: int) -> Iterator[str]:
    """Serve ``count`` pages with a sitemap; gives the base URL. The process is gone when the block ends."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(count, theirs), daemon=True)
    process.start()
    try:
        yield str(ours.recv())
    finally:
        process.terminate()
        process.join()


def serve(count: int, told: Connection) -> None:
    """The server's process: everything is made before the first request."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    base = f"http://127.0.0.1:{server.server_port}"
    urls = "".join(f"<url><loc>{base}/jobb/{number}</loc></url>" for number in range(count))
    _Handler.answers = {f"/jobb/{number}": page(number) for number in range(count)}
    _Handler.answers["/robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n".encode()
    _Handler.answers["/sitemap.xml"] = (
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode()
    )
    told.send(base)
    server.serve_forever()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    answers: dict[str, bytes]

    def do_GET(self) -> None:
        """The bytes that are there, or 404."""
        body = self.answers.get(self.path)
        kind = {"/robots.txt": "text/plain", "/sitemap.xml": "application/xml"}.get(self.path, "text/html")
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
