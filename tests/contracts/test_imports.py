"""The import rules hold in the tree, and each of them is proved by breaking it on purpose."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("alerts", "cli", "crawler", "domain", "matcher", "operations", "storage", "web")
LINT = Path(sys.executable).with_name("lint-imports")

BREAKS = [
    ("Layers: ", "domain/offence.py", "import storage"),
    ("Layers: ", "matcher/offence.py", "import alerts"),
    ("Layers: ", "storage/offence.py", "import cli"),
    ("Matcher, alerts and parsing", "matcher/offence.py", "import storage"),
    ("Matcher, alerts and parsing", "crawler/parsing/offence.py", "import scrapy"),
    ("Matcher, alerts and parsing", "alerts/offence.py", "import smtplib"),
    ("Only operations joins", "crawler/offence.py", "import storage"),
    ("Domain stands on the standard library", "domain/offence.py", "import pydantic"),
    ("Settings are read at the edge", "crawler/offence.py", "import settings"),
    ("Layers: ", "operations/offence.py", "import web"),
    ("Pages use verbs", "web/offence.py", "import scrapy"),
    ("Only the command line may start the scheduler", "operations/offence.py", "import scheduler"),
    ("Portals do not know each other", "crawler/portals/offence.py", "import crawler.portals.{a_portal}"),
]

MAY_IMPORT = {
    "settings.py": {"domain", "pydantic", "pydantic_settings"},
    "scheduler.py": {"domain", "operations", "settings", "apscheduler"},
}
"""import-linter takes no single file as a root, so these two are read here."""


def lint(folder):
    # The editable install puts the repository on the path; the folder we stand in comes first.
    command = [LINT, "--config", ROOT / ".importlinter", "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout + done.stderr


def imported(path):
    """Top-level names that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield str(node.module).split(".")[0]


def third_party_and_own(path):
    return set(imported(path)) - sys.stdlib_module_names


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """The packages of the tree in a folder of their own, free to be spoilt."""
    folder = tmp_path_factory.mktemp("tree")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    for module in MAY_IMPORT:
        shutil.copy(ROOT / module, folder / module)
    return folder


def test_the_tree_keeps_every_contract():
    code, output = lint(ROOT)
    assert code == 0, output
    assert "0 broken" in output


@pytest.mark.parametrize(("contract", "file", "offence"), BREAKS, ids=lambda value: value.replace(" ", "-"))
def test_a_deliberate_break_is_caught_by_its_contract(copied, contract, file, offence):
    path = copied / file
    a_portal = min((path.stem for path in (ROOT / "crawler" / "portals").glob("[a-z]*.py")), default="")
    path.write_text(offence.format(a_portal=a_portal) + "\n", encoding="utf-8")
    try:
        code, output = lint(copied)
    finally:
        path.unlink()
    broken = [line for line in output.splitlines() if " BROKEN" in line]
    assert code != 0
    assert any(line.startswith(contract) for line in broken), output


def test_every_contract_is_broken_by_some_example():
    names = [
        line.removeprefix("name = ")
        for line in (ROOT / ".importlinter").read_text(encoding="utf-8").splitlines()
        if line.startswith("name = ")
    ]
    assert [name for name in names if not any(name.startswith(contract) for contract, _, _ in BREAKS)] == []


@pytest.mark.parametrize("module", MAY_IMPORT)
def test_a_single_file_module_imports_no_more_than_it_may(module):
    assert third_party_and_own(ROOT / module) <= MAY_IMPORT[module]


def test_domain_imports_the_standard_library_only():
    offenders = {path.name: third_party_and_own(path) - {"domain"} for path in (ROOT / "domain").rglob("*.py")}
    assert {name: found for name, found in offenders.items() if found} == {}


def test_no_file_of_the_product_imports_relatively():
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            list(imported(path))
