"""Quoted-printable, read back by the standard library's decoder: whatever stands in a text or fills a hole in one."""

import quopri

from hypothesis import example, given
from hypothesis import strategies as st

from alerts.wire import HOLE, Pattern, quoted, written

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]) | st.sampled_from("\n =.%æ–"), max_size=200
)
LONGEST = 76
"""Characters of a line (RFC 2045 § 6.7)."""


def read(wire: str) -> str:
    assert wire.isascii()
    lines = wire.split("\r\n")
    assert max(map(len, lines)) <= LONGEST
    assert "\n" not in "".join(lines)
    assert not [line for line in lines if line.endswith(" ")]
    return quopri.decodestring(wire.replace("\r\n", "\n").encode()).decode()


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    assert written(text).plain == read(quoted(text)) == text


@example(["", " "], [""] * 4)
@given(st.lists(TEXTS, min_size=2, max_size=5), st.lists(TEXTS, min_size=4, max_size=4))
def test_what_fills_a_hole_comes_back_and_so_does_what_stands_around_it(around: list[str], within: list[str]) -> None:
    names = [f"n{at}" for at in range(len(around) - 1)]
    values = dict(zip(names, within, strict=False))
    holes = [f"{HOLE}{name}{HOLE}" for name in names]
    pattern = Pattern("".join(map(str.__add__, around, [*holes, ""])))
    filled = pattern.filled(values, {name: quoted(value) for name, value in values.items()})
    assert filled.plain == "".join(map(str.__add__, around, [*values.values(), ""]))
    assert read(filled.quoted + "\r\n") == filled.plain + "\n"


def test_plain_ascii_can_be_read_as_it_travels_and_an_octet_is_never_torn() -> None:
    assert quoted("Kundeservicesjef, Oslo") == "Kundeservicesjef, Oslo"
    assert quoted("100 % = alt ") == "100 % =3D alt=20"
    folded = quoted("æ" * 40).split("=\r\n")
    assert [len(line) % 3 for line in folded] == [0] * len(folded)
