"""Several processes, also on several machines, share what is due: nothing twice, nothing left lying."""

import json
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from domain.clock import SystemClock, local_date
from domain.runs import RunState
from operations import crawl as crawling
from operations.context import open_context
from operations.crawl import CrawlOptions, crawl
from settings import load_settings
from storage import runs
from storage.errors import RunAlreadyLiveError
from tests.integration.portals.sites import Site
from tests.support.command import Home
from tests.support.warm import ROOT

SECRET = "one secret for all machines that share a store"
NAMES = ("bjerk", "furu", "gran", "osp")


def ad(number):
    data = {"@context": "https://schema.org", "@type": "JobPosting", "title": f"Kundeservicesjef {number}"}
    data |= {"description": "<p>Du leder.</p>", "hiringOrganization": {"name": "Havbris"}, "datePosted": "2026-11-20"}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.fixture
def site():
    """Two ads, and a sitemap that names them."""
    with Site() as found:
        found.pages |= {f"/jobs/{number}": ad(number) for number in range(2)}
        places = "".join(f"<url><loc>{found.url}/jobs/{number}</loc></url>" for number in range(2))
        found.pages["/sitemap.xml"] = f"<urlset>{places}</urlset>"
        yield found


def table(site):
    return {"platform": "schema_org", "base_url": site.url}


def only(home, *names):
    """Switch off what is on by itself; the sources that are left are ``names``."""
    text = home.config.read_text(encoding="utf-8")
    off = "".join(f"[sources.{name}]\nenabled = false\n" for name in ("nav_feed", "jobbnorge") if name not in names)
    home.config.write_text(text + off, encoding="utf-8")
    return home


@pytest.mark.postgres
def test_two_machines_crawl_each_source_once_between_them(tmp_path, site, postgres_url):
    homes = []
    for machine in ("a", "b"):
        (folder := tmp_path / machine).mkdir()
        home = only(Home(folder, {name: table(site) for name in NAMES}))
        shared = f'[database]\nurl = "{postgres_url}"\n[web]\nsecret = "{SECRET}"\n'
        home.config.write_text(home.config.read_text(encoding="utf-8") + shared, encoding="utf-8")
        homes.append(home)
    homes[0].jobbvakt("db", "upgrade")
    with ThreadPoolExecutor() as pool:
        told = list(pool.map(lambda home: home.jobbvakt("work", "--once"), homes))
    assert all(told), [home.errors for home in homes]
    assert sum(one["crawled"] for one in told) == len(NAMES), [home.errors for home in homes]
    found = homes[0].jobbvakt("runs", "list")
    assert sorted((run["source"], run["state"]) for run in found) == [(name, "complete") for name in NAMES]


def test_what_waits_in_the_outbox_is_sent(tmp_path, site):
    home = only(Home(tmp_path, {"gran": table(site)}))
    home.crawl("gran", match=True)
    home.jobbvakt("alert", "add", "--email", "kari@example.org", "--min-score", "0", "--confirmed")
    home.jobbvakt("digest", "--no-send", "--date", local_date(SystemClock().now()).isoformat())
    assert home.jobbvakt("work", "--once") == {"crawled": 0, "sent": 1}
    assert len(list((tmp_path / "outbox").glob("*.eml"))) == 1


def test_it_stops_when_it_is_asked_to(tmp_path, site):
    home = only(Home(tmp_path, {"gran": table(site)}))
    words = ["work", "--config", str(home.config), "--data-dir", str(home.folder)]
    command = [sys.executable, "-c", "from cli import main; main()", *words]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert "Stop it with" in process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=40)
    assert process.returncode == 0, errors


@pytest.fixture
def context(tmp_path, site):
    """One source, opened as a verb has it."""
    home = only(Home(tmp_path, {"gran": table(site)}))
    with open_context(load_settings(home.config, home.folder)) as opened:
        yield opened


def begun_elsewhere(context):
    with context.store.write() as session:
        return runs.begin(session, "gran", SystemClock().now(), pid=1, host="en-annen-maskin", trigger="schedule")


def test_a_run_that_dies_on_another_machine_is_taken_over_by_whoever_waited_for_it(context, monkeypatch):
    monkeypatch.setattr(crawling, "STALE_SECONDS", 1.0)
    dead = begun_elsewhere(context)
    assert crawl(context, "gran").state is RunState.COMPLETE
    with context.store.read() as session:
        assert runs.get(session, dead).state is RunState.ABORTED


def test_a_timed_crawl_does_not_wait_for_another_machines(context):
    number = begun_elsewhere(context)
    with pytest.raises(RunAlreadyLiveError, match="live already") as refused:
        crawl(context, "gran", CrawlOptions(joins=False))
    assert refused.value.run_id == number
