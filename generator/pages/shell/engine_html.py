"""What the engine's own pages get wrong, mended: its base template has no block around it."""

import re

TOGGLE = '<input class="md-toggle"'
AUTOCOMPLETE = ' autocomplete="off">'
"""An attribute that HTML does not know on a checkbox."""
_PROGRAM = re.compile(r'<script src="(?P<address>[^"]*assets/javascripts/bundle\.[^"]*)"></script>')
_HELD = '<script type="text/plain" data-ck-engine="{}"></script>'
PROGRAM = re.compile(_HELD.format(r"(?P<root>[^\"]*)assets/javascripts/bundle\.[^\"]*"))
"""Where a mended page holds the address of the engine's program; `root` leads to the site's root.

The program, its worker and the index are needed for the search alone: assets/js/engine.js loads
them when the search is first used.
"""


def mended(html: str) -> str:
    """The page as valid HTML, the engine's program held until it is asked for."""
    before, *toggles = html.split(TOGGLE)
    valid = TOGGLE.join([before, *(toggle.replace(AUTOCOMPLETE, ">", 1) for toggle in toggles)])
    return _PROGRAM.sub(lambda found: _HELD.format(found["address"]), valid)
