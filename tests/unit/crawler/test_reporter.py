"""The child's pen."""

from datetime import UTC, datetime
from pathlib import Path

from crawler.job import CrawlJob
from crawler.policy.door import Door
from crawler.reporter import Reporter
from crawler.spool import read_from
from domain.clock import FixedClock
from domain.observations import Ended, Observation, Problem, Seen
from domain.postings import Draft
from domain.sources import Portal, Source, Terms

CLOCK = FixedClock(datetime(2026, 11, 23, 11, 0, tzinfo=UTC))
PORTAL = Portal("Test", "https://t.example", "NO", Terms.OFFICIAL)


def _report(path: Path, *observations: Observation, reason: str = "finished") -> list[Observation]:
    source = Source("a", "b", PORTAL, "https://a.example")
    reporter = Reporter(str(path), CLOCK)
    for observation in observations:
        reporter.report(observation)
    reporter.ended(reason, Door(CrawlJob(1, source, str(path), CLOCK.now())), listing_complete=True)
    return read_from(path, 0, 100)[0]


def test_an_ad_passes_the_stages(tmp_path: Path) -> None:
    seen, _ = _report(tmp_path / "spool", Seen(Draft("1", "https://a.example/1", "Sjef\u00a0 søkes")))
    assert isinstance(seen, Seen)
    assert seen.draft.title == "Sjef søkes"


def test_an_ad_that_is_none_is_a_problem_that_names_it(tmp_path: Path) -> None:
    problem, _ = _report(tmp_path / "spool", Seen(Draft("1", "https://a.example/1", "")))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.source_ref, problem.url) == ("not_an_ad", "1", "https://a.example/1")


def test_the_last_word_has_the_facts(tmp_path: Path) -> None:
    (ended,) = _report(tmp_path / "spool")
    assert isinstance(ended, Ended)
    assert (ended.finish_reason, ended.listing_complete) == ("finished", True)
    assert ended.stats["peak_rss_bytes"] > 1_000_000


def test_a_stop_by_scrapys_own_limit_is_told_as_one(tmp_path: Path) -> None:
    problem, ended = _report(tmp_path / "spool", reason="closespider_timeout")
    assert isinstance(problem, Problem)
    assert problem.code == "budget"
    assert isinstance(ended, Ended)


def test_a_key_that_is_hidden_stands_in_no_address_and_no_message(tmp_path: Path) -> None:
    reporter = Reporter(str(tmp_path / "spool"), CLOCK)
    reporter.hide("s3cr3t")
    reporter.report(
        Problem("server_error", "it failed: https://a.example/?key=s3cr3t", "https://a.example/?key=s3cr3t")
    )
    text = (tmp_path / "spool").read_text()
    assert "s3cr3t" not in text
    assert text.count("***") == 2
