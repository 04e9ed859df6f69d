"""What a kind of private data is."""

import re
from collections.abc import Callable
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of private data: its finding's code, how it looks, what its digits must satisfy."""

    code: str
    pattern: re.Pattern[str]
    holds: Callable[[str], bool] = lambda digits: True


def kind(code: str, pattern: str, holds: Callable[[str], bool] = lambda digits: True) -> Kind:
    """A kind that is written in capitals or in small letters."""
    return Kind(code, re.compile(pattern, re.IGNORECASE), holds)


GAP = r"[ .\-–]?"
"""What may stand between the digits of a number."""
ALONE, ENDS = r"(?<![\w,/§-])(?<!\d[.])", r"(?![\w/§]|[.,-]\d)"
"""Before and behind a number that is no part of another."""
