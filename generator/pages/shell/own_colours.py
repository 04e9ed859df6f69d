"""A city's own colour as a stylesheet, in the place of the usual one; its shades are made of it."""

from pathlib import Path

from generator.model.look_settings import DARK_PAPER, LIGHT_PAPER, Look, mixed
from generator.model.settings import City

PALETTE = "assets/css/palette.css"
_RULE = "\n{selector} {{ {colours} }}\n"
_LIGHT, _DARK = '[data-md-color-scheme="congkhai"]', '[data-md-color-scheme="congkhai-dark"]'
_UNSCRIPTED = "\n@media (prefers-color-scheme: dark) {{{}}}\n"


def own_colours(look: Look) -> str:
    """What follows the usual palette."""
    light = _shades(look.colour, "#000000", LIGHT_PAPER, on="#ffffff")
    dark = _shades(look.colour_on_dark, "#ffffff", DARK_PAPER, on="#10201d")
    unscripted = _RULE.format(selector=f".no-js {_LIGHT}", colours=dark)
    return (
        _RULE.format(selector=_LIGHT, colours=light)
        + _RULE.format(selector=_DARK, colours=dark)
        + _UNSCRIPTED.format(unscripted)
    )


def _shades(colour: str, deeper: str, paper: str, *, on: str) -> str:
    """The colour, one deeper, one pale, one as a ground, and that of letters on it."""
    shades = {
        "patina": colour,
        "patina-deep": mixed(colour, deeper, 0.2),
        "pale": mixed(colour, paper, 0.45),
        "wash": mixed(colour, paper, 0.87),
        "on-patina": on,
    }
    return " ".join(f"--ck-{name}: {value};" for name, value in shades.items())


def styled(theme: Path, city: City, path: str) -> str:
    """A stylesheet or script of the theme, the palette with the city's own colour behind it."""
    own = own_colours(city.look) if city.look and path == PALETTE else ""
    return (theme / path).read_text("utf-8") + own
