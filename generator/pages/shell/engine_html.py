"""What the engine's own pages get wrong, mended: its base template has no block around it."""

TOGGLE = '<input class="md-toggle"'
AUTOCOMPLETE = ' autocomplete="off">'
"""An attribute that HTML does not know on a checkbox."""


def mended(html: str) -> str:
    """The page as valid HTML."""
    before, *toggles = html.split(TOGGLE)
    return TOGGLE.join([before, *(toggle.replace(AUTOCOMPLETE, ">", 1) for toggle in toggles)])
