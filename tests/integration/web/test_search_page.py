"""The search page beyond its hits: words to choose from, what may be meant, weeks, chips, saving from the list."""

import re

import pytest

from domain.accounts import Role
from operations.completing import MEANT, meant, offered


def test_the_field_offers_titles_and_concepts_without_a_script(house):
    text = house.visit().get("/").text
    offer = re.search(r'<datalist id="meant">(.*?)</datalist>', text, re.DOTALL)[1]
    assert '<option value="Kundeservicesjef">' in offer
    assert '<option value="Zendesk">' in offer
    assert 'list="meant"' in text


def test_what_is_offered_is_asked_of_the_store_once(house, monkeypatch):
    asked = []
    monkeypatch.setattr("web.pages.search.offered", lambda session: asked.append(1) or offered(session))
    client = house.visit()
    client.get("/")
    client.get("/?v=1&q=leder")
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("typed", "near"),
    [("kundeservicesjeff", "kundeservicesjef"), ("zendsek", "zendesk"), ("kunndesenter", "kundesenter")],
)
def test_a_misspelt_word_is_put_right_when_nothing_is_found(house, typed, near):
    with house.context.store.read() as session:
        assert near in meant(session, typed)
        assert len(meant(session, typed)) <= MEANT
    text = house.visit().get("/", params={"v": "1", "q": "xq" + typed}).text
    assert "Ingen stillinger passer" in text


def test_words_like_nothing_known_are_left_alone(house):
    with house.context.store.read() as session:
        assert meant(session, "qqqqwwww") == []
        assert meant(session, "-kunndesenter") == []
        assert meant(session, "") == []


def test_nothing_found_leads_on_to_what_may_be_meant(house):
    text = house.visit().get("/?v=1&q=zendsekk").text
    assert 'href="/?v=1&amp;q=zendesk"' in text


def test_every_limit_in_force_is_a_chip_that_takes_it_away(house):
    address = "/?v=1&q=sjef&county=Oslo&published=30&min_score=1&salary_min=500000&pay_stated=1"
    text = house.visit().get(address).text
    chips = re.findall(r'<a class="chip" href="([^"]+)">(.*?) <span aria-hidden', text)
    assert [label for _, label in chips] == [
        "Oslo",
        "Siste 30 dager",
        "minst 1 poeng",
        "Minst 500\u00a0000 kr i året",
        "Lønn er oppgitt",
    ]
    assert all("county=Oslo" in there for there, label in chips if label != "Oslo")
    assert "published" not in chips[1][0]


def test_an_age_without_a_preset_is_told_in_days(house):
    assert "Siste 12 dager" in house.visit().get("/?v=1&published=12").text


def test_the_order_is_a_link_and_relevance_needs_words(house):
    client = house.visit()
    assert "sort=relevance" not in client.get("/").text
    text = client.get("/?v=1&q=sjef&sort=newest").text
    assert "sort=relevance" in text
    assert 'name="sort" value="newest"' in text
    assert re.search(r'sort=newest" aria-current="true"', text)


def test_new_openings_by_week_are_drawn_and_said(house):
    text = house.visit().get("/").text
    assert "Nye stillinger per uke" in text
    assert "7 siste uke, 5 uken før" in text
    assert "Nye stillinger per uke" not in house.visit().get("/?v=1&q=finnesikke").text


def test_an_opening_is_saved_from_the_list_by_those_who_are_signed_in(house):
    assert 'form="keep"' not in house.visit().get("/").text
    client = house.visit(Role.SEEKER)
    page = client.get("/?v=1&q=sjef").text
    opening = re.search(r'form="keep" name="opening" value="(\d+)"', page)[1]
    kept = house.send(client, "/?v=1&q=sjef", "/min/lagret", opening=opening, next="/?v=1&q=sjef")
    assert kept.headers["location"] == "/?v=1&q=sjef&ok=saved"
    assert "Lagret</span>" in client.get("/?v=1&q=sjef").text
