"""Short forms and everyday words ("sổ đỏ") for what pages say: searched for, and never shown."""

from collections.abc import Mapping
from pathlib import Path

from generator.model.own_yaml import own_yaml

WORDS = Path(__file__).with_name("words.yaml")
_OTHER_WORDS: Mapping[str, str] = {said.lower(): also for said, also in own_yaml(WORDS).items()}


def other_words(said: str) -> str:
    """The short forms and everyday words for what a text says, one after another."""
    text = said.lower()
    return ", ".join(also for words, also in _OTHER_WORDS.items() if words in text)
