"""The wheel holds the listed packages and nothing else, and our generic names resolve to our own code."""

import importlib.util
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("alerts", "cli", "crawler", "domain", "matcher", "operations", "storage", "web")
MODULES = ("scheduler", "settings")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Names of the files in a freshly built wheel."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return archive.namelist()


def test_the_wheel_holds_exactly_what_the_project_lists(wheel):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    tops = {name.split("/")[0] for name in wheel if ".dist-info/" not in name}
    assert tops == {entry.split("/")[0] for entry in listed}
    assert tops == {*PACKAGES, *(f"{module}.py" for module in MODULES), "fixtures"}


def test_the_wheel_holds_every_file_of_every_package(wheel):
    on_disk = {
        path.relative_to(ROOT).as_posix()
        for folder in (*PACKAGES, "fixtures/world")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert on_disk - set(wheel) == set()


def test_no_tests_caches_or_local_files_slip_into_the_wheel(wheel):
    unwanted = ("tests/", "benchmarks/", "docs/", "var/", "__pycache__", "jobbvakt.toml")
    assert [name for name in wheel if any(part in name for part in unwanted)] == []


def test_the_licence_is_in_the_wheel(wheel):
    assert any(name.endswith("licenses/LICENSE") for name in wheel)


@pytest.mark.parametrize("name", [*PACKAGES, *MODULES])
def test_our_names_are_not_taken_by_a_dependency(name):
    found = importlib.util.find_spec(name)
    assert found is not None
    assert found.origin is not None
    assert Path(found.origin).resolve().is_relative_to(ROOT)
