"""The words of the help: Vietnamese as it stands in the commands, English where it is asked for."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Words:
    """The texts of the help in the language that is asked for; `english` is None for ours."""

    english: Mapping[str, str] | None = None

    def told(self, text: str) -> str:
        """The text in that language. Raises KeyError for one that has no English."""
        return text if self.english is None else self.english[plain(text)]


def words_asked() -> Words:
    """The words of the language that the command line asks for."""
    return Words(english() if is_english_asked() else None)


def plain(text: str) -> str:
    """The text without the ends of its lines."""
    return " ".join(text.split())


def english() -> dict[str, str]:
    """What every text of the help is in English."""
    return {pair["vi"]: pair["en"] for pair in own_yaml(ENGLISH)}


def examples() -> dict[str, list[str]]:
    """The examples of each command, by its words: "edition close"."""
    found: dict[str, list[str]] = own_yaml(EXAMPLES)
    return found
