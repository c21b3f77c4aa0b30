"""A digest says what is new, in order, once, and whatever the ads hold."""

import logging
import shlex
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.digest import MAX_HTML, Message, compose
from domain.alerts import Alert, Listing, MailKind, OpeningCard
from domain.matching import Match
from domain.postings import DeadlineKind, Place, Salary
from tests.unit.alerts.golden import is_golden
from tests.unit.alerts.samples import ALERT, NOW, TODAY, card, match, three_cards

NAMES = {"nav_feed": "Arbeidsplassen (NAV)", "jobbnorge": "Jobbnorge"}
XHTML = "{http://www.w3.org/1999/xhtml}"


def digest(cards: list[OpeningCard], alert: Alert = ALERT, **options: Any) -> Message:
    message = compose(alert, cards, TODAY, **{"now": NOW, "source_names": NAMES, **options})
    assert message is not None
    return message


def parsed(html: str) -> Any:
    """Parsed strictly: html5lib raises for anything that is no valid HTML."""
    return html5lib.HTMLParser(strict=True).parse(html)


def seen(html: str) -> list[str]:
    """The visible titles."""
    return ["".join(node.itertext()) for node in parsed(html).iter(f"{XHTML}h2")]


def test_nothing_new_means_no_mail() -> None:
    assert compose(ALERT, [], TODAY, now=NOW) is None


def test_openings_that_can_no_longer_be_applied_for_are_nothing_new() -> None:
    assert compose(ALERT, [card(deadline=TODAY - timedelta(days=1))], TODAY, now=NOW) is None
    assert digest([card(deadline=TODAY)]).subject.endswith("frist i dag")


def test_today_is_the_readers_today() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # 00:30 on the 24th in Oslo
    assert "Søk senest i dag" in digest([card(deadline=date(2026, 11, 24))], now=late).text
    assert compose(replace(ALERT, zone="America/New_York"), [card(deadline=TODAY)], TODAY, now=late) is not None


def test_openings_stand_by_score_then_by_deadline() -> None:
    cards = [
        card(1, 50, title="C"),
        card(2, 90, title="B", deadline=None, deadline_kind=DeadlineKind.NONE),
        card(3, 90, title="A"),
    ]
    message = digest(cards)
    assert seen(message.html) == ["A", "B", "C"]
    assert message.told == message.shown == (3, 2, 1)


def test_an_opening_stands_once_with_all_its_sources() -> None:
    message = digest([three_cards()[0]] * 2)
    assert message.told == (1,)
    for name, url in (
        ("Arbeidsplassen (NAV)", "https://stillinger.example.no/1"),
        ("Jobbnorge", "https://jobbportal.example.no/stilling/1"),
    ):
        assert f"- {name} {url}" in message.text
        assert f'href="{url}"' in message.html


def test_one_employer_cannot_flood_a_digest() -> None:
    flood = [card(number, 90 - number, employer="Nordavind AS", title=f"N{number}") for number in range(8)]
    message = digest([*flood, card(50, 10, employer="NORDAVIND  as", title="N8"), card(60, 5, title="Annen")])
    assert seen(message.html) == ["N0", "N1", "N2", "Annen"]
    assert "+6 til fra Nordavind AS" in message.text
    assert "+6 til fra Nordavind AS" in message.html
    assert len(message.told) == 10
    assert "til passer søket" not in message.text


def test_ads_that_name_no_employer_are_not_one_employer() -> None:
    message = digest([card(number, employer="") for number in range(6)])
    assert len(message.shown) == 6


def test_at_most_twenty_are_shown_and_the_rest_is_counted_with_a_way_to_see_it() -> None:
    cards = [card(number, 99 - number, employer=f"Bedrift {number}") for number in range(27)]
    message = digest(cards)
    assert len(message.shown) == 20
    assert len(message.told) == 27
    assert message.subject.startswith("27 nye: ")
    assert "7 til passer søket. Se alle treff med kommandoen:" in message.text
    assert "jobbvakt search kundeservice --profile kari --min-score 60 --limit 100" in message.html
    linked = digest(cards, base_url="https://jobb.example.no/")
    assert "https://jobb.example.no/?q=kundeservice&min_score=60&profile=kari&sort=score\n" in linked.text
    assert "jobbvakt search" not in linked.html


def test_the_command_to_see_all_is_quoted_for_the_shell() -> None:
    alert = replace(ALERT, query="leder; rm -rf $HOME", profile="kari nordmann")
    message = digest([card(number, employer=f"B{number}") for number in range(21)], alert)
    line = next(line for line in message.text.splitlines() if line.startswith("jobbvakt search"))
    assert shlex.split(line)[2:7] == ["leder;", "rm", "-rf", "$HOME", "--profile"]
    assert ";" not in line.replace("'leder;'", "")


