"""A code for the ear: six words that stand for a text, and are slow to find for another text.

The words are 60 bits of scrypt (RFC 7914) of the text, ten bits a word, the highest first.

One try costs one core a quarter of a second and 64 MiB. Another text with the words of a given one
is found, at even odds, after 2^59 tries: 4.6 million years of 1,000 cores. Who may choose both
texts beforehand needs some 2^30 tries of each: six days of 1,000 cores. So the words hold a text
from the day they were aired, and not against a second text that was made together with it;
against that one the whole text helps, kept by somebody else.
"""

from dataclasses import dataclass
from functools import cached_property
from hashlib import scrypt
from pathlib import Path

CODE_WORDS: tuple[str, ...] = tuple(
    Path(__file__).with_name("code_words.txt").read_text("utf-8").split()
)
"""1,024 words in the order of dictionaries: a word's place is its ten bits."""
BITS = 10
LENGTH = 6
GROUP = 3
"""Words said in one breath."""
SALT = "congkhai: sáu từ của sổ công khai"
"""Public and fixed: it keeps this use of scrypt apart from every other."""
COST_N, COST_R, COST_P = 1 << 16, 8, 1
"""RFC 7914's N, r and p: 128 * N * r bytes, 64 MiB, which a phone has too."""
KEY_BYTES = 8
"""Of its 64 bits the first 60 are said."""


def code_words(text: str) -> tuple[str, ...]:
    """The six words of a text: a quarter of a second's work."""
    key = scrypt(
        text.encode(),
        salt=SALT.encode(),
        n=COST_N,
        r=COST_R,
        p=COST_P,
        maxmem=2 * 128 * COST_N * COST_R,
        dklen=KEY_BYTES,
    )
    number = int.from_bytes(key, "big") >> (8 * KEY_BYTES - BITS * LENGTH)
    shifts = range(BITS * (LENGTH - 1), -1, -BITS)
    return tuple(CODE_WORDS[number >> shift & (1 << BITS) - 1] for shift in shifts)


@dataclass(frozen=True)
class SpokenCode:
    """The code of a text, worked out when it is first asked for and once only."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The six words."""
        return code_words(self.text)

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The words in two threes, as they are said and shown."""
        return tuple(self.words[place : place + GROUP] for place in range(0, LENGTH, GROUP))

    def __str__(self) -> str:
        """The code in a line of text: "biển đá mưa, lúa sen trăng"."""
        return ", ".join(" ".join(group) for group in self.groups)
