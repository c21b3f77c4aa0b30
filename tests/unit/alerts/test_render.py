"""The templates and their palettes."""

import re

import pytest

from alerts.render import TEMPLATES, inline_styles

LIGHT = (TEMPLATES / "inline.css").read_text(encoding="utf-8")
MEDIA = (TEMPLATES / "media.css").read_text(encoding="utf-8")
# Class of the text → class of the ground it stands on.
GROUNDS = {
    **dict.fromkeys(("heading", "subheading", "day", "rest", "foot"), "page"),
    "notice": "notice",
    **dict.fromkeys(("title", "link", "facts", "reasons", "score", "label", "deadline", "sources", "more"), "card"),
    "button": "button",
}
READABLE = 4.5
"""WCAG 2.2, success criterion 1.4.3."""


def palette(sheet: str) -> dict[tuple[str, str], str]:
    colours = {}
    for names, rules in re.findall(r"^ *(\.[a-z.,\s]+?) \{ (.+) \}$", sheet, re.MULTILINE):
        for prop, value in re.findall(r"(color|background-color): (#[0-9a-f]{6})", rules):
            for name in names.split(", "):
                colours[name.lstrip("."), prop] = value
    return colours


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("text", list(GROUNDS))
@pytest.mark.parametrize("sheet", [LIGHT, MEDIA], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(sheet: str, text: str) -> None:
    colours = palette(sheet)
    assert contrast(colours[text, "color"], colours[GROUNDS[text], "background-color"]) >= READABLE


@pytest.mark.parametrize("ground", ["page", "card"])
@pytest.mark.parametrize("sheet", [LIGHT, MEDIA], ids=["light", "dark"])
def test_small_links_can_be_read_on_either_ground(sheet: str, ground: str) -> None:
    colours = palette(sheet)
    assert contrast(colours["source", "color"], colours[ground, "background-color"]) >= READABLE


def test_the_dark_palette_forgets_no_colour_of_the_light_one() -> None:
    assert set(palette(LIGHT)) <= set(palette(MEDIA))


def test_every_rule_is_used_and_stands_on_its_element() -> None:
    template = "".join(path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.glob("*.html.j2")))
    used = set(re.findall(r'class="([a-z]+)"', template))
    assert used == set(re.findall(r"^\.([a-z]+)", LIGHT, re.MULTILINE))
    assert inline_styles('<p class="x">', ".x { color: #fff; }\n") == '<p class="x" style="color: #fff;">'


@pytest.mark.parametrize("sheet", ["p { color: #fff; }", ".a .b { color: #fff; }", '.a { content: "x"; }', ".a {"])
def test_a_rule_that_cannot_be_inlined_is_refused(sheet: str) -> None:
    with pytest.raises(ValueError, match="not a rule of one class"):
        inline_styles("", sheet)


def test_a_class_without_a_rule_is_refused() -> None:
    with pytest.raises(KeyError):
        inline_styles('<p class="unknown">', LIGHT)
