"""Answers that lie, stop, drag on or swell: the crawl takes none of them for a page (RELIABILITY P5, P6, P7, P10)."""

import time
from pathlib import Path

import pytest

from crawler.process import Child
from domain.observations import Problem
from tests.support.crawling import Outcome, crawl, job_for, limits
from tests.support.fault_server import (
    CAPTCHA,
    MEBIBYTE,
    FaultServer,
    bomb,
    cut_body,
    cut_chunks,
    hang_up,
    in_turn,
    no_length,
    pack,
    packed,
    page,
    redirect,
    silence,
    slow_body,
)

WHOLE = b"<html><body>" + b"<p>Kundeservicesjef</p>" * 500 + b"</body></html>"


def _crawl(folder: Path, server: FaultServer, paths: list[str], **how: object) -> Outcome:
    outcome = crawl(job_for(folder, server.url(), paths=paths, **how))
    assert outcome.ended is not None, outcome.log
    assert outcome.exit_code == 0
    return outcome


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd", "identity"])
def test_a_page_cut_anywhere_is_never_taken_for_whole(tmp_path: Path, encoding: str) -> None:
    stream = pack(WHOLE, encoding)
    cuts = sorted({len(stream) * percent // 100 for percent in range(4, 100, 5)})
    with FaultServer() as server:
        for cut in cuts:
            server.routes[f"/{cut}"] = (
                cut_body(stream[:cut], len(stream)) if encoding == "identity" else packed(WHOLE, encoding, cut)
            )
        server.routes["/whole"] = packed(WHOLE, encoding)
        outcome = _crawl(tmp_path, server, [*server.routes])
    assert outcome.ads == [server.url("/whole")]
    assert outcome.problems == {"truncated": len(cuts)}
    assert outcome.ended.stats["retries"] == len(cuts)


def test_short_chunked_and_lengthless_answers_are_told_from_whole_ones(tmp_path: Path) -> None:
    routes = {
        "/chunks": cut_chunks(WHOLE[:900]),
        "/lengthless-cut": no_length(WHOLE[:900]),
        "/lengthless-whole": no_length(WHOLE),
        "/junk": packed(WHOLE, "gzip", junk=b"<script>"),
        "/hang-up": hang_up(),
        "/unknown": page(WHOLE, Content_Encoding="compress"),
    }
    with FaultServer(routes) as server:
        outcome = _crawl(tmp_path, server, [*routes])
    assert outcome.ads == [server.url("/lengthless-whole")]
    assert outcome.problems == {"truncated": 3, "unreachable": 1, "unreadable": 1}


def test_a_page_that_comes_whole_at_the_second_try_is_taken(tmp_path: Path) -> None:
    routes = {
        "/cut": in_turn(packed(WHOLE, "gzip", 50), packed(WHOLE, "gzip")),
        "/trouble": in_turn(page("", 502), page("", 500), page(WHOLE)),
        "/dropped": in_turn(hang_up(), page(WHOLE)),
    }
    with FaultServer(routes) as server:
        outcome = _crawl(tmp_path, server, [*routes])
    assert len(outcome.ads) == 3
    assert not outcome.problems


def test_slow_bodies_and_silence_are_cut_at_the_time_limit(tmp_path: Path) -> None:
    routes = {"/drip": slow_body(0.2), "/silence": silence(), "/after": page(WHOLE)}
    with FaultServer(routes) as server:
        job = job_for(tmp_path, server.url(), paths=[*routes], limits=limits(timeout_seconds=3, retries=1), parallel=2)
        outcome = crawl(job)
    assert outcome.ads == [server.url("/after")]
    assert outcome.problems == {"server_error": 2}
    assert outcome.seconds < 60


def test_a_bomb_does_not_go_off(tmp_path: Path) -> None:
    routes = {}
    for encoding in ("gzip", "br", "zstd"):
        routes[f"/{encoding}"] = page(bomb(encoding), Content_Encoding=encoding)
        routes[f"/{encoding}/nested"] = page(pack(bomb(encoding), "br"), Content_Encoding=f"{encoding}, br")
    with FaultServer({**routes, "/after": page(WHOLE)}) as server:
        outcome = _crawl(tmp_path, server, [*routes, "/after"])
    assert outcome.ads == [server.url("/after")]
    assert outcome.problems == {"too_large": 6}
    assert outcome.ended.stats["peak_rss_bytes"] < 200 * MEBIBYTE


def test_a_huge_page_is_refused_by_its_length_and_by_its_bytes(tmp_path: Path) -> None:
    huge = b"<p>" + b"x" * (9 * MEBIBYTE)
    routes = {"/told": page(huge), "/untold": no_length(huge), "/lied": page(b"short", Content_Length=str(1 << 40))}
    with FaultServer(routes) as server:
        outcome = _crawl(tmp_path, server, [*routes])
    assert outcome.problems == {"too_large": 3}
    assert outcome.ended.stats["peak_rss_bytes"] < 200 * MEBIBYTE


MEANINGS = {
    204: "unreadable",
    400: "unreadable",
    401: "unauthorized",
    403: "forbidden",
    404: "not_an_ad",
    410: "not_an_ad",
    451: "forbidden",
    500: "server_error",
    503: "server_error",
    429: "throttled",  # the last one: it ends the crawl
}


def test_each_status_has_its_meaning(tmp_path: Path) -> None:
    routes = {f"/{status}": page("x", status) for status in MEANINGS}
    with FaultServer(routes) as server:
        outcome = _crawl(tmp_path, server, [*routes])
    problems = [item for item in outcome.observations if isinstance(item, Problem)]
    assert {int(item.url.rpartition("/")[2]): item.code for item in problems} == MEANINGS
    assert all(f"HTTP {item.url.rpartition('/')[2]}" in item.message for item in problems)


def test_a_status_that_the_spider_accepts_is_its_own_business(tmp_path: Path) -> None:
    with FaultServer({"/gone.json": page("<html>gone</html>", 410)}) as server:
        outcome = _crawl(tmp_path, server, ["/gone.json"], how={"accept": [200, 410]})
    assert (len(outcome.ads), outcome.fetched[0].status) == (1, 410)


def test_soft_blocks_are_no_pages(tmp_path: Path) -> None:
    routes = {
        "/feed.json": page(CAPTCHA),
        "/sitemap.xml": page("<html><h1>For mange forespørsler</h1>"),
        "/challenge": page(WHOLE, cf_mitigated="challenge"),
        "/real.json": page('{"ads": ["Kundeservicesjef"]}', Content_Type="application/json"),
    }
    with FaultServer(routes) as server:
        outcome = _crawl(tmp_path, server, [*routes])
    assert outcome.ads == [server.url("/real.json")]
    assert outcome.problems == {"soft_block": 3}
    assert "a captcha where JSON was expected" in outcome.messages


def test_a_redirect_is_followed_five_times_and_no_more(tmp_path: Path) -> None:
    routes = {f"/{n}": redirect(f"/{n + 1}") for n in range(7)} | {"/7": page(WHOLE), "/ring": redirect("/ring")}
    with FaultServer(routes) as server:
        outcome = _crawl(tmp_path, server, ["/2", "/1", "/ring"])
    assert outcome.ads == [server.url("/2")]
    assert outcome.problems == {"unreadable": 2}
    assert "too many redirects" in outcome.messages


def test_headers_that_are_no_http_do_not_stop_the_crawl(tmp_path: Path) -> None:
    async def rubbish(_: object, writer: object) -> None:
        writer.write(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")  # type: ignore[attr-defined]

    with FaultServer({"/ssh": rubbish, "/after": page(WHOLE)}) as server:
        outcome = _crawl(tmp_path, server, ["/ssh", "/after"])
    assert outcome.ads == [server.url("/after")]
    assert outcome.problems == {"unreachable": 1}


def test_a_mislabelled_charset_is_read_as_what_it_is(tmp_path: Path) -> None:
    text = "<html><p>Kundeservicesjef i Tromsø – «Ærlig»</p></html>"
    routes = {
        "/utf8-as-latin1": page(text.encode(), Content_Type="text/html; charset=ISO-8859-1"),
        "/cp1252-as-utf8": page(text.encode("cp1252"), Content_Type="text/html; charset=utf-8"),
    }
    with FaultServer(routes) as server:
        outcome = _crawl(tmp_path, server, [*routes])
    assert [title.count("Tromsø – «Ærlig»") for title in outcome.titles] == [1, 1]


def test_a_certificate_that_nobody_signed_is_not_trusted(tmp_path: Path, self_signed: FaultServer) -> None:
    outcome = crawl(job_for(tmp_path, self_signed.url().replace("http:", "https:"), limits=limits(retries=0)))
    assert outcome.problems == {"robots": 1}
    assert "certificate verify failed" in outcome.messages
    assert not self_signed.arrivals


def test_what_a_child_reports_can_be_read_while_it_runs(tmp_path: Path) -> None:
    with FaultServer({"/": page(WHOLE), "/slow": silence(90)}) as server:
        job = job_for(tmp_path, server.url(), paths=["/", "/slow"])
        child = Child.start(job)
        try:
            spool = Path(job.spool)
            deadline = time.monotonic() + 60
            while not (spool.exists() and b'"seen"' in spool.read_bytes()) and time.monotonic() < deadline:
                time.sleep(0.05)
            assert child.poll() is None
            assert b'"seen"' in spool.read_bytes()
        finally:
            child.stop(grace_seconds=0)
