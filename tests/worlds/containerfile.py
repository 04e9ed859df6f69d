"""A Containerfile as its instructions, for tests that hold it to the rest of the repository."""

import re
from typing import NamedTuple

from worlds.paths import ROOT

CONTAINERFILE = ROOT / "Containerfile"


class Instruction(NamedTuple):
    """A word such as RUN, and what follows it on its line and the lines that it goes on."""

    word: str
    rest: str


def instructions() -> list[Instruction]:
    """Every instruction, in order, without comments."""
    text = re.sub(r"^#.*\n", "", CONTAINERFILE.read_text("utf-8"), flags=re.MULTILINE)
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    return [Instruction(*line.split(" ", 1)) for line in lines if line.strip()]


def told(word: str) -> list[str]:
    """What follows each instruction of a word."""
    return [one.rest for one in instructions() if one.word == word]
