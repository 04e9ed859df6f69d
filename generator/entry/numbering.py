"""The next free numbers of records that are numbered one after another: ng-2018-015."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

_NUMBERED = re.compile(r"(?P<head>(?:.*\D)?)(?P<number>\d+)")
_YEAR = re.compile(r"(?<!\d)(19|20)\d{2}(?!\d)")


def next_keys(keys: Iterable[str], year: int, count: int, like: str = "") -> list[str]:
    """The next keys in the manner of the last one, of a year; none when it has no number.

    The numbers begin again with a year that the keys name; they keep their width. Where there are
    no keys yet, they are as the one that is named for an example.
    """
    known = list(keys)
    models = (*reversed(known), like)
    last = next((found for key in models if (found := _NUMBERED.fullmatch(key))), None)
    if last is None:
        return []
    head, width = _YEAR.sub(str(year), last["head"]), len(last["number"])
    return list(islice(_free(set(known), head, width), count))


def _free(known: set[str], head: str, width: int) -> Iterator[str]:
    """The keys after the highest number that is taken under a head."""
    taken = [
        found for key in known if (found := _NUMBERED.fullmatch(key)) and found["head"] == head
    ]
    number = max((int(found["number"]) for found in taken), default=0)
    while True:
        number += 1
        yield f"{head}{number:0{width}d}"
