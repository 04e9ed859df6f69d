"""Make the pictures of the guides anew: `PYTHONPATH=tests .venv/bin/python -m guides [NAME…]`."""

import io
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from browser.chromium import chromium
from guides import of_pages, of_sheets
from guides.pictures import OfPage, declared, record_file
from guides.texts import picture_file
from guides.walk import walked

COLOURS = 24


def small(content: bytes) -> bytes:
    """The same picture in few colours."""
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    few = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    stream = io.BytesIO()
    few.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def make(root: Path, names: Collection[str]) -> None:
    """Walk the guides in an empty folder, and draw what they show."""
    for name in names:
        _require_file(picture_file(name))
    folder = walked(root).folder
    with of_pages.places_of(folder) as places, chromium() as browser:
        for name in names:
            draw(name, folder, places, browser)


def draw(name: str, folder: Path, places: of_pages.Places, browser: Browser) -> None:
    """Draw one picture, and record what it shows."""
    picture = declared()[name]
    if isinstance(picture, OfPage):
        content = of_pages.drawn(browser, places, picture)
        lines = of_pages.lines_of(browser, places, picture)
    else:
        content = of_sheets.drawn(folder, picture)
        lines = of_sheets.lines_of(folder, picture)
    picture_file(name).write_bytes(small(content))
    record_file(name).parent.mkdir(exist_ok=True)
    record_file(name).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{name}: {picture_file(name).stat().st_size:,} bytes")


def _require_file(path: Path) -> None:
    """A picture that is not there yet is white meanwhile: a guide may not lead nowhere."""
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        Image.new("L", (8, 8), 255).save(path)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), sys.argv[1:] or list(declared()))
