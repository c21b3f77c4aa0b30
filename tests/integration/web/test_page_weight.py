"""What a page weighs, before it is packed: its HTML, the style and the one script."""

import re

from tests.integration.web.conftest import PEOPLE
from tests.integration.web.every_page import PAGES, furnish

BUDGET = 120_000
"""Bytes of HTML, CSS and JavaScript together."""


def test_no_page_of_any_role_is_heavier_than_its_budget(house):
    fixed = sum(len(house.visit().get(f"/static/{name}").content) for name in ("style.css", "pages.js"))
    assert fixed < 24_000
    furnish(house, PEOPLE)
    heavy = {}
    for role, paths in PAGES.items():
        client = house.visit(role)
        for path in paths:
            weight = len(client.get(path).content) + fixed
            if weight > BUDGET:
                heavy[path] = weight
    assert heavy == {}


def test_a_page_asks_for_nothing_else(house):
    """One style, one script, one icon, all from here; no font, no picture, nothing from elsewhere."""
    for path in ("/", "/stilling/1", "/lonn"):
        text = house.visit().get(path).text
        fetched = re.findall(r'<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*?(?:href|src)="([^"]+)"', text)
        assert set(fetched) == {"/static/style.css", "/static/icon.svg", "/static/pages.js"}
