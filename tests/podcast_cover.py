"""Draws the podcast's cover: the drum of the site's head, on the site's green, square.

`PYTHONPATH=tests:. .venv/bin/python tests/podcast_cover.py` writes it anew. Apps for podcasts ask
for 1400 to 3000 pixels a side.
"""

from browser.chromium import chromium
from generator.app.podcast import COVER
from worlds.paths import TEMPLATES

SIDE = 1400
GREEN, BRASS = "#1f6f63", "#f3e4cf"
DRUM_SHARE = 0.78
"""How much of the side the drum takes."""


def draw() -> bytes:
    """The cover as PNG."""
    drum = (TEMPLATES / "theme/assets/drum.svg").read_text("utf-8")
    size = round(SIDE * DRUM_SHARE)
    style = (
        f"body {{ margin: 0; display: grid; place-items: center; height: {SIDE}px;"
        f" background: {GREEN}; color: {BRASS} }} svg {{ width: {size}px; height: {size}px }}"
    )
    with chromium() as browser:
        page = browser.new_page(viewport={"width": SIDE, "height": SIDE})
        page.set_content(f"<style>{style}</style>{drum}")
        return page.screenshot()


if __name__ == "__main__":
    (TEMPLATES / COVER).write_bytes(draw())
