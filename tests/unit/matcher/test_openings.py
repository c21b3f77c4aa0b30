"""Same opening? Merges with reasons, and what forbids them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.postings import Place
from matcher import likeness
from matcher.openings import PostingKey, Rulings, same_openings
from matcher.sketch import Sketch

TEXT = (
    "Lynghei Strøm vokser, og vi søker en kundeservicesjef i {city}. Du leder tolv medarbeidere som svarer på telefon "
    "og chat. Vi ser etter deg som har ledet et kundesenter før og liker tall."
)
BERGEN = PostingKey(
    id=1,
    source="nav_feed",
    title="Kundeservicesjef",
    employer="Lynghei Strøm AS",
    places=(Place(city="Bergen", municipality="Bergen"),),
    text=TEXT.format(city="Bergen"),
    published=date(2026, 11, 3),
    deadline=date(2026, 11, 29),
)


def groups(*postings):
    return {frozenset(group) for group in same_openings(postings).groups}


def test_the_same_text_on_two_portals_is_one_opening_with_a_reason():
    other = replace(BERGEN, id=2, source="finn", employer="Lynghei Strøm", title="Kundeservicesjef, Bergen")
    grouping = same_openings([BERGEN, other])
    assert grouping.groups == ((1, 2),)
    assert "samme tekst" in grouping.explanations[1, 2]


def test_another_city_is_another_opening():
    moved = replace(
        BERGEN, id=2, text=TEXT.format(city="Tromsø"), places=(Place(city="Tromsø", municipality="Tromsø"),)
    )
    assert groups(BERGEN, moved) == {frozenset({1}), frozenset({2})}


def test_a_choice_of_cities_in_the_ad_itself_lifts_the_veto():
    text = TEXT.format(city="Bergen eller Tromsø") + " Det er én stilling."
    one = replace(BERGEN, text=text)
    other = replace(one, id=2, places=(Place(city="Tromsø", municipality="Tromsø"),))
    assert groups(one, other) == {frozenset({1, 2})}


def test_a_city_between_two_others_never_joins_them():
    both = replace(
        BERGEN, id=2, places=(Place(city="Bergen", municipality="Bergen"), Place(city="Tromsø", municipality="Tromsø"))
    )
    tromso = replace(BERGEN, id=3, places=(Place(city="Tromsø", municipality="Tromsø"),))
    assert not any({1, 3} <= group for group in groups(BERGEN, both, tromso))


def test_a_shared_reference_joins_a_posting_without_text():
    bare = replace(BERGEN, id=2, source="easycruit", text="", references=("LS-2026-7",))
    assert groups(replace(BERGEN, references=("LS-2026-7",)), bare) == {frozenset({1, 2})}


def test_two_references_of_one_series_are_two_openings():
    one, other = replace(BERGEN, references=("LS-2026-7",)), replace(BERGEN, id=2, references=("LS-2026-8",))
    assert groups(one, other) == {frozenset({1}), frozenset({2})}


def test_last_years_round_is_another_opening():
    old = replace(BERGEN, id=2, published=date(2025, 10, 1), deadline=date(2025, 10, 20))
    assert groups(BERGEN, old) == {frozenset({1}), frozenset({2})}


def test_two_jobs_from_one_template_stay_apart():
    base = "Vi utvider kundeservice med to nye ledere på Hamar, og dette er den ene av dem, med start i januar. "
    one = replace(
        BERGEN, title="Kundeservicesjef privat", text=base + "Du skal lede 22 rådgivere som hjelper privatkunder."
    )
    other = replace(
        BERGEN,
        id=2,
        title="Kundeservicesjef bedrift",
        text=base + "Du skal lede 9 rådgivere som hjelper bedriftskunder.",
    )
    assert groups(one, other) == {frozenset({1}), frozenset({2})}


def test_an_alert_mail_without_text_joins_by_title_employer_and_place():
    mail = replace(BERGEN, id=2, source="indeed_alert", text="", published=None, deadline=None)
    assert groups(BERGEN, mail) == {frozenset({1, 2})}
    assert groups(BERGEN, replace(mail, employer="Fjellbris Reiser AS")) == {frozenset({1}), frozenset({2})}


@given(st.permutations(range(6)))
def test_the_order_of_the_postings_does_not_matter(order):
    postings = [
        BERGEN,
        replace(BERGEN, id=2, source="finn"),
        replace(BERGEN, id=3, places=(Place(city="Oslo", municipality="Oslo"),)),
        replace(BERGEN, id=4, employer="Annen AS", text="Noe helt annet om en annen jobb, langt fra alt dette her."),
        replace(BERGEN, id=5, text="", source="indeed_alert"),
        replace(BERGEN, id=6, published=date(2025, 1, 1), deadline=date(2025, 2, 1)),
    ]
    assert groups(*(postings[number] for number in order)) == groups(*postings)


def test_every_posting_is_in_exactly_one_group():
    grouping = same_openings([replace(BERGEN, id=number) for number in range(1, 40)])
    assert sorted(number for group in grouping.groups for number in group) == list(range(1, 40))


def test_no_postings_give_no_groups():
    assert same_openings([]).groups == ()


def test_what_was_split_by_hand_stays_apart_even_by_way_of_a_third():
    ads = [replace(BERGEN, id=number, source=f"portal{number}") for number in (1, 2, 3)]
    assert same_openings(ads).groups == ((1, 2, 3),)
    ruled = Rulings(different=frozenset({(1, 3)}))
    for order in (ads, ads[::-1], [ads[1], ads[0], ads[2]]):
        assert not any({1, 3} <= set(group) for group in same_openings(order, ruled).groups)


def test_what_was_merged_by_hand_stays_together_whatever_the_city():
    moved = replace(BERGEN, id=2, text="Noe helt annet.", places=(Place(city="Tromsø", municipality="Tromsø"),))
    grouping = same_openings([BERGEN, moved], Rulings(same=frozenset({(1, 2)})))
    assert grouping.groups == ((1, 2),)
    assert "for hånd" in grouping.explanations[1, 2]


def test_a_ruling_about_ads_that_are_gone_is_no_trouble():
    assert same_openings([BERGEN], Rulings(frozenset({(1, 9)}), frozenset({(8, 9)}))).groups == ((1,),)


def test_shops_of_a_chain_that_differ_in_their_number_are_different_employers():
    shop = replace(BERGEN, employer="Havskogen Kafé 12 AS")
    other = replace(shop, id=2, source="finn", employer="Havskogen Kafé 13 AS")
    assert groups(shop, other) == {frozenset({1}), frozenset({2})}
    chain = replace(shop, id=3, source="site", employer="Havskogen Kafé")
    assert not any({1, 2} <= group for group in groups(shop, other, chain))


def test_a_number_does_not_part_what_one_organisation_number_or_reference_joins():
    shop = replace(BERGEN, employer="Havskogen Kafé 12 AS", orgnr="999888777")
    other = replace(shop, id=2, source="finn", employer="Havskogen Kafé 1 2")
    assert groups(shop, other) == {frozenset({1, 2})}
    shop, other = (replace(one, orgnr=None, references=("HK-2026-4",)) for one in (shop, other))
    assert groups(shop, other) == {frozenset({1, 2})}


LONG = BERGEN.text + (
    " Hos oss får du faglig utvikling, fleksibel arbeidstid og en god pensjonsordning. Stillingen rapporterer til "
    "direktøren for marked og kunde. Du må kunne norsk skriftlig og muntlig, og trives når telefonen aldri tier stille."
)


@pytest.mark.parametrize(
    "shown",
    [
        LONG.replace("telefon og", "telefonen eller"),
        LONG.replace("rapporterer", "raporterer").replace("Du leder", "Du skal lede"),
        f"Dette er en god dag for den som vil noe mer enn å sitte stille hele dagen på jobb. {LONG}",
        LONG.replace(" ", "\n", 40),
        ". ".join(reversed(LONG.removesuffix(".").split(". "))) + ".",
    ],
    ids=["one word", "two words", "one more sentence", "line breaks", "other order"],
)
def test_a_copy_is_found_by_its_text_alone(shown: str):
    original = replace(BERGEN, text=LONG)
    copy = replace(original, id=2, source="site", employer="Fjellvakt Rekruttering", text=shown)
    sketches = [Sketch(original), Sketch(copy)]
    assert {*sketches[0].keys} & {*sketches[1].keys}


def test_a_text_that_is_one_endless_sentence_has_a_print_too():
    one, other = (Sketch(replace(BERGEN, employer=name, text="og " * 200)) for name in ("A", "B"))
    assert {*one.keys} & {*other.keys}


@given(st.lists(st.text("abø .!?:\n", max_size=80), max_size=8))
def test_the_sentence_in_the_middle_is_one_of_the_sentences(parts):
    found = Sketch(replace(BERGEN, text=". ".join(parts)))
    assert not found.middle or found.middle in found.sentences


@given(st.lists(st.sampled_from("abcdefgh"), max_size=6), st.lists(st.sampled_from("abcdefgh"), max_size=6))
def test_who_says_more_is_told_as_by_all_the_sentences(mine, theirs):
    one, other = (
        Sketch(replace(BERGEN, id=at, text=". ".join(f"Setning {letter * 30} står her" for letter in letters)))
        for at, letters in enumerate((mine, theirs))
    )
    assert likeness._says_more(one, other) is (not one.sentences <= other.sentences)
