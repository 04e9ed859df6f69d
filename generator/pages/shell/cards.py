"""The picture of a page that is shown where its address is shared: PNG, 1200 by 630.

Drawn in palette indexes: four ramps from a ground to an ink, so that letters are smooth and the
file stays small. The same words give the same bytes with the same release of Pillow.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from generator.edition.page import Page
from generator.model.sample import SAMPLE
from generator.model.site_paths import CARDS
from generator.pages.shell.lettering import Lettering

SIZE = (1200, 630)
FOLDER = CARDS.removesuffix("/")
_LEVELS = 64
_PAPER, _INK, _PATINA, _BRONZE = (251, 248, 242), (34, 33, 31), (31, 111, 99), (166, 106, 44)
_RAMPS = ((_PAPER, _INK), (_PAPER, _PATINA), (_PAPER, _BRONZE), (_BRONZE, _PAPER))
_ON_PAPER, _IN_PATINA, _IN_BRONZE, _ON_BRONZE = range(4)
_LEFT, _TITLE_TOP, _FOOT = 80, 178, 560
_FONTS = ((400, 30), (600, 26), (600, 28), (600, 30), (600, 44), (600, 48), (600, 64))
"""Weight and size of every font that is drawn with."""
_TITLE_WIDTH, _TEXT_WIDTH, _FAINT = 1040, 860, 18


def card_path(url: str) -> str:
    """Path of a page's picture: `chia-se/phe-binh/pb-2018-007.png`, `chia-se/trang-chu.png`."""
    return f"{FOLDER}/{url.rstrip('/') or 'trang-chu'}.png"


class Cards:
    """Draws the pictures of one site; `folder` is `site_templates/cards/`."""

    def __init__(self, folder: Path, site_name: str, city_name: str, *, sample: bool) -> None:
        """Draw what all of them have alike: the drum, the names at the foot, the ribbon."""
        self._fonts = {
            (weight, size): Lettering(folder / f"be-vietnam-pro-{weight}.woff2", size)
            for weight, size in _FONTS
        }
        names = f"{site_name} · {city_name}"
        self._ground = self._drawn(Image.open(folder / "drum.png").convert("L"), names, sample)

    def _drawn(self, drum: Image.Image, names: str, sample: bool) -> Image.Image:
        image = Image.new("L", SIZE, 0)
        faint = drum.point([value * _FAINT // 100 for value in range(256)])
        _ink(image, (900, 290), faint, _IN_BRONZE)
        image.paste(_index(_IN_PATINA, 255), (0, 0, SIZE[0], 12))
        mark = drum.resize((56, 56), Image.Resampling.LANCZOS)
        _ink(image, (_LEFT, _FOOT - 12), mark, _IN_PATINA)
        _write(image, (_LEFT + 74, _FOOT), names, self._fonts[600, 26], _IN_PATINA)
        if sample:
            image.paste(_index(_IN_BRONZE, 255), (0, 12, SIZE[0], 68))
            _write(image, (_LEFT, 22), SAMPLE, self._fonts[600, 28], _ON_BRONZE)
        return image

    def draw(self, page: Page, section: str) -> bytes:
        """The picture of a page of that section: its title, its figure, else what it is about."""
        image = self._ground.copy()
        if section != page.title:
            _write(image, (_LEFT, 118), section, self._fonts[600, 30], _IN_PATINA)
        top = self._title(image, page.title.removeprefix(f"{section}: "))
        if page.figure:
            _write(image, (_LEFT, top + 12), page.figure, self._fonts[600, 44], _IN_BRONZE)
            top += 72
        room = max(0, (_FOOT - 30 - top) // 44)
        font = self._fonts[400, 30]
        for line in _lines(page.description, font, _TEXT_WIDTH, min(3, room)):
            top += 44
            _write(image, (_LEFT, top - 20), line, font, _ON_PAPER)
        return _png(image)

    def _title(self, image: Image.Image, title: str) -> int:
        """Writes the title, smaller when it is long; returns where it ends."""
        font = self._fonts[600, 64 if len(title) <= 60 else 48]
        lines, step = list(_lines(title, font, _TITLE_WIDTH, 3)), round(font.size * 1.28)
        for place, line in enumerate(lines):
            _write(image, (_LEFT, _TITLE_TOP + place * step), line, font, _ON_PAPER)
        return _TITLE_TOP + len(lines) * step


def _index(ramp: int, value: int) -> int:
    """Palette index of a strength, 0 to 255, of a ramp's ink."""
    return ramp * _LEVELS + value * (_LEVELS - 1) // 255


_TABLES = tuple([_index(ramp, value) for value in range(256)] for ramp in range(len(_RAMPS)))
_TOUCHED = [255 if value >= 3 else 0 for value in range(256)]


def _ink(image: Image.Image, place: tuple[int, int], mask: Image.Image, ramp: int) -> None:
    image.paste(mask.point(_TABLES[ramp]), place, mask.point(_TOUCHED))


def _write(
    image: Image.Image,
    place: tuple[int, int],
    text: str,
    font: Lettering,
    ramp: int,
) -> None:
    """Writes a line whose letters begin at `place`, marks above them included."""
    _ink(image, place, font.line(text), ramp)


def _lines(text: str, font: Lettering, width: int, most: int) -> Iterator[str]:
    """The text in at most so many lines; what does not fit ends in an ellipsis."""
    words = text.split()
    for turn in range(most):
        line, rest = _line(words, font, width)
        if rest and turn == most - 1:
            while font.length(f"{line} …") > width and " " in line:
                line = line.rpartition(" ")[0]
            line = f"{line.rstrip(',.;:')} …"
        if line:
            yield line
        words = rest


def _line(words: list[str], font: Lettering, width: int) -> tuple[str, list[str]]:
    count, length, blank = 0, 0.0, font.length(" ")
    for word in words:
        length += font.length(word) + (blank if count else 0)
        if count and length > width:
            break
        count += 1
    return " ".join(words[:count]), words[count:]


def _png(image: Image.Image) -> bytes:
    image.putpalette(_PALETTE)
    content = io.BytesIO()
    image.save(content, "PNG", compress_level=2)
    return content.getvalue()


_PALETTE = bytes(
    round(start + (end - start) * step / (_LEVELS - 1))
    for ground, ink in _RAMPS
    for step in range(_LEVELS)
    for start, end in zip(ground, ink, strict=True)
)