@pytest.mark.parametrize(
    ("cards", "subject"),
    [
        (three_cards(), "3 nye: Kundeservicesjef, Oslo – første frist fredag 4. desember"),
        ([card()], "1 ny: Kundeservicesjef, Oslo – frist fredag 4. desember"),
        ([card(deadline=TODAY + timedelta(days=1))], "1 ny: Kundeservicesjef, Oslo – frist i morgen"),
        (three_cards()[1:], "2 nye: Leder for kundesenter, Bergen, Førde – søk snarest mulig"),
        (three_cards()[2:], "1 ny: Head of Customer Service"),
        ([card(title="Kundeservicechef, Oslo")], "1 ny: Kundeservicechef, Oslo – frist fredag 4. desember"),
        ([card(title="Leder i OSLO-området")], "1 ny: Leder i OSLO-området – frist fredag 4. desember"),
        ([card(title="Osloguide")], "1 ny: Osloguide, Oslo – frist fredag 4. desember"),
        ([card(title="x" * 300, places=())], f"1 ny: {'x' * 59}… – frist fredag 4. desember"),
    ],
)
def test_the_subject_says_the_thing(cards: list[OpeningCard], subject: str) -> None:
    assert digest(cards).subject == subject


def test_the_foot_tells_why_it_came_and_how_to_end_it() -> None:
    plain = digest([card()])
    assert "lagret søket «Kundeservicesjef Oslo» (ord: kundeservice, minst 60\u00a0%)." in plain.text
    assert "jobbvakt alert pause 7" in plain.text
    mailed = digest([card()], unsubscribe="mailto:avmeld@example.no?subject=x")
    assert "mailto:avmeld@example.no?subject=x" in mailed.text
    assert 'href="mailto:avmeld@example.no?subject=x"' in mailed.html


BAD = {
    "a deadline that is no date": {"deadline": "fredag"},
    "a score that is no number": {"match": Match(None, (), "1")},  # type: ignore[arg-type]
    "pay that is no number": {"salary": Salary(float("nan"), None, "NOK", "year")},
    "no match at all": {"match": None},
    "places that are none": {"places": ("Oslo",)},
    "a title that is no text": {"title": 7},
}


