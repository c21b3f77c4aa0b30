"""The digest's pictures: light and dark, on a wide screen and a narrow one. ``make shots`` makes them."""

from alerts.digest import compose
from tests.shots.picture import small_png
from tests.unit.alerts.samples import ALERT, NOW, TODAY, card, three_cards

SIZES = {"": 700, "-narrow": 360}
NAMES = {"nav_feed": "arbeidsplassen.no", "jobbnorge": "Jobbnorge"}


def html_of_digest():
    """A digest that shows most of what one can say."""
    many = [card(10 + n, 60 - n, employer="Nordavind AS", title=f"Teamleder kundesenter {n + 1}") for n in range(5)]
    stop = "https://jobb.example.no/varsel/avmeld/7-x"
    cards = [*three_cards(), *many]
    return compose(ALERT, cards, TODAY, now=NOW, unsubscribe=stop, source_names=NAMES).html


def digest_pictures(browser):
    """File name → picture."""
    found = {}
    for theme in ("light", "dark"):
        for suffix, width in SIZES.items():
            context = browser.new_context(color_scheme=theme, viewport={"width": width, "height": 400})
            page = context.new_page()
            page.set_content(html_of_digest())
            picture = page.screenshot(full_page=True)
            page.goto("about:blank")
            found[f"digest-{theme}{suffix}.png"] = small_png(page, picture)
            context.close()
    return found
