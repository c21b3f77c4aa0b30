"""The API does what pages and commands do: tables name the route of each; the reference is the code's."""

import os
import re

import pytest
import typer
from fastapi import FastAPI
from fastapi.routing import APIRoute

from cli import COMMANDS, build
from tests.contracts.api_page import PAGE, REWRITE, written
from tests.contracts.verbs import COMMAND_VERBS, PAGE_VERBS
from web.rooms import ROOMS


@pytest.fixture(scope="module")
def app():
    """The routes alone: no store is needed to look at them."""
    found = FastAPI(title="Jobbvakt", version="1", openapi_url=None, separate_input_output_schemas=False)
    for room in ROOMS:
        room.install(found)
    return found


def names(app, *, api):
    """``METHOD /path`` of every route of the API, or of every page."""
    routes = [route for route in app.routes if isinstance(route, APIRoute)]
    own = [route for route in routes if route.path.startswith("/api/v1") is api]
    return {f"{method} {route.path.removeprefix('/api/v1')}" for route in own for method in route.methods}


def commands():
    for name in COMMANDS:
        inside = getattr(typer.main.get_command(build([name])).commands[name], "commands", None)
        yield from (f"{name} {sub}" for sub in inside) if inside else [name]


def test_every_page_is_named_with_its_verb_in_the_api_or_a_reason(app):
    """Where a page is new: say in tests/contracts/verbs.py which route of the API does the same, or why none does."""
    assert names(app, api=False) == set(PAGE_VERBS)


def test_every_command_is_named_with_its_verb_in_the_api_or_a_reason():
    assert set(commands()) == set(COMMAND_VERBS)


@pytest.mark.parametrize("verbs", [PAGE_VERBS, COMMAND_VERBS], ids=["pages", "commands"])
def test_the_verbs_named_are_routes_of_the_api(app, verbs):
    named = {name: re.findall(r"(?:GET|POST|PUT|DELETE) /[^\s,;]*", told) for name, told in verbs.items()}
    assert {name for name, found in named.items() if not found and len(verbs[name].split()) < 3} == set()
    assert {name: found for name, found in named.items() if not set(found) <= names(app, api=True)} == {}


def test_the_reference_tells_every_route(app):
    page = written(app.openapi())
    if os.environ.get(REWRITE):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page, f"rewrite it: {REWRITE}=1"
