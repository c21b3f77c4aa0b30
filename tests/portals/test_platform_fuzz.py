"""Whatever strangers send, a reader gives ads or a documented error, soon. A few seconds here; hours elsewhere.

``JOBBVAKT_FUZZ=2000`` tries so many damaged inputs of each reader instead of a handful; ``make fuzz`` goes on from
there, led by the branches that an input takes.
"""

import os
import random
import re
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.parsing.page import PageError
from tests.fuzz.mutations import mutate
from tests.fuzz.targets import REGRESSIONS, TARGETS, kind_of
from tests.portals.cases import CASES, parser_of

ROUNDS = int(os.environ.get("JOBBVAKT_FUZZ", "12"))
SECONDS = 2.0
"""CPU time that no input of up to 200 kB may take."""
HOLES = 25
LONG = 30_000 if ROUNDS < 100 else 190_000
REPEATED = (
    *(b" ", b"\n", b"\t\n", b"<", b"&", b"1", b"-", b"a@a@", b"<a ", b"&amp;", b"1.", b"<!--", b"<svg>", b"<tr><td>"),
    *(
        b"frist: ",
        b"http://",
        b'"',
        b"itemscope ",
        b"\xc3\x83\xc2\xa5",
        b"=?utf-8?q?a?= ",
        b"Sitemap: ",
        b'{"a":',
        b"a, ",
    ),
)


def read_soon(target, data):
    began = time.process_time()
    target.read(data)
    took = time.process_time() - began
    assert took < SECONDS, f"{target.name} took {took:.1f} s for {len(data)} bytes: {data[:200]!r}"


def damaged(target, seed, chance):
    return mutate(seed, kind_of(seed) if target.kind == "any" else target.kind, chance)


@pytest.mark.parametrize("name", TARGETS)
def test_a_page_with_damaged_parts_breaks_no_reader(name):
    target = TARGETS[name]
    chance = random.Random(name)
    for _ in range(ROUNDS):
        data = chance.choice(target.seeds)
        for _ in range(chance.choice((1, 1, 2, 4))):
            data = damaged(target, data, chance)
        read_soon(target, data)


@pytest.mark.parametrize("name", TARGETS)
@settings(
    max_examples=ROUNDS, deadline=None, database=None, derandomize=ROUNDS < 100, suppress_health_check=list(HealthCheck)
)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)), place=st.floats(0, 1))
def test_any_bytes_alone_or_inside_a_page_break_no_reader(name, data, place):
    target = TARGETS[name]
    read_soon(target, data)
    seed = target.seeds[int(place * (len(target.seeds) - 1))]
    cut = int(place * len(seed))
    read_soon(target, seed[:cut] + data + seed[cut:])


@pytest.mark.parametrize("name", TARGETS)
def test_repeating_a_sign_for_ever_takes_no_reader_long(name):
    repeated = REPEATED if ROUNDS >= 100 else random.Random(name).sample(REPEATED, 2)
    for unit in repeated:
        read_soon(TARGETS[name], unit * (LONG // len(unit)))


@pytest.mark.parametrize("file", sorted(REGRESSIONS.iterdir()), ids=lambda path: path.name)
def test_what_once_broke_a_reader_does_so_no_more(file):
    read_soon(TARGETS[file.name.partition("-")[0]], file.read_bytes())


def test_every_portal_and_every_kind_of_input_is_a_target():
    assert {case.slug for case in CASES.values()} <= set(TARGETS)
    assert {"alert_mail", "saved_page", "sitemap", "robots", "retry_after", "charset", "packed", "money"} <= set(
        TARGETS
    )


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.page_file.suffix == ".xml"])
def test_a_list_in_xml_with_a_hole_is_not_taken_for_a_whole_one(name):
    """Cutting an element in two must not silently lose an ad: fewer ads come only with an error."""
    case = CASES[name]
    body = case.page_file.read_bytes()
    parse = parser_of(case.slug)
    whole = len(parse(case.page))
    chance = random.Random(name)
    for _ in range(HOLES):
        start = chance.randrange(len(body) // 4, len(body))
        torn = body[:start] + body[start + chance.randrange(1, 60) :]
        try:
            found = parse(replace(case.page, body=torn))
        except PageError:
            continue
        assert len(found) >= whole - _removed(body, torn), (start, torn)


def _removed(before, after):
    """How many ads lost their opening tag by the cut."""
    tag = re.compile(rb"<(?:item|entry|position|Vacancy)[\s>/]")
    return len(tag.findall(before)) - len(tag.findall(after))
