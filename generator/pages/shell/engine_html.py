"""What the site does without of what the engine brings: its program, and what that works with."""

import re

_TOGGLES = re.compile(r'<input class="md-toggle"[^<>]*>|<label class="md-overlay"[^<>]*></label>')
"""Boxes and a veil of the engine's menu and search, which the site has none of."""


def mended(html: str) -> str:
    """The page without what nothing on it works with."""
    return _TOGGLES.sub("", html)


def is_program(path: str) -> bool:
    """True of the files of the engine's own programs, which no page loads."""
    return path.startswith("assets/javascripts/")
