"""Our many small stylesheets and scripts as one file of each: a phone asks once, not often."""

from collections.abc import Callable, Iterable

STYLE, SCRIPT = "assets/css/congkhai.css", "assets/js/congkhai.js"


def joined_styles(paths: Iterable[str], read: Callable[[str], str]) -> str:
    """The stylesheets one after another; they lie in one folder, so that addresses stay right."""
    return "".join(f"{read(path).strip()}\n" for path in paths)


def joined_scripts(paths: Iterable[str], read: Callable[[str], str]) -> str:
    """The scripts one after another, each ended, as none ends its last statement itself."""
    return "".join(f"{read(path).strip()};\n" for path in paths)
