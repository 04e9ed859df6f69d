"""The words of the help: Vietnamese as it stands in the commands, English where it is asked for."""

import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

from generator.model.own_yaml import own_yaml

ASKED = ("--lang", "en")
"""What is typed, anywhere on the line, for a help in English."""
ENGLISH = Path(__file__).with_name("help_english.yaml")
EXAMPLES = Path(__file__).with_name("examples.yaml")


def is_english_asked() -> bool:
    """True when the command line asks for English; it is asked before the options are read."""
    words = sys.argv[1:]
    return "=".join(ASKED) in words or ASKED in pairwise(words)


def told(text: str) -> str:
    """The text in the language that is asked for. Raises KeyError for one that has no English."""
    return english()[plain(text)] if is_english_asked() else text


def plain(text: str) -> str:
    """The text without the ends of its lines."""
    return " ".join(text.split())


@cache
def english() -> dict[str, str]:
    """What every text of the help is in English."""
    return {pair["vi"]: pair["en"] for pair in own_yaml(ENGLISH)}


@cache
def examples() -> dict[str, list[str]]:
    """The examples of each command, by its words: "edition close"."""
    found: dict[str, list[str]] = own_yaml(EXAMPLES)
    return found
