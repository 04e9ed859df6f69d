"""Our stylesheets and scripts, many and readable, as few and small ones: a phone asks once.

mkdocs.yml lists what every page needs; what only some pages need is listed here. Only the bundles
are published, not what they are made of.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

import lightningcss
import rjsmin

from generator.pages.shell.script_facts import facts_script

STYLE, SCRIPT = "assets/css/congkhai.css", "assets/js/congkhai.js"
"""Everything that mkdocs.yml lists."""

_LEDGER_SCRIPTS = (
    *("verify/base.js", "verify/bytes.js", "verify/files.js", "verify/copy.js"),
    *("verify/merkle.js", "verify/note.js", "verify/keys.js", "verify/attested.js"),
    *("verify/log.js", "verify/line.js", "verify/sense.js", "verify/ledger.js"),
    *("verify/zip.js", "verify/choose.js"),
)
"""What reads a ledger in the browser, to verify it or to sign it."""

_PARTS: Mapping[str, Sequence[str]] = {
    "assets/css/frame.css": (
        *("fonts.css", "palette.css", "text.css", "components.css", "figures.css"),
        *("notices.css", "tables.css", "charts.css", "frame.css"),
    ),
    "assets/css/fonts.css": ("fonts.css",),
    "assets/css/prompter.css": ("prompter.css",),
    "assets/js/frame.js": ("frame.js",),
    "assets/js/prompter.js": ("prompter.js",),
    "assets/js/search.js": (
        *("search/forms.js", "search/keystrokes.js", "search/files.js", "search/index.js"),
        *("search/match.js", "search/rank.js", "search/nearest.js", "search/answer.js"),
        *("search/show.js", "search/box.js"),
    ),
    "assets/js/verify.js": (
        *_LEDGER_SCRIPTS,
        *("verify/csv.js", "verify/signature.js", "verify/scrypt.js", "verify/code.js"),
        *("verify/proof.js", "verify/records.js", "verify/tables.js", "verify/figures.js"),
        *("verify/marks.js", "verify/sealed.js", "verify/places.js", "verify/placed.js"),
        *("verify/pages.js", "verify/feeds.js", "verify/scripts.js", "verify/made.js"),
        *("verify/steps.js", "verify/form.js"),
    ),
    "assets/js/witness.js": (
        *_LEDGER_SCRIPTS,
        *("witness/sign.js", "witness/kept.js", "witness/turns.js", "witness/form.js"),
    ),
}
"""What only some pages need: a bundle and its parts, which lie in its folder or below."""
FINDER_SCRIPTS = tuple(
    f"assets/js/finder/{name}.js"
    for name in ("clock", "words", "options", "procedure", "day", "strip", "answer", "form")
)
"""What asks how long a procedure takes; it is published with the values that it answers from."""
_DRAWING = re.compile(r"""url\(["']?\.\./([a-z-]+\.svg)["']?\)""")

_BROWSERS = ["chrome 105", "edge 105", "firefox 121", "safari 15.4", "ios_saf 15.4"]
"""The oldest that know all we use; for these `min-width` must not become `width >=`."""


class UnreadableStyle(ValueError):
    """A stylesheet of ours is not CSS; `str()` says where."""


def bundles(
    styles: Sequence[str], scripts: Sequence[str], read: Callable[[str], str]
) -> dict[str, str]:
    """Every bundle by its path, small: of every page's `styles` and `scripts`, and of _PARTS.

    The scripts of every page begin with the facts that they need of the generator.

    Raises UnreadableStyle.
    """
    listed = {STYLE: styles, SCRIPT: scripts} | {
        path: [f"{path.rpartition('/')[0]}/{part}" for part in parts]
        for path, parts in _PARTS.items()
    }
    made = {path: joined(parts, read) for path, parts in listed.items()}
    return made | {SCRIPT: facts_script() + made[SCRIPT]}


def joined(parts: Sequence[str], read: Callable[[str], str]) -> str:
    """Stylesheets or scripts as one small text. Raises UnreadableStyle."""
    return "".join(_small(part, read) for part in parts)


def is_source(path: str) -> bool:
    """True of what bundles are made of, which is not published itself."""
    return path.startswith(("assets/css/", "assets/js/"))


def _small(path: str, read: Callable[[str], str]) -> str:
    source = read(path)
    if not path.endswith(".css"):
        return small_script(source)
    return _DRAWING.sub(lambda found: _drawn(read(f"assets/{found[1]}")), small_style(path, source))


def _drawn(drawing: str) -> str:
    """A drawing in the style itself: nobody asks for it, and a browser masks nothing with one that
    lies on a disk."""
    return f'url("data:image/svg+xml,{quote(drawing)}")'


def small_style(path: str, source: str) -> str:
    """A stylesheet without what only people read; the path is for the message of the error."""
    try:
        small = lightningcss.process_stylesheet(source, filename=path, browsers_list=_BROWSERS)
    except ValueError as error:
        raise UnreadableStyle(str(error)) from error
    return f"{small}\n"


def small_script(source: str) -> str:
    """A script without what only people read, ended, as none of ours ends its last statement."""
    return f"{rjsmin.jsmin(source)};\n"
