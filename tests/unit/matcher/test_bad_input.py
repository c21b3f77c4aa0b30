"""Whatever an ad holds, reading ends, does not fail, and costs time in proportion to its length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.matcher.reading import read

ITEM = "<li>Erfaring med Zendesk eller Puzzel, gjerne CRM. Norsk er et krav</li>"


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "<",
        "a" * 100_000,
        "kundeservice" * 9_000,
        "<p>Erfaring med Zendesk.</p>" * 40_000,
        "<p>" + "Erfaring med Zendesk er en fordel og norsk er et krav " * 20_000,
        "\x00\x01\ufffd" * 1_000,
        "客户服务 خدمة обслуживание " * 500,
        "<p>" * 5_000,
        "&" * 10_000,
        "lønn " + "9" * 5_000,
        "Søknadsfrist 99.99.9999",
    ],
)
def test_odd_ads_are_read(html):
    reading = read(html)
    assert reading.fields.deadline is None
    assert all(reading.text[m.span.start : m.span.end] == m.span.quote for m in reading.mentions)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_is_read(html, title):
    read(html, title)


@settings(max_examples=60, deadline=None)
@given(
    st.from_regex(r"[1-9][0-9]{0,3}([ .,'][0-9]{1,3}){0,2}", fullmatch=True),
    st.sampled_from(["", "mio", " mio.", " mill", " mill.", "m", "k", " millioner", " miljoner", " tusen", "t", "'"]),
)
def test_any_sum_is_read(figure, unit):
    read(f"<p>Lønn {figure}{unit} kroner. Vi omsetter for €{figure}{unit}, og lønn er fra 1 til {figure}{unit}.</p>")


def test_a_turnover_in_millions_is_no_pay():
    assert read("<p>Salary and bonus. We are a group of €225mio turnover.</p>").fields.salary is None


def seconds(html):
    began = time.process_time()
    read(html)
    return time.process_time() - began


@pytest.mark.parametrize("make", [lambda n: ITEM * n, lambda n: "Det er en fordel med crm, men ikke et krav " * n])
def test_time_grows_in_proportion_to_length(make):
    read(make(20))
    short, long = (min(seconds(make(items)) for _ in range(3)) for items in (250, 2_000))
    # Eight times the text: 8 when linear, 64 when quadratic.
    assert long < short * 24 + 0.2


def test_ten_thousand_items_are_read():
    reading = read("<h3>Krav</h3><ul>" + "<li>Excel</li>" * 10_000 + "</ul>")
    assert len(reading.mentions) == 10_000
