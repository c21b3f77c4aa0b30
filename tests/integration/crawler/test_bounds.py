"""Crawls without an end, and spiders that fail: every run ends by itself, with its last word (RELIABILITY P9)."""

import signal
from dataclasses import replace
from pathlib import Path

import pytest

from domain.errors import JobbvaktError
from domain.observations import Checkpoint
from tests.support.crawling import crawl, crawl_started, job_for, limits
from tests.support.fault_server import MEBIBYTE, FaultServer, endless, page


def test_endless_pages_are_stopped_by_the_page_budget_and_told(tmp_path: Path) -> None:
    with FaultServer({"/list": endless(lambda number: f"/list?page={number}")}) as server:
        outcome = crawl(job_for(tmp_path, server.url("/list?page=0"), "next", limits=limits(pages=30)))
    assert len(server.arrivals) == 30
    assert outcome.problems == {"budget": 1}
    assert outcome.ended is not None
    assert not outcome.ended.listing_complete
    assert outcome.ended.stats["requests"] == 30


def test_a_list_that_repeats_itself_is_a_loop(tmp_path: Path) -> None:
    with FaultServer({"/list": endless(lambda number: f"/list?page={number % 4}")}) as server:
        outcome = crawl(job_for(tmp_path, server.url("/list?page=0"), "next"))
    assert outcome.problems == {"loop": 1}
    assert len(server.paths()) == 12


@pytest.mark.parametrize(
    ("name", "bound"), [("ads", {"ads": 5}), ("bytes", {"total_bytes": 400}), ("seconds", {"seconds": 5})]
)
def test_other_budgets_end_a_run_too(tmp_path: Path, name: str, bound: dict[str, float]) -> None:
    delay = 0.3 if name == "seconds" else 0
    with FaultServer({"/list": endless(lambda number: f"/list?page={number}")}) as server:
        job = job_for(tmp_path, server.url("/list?page=0"), "next", limits=limits(**bound), delay_seconds=delay)
        outcome = crawl(job)
    assert outcome.problems == {"budget": 1}
    assert outcome.ended is not None
    assert 0 < len(outcome.ads) < 30
    if name == "ads":
        assert len(outcome.ads) == 5


def test_once_the_budget_is_used_up_the_other_pages_are_not_asked_for(tmp_path: Path) -> None:
    routes = {f"/{number}": page("x") for number in range(20)}
    with FaultServer(routes) as server:
        job = job_for(tmp_path, server.url(), paths=[*routes], parallel=8, limits=limits(pages=6))
        outcome = crawl(job)
    assert len(server.arrivals) == 6
    assert outcome.problems == {"budget": 1}


@pytest.mark.parametrize(
    ("how", "code", "words"),
    [
        ("crash", "crashed", "ZeroDivisionError: no spider is perfect;"),
        ("json", "unreadable", "not the JSON that was expected"),
        ("memory", "crashed", "MemoryError"),
    ],
)
def test_a_spider_that_fails_leaves_what_it_saw_and_a_last_word(
    tmp_path: Path, how: str, code: str, words: str
) -> None:
    with FaultServer({"/": page("whole")}) as server:
        outcome = crawl(job_for(tmp_path, server.url(), "broken", how=how, limits=limits(memory_bytes=700 * MEBIBYTE)))
    assert outcome.ads == ["1"]
    assert outcome.problems == {code: 1}
    assert words in outcome.messages
    assert outcome.ended is not None
    assert not outcome.ended.listing_complete
    assert outcome.ended.stats["peak_rss_bytes"] < 700 * MEBIBYTE


@pytest.mark.parametrize(("how", "code"), [("no ad", "not_an_ad"), ("bad item", "crashed")])
def test_one_bad_ad_costs_itself_and_not_the_run(tmp_path: Path, how: str, code: str) -> None:
    with FaultServer({"/": page("whole")}) as server:
        outcome = crawl(job_for(tmp_path, server.url(), "broken", how=how))
    assert outcome.ads == ["1", "last"]
    assert outcome.problems == {code: 1}
    assert outcome.ended is not None
    assert outcome.ended.listing_complete


def test_a_spool_that_can_take_no_more_ends_the_run_without_a_last_word(tmp_path: Path) -> None:
    with FaultServer({"/list": endless(lambda number: f"/list?page={number}")}) as server:
        job = job_for(tmp_path, server.url("/list?page=0"), "next", limits=limits(file_bytes=20_000))
        outcome = crawl(job)
    assert Path(job.spool).stat().st_size == 20_000
    assert outcome.ended is None
    assert len(outcome.ads) > 3
    assert len(server.paths()) < len(outcome.ads) + 3


def test_a_computation_without_end_uses_up_its_processor_time(tmp_path: Path) -> None:
    with FaultServer({"/": page("x")}) as server:
        outcome = crawl_started(job_for(tmp_path, server.url(), "broken", how="spin", limits=limits(cpu_seconds=2)))
    assert outcome.exit_code in (-signal.SIGXCPU, -signal.SIGKILL)
    assert outcome.ended is None
    assert outcome.ads == ["1"]


def test_a_module_that_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    job = replace(job_for(tmp_path, "http://127.0.0.1:9/"), spider_modules=("tests.support.no_such_module",))
    outcome = crawl(job)
    assert outcome.exit_code == 1
    assert outcome.problems == {"crashed": 1}
    assert "ModuleNotFoundError" in outcome.messages


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(JobbvaktError, match="No such file or directory"):
        crawl_started(job_for(tmp_path / "missing", "http://127.0.0.1:9/"))


def test_a_relative_spool_is_meant_from_where_the_parent_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with FaultServer({"/": page("x")}) as server:
        outcome = crawl_started(job_for(Path(), server.url()))
    assert len(outcome.ads) == 1


def test_a_platform_that_nobody_knows_is_told(tmp_path: Path) -> None:
    outcome = crawl(job_for(tmp_path, "http://127.0.0.1:9/", "nobody"))
    assert outcome.exit_code == 5
    assert "known: broken, deeds, next, pages" in outcome.messages
    assert outcome.ended is not None


def test_observations_keep_their_order(tmp_path: Path) -> None:
    with FaultServer({"/list": endless(lambda number: f"/list?page={number}")}) as server:
        outcome = crawl(job_for(tmp_path, server.url("/list?page=0"), "next", limits=limits(pages=40)))
    kinds = [type(item).__name__ for item in outcome.observations]
    assert kinds == ["Fetched", "Seen", "Checkpoint"] * 39 + ["Problem", "Ended"]
    checkpoints = [item.cursor["url"] for item in outcome.observations if isinstance(item, Checkpoint)]
    assert checkpoints == outcome.ads
