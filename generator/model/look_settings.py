"""The `look` block of `city.yaml`: the city's own colour and emblem."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from generator.model.setting_types import LETTERS, Settings

LIGHT_PAPER, DARK_PAPER = "#ffffff", "#141f1d"
LEAST_CONTRAST = 4.5
"""Of a text and its ground (WCAG 2.2, 1.4.3)."""
_FileName = Annotated[
    str, StringConstraints(pattern=rf"^[{LETTERS}-]+(/[{LETTERS}-]+)*\.(svg|png)$")
]


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1 (WCAG 2.2)."""
    shares = [part / 255 for part in _channels(colour)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _readable_on(paper: str) -> AfterValidator:
    def check(colour: str) -> str:
        if contrast(colour, paper) < LEAST_CONTRAST:
            raise ValueError(colour)
        return colour.lower()

    return AfterValidator(check)


_Colour = Annotated[
    str,
    StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$"),
    Field(json_schema_extra={"format": "colour"}),
]
OnLight = Annotated[_Colour, _readable_on(LIGHT_PAPER)]
OnDark = Annotated[_Colour, _readable_on(DARK_PAPER)]


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with so much of another in it, from 0 to 1."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


class Look(Settings):
    """What makes the site look like the city's own."""

    colour: OnLight = Field(title="màu chủ đạo trên nền sáng", examples=["#1f6f63"])
    """Of links, buttons and marks by day; white letters must be readable on it."""
    colour_on_dark: OnDark = Field(title="màu chủ đạo trên nền tối", examples=["#6cc3b2"])
    """The same by night; it must be readable on the dark ground."""
    logo: _FileName | None = Field(
        default=None, title="tệp biểu trưng trong thư mục content", examples=["bieu-trung.svg"]
    )
    """An image in `content/` in the place of the drum beside the site's name."""
