"""The reference pages say what the code says."""

import os

import pytest

from tests.contracts.reference_pages import PAGES, REWRITE, commands_page, settings_page


@pytest.mark.parametrize(("name", "write"), [("commands.md", commands_page), ("settings.md", settings_page)])
def test_the_page_is_that_of_the_code(name, write):
    page = write().rstrip("\n") + "\n"
    if os.environ.get(REWRITE):
        (PAGES / name).write_text(page, encoding="utf-8")
    assert (PAGES / name).read_text(encoding="utf-8") == page, f"rewrite it: {REWRITE}=1"
