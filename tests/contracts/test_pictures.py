"""The pictures of the documents: there, small, and made by ``make shots`` where they show pages."""

import re
import struct
from pathlib import Path

import pytest

from tests.shots.__main__ import MOST_BYTES, SHOTS
from tests.shots.picture import MOST_COLOURS, palette

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "docs" / "pages.md"]
SHOWN = sorted(
    {
        (page.parent / name).resolve()
        for page in PAGES
        for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("picture", SHOWN, ids=lambda path: path.name)
def test_a_picture_is_there_and_small(picture):
    assert picture.is_file()
    assert picture.stat().st_size <= MOST_BYTES


def test_every_shot_is_shown_and_has_its_size():
    assert {path.stem for path in SHOWN} >= {shot[0] for shot in SHOTS}
    for name, _, _, width, height, _ in SHOTS:
        head = (ROOT / "docs" / "pictures" / f"{name}.png").read_bytes()[:33]
        assert head[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">IIBB", head[16:26]) == (width, height, 8, 3)


def test_frequent_colours_keep_themselves_and_the_rest_take_the_nearest():
    grey = [shade << 16 | shade << 8 | shade for shade in range(256)]
    pixels = grey * 3 + [0x010203]
    place = palette(pixels)
    assert len(set(place.values())) == MOST_COLOURS
    kept = {number: colour for colour, number in place.items() if colour in grey}
    assert all(kept[place[colour]] == colour for colour in grey)
    assert kept[place[0x010203]] == 0x020202
