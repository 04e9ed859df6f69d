"""The notes of a version, from CHANGELOG.md: `python tests/release_notes.py 0.2.0` prints them."""

import re
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

CHANGELOG = Path(__file__).parent.parent / "CHANGELOG.md"
UNRELEASED = "Unreleased"
_HEADING = re.compile(r"^## \[?(\S+?)\]?(?: - (\d{4}-\d{2}-\d{2}))?$", re.MULTILINE)


class Notes(NamedTuple):
    """What users notice of a version: `day` is that of its release, none while there is none."""

    version: str
    day: date | None
    text: str


def versions(changelog: str) -> list[Notes]:
    """Every version of a changelog, the newest first, as it keeps them (keepachangelog.com)."""
    found = list(_HEADING.finditer(changelog))
    ends = [one.start() for one in found[1:]] + [len(changelog)]
    return [
        Notes(one[1], date.fromisoformat(one[2]) if one[2] else None, changelog[one.end() : end])
        for one, end in zip(found, ends, strict=True)
    ]


def notes_of(changelog: str, version: str) -> str:
    """The notes of a version, "v" before it or not. Raises LookupError with what there is."""
    every = {one.version: one.text.strip() for one in versions(changelog)}
    wanted = version.removeprefix("v")
    if wanted not in every:
        raise LookupError(f"no notes of {wanted or 'no version'}; there are: {', '.join(every)}")
    return every[wanted]


if __name__ == "__main__":
    try:
        print(notes_of(CHANGELOG.read_text("utf-8"), "".join(sys.argv[1:])))
    except LookupError as error:
        sys.exit(str(error.args[0]))
