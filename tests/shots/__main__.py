"""The pictures of the README, made from the demo world by a real browser: ``make shots``.

``python -m tests.shots [FOLDER]``; the folder is docs/pictures by default. The world's portals are crawled on loopback,
on a day that is always the same, so that a picture changes only when a page does.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from domain.accounts import Role
from tests.shots.digest import digest_pictures
from tests.shots.house import demo_house, enter, second_run
from tests.shots.picture import small_png

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 150_000
SHOTS = (
    ("search", None, "light", 1200, 860, "/?v=1&q=leder"),
    ("opening", None, "light", 1200, 1000, None),
    ("board", Role.SEEKER, "dark", 1200, 760, "/min"),
    ("plots", Role.RECRUITER, "light", 1200, 900, "/analyse"),
    ("sources", Role.OPERATOR, "light", 1200, 620, "/drift/kilder"),
    ("run", Role.OPERATOR, "dark", 1200, 760, "run"),
    ("phone", None, "light", 390, 760, "/?v=1&q=kundesenter"),
)
"""Name, role, theme, width and height in CSS px, address; None: the best opening, ``run``: the feed's second run."""


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    chromium = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
    if chromium is None:
        sys.exit("Chromium is not installed: 'make test-deps' brings it")
    with (
        tempfile.TemporaryDirectory(prefix="jobbvakt-shots-") as data,
        demo_house(Path(data)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shot in SHOTS:
            name, picture = shot[0], take(browser, address, *shot[1:])
            (folder / f"{name}.png").write_bytes(picture)
            sys.stdout.write(f"{name}.png  {len(picture):,} bytes\n")
            if len(picture) > MOST_BYTES:
                sys.exit(f"{name}.png is over {MOST_BYTES:,} bytes: show less of the page")
        for name, picture in digest_pictures(browser).items():
            (folder / name).write_bytes(picture)
            sys.stdout.write(f"{name}  {len(picture):,} bytes\n")
        browser.close()


def take(browser, address, role, theme, width, height, path):
    """One picture, as small PNG."""
    context = browser.new_context(color_scheme=theme, viewport={"width": width, "height": height}, locale="nb-NO")
    page = context.new_page()
    if role is not None:
        enter(page, address, role)
    if path is None:
        page.goto(f"{address}/")
        path = page.get_attribute(".hits h2 a >> nth=0", "href")
    elif path == "run":
        path = second_run(page, address)
    page.goto(address + path)
    picture = page.screenshot(animations="disabled")
    page.goto("about:blank")
    small = small_png(page, picture)
    context.close()
    return small


if __name__ == "__main__":
    main()
