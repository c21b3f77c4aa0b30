"""Runs as an operator handles them, in processes of their own: stopped from another one, joined, and only tried."""

import json
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from hashlib import sha256

import pytest

from storage import postings, runs
from storage import sources as source_states
from tests.integration.portals.sites import Site
from tests.support import warm
from tests.support.command import Home
from tests.support.warm import ROOT

ADS = 40


def ad(number, title="Kundeservicesjef"):
    data = {"@context": "https://schema.org", "@type": "JobPosting", "title": f"{title} {number}"}
    data |= {"description": "<p>Du leder.</p>", "hiringOrganization": {"name": "Havbris"}, "datePosted": "2026-11-20"}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


PROGRAM = "from cli import main; main()"


def sitemap(site, numbers):
    return "<urlset>" + "".join(f"<url><loc>{site.url}/jobs/{n}</loc></url>" for n in numbers) + "</urlset>"


@contextmanager
def slow_site(folder, delay=0.25):
    """A site whose crawl takes ten seconds, and a data folder for it."""
    with Site() as site:
        site.pages |= {f"/jobs/{n}": ad(n) for n in range(ADS)}
        site.pages["/sitemap.xml"] = sitemap(site, range(ADS))
        table = {"platform": "schema_org", "base_url": site.url, "delay_seconds": delay}
        yield site, Home(folder, {"minkilde": table})


@contextmanager
def command(home, *words):
    """A command under way."""
    arguments = [*words, "--config", str(home.config), "--data-dir", str(home.folder), "--json"]
    program = [sys.executable, "-c", PROGRAM, *arguments]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def until(true, seconds=120):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := true():
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come to pass")


def the_run(home):
    with home.store() as store, store.read() as session:
        return runs.recent(session, "minkilde", limit=1)[0]


def test_a_run_is_stopped_from_another_process_while_a_page_keeps_it_waiting_and_what_it_reported_is_stored(tmp_path):
    released, answered = threading.Event(), 6

    def held(_):
        released.wait(600)
        return ad(ADS - 1)

    with slow_site(tmp_path, delay=0) as (site, home), command(home, "crawl", "minkilde", "--no-match") as crawling:
        site.pages |= {f"/jobs/{n}": held for n in range(answered, ADS)}
        try:
            until(lambda: site.paths and the_run(home).tally.seen >= 2)
            number = the_run(home).id
            assert home.jobbvakt("runs", "cancel", str(number)) == {"run": number, "source": "minkilde", "asked": True}
            out, _ = crawling.communicate(timeout=120)
        finally:
            released.set()
        told = json.loads(out)
        assert home.jobbvakt("runs", "cancel", str(number)) is None
        code, errors = home.code, home.errors
    assert (told["state"], crawling.returncode) == ("cancelled", 1)
    assert (code, "has ended" in errors) == (3, True)
    assert 2 <= told["postings"]["new"] <= answered, "it did not wait for the pages that never came"
    with home.store() as store, store.read() as session:
        assert len(postings.active_refs(session, "minkilde")) == told["postings"]["new"]
        assert runs.live_all(session) == []


def test_a_second_crawl_joins_the_one_under_way_and_both_tell_of_the_same_run(tmp_path):
    joined = threading.Event()

    def last_ad(_):
        joined.wait(300)
        return ad(ADS - 1)

    with slow_site(tmp_path, delay=0) as (site, home), command(home, "crawl", "minkilde", "--no-match") as first:
        site.pages[f"/jobs/{ADS - 1}"] = last_ad
        until(lambda: len(site.paths) > 4)
        with command(home, "crawl", "minkilde", "--no-match") as second:
            told = second.stderr.readline()
            joined.set()
            theirs, ours = (json.loads(process.communicate(timeout=60)[0]) for process in (second, first))
        pages = [path for path in site.paths if path.startswith("/jobs/")]
    assert "minkilde: run 1 is under way already" in told
    assert (ours["joined"], theirs["joined"]) == (False, True)
    assert ours["run"] == theirs["run"] == 1
    assert (first.returncode, second.returncode) == (0, 0)
    assert ours["state"] == theirs["state"] == "complete"
    assert len(pages) == len(set(pages)) == ADS, "no page was asked for twice"
    with home.store() as store, store.read() as session:
        assert [record.id for record in runs.recent(session)] == [1]


@pytest.fixture
def site():
    with Site() as found:
        found.pages |= {"/jobs/1": ad(1), "/jobs/2": ad(2)}
        found.pages["/sitemap.xml"] = sitemap(found, [1, 2])
        yield found


def digest(home):
    """Every file of the data folder but locks and write-ahead logs that hold nothing."""
    return {
        path.relative_to(home.folder): sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.folder.rglob("*"))
        if path.is_file() and path.stat().st_size and not path.name.endswith(("-shm", ".lock"))
    }


def cursor_of(home):
    with home.store() as store, store.read() as session:
        return source_states.cursor(session, "minkilde")


def test_a_dry_run_tells_what_would_be_and_leaves_the_store_as_it_was_to_the_byte(tmp_path, site):
    home = Home(tmp_path, {"minkilde": {"platform": "schema_org", "base_url": site.url}})
    home.crawl("minkilde", match=True)
    site.pages |= {"/jobs/1": ad(1, "Leder kundesenter"), "/jobs/3": ad(3)}
    site.pages["/sitemap.xml"] = sitemap(site, [1, 2, 3])
    before, cursor = digest(home), cursor_of(home)
    told = home.jobbvakt("crawl", "minkilde", "--dry-run")
    assert home.code == 0
    assert digest(home) == before
    assert (told["postings"]["new"], told["postings"]["changed"]) == (1, 1)
    assert {(one["title"], one["versions"]) for one in told["would_be"]} == {
        ("Leder kundesenter 1", 2),
        ("Kundeservicesjef 3", 1),
    }
    with home.store() as store, store.read() as session:
        assert len(runs.recent(session, "minkilde")) == 1
        assert len(postings.active_refs(session, "minkilde")) == 2
    assert cursor_of(home) == cursor
    assert home.crawl("minkilde")["minkilde"]["postings"]["new"] == 1, "and afterwards the real run does it"


def test_a_dry_run_in_an_empty_folder_says_so_in_words(tmp_path, site):
    home = Home(tmp_path, {"minkilde": {"platform": "schema_org", "base_url": site.url}})
    words = ["crawl", "minkilde", "--dry-run", "--config", str(home.config), "--data-dir", str(tmp_path)]
    done = warm.run(*words)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("minkilde: complete")
    assert sorted(line.split(None, 1) for line in lines[1:3]) == [
        ["new", "Kundeservicesjef 1"],
        ["new", "Kundeservicesjef 2"],
    ]
    assert lines[3].strip() == "A dry run: nothing of this was stored."
    with home.store() as store, store.read() as session:
        assert runs.recent(session) == []
