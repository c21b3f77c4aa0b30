"""The digest in a real browser: it fits a phone, both palettes can be read, and nothing is asked of anybody."""

import pytest

from tests.integration.web.conftest import Axe
from tests.shots.digest import html_of_digest


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_digest_fits_every_width_and_can_be_read_in_both_palettes(browser, theme):
    asked = []
    context = browser.new_context(color_scheme=theme, viewport={"width": 320, "height": 600})
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(html_of_digest())
    for width in (320, 360, 480, 760):
        page.set_viewport_size({"width": width, "height": 600})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == ("rgb(238, 241, 244)" if theme == "light" else "rgb(16, 22, 29)")
    for link in page.locator("h2 a").all():
        assert link.bounding_box()["height"] >= 44
    found = Axe().run(page, options={"runOnly": ["color-contrast", "link-name", "html-has-lang", "heading-order"]})
    assert found.violations_count == 0, found.generate_report()
    assert asked == []
    context.close()
