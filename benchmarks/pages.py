"""Career pages of 38 kB with JSON-LD, and a server of them in a process of its own."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from random import Random

from benchmarks import corpus
from benchmarks.children import child

PAGE_BYTES = 38_000
DISTINCT = 50
"""Texts in rotation; every page has a number of its own in title and identifier."""
_LINKS, _CARDS = 40, 8
_STYLE = (
    ".card{display:grid;gap:1rem;padding:1rem 1.25rem;border:1px solid #ddd}@media(min-width:48em){.card>p{margin:0}}"
)
_SCRIPT = 'window.dataLayer=window.dataLayer||[];if(a<b&&c>d){push({"event":"view","html":"<a class=\\"apply\\">"})}'
_ICON = (
    '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10z"/></svg>'
)


def page(number: int, end: str = "14. desember 2026") -> bytes:
    """The page of ad ``number``, 38 kB: JSON-LD, the ad again as HTML, and around it what a site puts around an ad.

    Its make-up is that of career sites met: some 400 elements and 50 links, styles and scripts inside, and beside the
    structured data a canonical address, a labelled deadline (``end``) and a button to apply.
    """
    body = corpus.description(Random(number % DISTINCT))
    title = f"Kundeservicesjef {number}"
    script = json.dumps(posting(number, title, body), ensure_ascii=False).replace("</", "<\\/")
    head = (
        f'<meta charset="utf-8"><title>{title} | Bench</title><link rel="canonical" href="/jobb/{number}">'
        f'<meta property="og:title" content="{title}"><meta name="viewport" content="width=device-width">'
        f'<!-- site 4.2 --><script type="application/ld+json">{script}</script>'
    )
    facts = (
        f"<dl><dt>Arbeidsgiver</dt><dd>Bench AS</dd><dt>Søknadsfrist</dt><dd>{end}</dd><dt>Sted</dt><dd>Oslo</dd></dl>"
    )
    ad = (
        f"<main><h1>{title}</h1>{facts}<div class='ad'>{body}</div>"
        f'<a class="button" href="/jobb/{number}/soknad">{_ICON}<span>Søk på stillingen</span></a></main>'
    )
    around = _around()
    left = PAGE_BYTES - len((head + ad + around).encode()) - 120
    styles = _STYLE * (left // 2 // len(_STYLE))
    scripts = _SCRIPT * (left // 2 // len(_SCRIPT))
    return (
        f'<!DOCTYPE html><html lang="nb"><head>{head}<style>{styles}</style></head>'
        f"<body>{around}{ad}<script>{scripts}</script></body></html>"
    ).encode()


def posting(number: int, title: str, body: str) -> dict[str, object]:
    """The structured data of ad ``number``."""
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": title,
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


def _around() -> str:
    """Menu, other ads and footer: the same on every page."""
    link = '<li class="menu-item"><a href="/page/{0}" class="menu-link" data-track="nav-{0}">Side {0}</a></li>'
    card = '<article class="card">{1}<h3><a href="/jobb/{0}">Stilling {0}</a></h3><p>Oslo</p><p>Heltid</p></article>'
    menu = "".join(link.format(index) for index in range(_LINKS))
    cards = "".join(card.format(index, _ICON) for index in range(_CARDS))
    return f"<header>{_ICON}<nav><ul>{menu}</ul></nav></header><aside>{cards}</aside>"


@contextmanager
def site(count: int) -> Iterator[str]:
    """Serve ``count`` pages with a sitemap; gives the base URL. The process is gone when the block ends."""
    with child(serve, count) as base:
        yield str(base)


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
