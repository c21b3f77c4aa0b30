"""Words of the language, told by their hashes alone, as the dictionaries tell them."""

import pytest
from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

from matcher.known_words import is_known

WORDS = ("kundene", "klagen", "oslo", "skiftleder", "medarbeiderne", "customers", "kundne", "zendsk", "qwxy", "", "3d")


@pytest.mark.parametrize("tongue", ["nb", "nn", "en"])
def test_a_word_is_known_when_the_dictionary_has_it_as_a_word_or_as_a_name(tongue: str):
    dictionary = DEFAULT_DICTIONARY_FACTORY.get_dictionary(tongue)
    told = {word for word in WORDS if word in dictionary or word.capitalize() in dictionary}
    assert {word for word in WORDS if is_known(word, tongue)} == told
    assert "oslo" in told
    assert "zendsk" not in told


def test_a_language_without_a_dictionary_is_refused():
    with pytest.raises(ValueError, match="xx"):
        is_known("ord", "xx")
