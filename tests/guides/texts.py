"""What a guide tells its reader to type, and what it says will be answered."""

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

from worlds.paths import ROOT

FOLDER = ROOT / "content" / "huong-dan"
PICTURES = FOLDER / "hinh"
_BLOCK = re.compile(r"^( *)```(?P<kind>\w*)\n(?P<text>.*?)^\1```$", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(hinh/(?P<name>[\w-]+)\.png\)")
CUT = "…"
"""Stands in an answer where the guide leaves something out."""


def guides() -> Mapping[str, str]:
    """The text of every guide by the name of its file."""
    return {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.md"))}


def command_lines(text: str) -> Iterator[str]:
    """The lines that are to be typed, in their order."""
    for block in _BLOCK.finditer(text):
        if not block["kind"]:
            lines = (line.strip() for line in block["text"].splitlines())
            yield from (line for line in lines if line.startswith("congkhai "))


def answers(text: str) -> Iterator[str]:
    """The pieces of lines that a command is said to answer."""
    for block in _BLOCK.finditer(text):
        if block["kind"] == "text":
            for line in block["text"].splitlines():
                yield from filter(None, (piece.strip() for piece in line.split(CUT)))


def pictures(text: str) -> Mapping[str, str]:
    """What each picture of a guide is of, by its name."""
    return {found["name"]: found["alt"] for found in _PICTURE.finditer(text)}


def words(line: str) -> list[str]:
    """The words of a command after the program's name."""
    return shlex.split(line)[1:]


def picture_file(name: str) -> Path:
    """Where a picture lies."""
    return PICTURES / f"{name}.png"
