"""Five languages, told apart by small words."""

import pytest

from matcher.language import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Vi søker en leder som liker å få ting gjort, og som ikke er redd for å ta telefonen."),
        ("nn", "Vi søkjer ein leiar som likar å få ting gjort, og som ikkje er redd for å ta telefonen."),
        ("sv", "Vi söker en chef som tycker om att få saker gjorda och inte är rädd för att ta telefonen."),
        ("da", "Vi søger en leder, som kan lide at få noget fra hånden af, og som ikke er bange for os."),
        ("en", "We are looking for a manager who likes to get things done and is not afraid of the phone."),
    ],
)
def test_a_sentence_is_enough(language, text):
    assert detect(text) == language


def test_an_empty_text_has_the_default_language():
    assert detect("", default="en") == "en"
