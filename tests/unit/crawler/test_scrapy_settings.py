"""Scrapy's settings, held against what Scrapy makes of them."""

from datetime import UTC, datetime
from importlib.metadata import version

import pytest
from scrapy.settings import Settings
from scrapy.utils.conf import build_component_list

from crawler.job import CrawlJob, job_from_json
from crawler.policy.limits import Limits
from crawler.settings import scrapy_settings, user_agent
from domain.sources import Portal, Source, Terms


def _job(contact: str = "ops@example.org") -> CrawlJob:
    portal = Portal("Test", "https://t.example", "NO", Terms.OFFICIAL)
    source = Source("a", "b", portal, "https://a.example", delay_seconds=2.5, options={"tenant": "x", "n": [1, 2]})
    return CrawlJob(
        run_id=7,
        source=source,
        spool="/x/7.jsonl",
        started_at=datetime(2026, 11, 23, tzinfo=UTC),
        cursor={"page": {"id": "ø"}},
        title_terms=("kundeservice",),
        known_refs=("1", "2"),
        contact=contact,
        limits=Limits(ads=3, body_bytes=1000),
    )


@pytest.fixture
def settings() -> Settings:
    return Settings(scrapy_settings(_job()))


@pytest.mark.parametrize(
    "name", ["TELNETCONSOLE", "REMOTE_CONTROL", "COOKIES", "HTTPPROXY", "HTTPCACHE", "METAREFRESH"]
)
def test_what_listens_remembers_or_leads_astray_is_off(settings: Settings, name: str) -> None:
    assert not settings.getbool(f"{name}_ENABLED")


def test_only_our_own_middlewares_stand_between_spider_and_wire(settings: Settings) -> None:
    found = build_component_list(settings.get_component_priority_dict_with_base("DOWNLOADER_MIDDLEWARES"))
    names = [getattr(item, "__name__", str(item).rpartition(".")[2]) for item in found]
    assert names == [
        "DownloadTimeoutMiddleware",
        "DefaultHeadersMiddleware",
        "UserAgentMiddleware",
        "DoorMiddleware",
        "RedirectMiddleware",
        "DownloaderStats",
    ]


def test_only_http_and_https_have_a_handler_and_it_is_ours(settings: Settings) -> None:
    handlers = {scheme: path for scheme, path in settings.getwithbase("DOWNLOAD_HANDLERS").items() if path}
    assert handlers == dict.fromkeys(("http", "https"), "crawler.policy.handler.DoorHandler")


def test_certificates_are_checked_and_names_resolved_by_our_resolver(settings: Settings) -> None:
    assert settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
    assert settings["TWISTED_DNS_RESOLVER"] == "crawler.policy.resolver.GuardedResolver"


def test_bounds_come_from_the_job(settings: Settings) -> None:
    assert settings.getint("DOWNLOAD_MAXSIZE") == 1000
    assert settings.getfloat("DOWNLOAD_DELAY") == 2.5
    assert settings.getint("REDIRECT_MAX_TIMES") == 5


@pytest.mark.parametrize(
    ("contact", "tail"),
    [
        ("ops@example.org", " (+ops@example.org)"),
        ("", ""),
        ("a@b.example\r\nX-Evil: 1", " (+a@b.example X-Evil: 1)"),
        ("Ås@example.org", " (+s@example.org)"),
    ],
)
def test_the_user_agent_names_us_and_cannot_be_broken_out_of(contact: str, tail: str) -> None:
    assert user_agent(contact) == f"Jobbvakt/{version('jobbvakt')}{tail}"


def test_a_job_survives_its_way_to_the_child() -> None:
    assert job_from_json(_job().to_json().encode()) == _job()
    assert "\n" not in _job("two\nlines").to_json()


@pytest.mark.parametrize("text", ["", "[]", "{}", "nonsense", '{"run_id": "x"}'])
def test_anything_else_is_no_job(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        job_from_json(text)
