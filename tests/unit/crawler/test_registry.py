"""Spiders are found by being there."""

import sys
from pathlib import Path

import pytest

from crawler.registry import find_spider, portals
from domain.errors import ConfigurationError

SUPPORT = ("tests.support.spiders",)
SPIDER = """
from crawler.spider import PortalSpider
from domain.sources import Portal, Terms

class Parent(PortalSpider):
    pass

class {cls}(Parent):
    name = "{name}"
    portal = Portal("Test", "https://t.example", "NO", Terms.OFFICIAL)
    options = {{"tenant": str}}
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "made_up_portals"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Portals."""')
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for name in [name for name in sys.modules if name.startswith("made_up_portals")]:
        del sys.modules[name]


def test_a_new_file_in_the_package_is_enough(package: Path) -> None:
    (package / "acme.py").write_text(SPIDER.format(cls="Acme", name="acme"))
    (package / "zeta.py").write_text(SPIDER.format(cls="Zeta", name="zeta"))
    found = portals(["made_up_portals"])
    assert list(found) == ["acme", "zeta"]
    assert found["acme"].options == {"hosts": list, "tenant": str}


def test_two_spiders_of_one_name_are_an_error_that_names_both(package: Path) -> None:
    (package / "one.py").write_text(SPIDER.format(cls="One", name="acme"))
    (package / "two.py").write_text(SPIDER.format(cls="Two", name="acme"))
    with pytest.raises(ConfigurationError, match=r"made_up_portals\.one and made_up_portals\.two"):
        portals(["made_up_portals"])


def test_a_spider_that_is_only_imported_is_not_found_twice(package: Path) -> None:
    (package / "one.py").write_text(SPIDER.format(cls="One", name="acme"))
    (package / "two.py").write_text("from made_up_portals.one import One\n")
    assert list(portals(["made_up_portals"])) == ["acme"]


def test_a_spider_is_found_by_name() -> None:
    assert find_spider("pages", SUPPORT).name == "pages"


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(ConfigurationError, match="pages"):
        find_spider("nobody", SUPPORT)
