"""Law on Access to Information 2016, article 7: no paper is published that nobody has freed."""

import re
from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.open_texts import open_texts
from generator.check.rule import Rule
from generator.model.problem import Problem

PAPER = re.compile(
    r"(?:https?://|file://|www\.)\S+"
    r"|(?<![^\s,;()])[^\s,;()]+\.(?:pdf|jpe?g|png|tiff?|bmp|gif|webp|heic|docx?|xlsx?|odt|ods|zip|rar|7z|mp[34])\b",
    re.IGNORECASE,
)
PUBLIC_FLAG = re.compile(r"\s*\(công khai\)", re.IGNORECASE)
"""Behind a file's name or a link: somebody has looked at the paper and freed it for the public."""


@Rule
def paper_unflagged(context: CheckContext) -> Iterator[Problem]:
    """A file or a link to a paper that nobody has freed for the public."""
    for told in open_texts(context):
        may_be = "." in told.text or "/" in told.text  # most texts hold neither
        for match in PAPER.finditer(told.text) if may_be and not told.declared.cites else ():
            if not PUBLIC_FLAG.match(told.text, match.end()):
                yield told.found("paper-unflagged", match.group())
                break