@pytest.mark.parametrize("changes", BAD.values(), ids=list(BAD))
def test_a_spoilt_ad_costs_that_ad_and_not_the_digest(
    changes: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        message = digest([card(1), card(2, **changes), card(3)])
    assert message.told == (1, 3)
    assert [item.opening for item in message.dropped] == [2]
    assert "alert 7, opening 2" in caplog.text


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "Sjef\r\nBcc: alle@example.no",
    "Sjef\x00\x0b\x85 her",
    "\u202egnp.exe\u2028ny linje",
    "</style></title><b>",
    "{{ 7*7 }} {% raw %}",
    "&lt;b&gt; & < >",
    "-- \r\n--=_x",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    evil = card(
        title=text,
        employer=text,
        places=(Place(city=text),),
        extent=text,
        listings=(Listing(text, text, "javascript:alert(1)"),),
        apply_url="javascript:alert(1)",
    )
    message = digest([evil, card(2, 20)], replace(ALERT, name=text, query=text))
    tree = parsed(message.html)
    tags = {node.tag.removeprefix(XHTML) for node in tree.iter() if isinstance(node.tag, str)}
    assert not tags & {"script", "img", "b", "iframe", "form"}
    assert all(not name.startswith("on") for node in tree.iter() for name in node.attrib)
    assert "javascript:" not in "".join(node.attrib.get("href", "") for node in tree.iter())
    assert message.subject.isprintable()
    assert len(seen(message.html)) == 2
    assert "49" not in seen(message.html)[0]


def test_nothing_is_fetched_and_nothing_follows_the_reader() -> None:
    tree = parsed(digest(three_cards(), base_url="https://jobb.example.no").html)
    for node in tree.iter():
        assert node.tag not in {f"{XHTML}{name}" for name in ("img", "link", "script", "iframe", "object", "video")}
        assert not {"src", "srcset", "background", "ping"} & set(node.attrib)
    style = "".join(tree.find(f".//{XHTML}style").itertext())
    assert "url(" not in style
    assert "@import" not in style


def test_the_html_tells_readers_and_machines_its_language_and_palettes() -> None:
    tree = parsed(digest(three_cards()).html)
    assert tree.attrib["lang"] == "nb"
    metas = {node.attrib.get("name"): node.attrib.get("content") for node in tree.iter(f"{XHTML}meta")}
    assert metas["color-scheme"] == metas["supported-color-schemes"] == "light dark"
    assert all(node.attrib["role"] == "presentation" for node in tree.iter(f"{XHTML}table"))
    assert [node.tag.removeprefix(XHTML) for node in tree.iter() if node.tag in (f"{XHTML}h1", f"{XHTML}h2")] == [
        "h1",
        "h2",
        "h2",
        "h2",
    ]


def test_text_and_html_say_the_same_in_the_same_order() -> None:
    message = digest(three_cards())
    visible = " ".join(" ".join(parsed(message.html).find(f"{XHTML}body").itertext()).split())
    position = visible.index("3 nye stillinger")
    for line in message.text.replace("\u00a0", " ").splitlines():
        words = line.strip().removeprefix("- ").partition(" http")[0]
        words = words.partition(". ")[2] if words[:1].isdigit() and ". " in words[:4] else words
        if words and words != "--" and not words.startswith("http"):
            for piece in words.split(" · "):
                position = visible.index(piece, position)


def test_five_hundred_openings_fit_into_one_mail() -> None:
    cards = [
        card(
            number,
            number % 100,
            title=f"Kundeservicesjef {number} " + "lang tittel " * 20,
            employer=f"Arbeidsgiver {number} " + "med langt navn " * 9,
            places=tuple(Place(city=f"Sted {number} {place}") for place in range(9)),
            listings=tuple(
                Listing(f"kilde_{source}", "t", f"https://kilde{source}.example.no/{'x' * 1900}") for source in range(9)
            ),
        )
        for number in range(500)
    ]
    message = digest(cards)
    assert len(message.html.encode()) <= MAX_HTML
    assert len(message.told) == 500
    assert message.shown
    assert message.subject.startswith("500 nye")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", ["three", "flood", "instant"])
def test_the_digest_is_word_for_word_the_golden_one(name: str, language: str) -> None:
    """Golden messages are made by this test when their file is removed; look at the change before you commit it."""
    alert = replace(ALERT, language=language)
    many = [card(10 + n, 60 - n, employer="Nordavind AS", title=f"Teamleder {n}") for n in range(5)]
    many += [card(40 + n, 40, employer=f"Bedrift {n}", listings=()) for n in range(20)]
    message = {
        "three": lambda: digest(
            three_cards(), alert, unsubscribe="mailto:avmeld@example.no?subject=unsubscribe%20alert-7"
        ),
        "flood": lambda: digest([*three_cards(), *many], replace(alert, query="", min_score=0)),
        "instant": lambda: digest([card(salary=None)], alert, kind=MailKind.INSTANT, last_today=True),
    }[name]()
    is_golden(message, name, language)


titles = st.text(st.characters(codec=None), max_size=40)
cards_of_any_kind = st.builds(
    card,
    st.integers(1, 40),
    st.integers(0, 100),
    title=titles,
    employer=titles,
    apply_url=titles,
    deadline=st.none() | st.dates(TODAY, TODAY + timedelta(days=60)),
    deadline_kind=st.sampled_from(DeadlineKind),
    salary=st.none() | st.builds(Salary, st.floats(), st.none() | st.floats(), titles, titles),
)


@given(st.lists(cards_of_any_kind, max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_cards_give_valid_html_and_every_readable_one_is_told_once(cards: list[OpeningCard]) -> None:
    message = compose(ALERT, cards, TODAY, now=NOW)
    given_ids = {item.opening for item in cards}
    if message is None:
        return
    parsed(message.html)
    assert sorted({*message.told, *(item.opening for item in message.dropped)}) == sorted(given_ids)
    assert len(set(message.told)) == len(message.told)
    assert set(message.shown) <= set(message.told)
    assert len(message.shown) <= 20
    assert not {unicodedata.category(char) for char in message.subject} & {"Cc", "Cs", "Zl", "Zp"}
    assert message.text.encode()


@given(st.lists(st.lists(st.integers(1, 30), max_size=12), max_size=12))
@settings(max_examples=100, deadline=None)
def test_with_a_ledger_no_opening_is_ever_told_twice_and_none_is_left_out(days: list[list[int]]) -> None:
    ledger: list[int] = []
    for count, found in enumerate(days):
        now = NOW + timedelta(days=count)
        new = [
            card(opening, deadline=None, deadline_kind=DeadlineKind.ROLLING, match=match(opening))
            for opening in found
            if opening not in ledger
        ]
        message = compose(ALERT, new, TODAY + timedelta(days=count), now=now)
        assert (message is None) == (not new)
        ledger += message.told if message else ()
    assert len(ledger) == len(set(ledger))
    assert set(ledger) == {opening for found in days for opening in found}
