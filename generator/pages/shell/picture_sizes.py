"""Pictures of hand-written pages get the size of their file, so that nothing moves when they come.

A PNG says its size in its first chunk (PNG specification, 11.2.1).
"""

import re
from collections.abc import Callable
from struct import unpack_from

_PICTURE = re.compile(r"<img\b(?P<told>[^<>]*)>")
_ADDRESS = re.compile(r'\ssrc="(?P<address>[^"]*)"')
_SIZED = re.compile(r"\swidth=")
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_WIDTH_AT = 16


def with_sizes(html: str, read: Callable[[str], bytes | None]) -> str:
    """The page, in which each picture that has no size has one, and is loaded when it is near.

    `read` gives the file of an address as the page has it, None of one that is not there.
    """

    def sized(found: re.Match[str]) -> str:
        told = found["told"].rstrip().removesuffix("/").rstrip()
        size = None if _SIZED.search(told) else _size(told, read)
        if size is None:
            return found[0]
        width, height = size
        return f'<img{told} width="{width}" height="{height}" loading="lazy">'

    return _PICTURE.sub(sized, html)


def _size(told: str, read: Callable[[str], bytes | None]) -> tuple[int, int] | None:
    """The width and height of the picture that a tag leads to; None of what is no PNG of ours."""
    found = _ADDRESS.search(told)
    content = read(found["address"]) if found else None
    if content is None or not content.startswith(_SIGNATURE):
        return None
    width, height = unpack_from(">II", content, _WIDTH_AT)
    return width, height
