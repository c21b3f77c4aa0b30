"""One employer under many spellings; and what tells two apart."""

import pytest

from matcher.employer_name import employer_name, number


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Lynghei Strøm AS", "lynghei strøm"),
        ("Lynghei Strøm A/S", "lynghei strøm"),
        ("Data/Service AS", "data service"),
        ("Fjellvakt Rekruttering for Lynghei Strøm", "lynghei strøm"),
        ("Fjellvakt (client: Lynghei Strøm)", "lynghei strøm"),
        ("Lynghei Strøm - Kundesenter Vest", "lynghei strøm"),
        ("Lynghei Strøm avd. Bergen", "lynghei strøm"),
        ("Lynghei-konsernet, Oslo", "lynghei konsernet"),
        ("Forsikring & Former AS", "forsikring former"),
        ("", ""),
        ("AS", ""),
    ],
)
def test_legal_form_department_and_agency_are_left_out(name: str, text: str):
    assert employer_name(name).text == text


def test_the_order_of_words_makes_no_other_key_but_the_number_of_a_shop_does():
    assert employer_name("Strøm Lynghei").whole == employer_name("Lynghei Strøm AS").whole
    assert employer_name("Lynghei 12").numbers == ("12",)
    assert employer_name("Lynghei 12").head != employer_name("Lynghei 13").head
    assert employer_name("Lynghei Vest 12").head == employer_name("Lynghei 12").head


def test_common_words_and_places_tell_nothing_unless_there_is_nothing_else():
    name = employer_name("Oslo Lynghei Bank")
    assert name.telling_in(frozenset()) == [number("lynghei")]
    alone = employer_name("Bergen Bank")
    assert alone.telling_in(frozenset({"bergen"})) == [alone.whole]
    assert employer_name("").telling_in(frozenset()) == []
