"""The layout of a template's source, which is for its readers alone and no part of the page.

A line that is indented goes on where the line before it ended. The break between the two is nothing
beside a block of HTML (a paragraph, a cell, a drawing), a statement or a comment of the template,
and one blank anywhere else: just what a browser would make of it. A line that is not indented is
a line of the page, too.
"""

import re

from jinja2.ext import Extension

BLOCK = re.compile(
    "html|head|meta|link|title|style|script|body|header|main|footer|nav|section|article|div|p"
    "|h|h[1-6]|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|figure|figcaption"
    "|blockquote|pre|details|summary|form|option|hr|br"
    "|svg|defs|pattern|desc|g|line|rect|circle|path|polyline|text"
)
"""Elements beside whose tags a blank is not seen; `h` is a heading whose level a template sets."""
_OWN = re.compile(r"\{(?P<kind>[{%#]).*?(?:[}%#]\}|\Z)", re.DOTALL)
_BREAK = re.compile(r"\n +(?=[^ \n]|$)")
_BEGINS = re.compile(r"%|</?(?P<name>[a-z0-9]+)")
_ENDS = re.compile(r"%$|</?(?P<name>[a-z0-9]++)[^<>]*>$")


class Layout(Extension):
    """Takes the layout out of a template before it is compiled; its lines keep their numbers."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source without its layout."""
        return unbroken(source)


def unbroken(source: str) -> str:
    """The source, each break of a line put into a comment, where it is counted and not seen."""
    masked = _OWN.sub(_mask, source)
    parts, end = [], 0
    for found in _BREAK.finditer(masked):
        is_seen = not (
            _is_beside(_ENDS.search(_tail(masked, found.start())))
            or _is_beside(_BEGINS.match(masked, found.end()))
        )
        parts += [source[end : found.start()], " " if is_seen else "", "{#\n#}"]
        end = found.end()
    return "".join([*parts, source[end:]])


def _mask(own: re.Match[str]) -> str:
    """Statements and comments as `%`, values as `_`: as long as they are, without a break."""
    return ("_" if own["kind"] == "{" else "%") * len(own[0])


def _tail(masked: str, end: int) -> str:
    """What stands before a place, from the last tag on."""
    return masked[max(masked.rfind("<", 0, end), 0) : end]


def _is_beside(found: re.Match[str] | None) -> bool:
    """True of a statement, a comment, and the tag of a block."""
    return found is not None and (
        found["name"] is None or BLOCK.fullmatch(found["name"]) is not None
    )
