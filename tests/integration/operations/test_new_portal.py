"""A new portal costs one file and one fixture folder: written by command, red until filled, green when it is."""

import json
import re
import shutil
from pathlib import Path

import pytest

from domain.clock import FixedClock
from domain.errors import UsageError
from operations.new_portal import new_portal
from tests.integration.portals.sites import Site
from tests.support import warm
from tests.support.command import NOON
from tests.support.warm import ROOT

LEAVE = shutil.ignore_patterns("__pycache__", ".*", "var", "docs", "benchmarks", "integration", "acceptance")
AD = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Kundeservicesjef", "description": "Du leder."}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of the source tree to write into."""
    root = tmp_path_factory.mktemp("checkout") / "jobbvakt"
    shutil.copytree(ROOT, root, ignore=LEAVE)
    return root


def command(root, *words):
    told = warm.run(*words, root=root, folder=root)
    return told.returncode, told.stdout + told.stderr


def test_it_is_red_until_its_page_is_there_and_green_afterwards(checkout):
    code, told = command(checkout, "new", "portal", "fjord_jobb", "--homepage", "https://fjordjobb.example")
    assert code == 0, told
    module = checkout / "crawler" / "portals" / "fjord_jobb.py"
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 60
    code, told = command(checkout, "sources", "check", "fjord_jobb")
    assert (code, "first_ad" in told) == (1, True), told
    case = checkout / "fixtures" / "portals" / "fjord_jobb" / "first_ad"
    (case / "page.html").write_text(f"<h1>x</h1><script type='application/ld+json'>{json.dumps(AD)}</script>")
    code, found = command(checkout, "sources", "check", "fjord_jobb", "--found")
    assert code == 0, found
    (case / "expected.json").write_text(found, encoding="utf-8")
    code, told = command(checkout, "sources", "check", "fjord_jobb")
    assert code == 0, told
    code, told = command(checkout, "sources", "list", "--json", "--data-dir", str(checkout / "trial"))
    assert [one["title"] for one in json.loads(told) if one["name"] == "fjord_jobb"] == ["Fjord Jobb"]


def test_the_page_of_instructions_leads_from_nothing_to_a_crawl(checkout, tmp_path):
    told = (ROOT / "docs" / "new-portal.md").read_text(encoding="utf-8")
    files = dict(re.findall(r"^`([\w./]+)`:\n\n```\w+\n(.*?)```", told, re.MULTILINE | re.DOTALL))
    commands = [line.split()[1:] for line in re.findall(r"^jobbvakt .+$", told, re.MULTILINE)]
    new, red, found, green, crawl = commands
    assert command(checkout, *new)[0] == 0
    assert command(checkout, *red)[0] == 1
    case = checkout / "fixtures" / "portals" / "fjordjobb" / "first_ad"
    (case / "page.html").unlink()
    for name, text in files.items():
        (checkout / name).write_text(text, encoding="utf-8")
    assert len(files["crawler/portals/fjordjobb.py"].splitlines()) <= 60
    code, read = command(checkout, *found)
    assert code == 0, read
    (draft,) = json.loads(read)
    assert (draft["title"], draft["deadline"], draft["places"][0]["city"]) == (
        "Kundeservicesjef",
        "2026-12-04",
        "Ålesund",
    )
    (case / "expected.json").write_text(read, encoding="utf-8")
    code, said = command(checkout, *green)
    assert code == 0, said
    with Site({"/api/jobs": files["fixtures/portals/fjordjobb/first_ad/page.json"]}) as site:
        config = tmp_path / "jobbvakt.toml"
        config.write_text(f'[sources.fjordjobb]\nallow_loopback = true\nbase_url = "{site.url}"\n')
        code, said = command(checkout, *crawl, "--json", "--config", str(config), "--data-dir", str(tmp_path))
    assert code == 0, said
    assert json.loads(said)["would_be"][0]["title"] == "Kundeservicesjef"


@pytest.mark.parametrize(
    ("name", "homepage", "why"),
    [
        ("Fjord", "https://a.example", "not a name"),
        ("class", "https://a.example", "not a name"),
        ("../x", "https://a.example", "not a name"),
        ("finn", "https://a.example", "taken"),
        ("lever", "https://a.example", "taken"),
        ("ny", "http://a.example", "address"),
        ("ny", 'https://a.example/"x', "address"),
    ],
)
def test_what_cannot_be_a_portal_is_told_and_nothing_is_written(checkout, name, homepage, why):
    before = {path for path in checkout.rglob("*.py") if path.is_file()}
    with pytest.raises(UsageError, match=why):
        new_portal(name, homepage, "Ny", "NO", NOON.now(), checkout)
    assert {path for path in checkout.rglob("*.py") if path.is_file()} == before


def test_an_installed_program_says_that_it_is_no_checkout(tmp_path: Path):
    with pytest.raises(UsageError, match="no checkout"):
        new_portal("ny", "https://a.example", "Ny", "NO", FixedClock(NOON.now()).now(), tmp_path)
