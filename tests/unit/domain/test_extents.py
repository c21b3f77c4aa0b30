"""Full time and part time in words."""

import pytest

from domain.extents import extent_in_words


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("FULL_TIME", "Full time"),
        ("Heltid, fast", "Full time, fast"),
        ("full-time, PART_TIME", "Full time, Part time"),
        ("80 %", "80 %"),
        ("Deltid", "Part time"),
        ("", ""),
    ],
)
def test_codes_and_the_portals_own_words_are_told_and_the_rest_stays(stated, told):
    assert extent_in_words(stated, "Full time", "Part time") == told
