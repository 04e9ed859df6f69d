"""Pictures of hand-written pages get the size of their file, so that nothing moves when they come.

A PNG says its size in its first chunk (PNG specification, 11.2.1).
"""

import re
from collections.abc import Callable
from struct import unpack_from

_PICTURE = re.compile(
    r'<img\b(?![^>]*\swidth=)(?P<before>[^>]*?\ssrc="(?P<address>[^"]+\.png)"[^>]*?)/?>'
)
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_WIDTH_AT = 16


def with_sizes(html: str, read: Callable[[str], bytes | None]) -> str:
    """The page, in which each picture that has no size has one, and is loaded when it is near.

    `read` gives the file of an address as the page has it, None of one that is not there.
    """

    def sized(found: re.Match[str]) -> str:
        content = read(found["address"])
        if content is None or not content.startswith(_SIGNATURE):
            return found[0]
        width, height = unpack_from(">II", content, _WIDTH_AT)
        return f'<img{found["before"].rstrip()} width="{width}" height="{height}" loading="lazy">'

    return _PICTURE.sub(sized, html)
