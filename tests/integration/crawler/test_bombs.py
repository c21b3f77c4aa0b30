"""Answers made to fill the memory: the child stays small, its parent does not notice, and the run says how it ended.

Each bomb goes to a child of its own; ``JOBBVAKT_BOMBS=1`` throws all of them and prints the peaks (pytest -s), the
default throws those that nothing else in the tests does.
"""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.job import SPIDER_MODULES
from domain.observations import Problem
from tests.support.crawling import Outcome, crawl, job_for, limits
from tests.support.fault_server import (
    MEBIBYTE,
    Arrival,
    Behaviour,
    FaultServer,
    bomb,
    endless,
    head,
    no_length,
    pack,
    page,
    slow_body,
)

ALL = bool(os.environ.get("JOBBVAKT_BOMBS"))
MOST = 300 * MEBIBYTE
PARENT_MAY_GROW = 10 * MEBIBYTE
SIZE = 8 * MEBIBYTE - 1000
JSON = "application/json"
XML = "application/xml"


def _stream(opening: bytes, piece: bytes, seconds: float = 20) -> Behaviour:
    """``piece`` again and again, as fast as it is taken."""

    async def answer(_: Arrival, writer: asyncio.StreamWriter) -> None:
        writer.write(opening)
        ends = asyncio.get_running_loop().time() + seconds
        while asyncio.get_running_loop().time() < ends:
            writer.write(piece)
            await writer.drain()

    return answer


def _filled(start: str, piece: str, end: str, size: int = SIZE) -> bytes:
    return (start + piece * ((size - len(start) - len(end)) // len(piece)) + end).encode()


def _index(base: Callable[[str], str], children: int) -> str:
    names = "".join(f"<sitemap><loc>{base(f'/s{number}.xml')}</loc></sitemap>" for number in range(children))
    return f"<sitemapindex>{names}</sitemapindex>"


def _quine() -> bytes:
    body = b"x" * 1000
    for _ in range(20):
        body = pack(body, "gzip")
    return body


PACKED = {name: page(bomb(name), Content_Encoding=name) for name in ("gzip", "br", "zstd")} if ALL else {}
ANSWERS: dict[str, tuple[str, Behaviour]] = {
    **{f"{name} of 256 MiB": ("pages", answer) for name, answer in PACKED.items()},
    "packed twenty times": ("pages", page(_quine(), Content_Encoding=", ".join(["gzip"] * 20))),
    "headers without end": ("pages", _stream(b"HTTP/1.1 200 OK\r\n", b"X-A: " + b"a" * 8000 + b"\r\n")),
    "interim answers without end": ("pages", _stream(b"", b"HTTP/1.1 103 Early\r\nX-A: b\r\n\r\n" * 200)),
    "a header without end": ("pages", _stream(b"HTTP/1.1 200 OK\r\nX-A: ", b"a" * 65536)),
    "body without end": ("pages", _stream(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536)),
    "a drip": ("pages", slow_body(0.05)),
    "trailers without end": (
        "pages",
        _stream(head(200, {"Transfer-Encoding": "chunked"}) + b"1\r\nx\r\n0\r\n", b"X-A: " + b"a" * 8000 + b"\r\n"),
    ),
    "pages without end": ("next", endless(lambda number: f"/?page={number}")),
    "deep JSON": ("teamtailor", page(b'{"items":' + b"[" * SIZE, Content_Type=JSON)),
    "wide JSON": ("teamtailor", page(_filled('{"items":[', "{},", "{}]}"), Content_Type=JSON)),
    "JSON of lists": ("greenhouse", page(_filled('{"jobs":[', "[[]],", "[]]}"), Content_Type=JSON)),
    "deep HTML": ("schema_org", page(_filled("<html>", "<b>", "</html>"))),
    "wide HTML": ("schema_org", page(_filled("<html>", "<p>", "</html>"))),
    "many links": ("schema_org", page(_filled("<html>", "<a href=/jobs/1>x</a>", "</html>"))),
    "many attributes": ("schema_org", page(_filled("<html><p ", "a=1 ", "></html>"))),
    "many scripts": (
        "schema_org",
        page(_filled("<html>", '<script type="application/ld+json">[]</script>', "</html>")),
    ),
    "XML of entities": (
        "personio",
        page(
            '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
            + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10))
            + "]><workzag-jobs>&a9;</workzag-jobs>",
            Content_Type=XML,
        ),
    ),
    "many positions": (
        "personio",
        page(_filled("<workzag-jobs>", "<position></position>", "</workzag-jobs>"), Content_Type=XML),
    ),
    "deep XML": ("rss", page(_filled("<rss>", "<a>", "</rss>"), Content_Type=XML)),
    "untold length": ("rss", no_length(_filled("<rss><channel>", "<item/>", "</channel></rss>"))),
}
FEW = ("packed twenty times", "headers without end", "interim answers without end", "wide JSON", "untold length")


def _own_memory() -> int:
    fields = Path("/proc/self/statm").read_text().split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")


def _throw(folder: Path, platform: str, answer: Behaviour) -> Outcome:
    with FaultServer({"/robots.txt": page("", 404)}) as server:
        server.fallback = answer
        bounds = limits(timeout_seconds=8, retries=0, seconds=40, pages=200)
        options = {"start_url": server.url("/list")} if platform == "schema_org" else {}
        base = server.url({"pages": "/list.html", "rss": "/list.html", "next": "/?page=0"}.get(platform, ""))
        job = job_for(folder, base, platform, limits=bounds, **options)
        return crawl(replace(job, spider_modules=(*SPIDER_MODULES, "tests.support.spiders")), seconds=100)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="measures memory through /proc")
@pytest.mark.parametrize("name", ANSWERS if ALL else FEW)
def test_a_bomb_fills_neither_the_child_nor_its_parent(tmp_path: Path, name: str) -> None:
    platform, answer = ANSWERS[name]
    before = _own_memory()
    outcome = _throw(tmp_path, platform, answer)
    grown = _own_memory() - before
    assert outcome.ended is not None, outcome.log
    peak = outcome.ended.stats["peak_rss_bytes"]
    told = next((item.message for item in outcome.observations if isinstance(item, Problem)), "")
    row = {"bomb": name, "peak MiB": peak // MEBIBYTE, "parent MiB": grown // MEBIBYTE, "s": round(outcome.seconds, 1)}
    sys.stdout.write(json.dumps({**row, "problems": dict(outcome.problems), "told": told[:90]}) + "\n")
    assert peak <= MOST
    assert grown <= PARENT_MAY_GROW
    assert len(outcome.observations) < 20_000
