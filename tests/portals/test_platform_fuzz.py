"""Damaged answers: whatever a value is swapped for, and wherever a page is cut, a parser tells it and never breaks."""

import json
import random
import re
from dataclasses import replace

import pytest

from crawler.parsing.page import PageError
from crawler.parsing.saved_page import read_saved_page
from crawler.pipelines.stages import NotAnAdError, process
from domain.postings import Draft
from tests.portals.cases import CASES, parser_of

ODD = (
    None,
    "",
    0,
    -1,
    True,
    [],
    {},
    [None],
    [[]],
    {"": None},
    "\x00",
    "x" * 5000,
    10**30,
    1e308,
    "<p>&lt;",
    ["a"],
    {"a": {}},
)
ROUNDS = 25


def paths(value, here=()):
    """Every place in a JSON value."""
    yield here
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from paths(item, (*here, key))


def swapped(value, path, odd):
    """``value`` with what stands at ``path`` replaced."""
    if not path:
        return odd
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = swapped(value[path[0]], path[1:], odd)
    return copy


def survives(case, body):
    """Parsing gives ads or says why not, and each draft passes the stages or is refused by them."""
    if case.page_file.suffix == ".html":
        read_saved_page(replace(case.page, body=body, url="saved.html"))
    try:
        found = parser_of(case.slug)(replace(case.page, body=body))
    except PageError:
        return
    for item in found:
        if isinstance(item, Draft):
            try:
                process(item)
            except NotAnAdError:
                continue


JSON_CASES = [name for name, case in CASES.items() if case.page_file.suffix == ".json"]


@pytest.mark.parametrize("name", JSON_CASES)
def test_a_value_of_another_kind_breaks_no_parser(name):
    case = CASES[name]
    value = json.loads(case.page_file.read_text(encoding="utf-8-sig"))
    chance = random.Random(name)
    places = list(paths(value))
    for _ in range(ROUNDS):
        survives(case, json.dumps(swapped(value, chance.choice(places), chance.choice(ODD))).encode())


@pytest.mark.parametrize("name", CASES)
def test_a_page_that_is_cut_or_damaged_breaks_no_parser(name):
    case = CASES[name]
    body = case.page_file.read_bytes()
    chance = random.Random(name)
    for _ in range(ROUNDS // 3):
        survives(case, body[: chance.randrange(len(body) + 1)])
        start = chance.randrange(len(body) + 1)
        survives(case, body[:start] + chance.randbytes(8) + body[start + 8 :])
        survives(case, body[:start] + body[start + chance.randrange(200) :])


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.page_file.suffix == ".xml"])
def test_a_list_in_xml_with_a_hole_is_not_taken_for_a_whole_one(name):
    """Cutting an element in two must not silently lose an ad: fewer ads come only with an error."""
    case = CASES[name]
    body = case.page_file.read_bytes()
    parse = parser_of(case.slug)
    whole = len(parse(case.page))
    chance = random.Random(name)
    for _ in range(ROUNDS):
        start = chance.randrange(len(body) // 4, len(body))
        damaged = body[:start] + body[start + chance.randrange(1, 60) :]
        try:
            found = parse(replace(case.page, body=damaged))
        except PageError:
            continue
        assert len(found) >= whole - _removed(body, damaged), (start, damaged)


def _removed(before, after):
    """How many ads lost their opening tag by the cut."""
    tag = re.compile(rb"<(?:item|entry|position|Vacancy)[\s>/]")
    return len(tag.findall(before)) - len(tag.findall(after))
